import { wholeNumber } from '../../base/index.ts'
import type { CaseRef } from './command.ts'

const FIGURES = '[\\d零〇一二三四五六七八九十百千两]'
const NUMBER = `第?(?:[a-z] ?[-—–_]? ?)?(?:\\d{3,12}|${FIGURES}{3,12})(?: ?(?:号件|号办件|号|办件|件))?`
const PLACE = `(?:第 ?${FIGURES}{1,2} ?[件个条号]件?|头一[件个]|最后(?:那|一|那一)?[件个]|${FIGURES}{1,2} ?号件)`
const THIS =
  '(?:这|那|此|该|本|当前|刚才)(?:一|那|这)*(?:件|个|条)?(?:案子|案件|举报|办件|件事)?(?:件|个)?|(?:刚才|上面|当前)(?:那|这|的)?(?:一)?(?:件|个)|它'

/** How a case may be called, as a pattern without groups; for text in one spelling. */
export const REF = `(?:${NUMBER}|${PLACE}|${THIS})`

/** What was called. @param said absent or empty: nothing was. */
export function refOf(said: string | undefined): CaseRef {
  const text = (said ?? '').replace(/\s+/g, '')
  if (text === '') return { type: 'this', said: false }
  const number = new RegExp(`^第?([a-z])?[-—–_]?(\\d{3,12}|${FIGURES}{3,12})(?:号件|号办件|号|办件|件)?$`).exec(text)
  const n = number?.[2] === undefined ? undefined : wholeNumber(number[2])
  if (n !== undefined) return { type: 'number', number: n, ...(number?.[1] ? { letter: number[1].toUpperCase() } : {}) }
  if (/^头一/.test(text)) return { type: 'place', place: 1 }
  if (/^最后/.test(text)) return { type: 'place', place: -1 }
  const place = new RegExp(`^第?(${FIGURES}{1,2})`).exec(text)?.[1]
  const nth = place === undefined ? undefined : wholeNumber(place)
  return nth === undefined ? { type: 'this', said: true } : { type: 'place', place: nth }
}
