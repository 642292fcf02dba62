import type { Selectable } from 'kysely'
import { Refused } from '../base/index.ts'
import { localUnit, type NewCase, type SealedCase, type SealedMessage } from '../runtime/index.ts'
import { readClocks, readSteps, writeClocks } from './case-life.ts'
import { dayOf } from './coarse-times.ts'
import type { Db } from './engine.ts'
import { nextNumber } from './numbers.ts'
import { buffer, keepKeys, keysOf, part, sealedOf } from './sealed.ts'
import { type CaseTable, noDay } from './tables.ts'

/** Files a new case under the next number of its letter; the number is used up only if the turn is kept. */
export async function openCase(tx: Db, open: NewCase, at: string): Promise<void> {
  const last = await nextNumber(tx, open.letter)
  const { body, head, identity } = open.sealed
  await tx
    .insertInto('cases')
    .values({
      id: open.id,
      number: `${open.letter}-${last}`,
      kind: open.kind,
      state: open.state,
      area: null,
      channel: '',
      person: '',
      form: '',
      body: buffer(body.locked),
      head: buffer(head),
      identity: identity ? buffer(identity.locked) : null,
      reporter_key: buffer(open.reporterKey),
      holder: null,
      fence: 0,
      revision: 1,
      created: dayOf(at),
      changed: dayOf(at),
      due: open.due ?? noDay,
      due_cite: open.dueCite ?? null,
      closed: 0,
      closed_on: null,
      answered: 0,
      lines: 0,
      receipt_id: open.receiptId,
      receipt_nonce: open.receiptNonce,
      unit: open.unit ?? localUnit,
      purpose: open.purpose ?? 'report',
    })
    .execute()
  if (open.clocks !== undefined && open.clocks.length > 0) await writeClocks(tx, open.id, open.clocks)
  for (const who of open.walls ?? []) await tx.insertInto('walls').values({ case_id: open.id, who }).execute()
  await keepKeys(tx, open.id, part.body, body.keys)
  if (identity) await keepKeys(tx, open.id, part.identity, identity.keys)
}

/**
 * Adds what the person wrote. The revision rises, so an officer who has not seen it cannot decide over it.
 *
 * @throws Refused notFound if there is no such case: the turn is not kept, and no word is lost silently.
 */
export async function reply(tx: Db, caseId: string, messages: readonly SealedMessage[], at: string): Promise<void> {
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({
      answered: 1,
      changed: dayOf(at),
      revision: eb('revision', '+', 1),
      lines: eb('lines', '+', messages.length),
    }))
    .where('id', '=', caseId)
    .returning('lines')
    .executeTakeFirst()
  if (!row) throw new Refused('notFound')
  await addMessages(tx, caseId, row.lines - messages.length + 1, messages)
}

/**
 * Adds messages numbered from `first`; the caller has counted them in the case's row, which is locked.
 *
 * @param late what is answered where one is sealed to a group key that has been followed by another.
 */
export async function addMessages(
  tx: Db,
  caseId: string,
  first: number,
  messages: readonly SealedMessage[],
  late: 'stale' | 'lost' = 'stale',
): Promise<void> {
  await tx
    .insertInto('messages')
    .values(
      messages.map(({ id, from, content }, n) => ({
        case_id: caseId,
        n: first + n,
        message: '',
        id,
        sender: from,
        content: buffer(content.locked),
      })),
    )
    .execute()
  for (const { id, content } of messages) await keepKeys(tx, caseId, part.message(id), content.keys, late)
}

/** @returns the whole case of a row, with its messages, as sealed as it lies. */
export async function readCase(db: Db, row: Selectable<CaseTable>): Promise<SealedCase> {
  const messages =
    row.lines === 0
      ? []
      : await db
          .selectFrom('messages')
          .select(['id', 'sender', 'content'])
          .where('case_id', '=', row.id)
          .orderBy('n')
          .execute()
  const keys = await keysOf(db, [row.id])
  const { id, number, kind, state, fence, revision } = row
  return {
    id,
    number,
    kind,
    state,
    sealed: {
      body: sealedOf(row.body, keys(id, part.body)),
      head: row.head ?? new Uint8Array(),
      ...(row.identity === null ? {} : { identity: sealedOf(row.identity, keys(id, part.identity)) }),
    },
    ...(row.reporter_key === null ? {} : { reporterKey: row.reporter_key }),
    // Rows without an id are older than sealing and are sealed at the next start.
    messages: messages.flatMap(({ id: message, sender, content }) =>
      message === null
        ? []
        : [
            {
              id: message,
              from: sender === 'officer' ? ('officer' as const) : ('person' as const),
              content: sealedOf(content, keys(id, part.message(message))),
            },
          ],
    ),
    ...(row.holder === null ? {} : { holder: row.holder }),
    ...(row.given_by === null ? {} : { givenBy: row.given_by }),
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
    purpose: row.purpose as SealedCase['purpose'],
  }
}
