import {
  type Amount,
  type Answer,
  type Answers,
  count,
  type Field,
  type Flow,
  fieldAt,
  type List,
  type Period,
} from '../flow/index.ts'
import { maskPhone, optionsFor } from '../reading/index.ts'
import { counted } from './form.ts'
import type { Choice, ReviewCard } from './types.ts'

const NOT_SAID = { unknown: '不清楚', skipped: '跳过了', declined: '不想说', later: '后面再补' } as const

/** An answer in the words a person checks it by: 2025年8月1日至31日, 5万元, 138****5678. */
export function shown(field: Field | undefined, answer: Answer, answers: Answers): string {
  if (answer.is !== 'given') return NOT_SAID[answer.is]
  const { value } = answer
  if (value === true) return '已确认'
  if (Array.isArray(value)) {
    const words = (value as readonly string[]).map((v) =>
      field?.kind === 'choice' ? (field.options[v]?.label ?? v) : v,
    )
    return words.length === 0 ? '没有' : words.join('、')
  }
  if (typeof value === 'string') {
    if (field?.kind === 'yesNo') return value === 'yes' ? '是' : '否'
    if (field?.kind === 'phone') return maskPhone(value)
    if (field?.kind === 'choice')
      return optionsFor(field, answers).find(([id]) => id === value)?.[1] ?? field.options[value]?.label ?? value
    return value
  }
  return field?.kind === 'amount' ? money(value as Amount) : days(value as Period)
}

export function days({ text, from, to, approx }: Period): string {
  if (!from || !to) return text
  const about = approx ? '，大约' : ''
  const day = (d: string) => `${Number(d.slice(0, 4))}年${Number(d.slice(5, 7))}月${Number(d.slice(8))}日`
  return `${text}（${from === to ? day(from) : `${day(from)}至${day(to)}`}${about}）`
}

export function money({ text, min, max, approx }: Amount): string {
  if (min === undefined && max === undefined) return text
  const yuan = (n: number) => (n >= 10_000 && n % 1000 === 0 ? `${n / 10_000}万元` : `${n}元`)
  if (min === undefined || max === undefined)
    return `${text}（${min === undefined ? `最多${yuan(max ?? 0)}` : `至少${yuan(min)}`}）`
  return `${text}（${min === max ? yuan(min) : `${yuan(min)}到${yuan(max)}`}${approx ? '，大约' : ''}）`
}

/**
 * 「第1件事情 · 时间」 for a part of a list, the label alone otherwise.
 * @param answers where they show that the list has one item only, it is not counted: 「事情 · 时间」.
 */
export function labelOf(flow: Flow, path: string, answers?: Answers): string {
  const label = fieldAt(flow, path)?.label ?? path
  const item = itemOf(flow, path)
  if (!item) return label
  return `${answers && count(answers, item.list.id) <= 1 ? item.list.item : nth(item.list, item.index)} · ${label}`
}

/** The list and the place in it that a path such as `facts[1].time` stands at. */
export function itemOf(flow: Flow, path: string): { readonly list: List; readonly index: number } | undefined {
  const found = /^([^[]+)\[(\d+)\]\./.exec(path)
  const list = found?.[1] ? fieldAt(flow, found[1]) : undefined
  return found && list?.kind === 'list' ? { list, index: Number(found[2]) } : undefined
}

/** 第2件事情. */
export const nth = (list: List, index: number): string => `第${index + 1}${list.counters[0] ?? '个'}${list.item}`

/** Buttons for a field that has a closed set of answers. Long labels are chosen by number when typed. */
export function choicesFor(field: Field, answers: Answers): readonly Choice[] | undefined {
  if (field.kind === 'yesNo') return [choice('是'), choice('否'), choice('不清楚')]
  if (field.kind === 'statement') return undefined
  return field.kind === 'choice' ? optionsFor(field, answers).map(([, label]) => choice(label)) : undefined
}

export const choice = (label: string, value = label): Choice => ({ label, value })

/** All answers for checking before they are handed in; made from the form, so no form has one written for it. */
export function reviewCard(flow: Flow, answers: Answers): ReviewCard {
  const rows = counted(flow, answers).flatMap(({ path, field }) => {
    const answer = answers[path]
    if (!answer) return []
    const value = shown(field, answer, answers)
    return [
      {
        path,
        label: labelOf(flow, path, answers),
        value,
        ...(field.kind === 'phone' ? {} : { said: answer.said }),
        ...(field.cite ? { cite: field.cite } : {}),
      },
    ]
  })
  return { title: flow.title, rows }
}

/** The card in words, for channels and readers without tables. */
export function cardInWords(card: ReviewCard): string {
  return card.rows.map((row, n) => `${n + 1}. ${row.label}：${row.value}`).join('\n')
}
