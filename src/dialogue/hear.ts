import { plainText } from '../base/index.ts'
import type { Answers, Field, Flow, Value } from '../flow/index.ts'
import { fieldsOf, given } from '../flow/index.ts'
import { type Around, byWords, placeIn, stands } from './read/index.ts'
import { nameIn, readPhone } from './read/person.ts'

export interface Heard {
  readonly path: string
  readonly value: Value
}

/**
 * What a sentence says on the way about fields that were not being asked: places, and the fields that declare `hears`.
 * Only words that stand for exactly one value count, so that nothing is guessed.
 */
export function hear(flow: Flow, said: string, around: Around, except: string | undefined): readonly Heard[] {
  const heard: Heard[] = []
  for (const [path, field] of fieldsOf(flow)) {
    if (path.includes('[]') || path === except || around.answers[path] !== undefined) continue
    const value = heardIn(field, said, around)
    if (value !== undefined) heard.push({ path, value })
  }
  return heard
}

function heardIn(field: Field, said: string, around: Around): Value | undefined {
  if (field.kind === 'place') return placeIn(said, around.places)?.short
  if (field.kind === 'choice' && field.hears) return byWords(field, said, around.answers, 2)
  if (field.kind === 'yesNo' && field.hears) return told(field, said)
  // A name or number is the reporter's own only when they say so.
  if (field.kind === 'name')
    return /我(?:叫|是|姓|的名字)|姓名[:：是]/.test(said)
      ? nameIn(/我(?:叫|是|姓).*|姓名.*/.exec(said)?.[0] ?? '')
      : undefined
  if (field.kind === 'phone')
    return /电话|手机|联系(?:方式|我)|号码/.test(said) && !/(?:他|她|对方|他们)的?(?:电话|手机|号码)/.test(said)
      ? readPhone(said)
      : undefined
  return undefined
}

function told(field: Extract<Field, { kind: 'yesNo' }>, said: string): 'yes' | 'no' | undefined {
  const longest = (words: readonly string[]) =>
    Math.max(0, ...words.filter((w) => stands(said, w)).map((w) => w.length))
  const [yes, no] = [longest(field.yes), longest(field.no)]
  return yes === no ? undefined : yes > no ? 'yes' : 'no'
}

/**
 * Fields already answered of which a sentence says something else now: 「不是党员，就是老百姓」 after 党员.
 * Only for fields that listen anyway, and only when nothing else was answered by the sentence.
 */
export function reheard(flow: Flow, said: string, around: Around): readonly Heard[] {
  const open = Object.fromEntries(Object.entries(around.answers).filter(([path]) => !path.includes('[')))
  return Object.keys(open).flatMap((path) => {
    const field = fieldsOf(flow).get(path)
    if (!field || !('hears' in field && field.hears)) return []
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
      const id = byWords(field, plainText(from), answers)
      if (id !== undefined) out.push({ path, value: id })
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
