import type { Cite } from '../base/index.ts'
import { citeOn, type HeldClause, quoteOf } from '../knowledge/index.ts'

/** Collects cites in the order they are first shown, so that 〔n〕 is the n-th of them. */
export interface Notes {
  readonly cites: readonly Cite[]
  /** @returns the marker of the clause, `〔2〕`. */
  mark(clause: HeldClause): string
  /** Whether the clause was marked before. */
  has(clause: HeldClause): boolean
  /** The words told of a passage of an original: all of it, or what answers the question; the cite shows the same ones. */
  quote(clause: HeldClause): string
}

/**
 * @param day ISO day asked for: cites quote the edition in force on it.
 * @param question what long passages are cut to, the same for the whole answer, so that one clause is quoted in one way only.
 */
export function openNotes(day: string, question: string): Notes {
  const cites: Cite[] = []
  const at = (clause: HeldClause) => cites.findIndex((cite) => cite.id === clause.cite.id)
  const cite = (clause: HeldClause): Cite => {
    if (clause.passage === undefined) return citeOn(clause, day)
    const quote = quoteOf(clause.passage, question)
    return quote === undefined ? clause.cite : { ...clause.cite, quote }
  }
  return {
    cites,
    has: (clause) => at(clause) >= 0,
    mark(clause) {
      let n = at(clause)
      if (n < 0) n = cites.push(cite(clause)) - 1
      return `〔${n + 1}〕`
    },
    quote: (clause) => (cites[at(clause)] ?? cite(clause)).quote ?? '',
  }
}
