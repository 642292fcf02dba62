import type { Cite } from '../../base/index.ts'
import type { Choice, Say } from '../../dialogue/index.ts'
import { says } from './says.ts'

/** One message holds this many bytes of UTF-8; in the kit's own types (api.d.ts, read 2026-11-30). */
export const longest = 20_480

/**
 * A reply as this channel shows it: its words, the numbered choices if no card carries them, and what it cites.
 *
 * @param origin our public address; without it the cites carry no links.
 */
export function wordsOf(say: Say, text: string, listed: boolean, origin?: string): string {
  const choices = listed && say.choices?.length ? `\n\n${numbered(say.choices)}\n${says.orReply}` : ''
  const cites = say.cites?.length ? `\n\n依据：\n${say.cites.map((c, n) => cited(c, n + 1, origin)).join('\n')}` : ''
  return `${plainly(text)}${choices}${cites}`
}

const numbered = (choices: readonly Choice[]) => choices.map(({ label }, n) => `${n + 1}. ${plainly(label)}`).join('\n')

function cited({ instrument, label, region, authority, opens }: Cite, n: number, origin: string | undefined): string {
  const name = `《${instrument}》${label}`
  const shown = origin === undefined || opens === undefined ? plainly(name) : `[${plainly(name)}](${origin}${opens})`
  return `〔${n}〕${shown}（${region} · ${authority}）`
}

/**
 * Words that will be read as Markdown, with nothing left in them that Markdown would act on: replies quote what people
 * typed, and that must not become a link, a mention or a heading. Signs become their full-width likes, so that a
 * reader sees what was meant.
 */
export function plainly(text: string): string {
  return text
    .replace(/[<>`*]/g, (sign) => wide[sign] ?? sign)
    .replace(/\]\s*\(/g, '］（')
    .replace(/^(\s*)(#+)/gm, (_all, blanks: string, signs: string) => blanks + '＃'.repeat(signs.length))
    .replace(/~~|__/g, (pair) => (pair === '~~' ? '～～' : '＿＿'))
}
const wide: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '`': '｀', '*': '＊' }

/** Cuts a text into pieces of at most `bytes` of UTF-8: at the end of a line where there is one late enough, never inside a character. */
export function pieces(text: string, bytes: number = longest): readonly string[] {
  const out: string[] = []
  let rest = text
  while (Buffer.byteLength(rest) > bytes) {
    const whole = fitting(rest, bytes)
    const line = whole.lastIndexOf('\n')
    const piece = line > whole.length / 2 ? whole.slice(0, line) : whole
    out.push(piece)
    rest = rest.slice(piece.length).replace(/^\n/, '')
  }
  return [...out, rest]
}

/** What a reader takes for one character: a family emoji or a letter with its marks is several code points. */
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function fitting(text: string, bytes: number): string {
  // No character has fewer bytes than units, so what fits stands within the first `bytes` units.
  const near = text.slice(0, bytes + 1)
  const whole = upTo(
    [...characters.segment(near)].map(({ segment }) => segment),
    bytes,
  )
  // A letter under a mountain of marks may be longer than a message; it is cut between them, so that the work ends.
  return whole === '' ? upTo([...near], bytes) : whole
}

function upTo(parts: readonly string[], bytes: number): string {
  let used = 0
  let out = ''
  for (const part of parts) {
    used += Buffer.byteLength(part)
    if (used > bytes) break
    out += part
  }
  return out
}
