import { type Answers, count, given } from './answer.ts'
import { type Conclusion, conclude } from './conclusion.ts'
import { type Condition, holds } from './condition.ts'
import type { Field, Part } from './field.ts'
import type { Flow, Step } from './flow.ts'
import { judge, type Rule, ruleFor, settled } from './rule.ts'

/** The question that is open: its field and its path (`facts[0].known_by`). */
export interface Open {
  readonly field: Field
  readonly path: string
}

export type Next =
  | { readonly type: 'ask'; readonly open: Open }
  /** Kept as it is until the missing answers are there. `missing`: paths of those. */
  | { readonly type: 'hold'; readonly hold: Hold; readonly missing: readonly string[] }
  | { readonly type: 'submit'; readonly kind: string; readonly document?: string }
  | { readonly type: 'end' }

/** What is told at a step that has been reached: its own sayings, or what it concludes. */
export interface Tell {
  readonly tell: string
  readonly says: readonly { readonly text: string; readonly cites: readonly string[] }[]
}
export type Hold = Extract<Step, { hold: string }>

/** Where a person stands: the judgements, tellings and conclusions reached, and what comes next. */
export interface Route {
  readonly judged: readonly string[]
  readonly told: readonly Tell[]
  readonly concluded: readonly Conclusion[]
  readonly next: Next
}

/**
 * Finds where a person stands in a flow from their answers alone.
 *
 * No position is stored, so none can go stale: answer again, and the route follows; deploy a new edition, and only
 * its new questions are asked.
 */
export function route(flow: Flow, rules: readonly Rule[], given: Answers): Route {
  const judged: string[] = []
  const told: Tell[] = []
  const concluded: Conclusion[] = []
  let answers = given
  const at = (next: Next): Route => ({ judged, told, concluded, next })
  for (const step of flow.steps) {
    if (!meant(step, answers)) continue
    if ('judge' in step) judged.push(step.judge)
    else if ('tell' in step) told.push(step)
    else if ('conclude' in step) {
      const found = conclude(step, answers)
      if (!found) continue
      concluded.push(found)
      if (found.says !== '')
        told.push({ tell: `conclude ${found.id}`, says: [{ text: found.says, cites: found.cites }] })
      answers = withConclusion(answers, found)
    } else if ('hold' in step) {
      const missing = step.needs.filter((path) => answers[path]?.is !== 'given')
      if (missing.length > 0) return at({ type: 'hold', hold: step, missing })
    } else if ('submit' in step) {
      const { kind, document } = step.submit
      return at({ type: 'submit', kind, ...(document === undefined ? {} : { document }) })
    } else {
      const open = 'rest' in step ? openIn(step.rest, step.each, answers) : openAt(step, rules, answers)
      if (open) return at({ type: 'ask', open })
    }
  }
  return at({ type: 'end' })
}

/**
 * The answers that still count: all but those to questions that, as the other answers now stand, are meant for somebody
 * else. Somebody who turns from 实名 to 匿名 no longer hands in a name. What nobody was asked but told counts as it is.
 */
export function meantAnswers(flow: Flow, own: Answers): Answers {
  const out = new Set<string>()
  let answers = own
  for (const step of flow.steps) {
    const found = 'conclude' in step && meant(step, answers) ? conclude(step, answers) : undefined
    if (found) answers = withConclusion(answers, found)
    if ('ask' in step && barred(step, answers)) out.add(step.ask.id)
    const [list, parts] =
      'rest' in step
        ? [step.rest, step.each]
        : 'ask' in step && step.ask.kind === 'list'
          ? [step.ask.id, step.ask.each]
          : ['', []]
    for (let n = 0; n < count(answers, list); n++)
      for (const part of parts) if (barred(part, answers, `${list}[${n}].`)) out.add(`${list}[${n}].${part.ask.id}`)
  }
  return Object.fromEntries(Object.entries(own).filter(([path]) => !out.has(path)))
}

/** Later steps may hang on what was concluded; it is never kept among the answers. */
const withConclusion = (answers: Answers, { id, value }: Conclusion): Answers => ({
  ...answers,
  [id]: { is: 'given', value: value === false ? 'no' : value, said: '', turn: 0 },
})

const barred = ({ only }: { only?: Condition | undefined }, answers: Answers, scope = '') =>
  only !== undefined && holds(only, answers, scope) === 'no'

function openAt(step: Extract<Step, { ask: Field }>, rules: readonly Rule[], answers: Answers): Open | undefined {
  const { ask } = step
  if (ask.silent) return undefined
  if (step.serves !== undefined) {
    const rule = ruleFor(rules, step.serves, answers)
    if (rule && settled(judge(rule, answers))) return undefined
  }
  // Nothing but an agreement closes a statement: 不知道 and 跳过 must never hand a form in.
  if (ask.kind === 'statement') return given(answers, ask.id) === true ? undefined : { field: ask, path: ask.id }
  if (ask.kind !== 'list') return answers[ask.id] === undefined ? { field: ask, path: ask.id } : undefined
  // A list that was asked for and not answered (不知道、跳过) is kept under its own id, without items.
  if (count(answers, ask.id) === 0) return answers[ask.id] === undefined ? { field: ask, path: ask.id } : undefined
  return openIn(ask.id, ask.each, answers)
}

function openIn(list: string, parts: readonly Part[], answers: Answers): Open | undefined {
  for (let n = 0; n < count(answers, list); n++) {
    const scope = `${list}[${n}].`
    for (const part of parts)
      if (!part.ask.silent && meant(part, answers, scope) && answers[scope + part.ask.id] === undefined)
        return { field: part.ask, path: scope + part.ask.id }
  }
  return undefined
}

function meant(
  step: { only?: Condition | undefined; unless?: Condition | undefined } | Step,
  answers: Answers,
  scope = '',
): boolean {
  const { only, unless } = step as { only?: Condition; unless?: Condition }
  if (only && holds(only, answers, scope) !== 'yes') return false
  return !(unless && holds(unless, answers, scope) === 'yes')
}
