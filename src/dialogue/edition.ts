import { type Answer, type Field, fieldAt } from '../flow/index.ts'
import { newest, reopen } from './form.ts'
import type { Bot, Conversation, Frame } from './types.ts'

/** The conversation with its forms, open or set aside, in editions that are listed. */
export function inListedEditions(bot: Bot, state: Conversation): Conversation {
  const frame = state.frame && answerable(carried(bot, state.frame), state)
  const drafts = state.drafts.map((draft) => carried(bot, draft))
  if (frame === state.frame && drafts.every((draft, n) => draft === state.drafts[n])) return state
  return { ...state, ...(frame ? { frame } : {}), drafts }
}

/** What the person is answering now is the question asked last, in the old edition; what fits no more is asked after it. */
function answerable(frame: Frame, { frame: before, asked }: Conversation): Frame {
  const open = frame !== before && asked !== undefined && frame.answers[asked] === undefined
  return open ? { ...frame, wanted: asked } : frame
}

/**
 * A form whose edition is listed no more goes on in the newest one. What was answered stays; an answer the new edition
 * cannot hold (an option that is gone) is asked again with the old words shown. An answer to a question that is gone stays,
 * and is handed in with the rest: nothing is ever dropped.
 */
export function carried(bot: Bot, frame: Frame): Frame {
  const own = bot.flows.filter((f) => f.id === frame.flow)
  const flow = own.some((f) => f.edition === frame.edition) ? undefined : newest(own)
  if (!flow) return frame
  const again = Object.entries(frame.answers).flatMap(([path, answer]) =>
    fits(fieldAt(flow, path), answer) ? [] : [path],
  )
  return { ...reopen(frame, again), edition: flow.edition }
}

/** True if the field, as it is now, could have been answered so. */
export function fits(field: Field | undefined, answer: Answer): boolean {
  if (!field || answer.is !== 'given') return true
  const { value } = answer
  switch (field.kind) {
    case 'choice': {
      const values = Array.isArray(value) ? value : [value]
      return (field.many === true || !Array.isArray(value)) && values.every((v) => String(v) in field.options)
    }
    case 'yesNo':
      return value === 'yes' || value === 'no'
    case 'texts':
      return Array.isArray(value)
    case 'period':
      return shaped(value, ['min', 'max'])
    case 'amount':
      return shaped(value, ['from', 'to'])
    // What was agreed to was another wording.
    case 'statement':
    case 'list':
      return false
    default:
      return typeof value === 'string'
  }
}

/** True for a period or an amount that has none of the bounds of the other. */
const shaped = (value: unknown, foreign: readonly string[]) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && foreign.every((bound) => !(bound in value))
