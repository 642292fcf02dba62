import type { Scalar } from '../flow/index.ts'
import { readAmount } from './amount.ts'
import { readChoice, readChoices } from './choice.ts'
import { aboutTheForm, saysNothing } from './deed.ts'
import { fillersOff } from './fillers.ts'
import { nameIn } from './name.ts'
import { readNumberOf } from './number-of.ts'
import { readPeriod } from './period.ts'
import { phoneIn } from './phone.ts'
import { placeIn } from './place.ts'
import type { Around, Reading } from './reading.ts'
import { unitIn } from './unit.ts'
import { trimWhere } from './where.ts'
import { readYesNo } from './yes-no.ts'

/** Reads `said` (simplified, without final marks) as an answer to a field. */
export function read(field: Scalar, said: string, around: Around): Reading {
  switch (field.kind) {
    case 'text':
      return readText(field, said)
    case 'texts': {
      const list = listOf(said, field.none)
      return list === undefined ? undefined : { value: list }
    }
    case 'choice': {
      const id = field.many ? readChoices(field, said, around.answers) : readChoice(field, said, around.answers)
      return id === undefined ? undefined : { value: id }
    }
    case 'yesNo':
      return readYesNo(field, said)
    case 'place': {
      const place = placeIn(said, around.places)
      return place === undefined ? undefined : { value: place.short }
    }
    case 'name': {
      const name = nameIn(said)
      return name === undefined ? undefined : { value: name }
    }
    case 'phone': {
      const phone = phoneIn(said)
      return typeof phone === 'string' ? { value: phone } : phone
    }
    case 'period':
      return asReading(readPeriod(said, around.today))
    case 'amount': {
      const amount = readAmount(said)
      return amount === undefined ? undefined : { value: amount }
    }
    case 'statement':
      return agrees(said) || (said.length <= 12 && field.agree.some((w) => said.includes(w)))
        ? { value: true }
        : undefined
  }
}

function readText(field: Extract<Scalar, { kind: 'text' }>, said: string): Reading {
  if (field.like === 'number') {
    const number = readNumberOf(said)
    return number === undefined ? undefined : { value: number }
  }
  if (said.length > field.max || saysNothing(said) || aboutTheForm(said)) return undefined
  if (field.person && said.length <= 40) return { value: nameIn(said) ?? said }
  if (field.like === 'unit') return { value: unitIn(said) ?? said }
  return { value: field.like === 'where' ? trimWhere(said) : said }
}

/** 属实、确认、没问题、就这样、提交. A refusal or a doubt is not agreement. */
export function agrees(said: string): boolean {
  if (
    said.length > 30 ||
    /应该|大概|可能|好像|也许|不|没有|没写|没填|先别|等等|等一下|再(?:看|想|改|等|核)|改|错/.test(
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

const NONE =
  /^(?:我|俺|目前|暂时|现在|手里|手上|这边|这里|真|确实|实在|还)*(?:什么|啥)?(?:都|也|一样都|一点都)?(?:没有|没|无|木有|冇|没得)(?:什么|啥|任何|其他|别的|直接|书面|留下?)*(?:证据|材料|照片|录音|线索|东西|凭证|单据|证人)*(?:了|啊|呀|的|吧|呢|哈|咯)*$/
const NONE_BUT = /^(?:没有?|无)(?:什么|啥|直接)?(?:证据|材料|照片|线索|实物)?[\s,，。]+(?=\S{4,})/

/** 1 请第三方检测 2 分批发证; 退款凭证和会议记录都有; 没有 → none. */
function listOf(said: string, none: readonly string[]): readonly string[] | undefined {
  const t = fillersOff(said).replace(NONE_BUT, '')
  if (none.includes(t) || (t.length <= 24 && NONE.test(t))) return []
  if (saysNothing(t) || aboutTheForm(t)) return undefined
  const items = t
    .replace(/(?:都有|我有|有的|有)$/, '')
    .replace(/^(?:我|俺)?(?:手里|手上|这里|这边|家里)?有(?=\S{2,})/, '')
    .split(/[\s、,，;；]+(?:\d{1,2}[.、)]\s*|\d{1,2}\s+)?|(?<=\S{2})(?:以及|和)(?=\S{2})/)
    .map((s) =>
      s
        .replace(/^\d{1,2}(?:[.、)]\s*|\s+)/, '')
        .replace(/^(?:还有|另外还?有?|以及|再就是|还)(?=\S{2})/, '')
        .trim(),
    )
    .filter((s) => s.length > 1 && !/^\d+$/.test(s))
  return items.length > 0 ? items : [t]
}

function asReading(period: ReturnType<typeof readPeriod>): Reading {
  if (period === undefined) return undefined
  return 'impossible' in period ? period : { value: period }
}
