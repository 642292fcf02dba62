import type { Clause } from '../dialogue/index.ts'
import {
  type Answer,
  type Answers,
  type Conclusion,
  count,
  type Finding,
  type Flow,
  fieldAt,
  fieldsOf,
} from '../flow/index.ts'
import type { Form } from '../runtime/index.ts'
import { valueWords } from './value-words.ts'

/** One field as an officer reads it: label, value, the person's own words, where they said it, the clause it rests on. */
export interface FormRow {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly is: Answer['is']
  readonly said: string
  /** Number of the person's message it comes from. */
  readonly turn: number
  readonly clause?: ClauseView
}

export interface FormSection {
  /** Name of a list item (`事情 1`); absent for the plain fields. */
  readonly title?: string
  readonly rows: readonly FormRow[]
}

export interface ClauseView {
  readonly id: string
  readonly instrument: string
  readonly label: string
  readonly authority: string
  readonly text: string
}

export interface FormView {
  readonly title: string
  readonly edition: string
  /** False where the edition the person answered is not among the flows any more; labels come from the newest one. */
  readonly sameEdition: boolean
  readonly sections: readonly FormSection[]
  readonly findings: readonly FindingView[]
  /** What follows from the answers by a clause: to whom it goes, what is counted. */
  readonly concluded: readonly ConcludedView[]
}

export interface ConcludedView {
  readonly label: string
  readonly value: string
  readonly clauses: readonly ClauseView[]
}

export interface FindingView extends Omit<Finding, 'marks' | 'notes'> {
  readonly marks: readonly (Finding['marks'][number] & { readonly clause?: ClauseView })[]
  readonly notes: readonly { readonly says: string; readonly clause?: ClauseView }[]
}

type Clauses = Readonly<Record<string, Clause>>

/** Lays a form out in the order it was asked, list items as sections of their own; nothing answered is left out. */
export function formView(form: Form, flows: readonly Flow[], clauses: Clauses): FormView {
  const own = flows.filter(({ id }) => id === form.flow)
  const flow = own.find(({ edition }) => edition === form.edition) ?? own.at(-1)
  return {
    title: flow?.title ?? form.flow,
    edition: form.edition,
    sameEdition: flow?.edition === form.edition,
    sections: sections(form.answers, flow, clauses),
    concluded: (form.concluded ?? []).map((each) => concludedView(each, clauses)),
    findings: form.findings.map((finding) => ({
      ...finding,
      marks: finding.marks.map((mark) => ({ ...mark, ...clauseOf(mark.cite, clauses) })),
      // Forms handed in before findings had notes are still read.
      notes: (finding.notes ?? []).map(({ cite, says }) => ({ says, ...clauseOf(cite, clauses) })),
    })),
  }
}

/** A conclusion whose value is a clause is shown by that clause's name. */
function concludedView({ label, value, cites }: Conclusion, clauses: Clauses): ConcludedView {
  const named = typeof value === 'string' ? clauseOf(value, clauses).clause : undefined
  const words = typeof value === 'boolean' ? (value ? '是' : '否') : named ? `按${named.label}` : value
  const ids = [...new Set([...(named ? [named.id] : []), ...cites])]
  return { label, value: words, clauses: ids.flatMap((id) => clauseOf(id, clauses).clause ?? []) }
}

/** @returns `{ clause }`, or nothing where the library does not hold that id. */
export function clauseOf(cite: string | undefined, clauses: Clauses): { clause?: ClauseView } {
  const clause = cite === undefined || !Object.hasOwn(clauses, cite) ? undefined : clauses[cite]
  if (!clause) return {}
  const { id, instrument, label, authority, text } = clause
  return { clause: { id, instrument, label, authority, text } }
}

function sections(answers: Answers, flow: Flow | undefined, clauses: Clauses): FormSection[] {
  const left = new Set(Object.keys(answers))
  const row = (path: string): FormRow[] => {
    const answer = answers[path]
    if (!answer || !left.delete(path)) return []
    const field = flow && fieldAt(flow, path)
    const { is, said, turn } = answer
    const label = field?.label ?? path
    return [{ path, label, value: valueWords(answer, field), is, said, turn, ...clauseOf(field?.cite, clauses) }]
  }
  const out: FormSection[] = []
  let plain: FormRow[] = []
  const flush = () => {
    if (plain.length > 0) out.push({ rows: plain })
    plain = []
  }
  const fields = flow ? [...fieldsOf(flow)] : []
  for (const [pattern, field] of fields) {
    if (pattern.includes('[]')) continue
    plain.push(...row(pattern))
    if (field.kind !== 'list') continue
    flush()
    const parts = fields.flatMap(([part]) => (part.startsWith(`${pattern}[].`) ? [part.slice(pattern.length + 3)] : []))
    for (let item = 0; item < count(answers, pattern); item++) {
      const rows = parts.flatMap((part) => row(`${pattern}[${item}].${part}`))
      if (rows.length > 0) out.push({ title: `${field.item} ${item + 1}`, rows })
    }
  }
  flush()
  // What no field of the edition claims is shown under its path rather than lost.
  const rest = [...left].flatMap(row)
  return rest.length > 0 ? [...out, { title: '其他', rows: rest }] : out
}
