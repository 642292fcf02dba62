import { type Answer, fieldAt, type Value } from '../flow/index.ts'
import { counted, flowOf, openOf } from './form.ts'
import { start } from './obey-form.ts'
import { labelOf, shown } from './show.ts'
import { phrase, say, type Work } from './work.ts'
import { frameOf, write } from './write.ts'

/** The form by which a person is asked for. */
const FLOW = 'hand-over'
/** So many lines of a briefing an officer reads before answering. */
const LINES = 20

/**
 * 转人工: opens the form that goes to an officer, with a briefing of what was being filled in and where it stopped. The person
 * sees the briefing before it goes, and the form they were in is kept.
 */
export function human(work: Work): void {
  work.events.push('handoff_requested')
  if (work.state.frame?.flow === FLOW) return
  if (!work.bot.flows.some((f) => f.id === FLOW)) {
    say(work, phrase(work, 'human'))
    return
  }
  const briefing = briefed(work)
  if (!start(work, FLOW, '')) return
  const flow = flowOf(work.bot, frameOf(work))
  const answers = Object.entries(briefing).flatMap(([path, value]): [string, Answer][] =>
    fieldAt(flow, path) ? [[path, { is: 'given', value, said: '', turn: work.state.turn }]] : [],
  )
  write(work, Object.fromEntries(answers), [])
}

/** Which form, what stands in it, and the question that was open. Names and numbers of the reporter are left out. */
function briefed(work: Work): Readonly<Record<string, Value>> {
  const { frame } = work.state
  if (!frame) return {}
  const flow = flowOf(work.bot, frame)
  const open = openOf(work.bot, work.state)
  const lines = counted(flow, frame.answers)
    .filter(({ field }) => field.kind !== 'name' && field.kind !== 'phone')
    .flatMap(({ path, field }) => {
      const answer = frame.answers[path]
      return answer ? [`${labelOf(flow, path, frame.answers)}：${shown(field, answer, frame.answers)}`] : []
    })
  return {
    about: flow.title,
    ...(lines.length > 0 ? { filled: lines.slice(0, LINES) } : {}),
    ...(open ? { stopped_at: labelOf(flow, open.path, frame.answers) } : {}),
  }
}
