import type { Flow, Rule } from '../flow/index.ts'
import type { Guide } from '../knowledge/index.ts'

/** Something this house wrote that cites digest clauses. */
export interface Ours {
  readonly kind: '对照表' | '表单' | '办件流程' | '答复用语' | '答问要点' | '固定答复'
  readonly id: string
  readonly title: string
  readonly cites: readonly string[]
  /** Flows whose forms rest on it. */
  readonly forms: readonly string[]
}

/** All content that cites clauses, as the house was put together. */
export interface Content {
  readonly rules: readonly Rule[]
  readonly flows: readonly Flow[]
  readonly guides: readonly Guide[]
  /** Case kinds: their moves hold the templates of what people are told. */
  readonly kinds: readonly {
    readonly id: string
    readonly title: string
    readonly moves: readonly { readonly action: string; readonly title: string; readonly cite?: string | undefined }[]
  }[]
  readonly doors: readonly { readonly id: string; readonly cites: readonly string[] }[]
}

/** Lists what this house wrote with what it cites. An edition of a form that is closing still has open drafts, so all are here. */
export function oursOf({ rules, flows, guides, kinds, doors }: Content): readonly Ours[] {
  const judging = (topic: string) =>
    flows.filter(({ steps }) => steps.some((step) => 'judge' in step && step.judge === topic)).map(({ id }) => id)
  return [
    ...rules.map((rule) => ours('对照表', rule.id, rule.title, rule, [...new Set(judging(rule.topic))])),
    ...flows.map((flow) => ours('表单', `${flow.id}@${flow.edition}`, flow.title, flow, [flow.id])),
    ...kinds.map(({ moves: _, ...kind }) => ours('办件流程', kind.id, kind.title, kind, [kind.id])),
    ...kinds.flatMap(({ id, title, moves }) =>
      moves.map((move) => ours('答复用语', `${id}.${move.action}`, `${title}：${move.title}`, move, [id])),
    ),
    ...guides.map((guide) => ours('答问要点', guide.id, guide.title, guide, [])),
    ...doors.map((door) => ours('固定答复', door.id, door.id, door, [])),
  ].filter(({ cites }) => cites.length > 0)
}

function ours(kind: Ours['kind'], id: string, title: string, content: unknown, forms: readonly string[]): Ours {
  return { kind, id, title, cites: [...new Set(citesIn(content))], forms }
}

/** Every `cite` and `cites` anywhere in a piece of content. */
function citesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'cite' && typeof inner === 'string') return [inner]
    if (key === 'cites' && Array.isArray(inner)) return inner.filter((each) => typeof each === 'string')
    return citesIn(inner)
  })
}
