import { areaOf, flowOf } from './form.ts'
import type { Work } from './work.ts'

/** A question to be looked up outside; its answer comes back in the same turn. */
export function lookUp(work: Work, question: string): void {
  const { frame, last } = work.state
  const area = areaOf(frame) ?? work.state.area
  // Inside a form a question leans on what the form is about: 要几天 in a filing asks of the filing.
  const before = last ?? (frame ? { question: flowOf(work.bot, frame).title, cites: [] } : undefined)
  // The form's own place counts, whatever place was asked about before.
  const place = area === undefined ? {} : { area }
  work.effects.push({ type: 'search', question, ...place, ...(before ? { before: { ...before, ...place } } : {}) })
  work.waiting++
  if (frame) work.events.push('digression')
}
