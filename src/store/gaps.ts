import { createHash } from 'node:crypto'
import type { GapNote, Gaps } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'

/** Questions nothing answered, counted; the same question asked with other spaces and marks is the same question. */
export function gaps(engine: Engine): Gaps {
  return {
    list: (limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('gaps')
          .selectAll()
          .where('times', '>', 0)
          .orderBy('times', 'desc')
          .orderBy('last_at', 'desc')
          .orderBy('key')
          .limit(limit)
          .execute()
        const reasons = await reasonsOf(
          db,
          rows.map((row) => row.key),
        )
        return rows.map(({ key, question, why, times, last_at, downs, ups }) => ({
          question,
          why,
          count: times,
          lastAt: last_at,
          downs,
          ups,
          reasons: reasons.get(key) ?? [],
        }))
      }),
  }
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

/**
 * Counts the questions of a turn within its transaction. The first wording is kept, and the latest reason why nothing was found:
 * that an answer was no help says less and does not cover it. In the order of their keys: two turns that count the same two
 * questions the other way round would wait for each other.
 */
export async function noteGaps(tx: Db, notes: readonly GapNote[], at: string): Promise<void> {
  const keyed = notes.map((note) => ({ ...note, key: gapKey(note.question) }))
  for (const { key, question, why, reason } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const ups = why === 'thumbs-up' ? 1 : 0
    const downs = why === 'thumbs-down' ? 1 : 0
    await tx
      .insertInto('gaps')
      .values({ key, question, why, times: 1 - ups, last_at: at, downs, ups })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          times: eb('gaps.times', '+', 1 - ups),
          ups: eb('gaps.ups', '+', ups),
          downs: eb('gaps.downs', '+', downs),
          ...(ups === 1 ? {} : { last_at: at }),
          ...(ups + downs === 0 ? { why } : {}),
          // A question only praised so far has no reason of its own yet.
          ...(downs === 1
            ? { why: eb.case().when('gaps.times', '=', 0).then<string>(why).else(eb.ref('gaps.why')).end() }
            : {}),
        })),
      )
      .execute()
    if (downs === 1 && reason !== undefined) await countReason(tx, key, reason)
  }
}

/** So long is every choice offered; what is longer is somebody's own words, which the ledger never holds. */
const longestReason = 10

async function countReason(tx: Db, key: string, said: string): Promise<void> {
  const reason = [...said].length <= longestReason ? said : '别的'
  await tx
    .insertInto('gap_reasons')
    .values({ key, reason, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'reason']).doUpdateSet((eb) => ({ times: eb('gap_reasons.times', '+', 1) })),
    )
    .execute()
}

/** SHA-256 of the question in NFKC, lower case, letters and digits only. */
function gapKey(question: string): string {
  const bare = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return createHash('sha256').update(bare).digest('hex')
}
