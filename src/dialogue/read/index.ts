import type { Answers, Scalar, Value } from '../../flow/index.ts'
import type { Place } from '../types.ts'
import { noWords, yesWords } from '../words.ts'
import { readAmount } from './amount.ts'
import { ordinal, readChoice, stands } from './choice.ts'
import { readPeriod } from './period.ts'
import { nameIn, readPhone } from './person.ts'
import { placeIn } from './place.ts'

export { speaksOfMoney } from './amount.ts'
export { byWords, optionsFor, ordinal, stands } from './choice.ts'
export { maskPhone, readPerson } from './person.ts'
export { placeIn } from './place.ts'

/** A reading: a value, a kind of not-answering, or what is impossible about it. `undefined`: not an answer to this field. */
export type Reading = { readonly value: Value } | { readonly is: 'unknown' } | { readonly impossible: string } | undefined

/** What reading needs to know: the answers so far, today's day, and the places people name. */
export interface Around {
  readonly answers: Answers
  readonly today: string
  readonly places: readonly Place[]
}

const HEDGE = /吧$|吧[\s,，。]|好像|可能|大概|应该|似乎|不一定|说不定|也许|还在批|没批下来|在办/

/** Reads `said` (simplified, without final marks) as an answer to a field. */
export function read(field: Scalar, said: string, around: Around): Reading {
  switch (field.kind) {
    case 'text':
      return said.length <= field.max && !saysNothing(said) ? { value: said } : undefined
    case 'texts': {
      const list = listOf(said, field.none)
      return list === undefined ? undefined : { value: list }
    }
    case 'choice': {
      const id = readChoice(field, said, around.answers)
      return id === undefined ? undefined : { value: id }
    }
    case 'yesNo':
      return yesNo(field, said)
    case 'place': {
      const place = placeIn(said, around.places)
      return place === undefined ? undefined : { value: place.short }
    }
    case 'name': {
      const name = nameIn(said)
      return name === undefined ? undefined : { value: name }
    }
    case 'phone': {
      const phone = readPhone(said)
      if (phone !== undefined) return { value: phone }
      const digits = said.replace(/\D/g, '')
      return digits.length >= 5 ? { impossible: `这个号码有${digits.length}位数字，手机号应当是11位` } : undefined
    }
    case 'period':
      return asReading(readPeriod(said, around.today))
    case 'amount': {
      const amount = readAmount(said)
      return amount === undefined ? undefined : { value: amount }
    }
    case 'statement':
      return agrees(said) ? { value: true } : undefined
  }
}

/** 属实、确认、没问题、就这样、提交. A refusal or a doubt is not agreement. */
export function agrees(said: string): boolean {
  return !/不|没有|先别|等等|再/.test(said.replace(/没问题|没错|不用改|没有问题/g, '好')) && (/属实|确认|提交|同意|交吧|没问题|没错|就这样|真实/.test(said) || yesWords.test(said))
}

function yesNo(field: Extract<Scalar, { kind: 'yesNo' }>, said: string): Reading {
  const n = ordinal(said)
  if (n === 1) return { value: 'yes' }
  if (n === 2) return { value: 'no' }
  const no = longest(field.no, said)
  const yes = longest(field.yes, said)
  const value = no > yes ? 'no' : yes > 0 ? 'yes' : noWords.test(said) ? 'no' : yesWords.test(said) ? 'yes' : undefined
  if (value === undefined) return field.yes.some((w) => said.includes(w)) ? { value: 'no' } : undefined
  // Where the field says so, an answer that hedges itself is not taken for a yes or a no.
  return field.sure && HEDGE.test(said) ? { is: 'unknown' } : { value }
}

const longest = (words: readonly string[], said: string) => Math.max(0, ...words.filter((w) => stands(said, w)).map((w) => w.length))

/** 1 请第三方检测 2 分批发证; 退款凭证和会议记录都有; 没有 → none. */
function listOf(said: string, none: readonly string[]): readonly string[] {
  const t = said.replace(/^(?:没有|无|没)[\s,，。]+(?=\S{4,})/, '')
  if (none.includes(t) || /^(?:没有|没|无|都没有|没得|暂时没有|什么都没有|没有材料|没有证据|没证据)(?:了|啊|呀|的)?$/.test(t)) return []
  return t
    .replace(/(?:都有|我有|有的|有)$/, '')
    .replace(/^(?:我)?(?:手里|手上|这里|这边)?有(?=\S{2,})/, '')
    .split(/\s*(?:^|[\s、,，;；和及]|以及)\s*(?:\d{1,2}[.、)\s]+)?|\s+\d{1,2}[.、)]?\s*/)
    .map((s) => s.replace(/^\d{1,2}[.、)\s]+/, '').trim())
    .filter((s) => s.length > 1)
}

function asReading(period: ReturnType<typeof readPeriod>): Reading {
  if (period === undefined) return undefined
  return 'impossible' in period ? period : { value: period }
}
