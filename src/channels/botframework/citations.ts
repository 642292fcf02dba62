import type { Cite } from '../../base/index.ts'

/**
 * An answer's cites as Teams draws them beside the text's `[1]`; at most twenty are drawn.
 * See https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content (read 2026-11-30).
 *
 * @param positions those that are marked in this message. @param origin our public address, for links to originals.
 * @param ai part of the text was worded by a language model, and Teams says so.
 */
export function messageEntity(
  cites: readonly Cite[],
  positions: ReadonlySet<number>,
  origin: string | undefined,
  ai: true | undefined,
) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(ai ? { additionalType: ['AIGeneratedContent'] } : {}),
    citation: cites.flatMap((cite, index) => (positions.has(index + 1) ? [claim(cite, index + 1, origin)] : [])),
  }
}

const claim = (cite: Cite, position: number, origin: string | undefined) => ({
  '@type': 'Claim',
  position,
  appearance: {
    '@type': 'DigitalDocument',
    name: shorten(`《${cite.instrument}》${cite.label}`, 80),
    ...(cite.opens === undefined || origin === undefined ? {} : { url: `${origin}${cite.opens}` }),
    abstract: shorten(cite.quote ?? `${cite.region} · ${cite.authority}`, 160),
    keywords: [cite.region, cite.authority].map((word) => shorten(word, 28)),
  },
})

function shorten(text: string, length: number): string {
  const letters = [...text]
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text
}

/** The same in words, for channels that draw no citations. */
export const citesInWords = (cites: readonly Cite[]): string =>
  cites.map(({ instrument, label, region }, n) => `〔${n + 1}〕${region}《${instrument}》${label}`).join('\n')
