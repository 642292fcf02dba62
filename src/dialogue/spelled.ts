import { readingsOf } from '../base/index.ts'
import { isNameLike, SURNAMES_SPELLED } from './spelled-surnames.ts'

/**
 * A name whose characters are explained: 李秀映 映照的映, 秀是锦绣的绣, 弓长张, 最后一个字是铭记的铭.
 * @param old the name as it was, to which a single character belongs. @returns undefined if nothing is spelled out.
 */
export function spelled(words: string, old: string | undefined): string | undefined {
  const parts = words
    .split(/[,，、。;；\s]+/)
    .map((s) => s.replace(/^(?:我|他|她)?(?:的)?(?:名字|姓名)?(?:是|叫|应该是|应该叫)?/u, ''))
    .filter(Boolean)
  const explained = [...words.matchAll(OF)].flatMap(([, word = '', c = '']) => (word.includes(c) ? [c] : []))
  const surname = Object.entries(SURNAMES_SPELLED).find(([how]) => words.includes(how))?.[1]
  if (explained.length === 0 && surname === undefined) {
    const called = /^(?:本人|申请人|我)?姓([\p{Script=Han}])$/u.exec(words)?.[1]
    return called !== undefined && old !== undefined ? called + old.slice(1) : undefined
  }
  const whole = parts.find((p) => !p.includes('的') && !Object.keys(SURNAMES_SPELLED).includes(p) && isNameLike(p))
  if (whole !== undefined) return whole
  if (old === undefined) return undefined
  if (surname !== undefined && !/名|第/.test(words)) return surname + old.slice(1)
  const c = explained.at(-1) ?? surname ?? ''
  const place = placeOf(words, old, c)
  return place === undefined ? undefined : [...old].map((o, n) => (n === place ? c : o)).join('')
}

/** 铭记的铭. */
const OF = /([\p{Script=Han}]{2,4}?)的(?:那个)?([\p{Script=Han}])(?![\p{Script=Han}]*的)/gu

/** Which character of the old name is meant: by its place, by naming it, or because it sounds the same. */
function placeOf(words: string, old: string, c: string): number | undefined {
  const all = [...old]
  // It was written so already.
  if (all.includes(c)) return all.indexOf(c)
  if (/最后(?:一|那)?个?字|末尾|尾字/.test(words)) return all.length - 1
  if (/中间|第二个?字|第2个?字/.test(words)) return all.length > 1 ? 1 : undefined
  if (/第三个?字|第3个?字/.test(words)) return all.length > 2 ? 2 : undefined
  if (/姓|第一个?字|第1个?字|头一个字/.test(words)) return 0
  const named = all.findIndex((o) => new RegExp(`(?:那个)?${o}字?(?:应该)?(?:是|写成)`, 'u').test(words))
  if (named >= 0) return named
  const alike = all.flatMap((o, n) => (o !== c && readingsOf(o).some((r) => readingsOf(c).includes(r)) ? [n] : []))
  return alike.length === 1 ? alike[0] : undefined
}
