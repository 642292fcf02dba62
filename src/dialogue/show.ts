import { type Amount, type Answer, type Answers, type Field, type Finding, type Flow, fieldAt, type Period } from '../flow/index.ts'
import { maskPhone, optionsFor } from './read/index.ts'
import type { Bot, Choice, ReviewCard } from './types.ts'

const NOT_SAID = { unknown: '不清楚', skipped: '跳过了', declined: '不想说' } as const

/** An answer in the words a person checks it by: 2025年8月1日至31日, 5万元, 138****5678. */
export function shown(field: Field | undefined, answer: Answer, answers: Answers): string {
  if (answer.is !== 'given') return NOT_SAID[answer.is]
  const { value } = answer
  if (value === true) return '已确认'
  if (Array.isArray(value)) return value.length === 0 ? '没有' : (value as readonly string[]).join('、')
  if (typeof value === 'string') {
    if (field?.kind === 'yesNo') return value === 'yes' ? '是' : '否'
    if (field?.kind === 'phone') return maskPhone(value)
    if (field?.kind === 'choice') return optionsFor(field, answers).find(([id]) => id === value)?.[1] ?? field.options[value]?.label ?? value
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
  if (min === undefined || max === undefined) return text
  const yuan = (n: number) => (n >= 10_000 && n % 1000 === 0 ? `${n / 10_000}万元` : `${n}元`)
  return `${text}（${min === max ? yuan(min) : `${yuan(min)}到${yuan(max)}`}${approx ? '，大约' : ''}）`
}

/** 「第1件事情 · 时间」 for a part of a list, the label alone otherwise. */
export function labelOf(flow: Flow, path: string): string {
  const field = fieldAt(flow, path)
  const item = /^([^[]+)\[(\d+)\]\./.exec(path)
  const list = item?.[1] ? fieldAt(flow, item[1]) : undefined
  const label = field?.label ?? path
  return item && list?.kind === 'list' ? `第${Number(item[2]) + 1}${list.item === '事情' ? '件' : '位'}${list.item} · ${label}` : label
}

/** Buttons for a field that has a closed set of answers. Long labels are chosen by number when typed. */
export function choicesFor(field: Field, answers: Answers): readonly Choice[] | undefined {
  if (field.kind === 'yesNo') return [choice('是'), choice('否'), choice('不清楚')]
  if (field.kind === 'statement') return undefined
  return field.kind === 'choice' ? optionsFor(field, answers).map(([, label]) => choice(label)) : undefined
}

export const choice = (label: string, value = label): Choice => ({ label, value })

/** All answers for checking before they are handed in; made from the form, so no form has one written for it. */
export function reviewCard(flow: Flow, answers: Answers): ReviewCard {
  const rows = Object.entries(answers).flatMap(([path, answer]) => {
    const field = fieldAt(flow, path)
    if (!field || hidden(field)) return []
    return [{ path, label: labelOf(flow, path), value: shown(field, answer, answers), ...(field.kind === 'phone' ? {} : { said: answer.said }), ...(field.cite ? { cite: field.cite } : {}) }]
  })
  return { title: flow.title, rows: rows.sort((a, b) => place(flow, a.path) - place(flow, b.path)) }
}

const hidden = (field: Field) => field.kind === 'statement' || field.id === 'hand_in' || field.id === 'next' || field.id === 'about'

/** Order of the form, list items together. */
function place(flow: Flow, path: string): number {
  const list = /^([^[]+)\[(\d+)\]/.exec(path)
  const step = flow.steps.findIndex((s) => 'ask' in s && s.ask.id === (list?.[1] ?? path))
  return step * 1000 + (list ? Number(list[2]) * 10 : 0)
}

/** The card in words, for channels and readers without tables. */
export function cardInWords(card: ReviewCard): string {
  return card.rows.map((row, n) => `${n + 1}. ${row.label}：${row.value}`).join('\n')
}

const SIGN = { 符合: '✓ 符合', 不符合: '✗ 不适用', 未知: '？ 未知', 由机关认定: '－ 由机关认定' } as const

/** A finding in words: the verdict, what is against first, each condition with the person's own words and its clause. */
export function findingParts(bot: Bot, finding: Finding): readonly { readonly text: string; readonly cites?: readonly string[] }[] {
  const order = { 不符合: 0, 未知: 1, 符合: 2, 由机关认定: 3 } as const
  const marks = [...finding.marks].sort((a, b) => order[a.mark] - order[b.mark] || side(a.side) - side(b.side))
  const lines = marks.map((m) => {
    const sign = m.side === 'negative' && m.mark === '符合' ? '✓ 未见' : m.side === 'negative' && m.mark === '不符合' ? '✗ 对上了' : SIGN[m.mark]
    return { text: `${sign}：${m.says}${m.said ? `（您说：“${m.said}”）` : ''}`, cites: [m.cite] }
  })
  const lead = bot.phrases[`verdict.${finding.verdict}`]
  return [
    { text: `初步对照（不是认定）：${finding.verdict}。${typeof lead === 'string' ? lead : ''}` },
    ...lines,
    ...finding.notes.map((n) => ({ text: n.says, cites: [n.cite] })),
    { text: `最后由${finding.decidedBy}认定。` },
  ]
}

const side = (s: 'positive' | 'negative' | 'look') => ({ negative: 0, positive: 1, look: 2 })[s]
