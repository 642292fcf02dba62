import { flowOf } from './form.ts'
import { setAside } from './keep.ts'
import { resume } from './resume.ts'
import { dropAside, say, type Work } from './work.ts'

// Leaving a form that keeps nothing asks for no decision.

/** @returns true if the open form was such a one and has been left. */
export function leaves(work: Work): boolean {
  return leaveFleeting(work) || leaveLightly(work)
}

/** 不转了: the form that was interrupted for this one goes on. */
function leaveFleeting(work: Work): boolean {
  const { frame } = work.state
  if (!frame || !flowOf(work.bot, frame).fleeting) return false
  setAside(work)
  work.state = dropAside(work.state)
  say(work, flowOf(work.bot, frame).closing)
  const [before] = work.state.drafts
  if (before) resume(work, before.flow)
  return true
}

/** A form that hands nothing in keeps nothing: leaving it asks for no decision. */
function leaveLightly(work: Work): boolean {
  const flow = work.state.frame && flowOf(work.bot, work.state.frame)
  if (!flow || flow.steps.some((s) => 'submit' in s)) return false
  setAside(work)
  work.state = dropAside(work.state)
  say(work, flow.closing)
  work.events.push('flow_cancelled')
  return true
}
