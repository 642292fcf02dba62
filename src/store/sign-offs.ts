import type { Selectable } from 'kysely'
import type { Sealed, Sight, SignOff, SignOffs } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { buffer, keepKeys, keysOf, part, sealedOf } from './sealed.ts'
import { inSight } from './sight.ts'
import type { Tables } from './tables.ts'

type Outcome = 'done' | 'late'
type Row = Selectable<Tables['sign_offs']> & { readonly number: string }

/** Papers that wait for a second officer, and what became of them. Every statement carries the condition of sight. */
export function signOffs(engine: Engine): SignOffs {
  return {
    ask: (request, seen) =>
      engine.write(async (tx): Promise<Outcome> => {
        const { id, number, paper, revision, askedBy, askedAt, content } = request
        // The row of the case is held, so that two at once are one after the other.
        const found = await tx
          .updateTable('cases')
          .set((eb) => ({ lines: eb.ref('lines') }))
          .where('number', '=', number)
          .where('holder', '=', askedBy)
          .where(inSight(seen))
          .returning('id')
          .executeTakeFirst()
        if (!found) return 'late'
        if (await tx.selectFrom('sign_offs').select('id').where('id', '=', id).executeTakeFirst()) return 'done'
        await tx
          .updateTable('sign_offs')
          .set({ state: 'replaced' })
          .where('case_id', '=', found.id)
          .where('paper', '=', paper)
          .where('state', '=', 'waiting')
          .execute()
        await tx
          .insertInto('sign_offs')
          .values({
            ...{ id, case_id: found.id, paper, revision, state: 'waiting', asked_by: askedBy, asked_at: askedAt },
            content: buffer(content.locked),
          })
          .execute()
        await keepPaper(tx, found.id, id, content)
        await record(tx, [{ who: `officer:${askedBy}`, what: 'paper.handedIn', object: number, note: paper }], askedAt)
        return 'done'
      }),

    byId: (id, seen) => engine.read(async (db) => (await read(db, seen, { id }))[0]),
    of: (caseId, seen) => engine.read(async (db) => (await read(db, seen, { caseId })).toReversed()),
    waiting: (officer, seen) => engine.read((db) => read(db, seen, { for: officer })),

    decide: ({ id, by, signed, content, at }, seen) =>
      engine.write(async (tx): Promise<Outcome> => {
        const [found] = await read(tx, seen, { id })
        if (!found) return 'late'
        const done = await tx
          .updateTable('sign_offs')
          .set({
            ...{ state: signed ? 'signed' : 'returned', decided_by: by, decided_at: at },
            content: buffer(content.locked),
          })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where('asked_by', '!=', by)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return 'late'
        await keepPaper(tx, found.caseId, id, content)
        const what = signed ? 'paper.signed' : 'paper.returned'
        await record(tx, [{ who: `officer:${by}`, what, object: found.number, note: found.paper }], at)
        return 'done'
      }),
  }
}

/** @throws Undo, so that nothing is kept, if a new epoch began since it was sealed: it is read and sealed again. */
async function keepPaper(tx: Db, caseId: string, id: string, { keys }: Sealed): Promise<void> {
  await tx.deleteFrom('sealed_keys').where('case_id', '=', caseId).where('part', '=', part.paper(id)).execute()
  try {
    await keepKeys(tx, caseId, part.paper(id), keys)
  } catch (error) {
    throw error instanceof Undo ? new Undo('late') : error
  }
}

async function read(
  db: Db,
  seen: Sight,
  which: { readonly id?: string; readonly caseId?: string; readonly for?: string },
): Promise<readonly SignOff[]> {
  let query = db
    .selectFrom('sign_offs')
    .innerJoin('cases', 'cases.id', 'sign_offs.case_id')
    .selectAll('sign_offs')
    .select('cases.number')
    .where((eb) => inSight(seen)(eb))
    .orderBy('sign_offs.asked_at')
    .orderBy('sign_offs.id')
    .limit(100)
  if (which.id !== undefined) query = query.where('sign_offs.id', '=', which.id)
  if (which.caseId !== undefined) query = query.where('sign_offs.case_id', '=', which.caseId)
  if (which.for !== undefined)
    query = query.where('sign_offs.state', '=', 'waiting').where('sign_offs.asked_by', '!=', which.for)
  const rows = await query.execute()
  const keys = await keysOf(db, [...new Set(rows.map(({ case_id }) => case_id))])
  return rows.map((row) => asSignOff(row, sealedOf(row.content, keys(row.case_id, part.paper(row.id)))))
}

function asSignOff(row: Row, content: Sealed): SignOff {
  const { id, case_id, number, paper, revision, state, asked_by, asked_at, decided_by, decided_at } = row
  return {
    ...{ id, caseId: case_id, number, paper, revision, askedBy: asked_by, askedAt: asked_at, content },
    // Written here only.
    state: state as SignOff['state'],
    ...(decided_by === null ? {} : { decidedBy: decided_by }),
    ...(decided_at === null ? {} : { decidedAt: decided_at }),
  }
}
