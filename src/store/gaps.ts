import { createHash } from 'node:crypto'
import type { Gaps } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'

/** Questions nothing answered, counted; the same question asked with other spaces and marks is the same question. */
export function gaps(engine: Engine): Gaps {
  return {
    list: (limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('gaps')
          .selectAll()
          .orderBy('times', 'desc')
          .orderBy('last_at', 'desc')
          .orderBy('key')
          .limit(limit)
          .execute()
        return rows.map(({ question, why, times, last_at }) => ({ question, why, count: times, lastAt: last_at }))
      }),
  }
}

/**
 * Counts the questions of a turn within its transaction. The first wording is kept, the latest reason. In the order of their
 * keys: two turns that count the same two questions the other way round would wait for each other.
 */
export async function noteGaps(
  tx: Db,
  gaps: readonly { readonly question: string; readonly why: string }[],
  at: string,
): Promise<void> {
  const keyed = gaps.map((gap) => ({ ...gap, key: gapKey(gap.question) }))
  for (const { key, question, why } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1)))
    await tx
      .insertInto('gaps')
      .values({ key, question, why, times: 1, last_at: at })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({ times: eb('gaps.times', '+', 1), why, last_at: at })),
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
