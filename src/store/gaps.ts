import type { Gap, Gaps } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { moveWordings, sortGaps } from './gap-sorting.ts'
import { readTopics, saveTopic, tryTopic } from './gap-topics.ts'

/** Questions nothing answered, counted and sorted into topics. */
export function gaps(engine: Engine): Gaps {
  return {
    list: (limit) => engine.read((db) => list(db, limit)),
    topics: ({ state, limit }) =>
      engine.read((db) => readTopics(db, limit, (query) => (state ? query.where('t.state', '=', state) : query))),
    topic: (id) => engine.read(async (db) => (await readTopics(db, 1, (query) => query.where('t.id', '=', id)))[0]),
    sort: (decide, at) => engine.write((tx) => sortGaps(tx, engine, decide, at)),
    save: (write) => engine.write((tx) => saveTopic(tx, write)),
    tried: (id, outcome, audit, at) => engine.write((tx) => tryTopic(tx, id, outcome, audit, at)),
    move: (write) => engine.write((tx) => moveWordings(tx, write)),
  }
}

async function list(db: Db, limit: number): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom('gaps')
    .selectAll()
    .where('times', '>', 0)
    .where('question', '!=', '')
    .orderBy('times', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute()
  const reasons = await reasonsOf(
    db,
    rows.map((row) => row.key),
  )
  return rows.map(({ key, question, why, times, last_at, downs, ups, place }) => ({
    question,
    why,
    count: times,
    lastAt: last_at,
    downs,
    ups,
    reasons: reasons.get(key) ?? [],
    ...(place === null ? {} : { place }),
  }))
}

type Reason = { readonly reason: string; readonly count: number }

async function reasonsOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const out = new Map<string, Reason[]>()
  if (keys.length === 0) return out
  const rows = await db
    .selectFrom('gap_reasons')
    .selectAll()
    .where('key', 'in', keys)
    .orderBy('times', 'desc')
    .orderBy('reason')
    .execute()
  for (const { key, reason, times } of rows) out.set(key, [...(out.get(key) ?? []), { reason, count: times }])
  return out
}
