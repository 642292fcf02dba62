import type { OriginalText } from '../originals/index.ts'
import type { Carried } from './carried.ts'
import { likeness } from './quote.ts'

/** Articles at least so alike say the same: a changed sum or period leaves most pairs of characters, another matter leaves few. */
const alike = 0.4

/**
 * What stands now in the place of an article of an edition that is over.
 * @returns article number → ids of the clauses of the newest edition that say the like; empty where nothing does.
 */
export function successors(
  old: OriginalText,
  now: OriginalText,
  covered: Carried['covered'],
): (article: string) => readonly string[] {
  const before = articlesOf(old)
  const after = articlesOf(now)
  const taken = covered.get(now)
  const known = new Map<string, readonly string[]>()
  const idsOf = (article: string) =>
    (after.get(article)?.passages ?? []).flatMap((passage) => taken?.get(passage) ?? [`${now.id}.${passage}`])

  return (article) => {
    const found = known.get(article) ?? find()
    known.set(article, found)
    return found

    function find(): readonly string[] {
      const text = before.get(article)?.text ?? ''
      const same = after.get(article)
      // Most articles keep their number: only where that one says something else are all others looked at.
      if (same && likeness(text, same.text) >= alike) return idsOf(article)
      let best = { article: '', score: 0 }
      for (const [number, { text: other }] of after) {
        const score = likeness(text, other)
        if (score > best.score) best = { article: number, score }
      }
      return best.score >= alike ? idsOf(best.article) : []
    }
  }
}

function articlesOf({ text, passages }: OriginalText) {
  const out = new Map<string, { text: string; passages: string[] }>()
  for (const { id, article, start, end } of passages) {
    if (article === undefined) continue
    const own = out.get(article) ?? { text: '', passages: [] }
    own.text += text.slice(start, end)
    own.passages.push(id)
    out.set(article, own)
  }
  return out
}
