import { type Answers, count, given } from './answer.ts'
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
  | { readonly type: 'submit'; readonly kind: string }
  | { readonly type: 'end' }

export type Tell = Extract<Step, { tell: string }>

/** Where a person stands: the judgements and tellings reached, and what comes next. */
export interface Route {
  readonly judged: readonly string[]
  readonly told: readonly Tell[]
  readonly next: Next
}

/**
 * Finds where a person stands in a flow from their answers alone.
 *
 * No position is stored, so none can go stale: answer again, and the route follows; deploy a new edition, and only
 * its new questions are asked.
 */
export function route(flow: Flow, rules: readonly Rule[], answers: Answers): Route {
  const judged: string[] = []
  const told: Tell[] = []
  for (const step of flow.steps) {
    if (!meant(step, answers)) continue
    if ('judge' in step) judged.push(step.judge)
    else if ('tell' in step) told.push(step)
    else if ('submit' in step) return { judged, told, next: { type: 'submit', kind: step.submit.kind } }
    else {
      const open = 'rest' in step ? openIn(step.rest, step.each, answers) : openAt(step, rules, answers)
      if (open) return { judged, told, next: { type: 'ask', open } }
    }
  }
  return { judged, told, next: { type: 'end' } }
}

/**
 * The answers that still count: all but those to questions that, as the other answers now stand, are meant for somebody
 * else. Somebody who turns from 实名 to 匿名 no longer hands in a name. What nobody was asked but told counts as it is.
 */
export function meantAnswers(flow: Flow, answers: Answers): Answers {
  const out = new Set<string>()
  for (const step of flow.steps) {
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
  return Object.fromEntries(Object.entries(answers).filter(([path]) => !out.has(path)))
}

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
