import type { Hold } from '../flow/index.ts'
import { areaOf, flowOf } from './form.ts'
import { labelOf } from './show.ts'
import type { Conversation, Frame } from './types.ts'
import { phrase, say, type Work } from './work.ts'

// What becomes of an open form that is not handed in.

/** Puts the open form on the pile of drafts to make room for another, newest first; forms that hand nothing in are simply left. */
export function setAside(work: Work): boolean {
  const { frame, asked: _asked, ...state } = work.state
  if (!frame) return false
  const worth = worthKeeping(work, frame)
  work.state = {
    ...keepArea(state, frame),
    drafts: worth ? [frame, ...state.drafts.filter((d) => d.flow !== frame.flow)].slice(0, 5) : state.drafts,
  }
  if (worth) work.events.push('draft_saved')
  return worth
}

/**
 * Keeps the open form for another day. A form that may be anonymous is sealed under a draft code and leaves the state of this
 * conversation, so that its writer can go on anywhere and nobody without the code can. Others stay with the person.
 *
 * @returns the words that tell so; absent if there was nothing worth keeping.
 */
export function keepForLater(work: Work): string | undefined {
  const { frame } = work.state
  if (!frame || !flowOf(work.bot, frame).anonymous) return setAside(work) ? phrase(work, 'kept') : undefined
  if (!worthKeeping(work, frame)) {
    setAside(work)
    return undefined
  }
  const { frame: _kept, asked: _asked, ...state } = work.state
  const { draft, ...plain } = frame
  work.effects.push({ type: 'keepDraft', frame: plain, ...(draft === undefined ? {} : { replaces: draft }) })
  work.state = { ...keepArea(state, frame), drafts: state.drafts.filter((d) => d.flow !== frame.flow), coded: true }
  work.events.push('draft_saved', 'draft_code_issued')
  return phrase(work, 'keptCoded')
}

/** The place named in a form goes on to hold for the questions after it. */
export function keepArea(state: Conversation, frame: Frame): Conversation {
  const area = areaOf(frame)
  return area === undefined ? state : { ...state, area }
}

function worthKeeping(work: Work, frame: Frame): boolean {
  const flow = flowOf(work.bot, frame)
  return (
    !flow.fleeting &&
    Object.keys({ ...frame.answers, ...frame.reopened }).length > 0 &&
    flow.steps.some((s) => 'submit' in s)
  )
}

/** What is missing is listed, and the form waits for it. */
export function hold(work: Work, frame: Frame, { hold, missing }: { hold: Hold; missing: readonly string[] }): void {
  const flow = flowOf(work.bot, frame)
  const list = missing.map((path) => `“${labelOf(flow, path)}”`).join('、')
  say(work, phrase(work, 'held', { state: hold.state, list }))
  say(work, hold.says)
  setAside(work)
}
