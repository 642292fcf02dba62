import type { Answers, Scalar, Value } from '../../flow/index.ts'
import { aboutTheForm, saysNothing } from '../deed.ts'
import type { Place } from '../types.ts'
import { noWords, yesWords } from '../words.ts'
import { readAmount } from './amount.ts'
import { ordinal, readChoice, stands } from './choice.ts'
import { readPeriod } from './period.ts'
import { nameIn, readPhone } from './person.ts'
import { placeIn } from './place.ts'

export { speaksOfMoney } from './amount.ts'
export { byWords, optionsFor, ordinal, stands } from './choice.ts'
export { maskPhone, namesSomebody, readPerson } from './person.ts'
export { placeIn } from './place.ts'

/** A reading: a value, a kind of not-answering, or what is impossible about it. `undefined`: not an answer to this field. */
export type Reading =
  | { readonly value: Value }
  | { readonly is: 'unknown' }
  | { readonly impossible: string }
  | undefined

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
      if (said.length > field.max || saysNothing(said) || aboutTheForm(said)) return undefined
      return { value: (field.person && said.length <= 12 ? nameIn(said) : undefined) ?? said }
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
  if (
    said.length > 30 ||
    /不|没有|没写|没填|先别|等等|等一下|再(?:看|想|改|等|核)|改|错/.test(
      said.replace(/没问题|没错|不用改|没有问题|没有错|没有不对|没啥问题|没什么问题/g, '好'),
    )
  )
    return false
  // 嗯 and 好的谢谢 are said to anything; what is signed is signed in words.
  return (
    /属实|确认|提交|同意|交吧|交了|没问题|没错|就这样|真实|全对|都对|无误/.test(said) ||
    /^(?:是|是的|对|对的|好|好的|行|可以|好啊|行啊)(?:吧|啊|呀|了)?$/.test(said.replace(/[\s\p{P}]/gu, ''))
  )
}

/** True if the words are, by themselves, one of the answers a question waits for: 改了 to 提醒后改了吗. */
export function ownWords(field: Scalar, said: string): boolean {
  const t = said.replace(/[\s\p{P}]/gu, '').replace(/(?:了|吧|啊|呀|的|哈|呢)+$/u, '')
  const is = (w: string) => w.length >= 2 && (w === t || w.replace(/[了的]$/, '') === t)
  if (field.kind === 'choice') return Object.values(field.options).some((o) => [o.label, ...o.words].some(is))
  if (field.kind === 'yesNo') return [...field.yes, ...field.no].some(is)
  return field.kind === 'statement' && agrees(said)
}

type YesNo = Extract<Scalar, { kind: 'yesNo' }>

function yesNo(field: YesNo, said: string): Reading {
  const n = ordinal(said)
  if (n !== undefined)
    return n === 1 ? { value: 'yes' } : n === 2 ? { value: 'no' } : n === 3 ? { is: 'unknown' } : undefined
  const value = yesOrNo(field, said) ?? partly(field, said)
  // Where the field says so, an answer that hedges itself is not taken for a yes or a no.
  if (value !== undefined) return field.sure && HEDGE.test(said) ? { is: 'unknown' } : { value }
  return field.yes.some((w) => said.includes(w)) ? { value: 'no' } : undefined
}

function yesOrNo(field: YesNo, said: string): 'yes' | 'no' | undefined {
  const no = longest(field.no, said)
  const yes = longest(field.yes, said)
  if (no > yes || NOTHING_OF_IT.test(said)) return 'no'
  if (yes > 0) return 'yes'
  if (aboutTheForm(said)) return undefined
  const t = said.replace(LEADING, '')
  if (noWords.test(t)) return 'no'
  return yesWords.test(t) && (!CONSENT.test(said) || field.yes.includes('好的')) ? 'yes' : undefined
}

/** 没有哪条说不让: the no stands first, whatever words come after it. */
const NOTHING_OF_IT = /^(?:并|也|都|还|好像|应该|目前|确实|真的)?(?:没有?|无|冇)(?:什么|啥|哪|任何)/
const LEADING =
  /^(?:应该|好像|大概|可能|估计|似乎|肯定|绝对|当然|其实|目前|暂时|现在|我们|我|都|也|真的|确实|反正|基本上|基本)+(?=[没有无不是未])/

/** 都是为了工作，没有: the last of several clauses may hold the answer by itself. */
function partly(field: YesNo, said: string): 'yes' | 'no' | undefined {
  const last = said.split(/[,，、\s]+/).at(-1) ?? ''
  return last !== said && last.length <= 4 ? yesOrNo(field, last) : undefined
}

/** 好的 consents to what is proposed and says nothing of what was; forms that propose have it among their own words. */
const CONSENT = /^(?:好|行|可以|ok|okay|妥|成|得|中|继续|要|愿意|需要)/i

/** True if a yes or no rests on the field's own words or stands alone; 没开会 to another question may be that other's answer. */
export function plainly(field: Scalar, said: string): boolean {
  return (
    field.kind !== 'yesNo' ||
    longest([...field.yes, ...field.no], said) > 0 ||
    said.replace(/[^\p{L}\p{N}]/gu, '').length <= 3
  )
}

const longest = (words: readonly string[], said: string) =>
  Math.max(0, ...words.filter((w) => stands(said, w)).map((w) => w.length))

const NONE =
  /^(?:我|俺|目前|暂时|现在|手里|手上|这边|这里|真|确实|实在|还)*(?:什么|啥)?(?:都|也|一样都|一点都)?(?:没有|没|无|木有|冇|没得)(?:什么|啥|任何|其他|别的|直接|书面|留下?)*(?:证据|材料|照片|录音|线索|东西|凭证|单据|证人)*(?:了|啊|呀|的|吧|呢|哈|咯)*$/
const NONE_BUT = /^(?:没有?|无)(?:什么|啥|直接)?(?:证据|材料|照片|线索|实物)?[\s,，。]+(?=\S{4,})/

/** 1 请第三方检测 2 分批发证; 退款凭证和会议记录都有; 没有 → none. */
function listOf(said: string, none: readonly string[]): readonly string[] | undefined {
  const t = said.replace(NONE_BUT, '')
  if (none.includes(t) || (t.length <= 24 && NONE.test(t))) return []
  if (saysNothing(t) || aboutTheForm(t)) return undefined
  const items = t
    .replace(/(?:都有|我有|有的|有)$/, '')
    .replace(/^(?:我|俺)?(?:手里|手上|这里|这边|家里)?有(?=\S{2,})/, '')
    .split(/[\s、,，;；]+(?:\d{1,2}[.、)]\s*|\d{1,2}\s+)?|(?<=\S{2})(?:以及|和)(?=\S{2})/)
    .map((s) => s.replace(/^\d{1,2}(?:[.、)]\s*|\s+)/, '').trim())
    .filter((s) => s.length > 1 && !/^\d+$/.test(s))
  return items.length > 0 ? items : [t]
}

function asReading(period: ReturnType<typeof readPeriod>): Reading {
  if (period === undefined) return undefined
  return 'impossible' in period ? period : { value: period }
}
