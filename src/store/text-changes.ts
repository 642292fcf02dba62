import type { TextMiss, Texts } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { type Db, Undo } from './engine.ts'
import { asRow, carriesOf, type ListedRow, numberOf, rowColumns } from './text-rows.ts'

/** The proposer completes a proposal. */
export async function amend(tx: Db, change: Parameters<Texts['amend']>[0]): ReturnType<Texts['amend']> {
  const { id, revision, by, at, says, follows, carries } = change
  const row = await tx
    .updateTable('texts')
    .set({
      revision: revision + 1,
      says: JSON.stringify(says),
      text_id: follows?.text ?? null,
      follows: follows?.edition ?? null,
      carries: JSON.stringify(carries),
      carried: Object.keys(carries).length,
    })
    .where('n', '=', numberOf(id) ?? 0)
    .where('state', '=', 'waiting')
    .where('revision', '=', revision)
    .where('proposed_by', '=', by)
    .returning(rowColumns)
    .executeTakeFirst()
  if (!row) {
    const why = await missed(tx, id, revision)
    throw new Undo(why === 'there' ? 'other-person' : why)
  }
  await record(tx, [{ who: by, what: 'text.amended', object: id }], at)
  return asRow(row)
}

/** Takes one passage from under one clause. */
export async function strike(tx: Db, change: Parameters<Texts['strike']>[0]): ReturnType<Texts['strike']> {
  const { id, revision, by, at, clause, passage } = change
  const waiting = tx
    .selectFrom('texts')
    .select('carries')
    .where('n', '=', numberOf(id) ?? 0)
    .where('state', '=', 'waiting')
    .where('revision', '=', revision)
  const found = await waiting.executeTakeFirst()
  if (!found) throw new Undo(await missed(tx, id, revision))
  const { [clause]: rests = [], ...others } = carriesOf(found)
  const left = rests.filter((each) => each !== passage)
  const carries = left.length === 0 ? others : { ...others, [clause]: left }
  const row = await tx
    .updateTable('texts')
    .set({ revision: revision + 1, carries: JSON.stringify(carries), carried: Object.keys(carries).length })
    .where('n', '=', numberOf(id) ?? 0)
    .where('state', '=', 'waiting')
    .where('revision', '=', revision)
    .returning(rowColumns)
    .executeTakeFirst()
  // Somebody was quicker between the two.
  if (!row) throw new Undo('stale')
  await record(tx, [{ who: by, what: 'text.struck', object: id, note: `${clause} ${passage}` }], at)
  return asRow(row)
}

/** Why a deed met no row. `there`: it waits, at this revision. */
export async function missed(tx: Db, id: string, revision: number): Promise<TextMiss | 'there'> {
  const row = await find(tx, id)
  if (!row) return 'absent'
  if (row.state !== 'waiting') return 'over'
  return row.revision === revision ? 'there' : 'stale'
}

export async function find(tx: Db, id: string): Promise<ListedRow | undefined> {
  const n = numberOf(id)
  return n === undefined ? undefined : tx.selectFrom('texts').select(rowColumns).where('n', '=', n).executeTakeFirst()
}
