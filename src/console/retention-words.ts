import type { CaseKind } from '../intake/index.ts'
import type { Spared } from '../runtime/index.ts'

/** `10 年`, `18 个月`. */
export const monthsWords = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`)

/** What a request about a rule is about: `report 120`. 0 months: no period any more. */
export const ruleObject = (kind: string, months: number): string => `${kind} ${months}`

/** The same in words; anything else as it is. */
export function ruleWords(object: string, kinds: readonly CaseKind[]): string {
  const [, kind, months] = /^([a-z-]+) (\d{1,4})$/.exec(object) ?? []
  if (kind === undefined) return object
  return `${titleOf(kind, kinds)}：${months === '0' ? '不设期限' : `保管 ${monthsWords(Number(months))}`}`
}

/** Kinds of one title, as an edition of a place has, are told apart by their id. */
export function titleOf(kind: string, kinds: readonly CaseKind[]): string {
  const title = kinds.find(({ id }) => id === kind)?.title ?? kind
  return kinds.filter((each) => each.title === title).length > 1 ? `${title}（${kind}）` : title
}

export const sparedWords: Readonly<Record<Spared, string>> = {
  open: '这件后来又在办，没有销毁。',
  answer: '对方后来有补充，或者在等对方回话，没有销毁。',
  link: '和它并在一起的另一件还在办，没有销毁。',
  hold: '已经暂缓，没有销毁。',
  gone: '这件已经不在库里。',
}
