import { createHash } from 'node:crypto'
import type { GapNote } from '../runtime/index.ts'
import type { Db } from './engine.ts'
import { askedAgain } from './gap-topics.ts'

/**
 * Counts the questions of a turn within its transaction. The first wording is kept, and the latest reason why nothing was found:
 * that an answer was no help says less and does not cover it. In the order of their keys, then of their topics: two turns that
 * count the same two questions the other way round would wait for each other.
 */
export async function noteGaps(tx: Db, notes: readonly GapNote[], at: string): Promise<void> {
  const keyed = notes.map((note) => ({ ...note, key: gapKey(note) }))
  const again: string[] = []
  for (const note of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const topic = await count(tx, note, at.slice(0, 10))
    if (topic !== null && note.why !== 'thumbs-up') again.push(topic)
    if (note.why === 'thumbs-down' && note.reason !== undefined) await countReason(tx, note.key, note.reason)
  }
  for (const topic of again.sort()) await askedAgain(tx, topic, 1, at)
}

/** @returns the topic of the question; null if it has none yet. */
async function count(tx: Db, note: GapNote & { readonly key: string }, day: string): Promise<string | null> {
  const { key, question, why, place = null, about = null } = note
  const ups = why === 'thumbs-up' ? 1 : 0
  const downs = why === 'thumbs-down' ? 1 : 0
  const row = await tx
    .insertInto('gaps')
    .values({ key, question, why, times: 1 - ups, last_at: day, downs, ups, place, about })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        times: eb('gaps.times', '+', 1 - ups),
        ups: eb('gaps.ups', '+', ups),
        downs: eb('gaps.downs', '+', downs),
        ...(ups === 1 ? {} : { last_at: day }),
        ...(ups + downs === 0 ? { why, about } : {}),
        // A question only praised so far has no reason of its own yet.
        ...(downs === 1
          ? { why: eb.case().when('gaps.times', '=', 0).then<string>(why).else(eb.ref('gaps.why')).end() }
          : {}),
      })),
    )
    .returning('topic')
    .executeTakeFirstOrThrow()
  return row.topic
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

/** SHA-256 of the question in NFKC, lower case, letters and digits only, and of the place if there is one. */
function gapKey({ question, place }: GapNote): string {
  const bare = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return createHash('sha256')
    .update(place === undefined ? bare : `${bare}\0${place}`)
    .digest('hex')
}
