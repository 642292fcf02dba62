/** A stretch of a text: UTF-16 places, `to` not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What stands around a find: the rest of its clause on both sides, and all of the text before it. */
export interface Around {
  /** From the last mark of punctuation to the find. */
  readonly before: string
  readonly found: string
  /** From the find to the next mark of punctuation. */
  readonly after: string
  /** What stands before the find, other sentences too: 判决书认定, “…说：. */
  readonly earlier: string
}

/** Marks that end a clause. The colon does not: what stands behind it belongs to who says it. */
export const STOP = '，。；！？,;!?\\n、…'
const ends = new RegExp(`[${STOP}]`)

/**
 * Every place a pattern is found. A group named `span` is the stretch; without one it is the whole find.
 *
 * @param pattern with the flag `g`
 * @param not true for a find that does not count
 */
export function finds(plain: string, pattern: RegExp, not: (around: Around) => boolean = () => false): readonly Span[] {
  const exact = new RegExp(pattern.source, 'gud')
  const out: Span[] = []
  for (const match of plain.matchAll(exact)) {
    const [from, to] = match.indices?.groups?.['span'] ?? [match.index, match.index + match[0].length]
    if (from < to && !not(around(plain, from, to))) out.push({ from, to })
  }
  return out
}

/** What stands around a stretch of a text. */
export function around(plain: string, from: number, to: number): Around {
  const clause = clauseAt(plain, from, to)
  return {
    before: plain.slice(clause.from, from),
    found: plain.slice(from, to),
    after: plain.slice(to, clause.to),
    earlier: plain.slice(Math.max(0, from - FAR), from),
  }
}

/** Without a stop for so many characters, the words far off belong to something else; and a long text stays cheap to read. */
const FAR = 200

/** The clause (or clauses) a stretch stands in, without the punctuation at its ends. */
export function clauseAt(plain: string, from: number, to: number): Span {
  let start = from
  while (start > 0 && from - start < FAR && !ends.test(plain[start - 1] ?? '')) start--
  let end = to
  while (end < plain.length && end - to < FAR && !ends.test(plain[end] ?? '')) end++
  return { from: start, to: end }
}

/** Stretches in order, those that touch or overlap (or stand at most `gap` apart, where `between` allows it) as one. */
export function joined(spans: readonly Span[], gap = 0, between: (from: number, to: number) => boolean = () => true) {
  const out: { from: number; to: number }[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1)
    if (last && span.from <= last.to + gap && (span.from <= last.to || between(last.to, span.from)))
      last.to = Math.max(last.to, span.to)
    else out.push({ ...span })
  }
  return out as readonly Span[]
}

/** True if two stretches share at least one character. */
export const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
