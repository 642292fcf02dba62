import type { Amount, Answer, Field, Period } from '../flow/index.ts'

/** An answer in words. Unknown, skipped and declined stay three different answers. */
export function valueWords(answer: Answer, field: Field | undefined): string {
  if (answer.is !== 'given') return notGiven[answer.is]
  const { value } = answer
  if (typeof value === 'string') return word(value, field)
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((each: string) => word(each, field)).join('、')
  if (typeof value !== 'object') return value ? '是' : '否'
  return 'from' in value || 'to' in value || field?.kind === 'period'
    ? period(value as Period) // a period field holds periods: the flow's own schema decided it
    : amount(value as Amount) // the only other kind of object an answer may hold
}

const notGiven = { unknown: '不知道', skipped: '跳过未答', declined: '不愿说明', later: '说后面再补' } as const

function word(value: string, field: Field | undefined): string {
  if (field?.kind === 'choice' && Object.hasOwn(field.options, value)) return field.options[value]?.label ?? value
  if (field?.kind === 'statement')
    return value === 'yes' || value === 'true' ? '已确认' : value === 'no' ? '未确认' : value
  if (field?.kind !== 'yesNo') return value
  return value === 'yes' ? '是' : value === 'no' ? '否' : value
}

function period({ text, from, to, approx }: Period): string {
  const [first, last] = [from ?? to, to ?? from]
  if (first === undefined || last === undefined) return text
  const open = from === undefined ? '不晚于' : to === undefined ? '不早于' : ''
  const span = first === last ? day(first) : `${day(first)}至${day(last, first.slice(0, 4))}`
  return `${text}（${open}${approx ? '约' : ''}${span}）`
}

/** `2025年8月1日`, as offices write it; the year is left out where it was just said. */
function day(iso: string, said = ''): string {
  const [year = '', month, date] = iso.split('-')
  return `${year === said ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}

function amount({ text, min, max, approx }: Amount): string {
  if (min === undefined && max === undefined) return text
  const yuan = min === max ? money(min) : `${money(min)} 至 ${money(max)}`
  return `${text}（${approx ? '约 ' : ''}${yuan} 元）`
}

const money = (yuan: number | undefined) => (yuan === undefined ? '?' : yuan.toLocaleString('zh-CN'))
