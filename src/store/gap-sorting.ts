import type { Gaps, Placement, Sorted, WordingMove } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { byTopic } from './by-topic.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { askedAgain } from './gap-topics.ts'
import { nextNumber } from './numbers.ts'

/** So many wordings of a topic are kept; what more is asked is counted under its topic and its words are dropped. */
const mostWordings = 8
/** At once; the rest waits for the next look. */
const mostSorted = 500

export async function sortGaps(
  tx: Db,
  engine: Engine,
  decide: Parameters<Gaps['sort']>[0],
  at: string,
): Promise<number> {
  await oneAtATime(tx, engine)
  const rows = await tx
    .selectFrom('gaps')
    .select(['key', 'question', 'place', 'about', 'times', 'last_at'])
    .where('topic', 'is', null)
    .where('times', '>', 0)
    .orderBy('times', 'desc')
    .orderBy('key')
    .limit(mostSorted)
    .execute()
  if (rows.length === 0) return 0
  const topics = await wordingsOf(tx)
  const unsorted = rows.map(({ key, question, place, about }) => ({
    key,
    question,
    ...(place === null ? {} : { place }),
    ...(about === null ? {} : { about }),
  }))
  const placed = new Map(decide(topics, unsorted).map((placement) => [placement.key, placement]))

  const ids = new Map<string, string>()
  const had = new Map(topics.map(({ id, wordings }) => [id, wordings.length]))
  const again = new Map<string, number>()
  // A topic is there before anything follows into it: the order is that of the decision.
  for (const row of rows) {
    const placement = placed.get(row.key)
    if (!placement) continue
    const id = await idOf(tx, placement, row, ids)
    ids.set(row.key, id)
    const count = (had.get(id) ?? 0) + 1
    had.set(id, count)
    if (placement.type === 'joins') again.set(id, (again.get(id) ?? 0) + row.times)
    await tx
      .updateTable('gaps')
      .set({ topic: id, ...(count > mostWordings ? { question: '' } : {}) })
      .where('key', '=', row.key)
      .execute()
  }
  for (const [id, times] of [...again].sort(([a], [b]) => (a < b ? -1 : 1))) await askedAgain(tx, id, times, at)
  return ids.size
}

/** Two programs that sort the same questions would open two topics for one; whoever comes second waits here and finds them sorted. */
async function oneAtATime(tx: Db, engine: Engine): Promise<void> {
  const name = 'gaps-sorted'
  await tx
    .insertInto('marks')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (engine.rowLocks) await tx.selectFrom('marks').select('name').where('name', '=', name).forUpdate().execute()
}

async function wordingsOf(tx: Db): Promise<readonly Sorted[]> {
  const topics = await tx.selectFrom('gap_topics').select(['id', 'question', 'place', 'about']).orderBy('id').execute()
  const asked = await tx
    .selectFrom('gaps')
    .select(['topic', 'question'])
    .where('topic', 'is not', null)
    .orderBy('key')
    .execute()
  const own = byTopic(asked)
  return topics.flatMap(({ id, question, place, about }) => {
    const wordings = own.get(id)?.map((each) => each.question)
    // What was moved away whole takes in nothing more.
    if (!wordings) return []
    const kept = wordings.filter((each) => each !== '' && each !== question)
    return [{ id, place, ...(about === null ? {} : { about }), wordings: [question, ...kept] }]
  })
}

async function idOf(
  tx: Db,
  placement: Placement,
  row: { readonly question: string; readonly last_at: string },
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  if (placement.type === 'joins') return placement.id
  if (placement.type === 'follows') return ids.get(placement.like)!
  return openTopic(tx, { question: row.question, place: placement.place, about: placement.about, on: row.last_at })
}

async function openTopic(
  tx: Db,
  topic: {
    readonly question: string
    readonly place: string
    readonly about?: string | null | undefined
    readonly on: string
  },
): Promise<string> {
  const { question, place, about = null, on } = topic
  const id = `Q-${await nextNumber(tx, 'Q')}`
  await tx
    .insertInto('gap_topics')
    .values({ id, question, place, about, state: 'open', since: 0, reopened: 0, revision: 1, first_on: on })
    .execute()
  return id
}

/** As the port says: counts go with their wordings, and nothing that is kept is lost. */
export async function moveWordings(tx: Db, write: WordingMove): Promise<{ readonly to: string } | 'stale' | 'absent'> {
  const { from, revision, wordings, at } = write
  const row = await tx
    .updateTable('gap_topics')
    .set({ revision: revision + 1 })
    .where('id', '=', from)
    .where('revision', '=', revision)
    .returning(['place', 'about'])
    .executeTakeFirst()
  if (!row) {
    const known = await tx.selectFrom('gap_topics').select('id').where('id', '=', from).executeTakeFirst()
    return known ? 'stale' : 'absent'
  }
  const own = tx.selectFrom('gaps').select(['key', 'question', 'last_at']).where('topic', '=', from)
  const moved = await (wordings === 'all' ? own : own.where('key', 'in', [...wordings, ''])).orderBy('key').execute()
  const first = moved.find(({ key, question }) => question !== '' && (wordings === 'all' || key === wordings[0]))
  if (!first || write.to === from) throw new Undo('absent')
  if (write.to !== undefined) {
    const { numUpdatedRows } = await tx
      .updateTable('gap_topics')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('id', '=', write.to)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Undo('absent')
  }
  const to = write.to ?? (await openTopic(tx, { ...row, question: first.question, on: first.last_at }))
  const keys = moved.map(({ key }) => key)
  await tx.updateTable('gaps').set({ topic: to }).where('key', 'in', keys).execute()
  await record(tx, [{ ...write.audit, note: to }], at)
  return { to }
}
