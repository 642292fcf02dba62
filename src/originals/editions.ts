import { bareText } from '../base/index.ts'
import type { TextHead } from './types.ts'

/** What is compared when a text comes in: its own words and what it says of itself. */
export interface Candidate {
  /** `Structured.text` */
  readonly text: string
  readonly head: TextHead
}

/** A text this house already has, its newest edition. */
export interface KnownText extends Candidate {
  readonly id: string
}

/** Why a text is taken for one that is known: the same words, or a new edition of it by number, title or words in common. */
export interface KnownAs {
  readonly id: string
  readonly why: 'same' | 'number' | 'title' | 'overlap'
}

/** Characters in a row that two texts on one matter hardly share by chance. */
const row = 12
/** Of the smaller text's rows, this share in common makes an edition; two cities' texts on one matter share a tenth. */
const inCommon = 0.5

/** A short name for the words of a text: equal for equal words, whatever the blanks, marks, width and script. For looking up, not for proof. */
export function fingerprint(text: string): string {
  const bare = bareText(text)
  return `${hash(bare, 0)}${hash(bare, 1)}-${bare.length.toString(36)}`
}

/** Whether two texts are the same words, whatever the blanks, marks, width and script. */
export function sameText(a: string, b: string): boolean {
  return bareText(a) === bareText(b)
}

/**
 * The known text that a new one is, or is a new edition of; absent if it is new. First the same words, then the same number,
 * then the same title without its 试行 and year, in the same region, then the most words in common.
 */
export function editionOf(candidate: Candidate, known: readonly KnownText[]): KnownAs | undefined {
  const bare = bareText(candidate.text)
  const same = known.find(({ text }) => bareText(text) === bare)
  if (same) return { id: same.id, why: 'same' }
  const { number, title, region } = candidate.head
  const byNumber = known.find(
    ({ head }) => number !== undefined && head.number !== undefined && bareText(head.number) === bareText(number),
  )
  if (byNumber) return { id: byNumber.id, why: 'number' }
  const called = title === undefined ? '' : titleKey(title)
  const byTitle = known.find(
    ({ head }) =>
      called !== '' &&
      head.title !== undefined &&
      titleKey(head.title) === called &&
      (region === undefined || head.region === undefined || region === head.region),
  )
  if (byTitle) return { id: byTitle.id, why: 'title' }
  const rows = rowsOf(bare)
  let best: { readonly id: string; readonly share: number } | undefined
  for (const { id, text, head } of known) {
    // Word for word alike and of another city is another city's text.
    if (region !== undefined && head.region !== undefined && region !== head.region) continue
    const others = rowsOf(bareText(text))
    let both = 0
    for (const each of others) if (rows.has(each)) both++
    const share = both / Math.max(1, Math.min(rows.size, others.size))
    if (share >= inCommon && (best === undefined || share > best.share)) best = { id, share }
  }
  return best && { id: best.id, why: 'overlap' }
}

/** 《临江市报备办法（2023年修订）》 and 临江市报备办法（试行） are editions of one text. */
function titleKey(title: string): string {
  return bareText(
    title.replace(
      /[(（〔[][^()（）〔〕[\]]{0,20}(?:试行|暂行|修订|修正|修改|\d{4})[^()（）〔〕[\]]{0,20}[)）〕\]]/g,
      '',
    ),
  )
}

/** Rows of characters, thinned out by their own hash, so that one sentence put in does not shift all that follow. */
function rowsOf(bare: string): ReadonlySet<string> {
  const rows = new Set<string>()
  for (let at = 0; at + row <= bare.length; at++) {
    // A quarter is enough, and of a long text it is thousands.
    if ((bare.charCodeAt(at) * 31 + bare.charCodeAt(at + 1)) % 4 === 0) rows.add(bare.slice(at, at + row))
  }
  return rows
}

/** FNV-1a over UTF-16 units, 32 bits, begun in two ways. */
function hash(text: string, start: number): string {
  let value = 0x811c9dc5 ^ start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
