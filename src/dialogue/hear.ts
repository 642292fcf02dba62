import { plainText } from '../base/index.ts'
import type { Answer, Answers, Field, Flow, Value } from '../flow/index.ts'
import { fieldsOf, given, meantAnswers } from '../flow/index.ts'
import {
  type Around,
  allByWords,
  byWords,
  heardYesNo,
  type Introduction,
  introduction,
  nameIn,
  placeIn,
  readNumberOf,
  readPeriod,
  unitIn,
} from '../reading/index.ts'
import { clauses } from './segment.ts'

export interface Heard {
  readonly path: string
  readonly value: Value
  /** The words it was read from, where they are not the whole sentence. */
  readonly said?: string
}

/**
 * What a sentence says on the way about fields that were not being asked: places, and the fields that declare `hears`.
 * Only words that stand for exactly one value count, so that nothing is guessed.
 */
export function hear(flow: Flow, said: string, around: Around, except: string | undefined): readonly Heard[] {
  const heard: Heard[] = []
  const self = withBareName(introduction(said))
  for (const [path, field] of fieldsOf(flow)) {
    if (path.includes('[]') || path === except || around.answers[path] !== undefined) continue
    if (field.kind === 'name' || field.kind === 'phone') {
      const own = self[field.kind]
      // A name is not kept where the form has none: an anonymous report.
      if (own && (self.name || spokenOf(own.said)) && meant(flow, path, heard, around.answers))
        heard.push({ path, ...own })
      continue
    }
    const value = heardIn(field, self.rest, around)
    if (value !== undefined) heard.push({ path, value })
  }
  return heard
}

/** 实名 刘桂芳: a name by itself beside the wish to give it. */
function withBareName(self: Introduction): Introduction {
  if (self.name || !/实名|真名|署名/.test(self.rest)) return self
  const name = clauses(self.rest).find((c) => nameIn(c) === c)
  return name === undefined ? self : { ...self, name: { value: name, said: name } }
}

/** True if a number is said to be one to be called at; a bare one may be anything. */
const spokenOf = (said: string) => /电话|手机|联系|号码/.test(said)

function meant(flow: Flow, path: string, heard: readonly Heard[], answers: Answers): boolean {
  const given = (value: Value): Answer => ({ is: 'given', value, said: '', turn: 0 })
  const all = { ...answers, ...Object.fromEntries(heard.map((h) => [h.path, given(h.value)])), [path]: given('') }
  return path in meantAnswers(flow, all)
}

/** What stands in the place of the reporter's name and number in a report that became anonymous. */
const REMOVED = '（已去掉）'

/** The answers without those the form no longer means, and without the reporter's name and number in the words of the others. */
export function withoutReporter(flow: Flow, answers: Answers): Answers {
  const left = meantAnswers(flow, answers)
  const own = [...fieldsOf(flow)].flatMap(([path, { kind }]) => {
    const value = path in left || (kind !== 'name' && kind !== 'phone') ? undefined : given(answers, path)
    return typeof value === 'string' && value.length > 1 ? [value] : []
  })
  const barred = [...fieldsOf(flow)].some(([path, { kind }]) => kind === 'name' && !meant(flow, path, [], answers))
  // 我叫李秀英，我要匿名: said with a choice, and never written down as a name.
  for (const [path, a] of barred ? Object.entries(left) : []) {
    const self = fieldsOf(flow).get(path)?.kind === 'choice' ? introduction(a.said) : undefined
    for (const word of [self?.name?.value, self?.phone?.value]) if (word !== undefined) own.push(word)
  }
  if (own.length === 0) return left
  const clean = (t: string) => own.reduce((text, word) => text.replaceAll(word, REMOVED), t)
  const cleaned = (a: Answer): Answer => {
    if (a.is !== 'given') return { ...a, said: clean(a.said) }
    const v = a.value
    const value = typeof v === 'string' ? clean(v) : Array.isArray(v) ? v.map(clean) : v
    return { ...a, value, said: clean(a.said) } as Answer
  }
  return Object.fromEntries(Object.entries(left).map(([path, a]) => [path, cleaned(a)]))
}

function heardIn(field: Field, said: string, around: Around): Value | undefined {
  if (field.kind === 'place') return placeIn(said, around.places)?.short
  if (field.kind === 'choice' && field.hears && field.many) {
    const all = allByWords(field, said, around.answers)
    return all.length > 0 ? all : undefined
  }
  if (field.kind === 'choice' && field.hears) return byWords(field, said, around.answers, 2)
  if (field.kind === 'yesNo' && field.hears) return heardYesNo(field, said)
  if (field.kind === 'text' && field.hears && field.like === 'number') return readNumberOf(said)
  if (field.kind === 'text' && field.hears && field.like === 'unit') return unitNamed(said)
  return field.kind === 'period' && field.near ? timeNear(field.near, said, around.today) : undefined
}

/** A unit with a name of its own; 那个小区 and 我们单位 are none. */
function unitNamed(said: string): string | undefined {
  const unit = clauses(said)
    .map(unitIn)
    .find((u) => u !== undefined)
  return unit === undefined || /[那这哪]个|一个|小区$|我们|你们|单位$/.test(unit) ? undefined : unit
}

/** 纪要〔2026〕41号，27号开的: the clause that has one of the words and a time. */
function timeNear(near: readonly string[], said: string, today: string): Value | undefined {
  for (const clause of clauses(said)) {
    const period = near.some((w) => clause.includes(w)) ? readPeriod(clause, today) : undefined
    if (period && !('impossible' in period)) return period
  }
  return undefined
}

/**
 * Fields already answered of which a sentence says something else now: 「不是党员，就是老百姓」 after 党员.
 * Only for fields that listen anyway, and only when nothing else was answered by the sentence.
 */
export function reheard(flow: Flow, said: string, around: Around): readonly Heard[] {
  const open = Object.fromEntries(Object.entries(around.answers).filter(([path]) => !path.includes('[')))
  return Object.keys(open).flatMap((path) => {
    const field = fieldsOf(flow).get(path)
    // A unit said in passing is somebody else's.
    if (!field || field.kind === 'text' || !('hears' in field && field.hears)) return []
    const { [path]: old, ...others } = around.answers
    const value = heardIn(field, said, { ...around, answers: others })
    return value !== undefined && !(old?.is === 'given' && old.value === value) ? [{ path, value }] : []
  })
}

/** Choices read out of another answer's words, such as the listed item a matter is nearest to. */
export function derived(flow: Flow, answers: Answers): readonly Heard[] {
  const out: Heard[] = []
  for (const [pattern, field] of fieldsOf(flow)) {
    if (field.kind !== 'choice' || field.derive === undefined) continue
    for (const path of pathsOf(pattern, answers)) {
      const from = given(answers, path.replace(/[^.]*$/, field.derive))
      if (answers[path] !== undefined || typeof from !== 'string') continue
      const words = plainText(from)
      const many = field.many ? allByWords(field, words, answers) : []
      const value = field.many ? (many.length > 0 ? many : undefined) : byWords(field, words, answers)
      if (value !== undefined) out.push({ path, value })
    }
  }
  return out
}

/** `facts[].about` → `facts[0].about`, `facts[1].about` … for the items there are. */
function pathsOf(pattern: string, answers: Answers): readonly string[] {
  const [list, part] = pattern.split('[]')
  if (part === undefined || list === undefined) return [pattern]
  const items = new Set(
    Object.keys(answers).flatMap((k) => (k.startsWith(`${list}[`) ? [k.slice(list.length + 1, k.indexOf(']'))] : [])),
  )
  return [...items].map((n) => `${list}[${n}]${part}`)
}
