import { Refused } from '../base/index.ts'
import { sheetOf } from '../dialogue/index.ts'
import type { Field, Flow } from '../flow/index.ts'
import { type Clerk, type ClerkChannel, has, type Looked, type Officer, type Seat } from '../runtime/index.ts'
import { mayWork } from './desk-sight.ts'
import type { ConsoleOptions } from './options.ts'

/** One line of a form, as a page shows it and a program fills it. */
export interface LineView {
  /** `mode`, `facts[0].what`. */
  readonly path: string
  readonly kind: Exclude<Field['kind'], 'list'>
  readonly label: string
  readonly ask: string
  readonly example: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly many?: true
  readonly long: boolean
  /** What an agreement is given with. */
  readonly agrees?: string
}

/** Lines that stand together: those of the form itself, or of one thing of several. */
export interface PartView {
  readonly list?: string
  readonly title?: string
  readonly lines: readonly LineView[]
}

export interface FormPage {
  readonly flow: string
  readonly title: string
  readonly parts: readonly PartView[]
}

export interface ClerkDeed {
  readonly key: string
  readonly flow: string
  readonly channel: ClerkChannel
  readonly received: string
  readonly words: Readonly<Record<string, string>>
  readonly receipt: boolean
}

/** Taking down what came by phone, letter or visit. @throws Refused `notFound` at each for desks that take nothing in. */
export interface ClerkDesk {
  forms(officer: Officer): readonly { readonly flow: string; readonly title: string }[]
  /** @param counts how many of each list there is room for; absent: one. */
  form(officer: Officer, flow: string, counts?: Readonly<Record<string, number>>): FormPage
  look(officer: Officer, flow: string, words: ClerkDeed['words']): Looked
  handIn(seat: Seat, deed: ClerkDeed): ReturnType<Clerk['handIn']>
  receiptKept(seat: Seat, key: string): Promise<void>
}

/** More things at once are a form of their own. */
const mostItems = 10

export function openClerkDesk({ clerk, kinds }: ConsoleOptions): ClerkDesk {
  function open(officer: Officer): Clerk {
    if (!clerk || !has(officer, '受理', '承办')) throw new Refused('notFound')
    return clerk
  }
  function flowOf(officer: Officer, id: string): Flow {
    const flow = open(officer).flows.find((each) => each.id === id)
    if (
      !flow ||
      !mayWork(
        kinds.find((kind) => kind.id === id),
        officer,
      )
    )
      throw new Refused('notFound')
    return flow
  }

  return {
    forms: (officer) =>
      open(officer)
        .flows.filter(({ id }) => kinds.some((kind) => kind.id === id))
        .map(({ id, title }) => ({ flow: id, title })),

    form(officer, id, counts = {}) {
      const flow = flowOf(officer, id)
      return { flow: id, title: flow.title, parts: partsOf(flow, counts) }
    },

    look(officer, id, words) {
      flowOf(officer, id)
      const looked = open(officer).look(id, words)
      if (!looked) throw new Refused('notFound')
      return looked
    },

    handIn({ officer }, deed) {
      flowOf(officer, deed.flow)
      return open(officer).handIn({ ...deed, officer })
    },

    receiptKept: ({ officer }, key) => open(officer).receiptKept(officer.id, key),
  }
}

function partsOf(flow: Flow, counts: Readonly<Record<string, number>>): readonly PartView[] {
  const lines = sheetOf(flow)
  const parts: PartView[] = []
  for (const { path, field } of lines) {
    if (path.includes('[].')) continue
    if (field.kind !== 'list') {
      const last = parts.at(-1)
      if (last && last.list === undefined) parts[parts.length - 1] = { lines: [...last.lines, lineOf(path, field)] }
      else parts.push({ lines: [lineOf(path, field)] })
      continue
    }
    const own = lines.filter((each) => each.path.startsWith(`${path}[].`))
    const many = Math.min(Math.max(counts[path] ?? 1, 1), mostItems)
    for (let n = 0; n < many; n++) {
      const title = many > 1 ? `${field.item} ${n + 1}` : field.item
      parts.push({ list: path, title, lines: own.map((each) => lineOf(each.path.replace('[]', `[${n}]`), each.field)) })
    }
  }
  return parts
}

function lineOf(path: string, field: Field): LineView {
  const { label, ask, example } = field
  const base = { path, label, ask, example }
  if (field.kind === 'list') throw new Error(`a list inside a list: ${path}`)
  if (field.kind === 'choice') {
    const options = Object.entries(field.options).map(([value, option]) => ({ value, label: option.label }))
    return { ...base, kind: field.kind, options, long: false, ...(field.many ? { many: true as const } : {}) }
  }
  if (field.kind === 'statement') return { ...base, kind: field.kind, long: false, agrees: '属实' }
  return { ...base, kind: field.kind, long: (field.kind === 'text' && field.max > 300) || field.kind === 'texts' }
}
