import type { Selectable } from 'kysely'
import { Refused } from '../base/index.ts'
import { type Case, type CaseMessage, localUnit, type NewCase } from '../runtime/index.ts'
import { readClocks, readSteps, writeClocks } from './case-life.ts'
import type { Db } from './engine.ts'
import { nextNumber } from './numbers.ts'
import { type CaseTable, noDay } from './tables.ts'

/** Files a new case under the next number of its letter; the number is used up only if the turn is kept. */
export async function openCase(tx: Db, open: NewCase, at: string): Promise<void> {
  const last = await nextNumber(tx, open.letter)
  await tx
    .insertInto('cases')
    .values({
      id: open.id,
      number: `${open.letter}-${last}`,
      kind: open.kind,
      state: open.state,
      area: open.area ?? null,
      channel: open.thread.channel,
      person: open.thread.person,
      form: JSON.stringify(open.form),
      holder: null,
      fence: 0,
      revision: 1,
      created: at,
      changed: at,
      due: open.due ?? noDay,
      due_cite: open.dueCite ?? null,
      closed: 0,
      answered: 0,
      lines: 0,
      receipt_id: open.receiptId,
      receipt_nonce: open.receiptNonce,
      unit: open.unit ?? localUnit,
      purpose: open.purpose ?? 'report',
    })
    .execute()
  if (open.clocks !== undefined && open.clocks.length > 0) await writeClocks(tx, open.id, open.clocks)
}

/**
 * Adds what the person wrote. The revision rises, so an officer who has not seen it cannot decide over it.
 *
 * @throws Refused notFound if there is no such case: the turn is not kept, and no word is lost silently.
 */
export async function reply(tx: Db, caseId: string, texts: readonly string[], at: string): Promise<void> {
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({
      answered: 1,
      changed: at,
      revision: eb('revision', '+', 1),
      lines: eb('lines', '+', texts.length),
    }))
    .where('id', '=', caseId)
    .returning('lines')
    .executeTakeFirst()
  if (!row) throw new Refused('notFound')
  await addMessages(
    tx,
    caseId,
    row.lines - texts.length + 1,
    texts.map((text) => ({ at, from: 'person', text })),
  )
}

/** Adds messages numbered from `first`; the caller has counted them in the case's row, which is locked. */
export async function addMessages(tx: Db, caseId: string, first: number, messages: readonly CaseMessage[]) {
  await tx
    .insertInto('messages')
    .values(messages.map((message, n) => ({ case_id: caseId, n: first + n, message: JSON.stringify(message) })))
    .execute()
}

/** @returns the whole case of a row, with its messages. */
export async function readCase(db: Db, row: Selectable<CaseTable>): Promise<Case> {
  const messages =
    row.lines === 0
      ? []
      : await db.selectFrom('messages').select('message').where('case_id', '=', row.id).orderBy('n').execute()
  const { id, number, kind, state, channel, person, fence, revision } = row
  return {
    id,
    number,
    kind,
    state,
    ...(row.area === null ? {} : { area: row.area }),
    form: JSON.parse(row.form),
    thread: { channel, person },
    messages: messages.map(({ message }) => JSON.parse(message)),
    ...(row.holder === null ? {} : { holder: row.holder }),
    fence,
    revision,
    createdAt: row.created,
    changedAt: row.changed,
    clocks: await readClocks(db, row.id),
    steps: await readSteps(db, row.id),
    ...(row.due === noDay ? {} : { due: row.due }),
    ...(row.due_cite === null ? {} : { dueCite: row.due_cite }),
    closed: row.closed === 1,
    unit: row.unit,
    // Written by `openCase` only.
    purpose: row.purpose as Case['purpose'],
  }
}
