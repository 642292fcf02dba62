import { plainText } from '../base/index.ts'

/** A passage of at most so many characters is quoted whole: an article with its items is one thought. */
export const wholeLength = 400
/** What is cut out of a longer one: some four sentences, which is what a phone shows at once. */
const cutLength = 240
/** A shorter cut takes its neighbours in, even where they add nothing: one sentence alone is easily misread. */
const leastLength = 60

/**
 * What is quoted of a passage: all of it, or the run of sentences that says most of what is asked; a verbatim substring
 * either way. Absent if no sentence of it may be repeated.
 * @param about the question, or the digest clause that rests on it.
 */
export function quoteOf(passage: string, about: string): string | undefined {
  const whole = passage.trim()
  if (whole.length <= wholeLength && maySay(whole)) return whole === '' ? undefined : whole
  const sentences = sentencesOf(passage)
  const wanted = pairsOf(about)
  const found = sentences.map(({ text, says }) => (says ? shared(pairsOf(text), wanted) : new Set<string>()))
  let best = -1
  for (const [n, each] of sentences.entries())
    if (each.says && (best < 0 || (found[n]?.size ?? 0) > (found[best]?.size ?? 0))) best = n
  if (best < 0) return undefined

  const at = (n: number) => sentences[n]?.text ?? ''
  const seen = new Set(found[best])
  const fresh = (n: number) => [...(found[n] ?? [])].filter((pair) => !seen.has(pair)).length
  let [from, to] = [best, best]
  let length = at(best).length
  for (;;) {
    const near = [from - 1, to + 1].filter((n) => sentences[n]?.says && length + at(n).length <= cutLength)
    // Forward at a tie: what follows a sentence explains it more often than what goes before.
    const next = near.sort((a, b) => fresh(b) - fresh(a) || b - a)[0]
    if (next === undefined || (fresh(next) === 0 && length >= leastLength)) break
    for (const pair of found[next] ?? []) seen.add(pair)
    length += at(next).length
    if (next < from) from = next
    else to = next
  }
  return passage.slice(sentences[from]?.start, (sentences[to]?.start ?? 0) + at(to).length).trim()
}

/** What of a passage may be told and searched, each sentence once: all of it, for any honest text. Empty if nothing is left. */
export function tellable(passage: string): string {
  const whole = passage.trim()
  if (whole.length <= wholeLength && maySay(whole)) return whole
  const seen = new Set<string>()
  const kept = sentencesOf(passage).filter(({ text, says }) => {
    // Numbered apart, a sentence said a thousand times is still one sentence: repetition must not win a ranking.
    const same = text.replace(/[^\p{L}]/gu, '')
    return says && !seen.has(same) && seen.add(same)
  })
  const text = kept.map(({ text }) => text).join('')
  return text.length === passage.length ? whole : text.trim()
}

interface Sentence {
  readonly start: number
  readonly text: string
  /** It may be repeated in an answer. */
  readonly says: boolean
}

/** Every character of the passage is in exactly one of them. */
function sentencesOf(passage: string): readonly Sentence[] {
  const out: Sentence[] = []
  for (const { 0: text, index } of passage.matchAll(/[^。！？；\n]*[。！？；\n]+[”’」』）]*|[^。！？；\n]+$/gu))
    out.push({ start: index, text, says: text.trim() !== '' && text.length <= cutLength && maySay(text) })
  return out
}

/**
 * Never repeated in an answer, though the page of the original shows it: marks that would pass for our own cites or blanks to
 * fill, markup and addresses a client might turn into links, and characters that are not seen or turn the line around.
 */
const unsayable = [
  // Control, format (bidi, zero-width, tags), private use, lone surrogates; line and paragraph separators. Not \n and \t.
  /[\p{Co}\p{Cs}\p{Cf}\u2028\u2029]|(?![\n\t])\p{Cc}/u,
  /〔\s*\p{N}{1,2}\s*〕/u,
  /\[\s*[a-z0-9]+(?:[._-][A-Za-z0-9]+)+\s*\]/u,
  /\{\{|\}\}/,
  /<[/!?a-z]/i,
  /\]\s*\(|!\[|\*\*|`|__|^\s*#{1,6}\s/mu,
  /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|(?:javascript|vbscript|data|mailto|tel)\s*:/i,
  /[a-z0-9]\.(?:com|cn|net|org|gov|edu|info|top|xyz|io|cc|me|app|site|vip|example|test|invalid)(?![a-z])/i,
] as const

function maySay(text: string): boolean {
  return unsayable.every((pattern) => !pattern.test(text)) && balanced(text) && !monotonous(text)
}

/** 「…」 marks where a quotation of ours begins and ends, so those within must come in pairs. */
function balanced(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '「') open++
    if (character === '」' && --open < 0) return false
  }
  return open === 0
}

/** A pair of characters that makes up so much of a sentence, and is there so often, is there for the ranking only. */
function monotonous(text: string): boolean {
  const counts = new Map<string, number>()
  const letters = text.replace(/[^\p{L}]/gu, '')
  let most = 0
  for (let n = 0; n + 1 < letters.length; n++) {
    const pair = letters.slice(n, n + 2)
    const count = (counts.get(pair) ?? 0) + 1
    counts.set(pair, count)
    most = Math.max(most, count)
  }
  return most >= Math.max(8, letters.length / 6)
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = plainText(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
  const out = new Set<string>()
  for (let n = 0; n + 1 < letters.length; n++) {
    const pair = letters.slice(n, n + 2)
    if (!pair.includes(' ')) out.add(pair)
  }
  return out
}

/** @returns 0..1: how many of their pairs of characters two texts share, measured by the longer one. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  return shared(one, other).size / Math.max(one.size, other.size, 1)
}

/** @returns share 0..1 of a clause's pairs of characters that a passage has, too. */
export function restsOn(passage: string, clause: string): number {
  const wanted = pairsOf(clause)
  return shared(wanted, pairsOf(passage)).size / Math.max(wanted.size, 1)
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((pair) => other.has(pair)))
}
