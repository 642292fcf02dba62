import type { Amount, Answer, Field, Period } from '../flow/index.ts'

/** What stands where there is no answer. 不知道, 不愿说明 and nothing said are three different things, and none of them is a no. */
export const lacking = {
  absent: '（未填）',
  skipped: '（未填）',
  unknown: '（不知道）',
  declined: '（不愿说明）',
  later: '（待补）',
} as const

/** Written for what lies sealed apart. */
export const sealedWords = '（已密封）'

/** An answer as a paper writes it: days and sums in the official way, the person's own words stand in the list of sources. */
export function paperWords(answer: Answer, field: Field | undefined): string {
  if (answer.is !== 'given') return lacking[answer.is]
  const { value } = answer
  if (typeof value === 'string') return word(value, field)
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((each: string) => word(each, field)).join('；')
  if (typeof value !== 'object') return field?.kind === 'statement' ? '已确认' : '是'
  return 'from' in value || 'to' in value || field?.kind === 'period'
    ? period(value as Period) // a period field holds periods: the flow's own schema decided it
    : amount(value as Amount) // the only other kind of object an answer may hold
}

/** `2025年8月1日` of an ISO day; anything else as it is. */
export function longDay(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  return year === undefined ? iso : `${year}年${Number(month)}月${Number(date)}日`
}

function word(value: string, field: Field | undefined): string {
  if (field?.kind === 'choice' && Object.hasOwn(field.options, value)) return field.options[value]?.label ?? value
  if (field?.kind === 'statement') return value === 'no' ? '未确认' : '已确认'
  if (field?.kind !== 'yesNo') return value
  return value === 'yes' ? '是' : value === 'no' ? '否' : value
}

function period({ text, from, to, approx }: Period): string {
  const [first, last] = [from ?? to, to ?? from]
  if (first === undefined || last === undefined) return text
  const open = from === undefined ? '不晚于' : to === undefined ? '不早于' : ''
  return `${open}${approx ? '约' : ''}${first === last ? longDay(first) : `${longDay(first)}至${longDay(last)}`}`
}

function amount({ text, min, max, approx }: Amount): string {
  if (min === undefined && max === undefined) return text
  return `${approx ? '约' : ''}${min === max ? min : `${min ?? '？'}至${max ?? '？'}`}元`
}
