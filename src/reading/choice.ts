import { readNumber } from '../base/index.ts'
import { type Answers, type Condition, holds, type Scalar } from '../flow/index.ts'
import { begunWords } from './begun.ts'
import { plainer, standingOf } from './denial.ts'

type ChoiceField = Extract<Scalar, { kind: 'choice' }>

/** The options meant for this person, in order: what is shown is what can be chosen by number. */
export function optionsFor(field: ChoiceField, answers: Answers): readonly (readonly [id: string, label: string])[] {
  return Object.entries(field.options)
    .filter(([, o]) => !o.only || holds(o.only as Condition, answers) === 'yes')
    .map(([id, o]) => [id, o.label])
}

/** Reads one of the options: by number (`2`, `第二个`, `B`), by label, or by the words people use for it. */
export function readChoice(field: ChoiceField, text: string, answers: Answers): string | undefined {
  const shown = optionsFor(field, answers)
  const n = ordinal(text)
  if (n !== undefined) return shown[n - 1]?.[0]
  const labelled = shown.find(([id, label]) => text === label || text === id)
  const begun = begunWords(text)
  return labelled?.[0] ?? byWords(field, text, answers) ?? (begun && byWords(field, begun, answers))
}

/** Reads any number of the options: 1和3, 一、三, by label, or every option of which a word stands un-negated. @returns their ids in the field's order. */
export function readChoices(field: ChoiceField, text: string, answers: Answers): readonly string[] | undefined {
  const shown = optionsFor(field, answers)
  if (ALL_OF_THEM.test(text))
    return shown.flatMap(([id, label]) => (/其他|别的|都不|没有|不清楚/.test(label) ? [] : [id]))
  const figures = text
    .normalize('NFKC')
    .split(/[\s、,，和跟与及;；]+/)
    .filter((s) => s !== '')
  const numbers = figures.map(ordinal)
  if (numbers.length > 0 && numbers.every((n) => n !== undefined && n <= shown.length))
    return shown.flatMap(([id], at) => (numbers.includes(at + 1) ? [id] : []))
  const ids = allByWords(field, text, answers)
  return ids.length > 0 ? ids : undefined
}

/** 都沾, 全都有, 两样都算. */
const ALL_OF_THEM =
  /^(?:这)?(?:几|两|三|四|五)?(?:个|样|种|项|条)?(?:都|全|全都|全部|统统)(?:沾边?|有|算|占|是|要|选|符合|对得上)(?:的|了|吧|啊|一点)*$/

/** Every option of which a word, or the label, stands in the text un-negated, in the field's order. */
export function allByWords(field: ChoiceField, text: string, answers: Answers): readonly string[] {
  return optionsFor(field, answers).flatMap(([id, label]) =>
    [label, ...(field.options[id]?.words ?? [])].some((w) => w !== '没有' && stands(text, w)) ? [id] : [],
  )
}

/** The option whose longest word stands in the text un-negated; a tie between two options is no answer. `shortest` leaves out lesser words. */
export function byWords(field: ChoiceField, text: string, answers: Answers, shortest = 1): string | undefined {
  const even = plainer(text)
  const hits = optionsFor(field, answers).flatMap(([id, label]) =>
    [label, ...(field.options[id]?.words ?? [])]
      .filter((w) => w.length >= shortest && w !== '没有')
      .filter((w) => stands(text, w) || (even !== text && stands(even, w)))
      .map((w) => ({ id, length: w.length })),
  )
  const best = Math.max(0, ...hits.map((h) => h.length))
  const ids = new Set(hits.filter((h) => h.length === best).map((h) => h.id))
  if (ids.size === 1) return [...ids][0]
  // Several options by words of one length: the one with most words wins, and an even tie is nobody's.
  const counts = [...ids].map((id) => ({ id, n: hits.filter((h) => h.id === id).length })).sort((a, b) => b.n - a.n)
  return counts[0] && counts[0].n > (counts[1]?.n ?? 0) ? counts[0].id : undefined
}

/** True if `word` stands in `text` and is not denied, asked or left open: neither 不是党员 nor 没入党员 says 党员. */
export const stands = (text: string, word: string): boolean => standingOf(text, word) === 'said'

/** 2, 第二个, 选2, ２, B → 2, when that is all that was said. */
export function ordinal(text: string): number | undefined {
  const t = text
    .normalize('NFKC')
    .replace(/^(?:我)?(?:选|要|是)?第?/, '')
    .replace(/(?:个|项|条|种|号|吧|那个|那项|那条)+$/, '')
  if (/^[a-h]$/i.test(t)) return t.toLowerCase().charCodeAt(0) - 96
  const digit = /^[①-⑩]$/.test(text) ? text.charCodeAt(0) - 0x245f : undefined
  const n = digit ?? (/^(?:\d{1,2}|[一二两三四五六七八九十]{1,3})$/.test(t) ? readNumber(t) : undefined)
  return n !== undefined && n >= 1 && n <= 30 ? n : undefined
}
