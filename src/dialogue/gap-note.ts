import { couldName, tellsDeed } from '../reading/index.ts'
import { flowOf } from './form.ts'
import type { Found } from './found.ts'
import type { Deed } from './types.ts'
import type { Work } from './work.ts'

type Gap = Extract<Deed, { readonly type: 'gap' }>

/** Notes a question for the gap ledger, if it may be. @returns true if it was noted. */
export function noteGap(work: Work, gap: Omit<Gap, 'type'>): boolean {
  if (!mayBeNoted(work, gap.question)) return false
  work.effects.push({ type: 'gap', ...gap })
  return true
}

/** What of an answer says where it was looked for, and what is held by name only. */
export function gapOf({ outcome, asked, cites }: Found): Pick<Gap, 'place' | 'about'> {
  const about = outcome === 'name-only' ? cites.find((cite) => cite.held === 'name-only')?.id : undefined
  return { ...(asked?.area === undefined ? {} : { place: asked.area }), ...(about === undefined ? {} : { about }) }
}

/** True inside a report: what is asked there may be part of it. */
export function inReport({ bot, state }: Work): boolean {
  return state.frame !== undefined && flowOf(bot, state.frame).anonymous !== undefined
}

/**
 * The gap ledger is read by many and lies open in the database, so nothing said in a report gets there, nothing said where a
 * case is open (it may belong to the case), no question that could name somebody, and none that tells of a
 * deed: it may be a report that has found no form yet.
 */
function mayBeNoted(work: Work, question: string): boolean {
  if (question === '' || inReport(work) || work.state.case !== undefined) return false
  return !couldName(question) && !tellsDeed(question)
}
