import { plainText } from '../base/index.ts'
import {
  type Answer,
  type Answers,
  type Field,
  type Flow,
  fieldAt,
  fieldsOf,
  meantAnswers,
  type Scalar,
} from '../flow/index.ts'
import { read } from '../reading/index.ts'
import { aroundOf, fill, findingsOf, newest, nextOf, routeOf } from './form.ts'
import { withoutReporter } from './hear.ts'
import type { Bot, Deed, Frame } from './types.ts'
import { kindsIn, settled } from './with-coach.ts'

export type Submit = Extract<Deed, { type: 'submit' }>

/** A form somebody fills in for another, who called, wrote or came: what it comes to, and what stands in the way. */
export interface TakenDown {
  readonly answers: Answers
  /** By path: what was written there is no answer to the question. */
  readonly unread: readonly string[]
  /** By path: what the report coach sees there. Hints only; nothing is changed. */
  readonly marks: readonly { readonly path: string; readonly kind: string; readonly span: string }[]
  /** The first question without which it cannot be handed in; absent where nothing is missing. */
  readonly lacks?: Field
  /** What is handed in; absent while something is in the way. */
  readonly submit?: Omit<Submit, 'case' | 'startedAt'>
}

/** Fields of a flow that stand on such a form, in its order; parts of a list once, under `list[].part`. */
export function sheetOf(flow: Flow): readonly { readonly path: string; readonly field: Field }[] {
  return [...fieldsOf(flow)].flatMap(([path, field]) => (field.inner ? [] : [{ path, field }]))
}

/**
 * Reads what was written beside each question exactly as a conversation reads it; an empty line counts as passed over.
 *
 * @param words path → what was written; the value of a choice is its id. @param at ISO 8601, +08:00.
 */
export function takeDown(
  bot: Bot,
  flowId: string,
  words: Readonly<Record<string, string>>,
  at: string,
): TakenDown | undefined {
  const flow = newest(bot.flows.filter(({ id }) => id === flowId))
  if (!flow) return undefined
  const unread: string[] = []
  let frame: Frame = { flow: flow.id, edition: flow.edition, answers: {}, reopened: {}, startedAt: at }
  for (const [path, said] of Object.entries(words)) {
    const field = fieldAt(flow, path)
    if (!field || field.kind === 'list' || said.trim() === '') continue
    const answer = answerTo(bot, frame, field, said.trim(), at)
    if (answer) frame = fill(bot, frame, { [path]: answer })
    else unread.push(path)
  }
  const whole = passedOver(bot, frame)
  const own = flow.anonymous ? withoutReporter(flow, whole.frame.answers) : meantAnswers(flow, whole.frame.answers)
  const answers = settled(flow, own)
  const taken = { answers, unread, marks: marksOf(flow, answers) }
  if (whole.lacks) return { ...taken, lacks: whole.lacks }
  if (unread.length > 0 || whole.kind === undefined) return taken
  const { concluded } = routeOf(bot, whole.frame)
  const { id, edition } = flow
  const findings = findingsOf(bot, whole.frame)
  return { ...taken, submit: { type: 'submit', kind: whole.kind, flow: id, edition, answers, findings, concluded } }
}

function answerTo(bot: Bot, frame: Frame, field: Scalar, said: string, at: string): Answer | undefined {
  // A choice out of a list is no sentence to be read.
  if (field.kind === 'choice' && !field.many && Object.hasOwn(field.options, said))
    return { is: 'given', value: said, said: field.options[said]?.label ?? said, turn: 1 }
  if (field.kind === 'yesNo' && (said === 'yes' || said === 'no'))
    return { is: 'given', value: said, said: said === 'yes' ? '是' : '否', turn: 1 }
  const found = read(field, plainText(said), aroundOf(bot, frame.answers, at))
  if (found === undefined || !('value' in found)) return undefined
  return { is: 'given', value: found.value, said, turn: 1 }
}

/** Goes on to the end: what is empty is passed over, but for what must be agreed to and for a list without which there is no matter. */
function passedOver(bot: Bot, start: Frame): { frame: Frame; lacks?: Field; kind?: string } {
  let frame = start
  for (let n = 0; n < 300; n++) {
    const next = nextOf(bot, frame)
    if (next.type === 'submit') return { frame, kind: next.kind }
    if (next.type !== 'ask') return { frame }
    const { field, path } = next.open
    if (field.kind === 'statement' || field.kind === 'list') return { frame, lacks: field }
    frame = { ...frame, answers: { ...frame.answers, [path]: { is: 'skipped', said: '', turn: 1 } } }
  }
  return { frame }
}

function marksOf({ coach }: Flow, answers: Answers): TakenDown['marks'] {
  if (!coach) return []
  const [list = '', part = ''] = coach.reads.split('[].')
  return Object.entries(answers).flatMap(([path, answer]) => {
    if (!path.startsWith(`${list}[`) || !path.endsWith(`.${part}`) || answer.is !== 'given') return []
    return typeof answer.value === 'string' ? kindsIn(answer.value).map(({ kind, span }) => ({ path, kind, span })) : []
  })
}
