import { Refused } from '../base/index.ts'
import type { Charset } from './types.ts'

/** Text and the encoding it was read in. */
export interface Decoded {
  readonly text: string
  readonly charset: Charset
}

/** Fewer bytes beyond ASCII than this and neither detector can be believed (measured in DEPENDENCIES: wrong on four bytes). */
const enough = 24

/**
 * Reads bytes as text. The bytes come before the label, because labels lie: BOM, strict UTF-8, UTF-16 by its zeros, then
 * GB18030 or Big5, whichever makes the commoner characters.
 *
 * @param said by an officer; believed, but must fit.
 * @param declared by the file itself (`<meta charset>`); believed only where the bytes leave it open.
 * @throws Refused textCharset, textCharsetUnclear
 */
export async function decode(bytes: Uint8Array, said?: Charset, declared?: string): Promise<Decoded> {
  if (said) return certain(bytes, said)
  const marked = markedAs(bytes)
  if (marked) return certain(bytes, marked)
  const utf8 = strictly(bytes, 'utf-8')
  const zeros = bytes.subarray(0, 65_536).reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  // English in UTF-16 is valid UTF-8 to a decoder, but every second byte is zero.
  if (utf8 !== undefined && zeros * 10 <= bytes.byteLength) return { text: utf8, charset: 'utf-8' }
  if (zeros > 0) return wide(bytes)
  // Mostly right UTF-8 with a broken spot is UTF-8 that was cut or damaged: reading it as GB18030 would give rubbish.
  if (isNearlyUtf8(bytes)) throw new Refused('textCharset')
  return oldCharset(bytes, declared)
}

/** GB18030 or Big5. */
async function oldCharset(bytes: Uint8Array, declared: string | undefined): Promise<Decoded> {
  const gb = strictly(bytes, 'gb18030')
  const big5 = strictly(bytes, 'big5')
  if (gb === undefined && big5 === undefined) throw new Refused('textCharset')
  const sample = bytes.subarray(0, 65_536)
  const beyond = sample.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0)
  const label = /big-?5|cp950/i.test(declared ?? '') ? 'big5' : /gb/i.test(declared ?? '') ? 'gb18030' : undefined
  const commonGb = gb === undefined ? -1 : commonness(gb)
  const commonBig5 = big5 === undefined ? -1 : commonness(big5)
  if (Math.abs(commonGb - commonBig5) >= 0.05 && (beyond >= enough || commonGb < 0 || commonBig5 < 0))
    return best(commonGb > commonBig5 ? 'gb18030' : 'big5')
  if (label) return best(label)
  if (beyond < enough) throw new Refused('textCharsetUnclear')
  const { detect } = await import('chardet')
  return best(/big5/i.test(detect(sample) ?? '') ? 'big5' : 'gb18030')

  function best(charset: 'gb18030' | 'big5'): Decoded {
    const text = charset === 'big5' ? (big5 ?? gb) : (gb ?? big5)
    const read = text === big5 && big5 !== undefined ? 'big5' : 'gb18030'
    // A file of chance reads as GB18030 now and then; Chinese text never is without its commonest characters.
    if (text === undefined || (beyond >= 400 && Math.max(commonGb, commonBig5) < 0.02)) throw new Refused('textCharset')
    return { text, charset: read }
  }
}

function certain(bytes: Uint8Array, charset: Charset): Decoded {
  const text = strictly(bytes, charset)
  if (text === undefined) throw new Refused('textCharset')
  return { text, charset }
}

function strictly(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are no such text: the next encoding is tried, and if none fits, the file is refused.
    return undefined
  }
}

function markedAs(bytes: Uint8Array): Charset | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: the order of bytes that makes the commoner characters. */
function wide(bytes: Uint8Array): Decoded {
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .flatMap((charset) => {
      const text = strictly(bytes, charset)
      return text === undefined ? [] : [{ text, charset, share: commonness(text) + plainness(text) }]
    })
    .sort((a, b) => b.share - a.share)
  if (!best || best.share < 0.1 || /[\p{Cn}\p{Co}]/u.test(best.text.slice(0, 20_000))) throw new Refused('textCharset')
  return { text: best.text, charset: best.charset }
}

/** Share of ASCII letters, figures and marks. */
function plainness(text: string): number {
  const sample = text.slice(0, 40_000)
  return (sample.match(/[ -~\n]/g)?.length ?? 0) / sample.length
}

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const sample = new TextDecoder('utf-8').decode(bytes.subarray(0, 262_144))
  const broken = sample.split('\ufffd').length - 1
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  // GBK read as UTF-8 gives more broken spots than Han characters; 20 to 1 is far from both.
  return han >= 5 && broken * 20 < han
}

/** Share of the commonest characters among those beyond ASCII, in either script; a third in real text, 0.05 in misread text. */
function commonness(text: string): number {
  const sample = text.slice(0, 40_000).replace(/\p{ASCII}/gu, '')
  if (sample === '') return 0
  let common = 0
  for (const character of sample) if (commonest.has(character)) common++
  return common / sample.length
}

const commonest = new Set([
  ...'的一是不了在人有我他这这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实',
  ...'這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實關條規產據應將與無務報導處領風監檢舉辦關機責委員紀查黨政',
  ...'关条规产据应将与无务报导处领风监检举办机责委员纪查党政，。、；：“”《》（）第十二三四五六七八九',
])
