import type { Found } from '../../src/dialogue/index.ts'
import type { Library } from '../../src/knowledge/index.ts'
import type { OriginalText } from '../../src/originals/index.ts'

/** Everything an answer quotes or cites that is not so, in words; empty for an honest one. */
export function quotationFaults(found: Found, library: Library, originals: readonly OriginalText[]): readonly string[] {
  const faults: string[] = []
  const { text, cites } = found
  for (const [mark, n] of text.matchAll(/〔(\d{1,2})〕/g))
    if (!cites[Number(n) - 1]) faults.push(`${mark} names no cite`)
  for (const cite of cites) {
    const held = library.clauses.get(cite.id)
    if (!held) faults.push(`${cite.id} is not held`)
    if (cite.quote === undefined) continue
    const [, id, edition, passage] = /^\/texts\/(t\d+)\/(\d+)#(.+)$/.exec(cite.opens ?? '') ?? []
    const original = originals.find((o) => o.id === id && o.edition === Number(edition))
    const at = original?.passages.find((p) => p.id === passage)
    if (!original || !at) faults.push(`${cite.id} opens nothing: ${cite.opens}`)
    // The passage named, or it with the items that follow it.
    else if (!(held?.passage ?? original.text.slice(at.start, at.end)).includes(cite.quote))
      faults.push(`${cite.id} quotes what its passage does not say: ${cite.quote}`)
    else if (!original.text.includes(held?.passage ?? '')) faults.push(`${cite.id} is no passage of its original`)
  }
  const ours = ownWords(library)
  for (const { quote, mark } of quotationsIn(text)) {
    if (/〔\s*\p{N}{1,2}\s*〕/u.test(quote)) faults.push(`a mark that is not ours in 「${quote}」`)
    const cite = mark === undefined ? undefined : cites[mark - 1]
    const own = ours.includes(`「${quote.replace(/\s/g, '')}」`)
    if (cite?.quote === undefined ? !own : !cite.quote.includes(quote) && !own)
      faults.push(`quoted without a source: 「${quote}」`)
  }
  if (/[\p{Cf}\p{Co}\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u.test(text)) faults.push('a character that is not seen')
  if (/<[a-z/!]|\]\(|:\/\/|www\.|javascript:|mailto:|\{\{|\[[a-z]+\.[a-z]/i.test(text))
    faults.push('markup, a link or a mark that is not ours')
  return faults
}

/** Everything in our own words: digest clauses, lists and guides may use 「」 for emphasis. */
function ownWords({ clauses, guides, lists }: Library): string {
  const texts = [...clauses.values()].flatMap((c) => (c.passage === undefined ? [c.entry.text] : []))
  const told = guides.flatMap(({ sentences }) => sentences.map(({ text }) => text))
  const heads = [...lists.values()].flatMap(({ title, intro = '' }) => [title, intro])
  return [...texts, ...told, ...heads].join('\n').replace(/\s/g, '')
}

/** Outermost 「…」 of a text and the number of the mark right behind it. */
export function quotationsIn(text: string): readonly { readonly quote: string; readonly mark?: number }[] {
  const out: { quote: string; mark?: number }[] = []
  let [depth, start] = [0, 0]
  for (let n = 0; n < text.length; n++) {
    if (text[n] === '「' && depth++ === 0) start = n + 1
    if (text[n] !== '」' || depth === 0 || --depth > 0) continue
    const mark = /^〔(\d+)〕/.exec(text.slice(n + 1))?.[1]
    out.push({ quote: text.slice(start, n), ...(mark === undefined ? {} : { mark: Number(mark) }) })
  }
  return out
}
