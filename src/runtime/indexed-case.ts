import { plainText } from '../base/index.ts'
import {
  type Amount,
  type Answers,
  count,
  type Field,
  type Flow,
  fieldAt,
  fieldsOf,
  given,
  type Period,
} from '../flow/index.ts'
import { handedIn } from './hand-in.ts'
import type { IndexedCase, IndexedFact, IndexedPerson } from './indexed.ts'
import type { Case } from './opened.ts'

/** Characters of one case that are searched: some forty pages. What is longer is a copied file, and its beginning tells it. */
const longest = 32_000

/**
 * Makes the entry of an opened case.
 *
 * @param flow the edition its form was answered in, or another one of it; without one nobody and nothing is made out, and the
 * words are there all the same. @param identity paths of answers that say who reported: left out, and their words everywhere.
 */
export function indexedCase(found: Case, flow: Flow | undefined, identity: readonly string[]): IndexedCase {
  const { id, number, kind, unit, createdAt: at, area, thread, messages } = found
  const whole = { form: found.form, thread, at, heard: [], ...(area === undefined ? {} : { area }) }
  const { answers } = handedIn(whole, identity).body.form
  const said = new Set<string>()
  const all: (readonly [label: string, text: string])[] = []
  let room = longest
  const add = (label: string, words: string) => {
    const text = searchable(words).slice(0, Math.max(room, 0))
    if (text === '' || said.has(text)) return
    said.add(text)
    room -= text.length + 1
    all.push([label, text])
  }
  if (area !== undefined) add('地区', area)
  for (const [path, answer] of Object.entries(answers)) {
    if (answer.is !== 'given') continue
    const label = labelOf(path, flow)
    add(label, wordsOf(answer.value, flow && fieldAt(flow, path)))
    add(label, answer.said)
  }
  for (const { from, text } of messages) add(from === 'person' ? '来件人的补充' : '办理中的话', text)
  return {
    ...{ id, number, kind, unit, at },
    ...(area === undefined ? {} : { area }),
    people: flow ? peopleIn(answers, flow) : [],
    facts: flow ? factsIn(answers, flow) : [],
    text: all.map(([, text]) => text).join('\n'),
    labels: all.map(([label]) => label),
    lines: messages.length,
  }
}

/** One spelling, on one line, without blanks between Chinese characters: people put them there or not. */
export function searchable(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}

/** Words looked for, in the same spelling; blanks part them. */
export const soughtIn = (words: string): readonly string[] =>
  plainText(words)
    .split(/\s+/)
    .filter((word) => word !== '')

function wordsOf(value: NonNullable<ReturnType<typeof given>>, field: Field | undefined): string {
  if (value === true) return ''
  if (typeof value === 'string' || Array.isArray(value))
    return [value]
      .flat()
      .map((each) => optionOf(each, field))
      .join(' ')
  return 'text' in value ? value.text : ''
}

const optionOf = (value: string, field: Field | undefined): string =>
  field?.kind === 'choice' && Object.hasOwn(field.options, value) ? (field.options[value]?.label ?? value) : value

/** `事情 1 · 经过` for a part of a list item. */
function labelOf(path: string, flow: Flow | undefined): string {
  const label = (flow && fieldAt(flow, path)?.label) ?? path
  const [, list, item] = /^(\w+)\[(\d+)\]\./.exec(path) ?? []
  const of = list !== undefined && flow ? fieldAt(flow, list) : undefined
  return of?.kind === 'list' ? `${of.item} ${Number(item) + 1} · ${label}` : label
}

/** Where a form asks: by itself, or in one item of a list, whose `main` part says what it is. */
interface Scope {
  readonly prefix: string
  readonly fields: readonly (readonly [id: string, field: Field])[]
  readonly main?: string
}

function* scopes(answers: Answers, flow: Flow): Generator<Scope> {
  const fields = [...fieldsOf(flow)]
  yield { prefix: '', fields: fields.filter(([path, { kind }]) => !path.includes('[]') && kind !== 'list') }
  for (const [list, own] of fields) {
    if (own.kind !== 'list') continue
    const parts = fields.flatMap(([path, field]) =>
      path.startsWith(`${list}[].`) ? [[path.slice(list.length + 3), field] as const] : [],
    )
    for (let item = 0; item < count(answers, list); item++)
      yield { prefix: `${list}[${item}].`, fields: parts, main: own.main }
  }
}

/** Whoever is named where a form asks for a name, with unit and post beside it. */
function peopleIn(answers: Answers, flow: Flow): IndexedPerson[] {
  const people: IndexedPerson[] = []
  for (const { prefix, fields } of scopes(answers, flow)) {
    for (const [id, field] of fields) {
      if (field.kind !== 'text' || field.person === undefined) continue
      const beside = field.person === true ? { unit: 'unit', post: 'post' } : field.person
      const [name, unit, post] = [id, beside.unit, beside.post].map((part) =>
        part === undefined ? undefined : textAt(answers, prefix + part),
      )
      if (name === undefined && unit === undefined && post === undefined) continue
      people.push({
        name: name ?? '',
        ...(unit === undefined ? {} : { unit }),
        ...(post === undefined ? {} : { post }),
      })
    }
  }
  return people
}

/** Items of lists that are about things and not people; a form without such a list reports one thing. */
function factsIn(answers: Answers, flow: Flow): IndexedFact[] {
  const [form, ...items] = [...scopes(answers, flow)]
  const things = items.filter(({ fields }) => !fields.some(([, field]) => field.kind === 'text' && field.person))
  return (things.length > 0 || !form ? things : [form]).flatMap((scope) => factIn(answers, scope) ?? [])
}

function factIn(answers: Answers, { prefix, fields, main }: Scope): IndexedFact | undefined {
  let what = main === undefined ? undefined : textAt(answers, prefix + main)
  let place: string | undefined
  let when: Pick<IndexedFact, 'from' | 'to'> = {}
  let much: Pick<IndexedFact, 'amountMin' | 'amountMax'> = {}
  for (const [id, field] of fields) {
    const value = given(answers, prefix + id)
    if (typeof value === 'string') {
      if (field.kind === 'place' || (field.kind === 'text' && field.like === 'where')) place ??= value
      // Without a main part the longest text is what it is about: the others are names, numbers and headings.
      else if (main === undefined && field.kind === 'text' && value.length > (what?.length ?? 0)) what = value
    } else if (typeof value === 'object' && 'text' in value) {
      if ('from' in value || 'to' in value) when = { ...days(value), ...when }
      if ('min' in value || 'max' in value) much = { ...sums(value), ...much }
    }
  }
  if (what === undefined) return undefined
  return { what, ...(place === undefined ? {} : { place }), ...when, ...much }
}

const days = ({ from, to }: Partial<Period>) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})
const sums = ({ min, max }: Partial<Amount>) => ({
  ...(min === undefined ? {} : { amountMin: min }),
  ...(max === undefined ? {} : { amountMax: max }),
})

function textAt(answers: Answers, path: string): string | undefined {
  const value = given(answers, path)
  return typeof value === 'string' ? value : undefined
}
