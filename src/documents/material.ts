import { type Answer, type Answers, type Field, type Flow, fieldAt, holds } from '../flow/index.ts'
import { type CaseKind, factsOf, factWords, type Input, type PaperKind } from '../intake/index.ts'
import type { Case } from '../runtime/index.ts'
import { clean } from './clean.ts'
import type { Source } from './paper.ts'
import { lacking, longDay, paperWords, sealedWords } from './words.ts'

/** A clause as papers cite it. */
export interface PaperClause {
  readonly id: string
  readonly instrument: string
  readonly label: string
  readonly held: 'original' | 'digest' | 'name-only'
  readonly text: string
  readonly quote?: string
}

/** What a paper is made of: the opened case and what explains it. Nothing else is looked up. */
export interface Material {
  readonly case: Pick<Case, 'number' | 'kind' | 'form' | 'messages' | 'thread' | 'createdAt' | 'area'>
  /** The edition that was answered, or the newest where it is gone. */
  readonly flow?: Flow | undefined
  readonly kind?: CaseKind | undefined
  readonly clauses: Readonly<Record<string, PaperClause>>
  /** Name of the unit that works it; the one no name was given to is 本单位. */
  readonly office: string
  /** ISO day. */
  readonly today: string
  /** Who reported, where it was revealed to this officer; absent: it stays sealed. */
  readonly identity?: Answers | undefined
  /** Paths of the form that say who is writing. */
  readonly identityPaths: readonly string[]
}

/** A word for a paper with its source. */
export interface Found {
  readonly text: string
  readonly source: Source
  /** Nothing was given there. */
  readonly lacks?: true
}

/** The answers and, over them, what officers established. */
export const known = ({ case: { form, messages } }: Material): Answers => factsOf(form.answers, messages)

/** True if this paper is made of this case as it stands. */
export function offered(paper: PaperKind, material: Material): boolean {
  return paper.of.includes(material.case.kind) && (!paper.when || holds(paper.when, known(material)) === 'yes')
}

/**
 * What a name on a paper stands for: a path of the form, `concluded.<id>`, `case.<fact>`, or an input of a move.
 *
 * @param scope path prefix of a list item, tried first.
 */
export function look(name: string, material: Material, scope = ''): Found {
  if (name.startsWith('case.')) return aboutCase(name.slice(5), material)
  if (name.startsWith('concluded.')) return concluded(name.slice(10), material)
  const { answers } = material.case.form
  const path = scope === '' || !(scope + name in answers || fieldOf(scope + name, material)) ? name : scope + name
  return fact(path, material) ?? answer(path, material)
}

/** The id of the clause that an answer stands for. */
export function clauseIn(name: string, material: Material): string | undefined {
  const given = known(material)[name]
  return given?.is === 'given' && typeof given.value === 'string' ? given.value : undefined
}

const fieldOf = (path: string, { flow }: Material): Field | undefined => flow && fieldAt(flow, path)

function answer(path: string, material: Material): Found {
  const field = fieldOf(path, material)
  const label = labelOf(path, field, material)
  if (material.identityPaths.includes(path)) return identity(path, label, field, material)
  const found = material.case.form.answers[path]
  if (!found) return { text: lacking.absent, lacks: true, source: { path, label, where: '没有问到，或者没有回答' } }
  return told(path, label, found, field, material)
}

function told(path: string, label: string, found: Answer, field: Field | undefined, material: Material): Found {
  const { said, turn, is } = found
  const source = { path, label, turn, where: `对话第 ${turn} 句`, said: withoutIdentity(clean(said), material) }
  // A reporter's own name is what stands in their box once it was revealed; everywhere else it is taken out.
  const text = withoutIdentity(clean(paperWords(found, field)), material)
  return { text, source, ...(is === 'given' ? {} : { lacks: true as const }) }
}

function identity(path: string, label: string, field: Field | undefined, material: Material): Found {
  const shown = material.identity?.[path]
  if (shown) return told(path, label, shown, field, material)
  if (known(material)['mode']?.is === 'given' && clauseIn('mode', material) === '匿名')
    return { text: '（匿名）', source: { path, label, where: '来件没有署名' } }
  return { text: sealedWords, source: { path, label, where: '另外封存，经双人确认才能看' } }
}

/** What says who is writing is taken out of everything else, too, as far as the form itself still holds it. */
export function withoutIdentity(words: string, { identityPaths, identity: shown, case: { form } }: Material): string {
  if (shown) return words
  return identityPaths.reduce((left, path) => {
    const sealed = form.answers[path]
    if (sealed?.is !== 'given' || typeof sealed.value !== 'string' || sealed.value.length < 2) return left
    return left.replaceAll(sealed.value, sealedWords)
  }, words)
}

/** What the last move that was told it said; absent if none was. */
function fact(id: string, material: Material): Found | undefined {
  const { kind } = material
  const { messages } = material.case
  const message = messages.findLast(({ facts }) => facts !== undefined && Object.hasOwn(facts, id))
  const value = message?.facts?.[id]
  if (message === undefined || value === undefined) return undefined
  const input = kind?.moves.flatMap(({ inputs }) => inputs).find((each) => each.id === id && takes(each, value))
  const words = input ? factWords(input, value) : [value].flat().join('、')
  return {
    text: withoutIdentity(clean(input?.kind === 'date' ? longDay(words) : words), material),
    source: { path: `fact:${id}`, label: input?.label ?? id, where: `办理记录 ${message.at.slice(0, 10)}` },
  }
}

/** Moves may ask the same thing with other options; the one that knows the value is meant. */
const takes = (input: Input, value: string | readonly string[]): boolean =>
  input.kind !== 'choice' || [value].flat().every((each) => Object.hasOwn(input.options, each))

function concluded(id: string, { case: { form }, clauses }: Material): Found {
  const found = form.concluded?.find((each) => each.id === id)
  const source = { path: `concluded:${id}`, label: found?.label ?? id, where: '按条款得出' }
  if (!found) return { text: lacking.absent, lacks: true, source }
  const { value, cites } = found
  const names = cites.flatMap((cite) => clauses[cite]?.label ?? [])
  const where = names.length > 0 ? `按条款得出：${names.join('、')}` : source.where
  return { text: typeof value === 'boolean' ? (value ? '是' : '否') : clean(value), source: { ...source, where } }
}

function aboutCase(name: string, { case: each, office, today }: Material): Found {
  const facts: Readonly<Record<string, readonly [label: string, text: string]>> = {
    number: ['编号', each.number],
    received: ['收到时间', longDay(each.createdAt)],
    today: ['日期', longDay(today)],
    office: ['机关名称', office],
    channel: ['来件方式', channels[each.thread.channel] ?? each.thread.channel],
  }
  const [label, text] = facts[name] ?? [name, lacking.absent]
  return { text: clean(text), source: { path: `case:${name}`, label, where: '办件登记' } }
}

const channels: Readonly<Record<string, string>> = {
  web: '网页',
  wecom: '企业微信',
  'wecom-bot': '企业微信',
  kf: '微信客服',
  teams: 'Teams',
  cli: '命令行',
  phone: '来电',
  letter: '来信',
  visit: '来访',
}

/** `反映的事情 1 · 经过` for a part of a list item. */
function labelOf(path: string, field: Field | undefined, material: Material): string {
  const [, list, item] = /^(\w+)\[(\d+)\]\./.exec(path) ?? []
  const label = field?.label ?? path
  if (list === undefined) return label
  const of = fieldOf(list, material)
  return `${of?.kind === 'list' ? of.item : list} ${Number(item) + 1} · ${label}`
}
