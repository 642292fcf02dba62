import { addDays } from '../base/index.ts'
import type { Effect, Event, Frame } from '../dialogue/index.ts'
import type { TurnWrite } from './conversations.ts'
import { draftDays, draftShownHours, type NewDraft } from './drafts.ts'
import type { House } from './house.ts'

// What a turn does with draft codes: opens a draft before the transaction, keeps and deletes drafts within it.

/** Where a draft code stood, once it may not be shown any more. */
export const hiddenDraftCode = '（草稿码只显示一次，现已隐藏）'

/**
 * Looks a draft up by what was typed. A code nobody has, a draft whose time is over and one that was tampered with give
 * the same answer after the same work.
 */
export async function openDraft(house: House, typed: string, at: string): Promise<Event> {
  const lock = await house.draftCodes.unlock(typed)
  const sealed = lock && (await house.store.drafts.sealed(lock.id, at))
  if (lock === undefined || sealed === undefined) return { type: 'draftOpened', at }
  const text = lock.open(sealed)
  if (text === undefined) {
    house.onFault(new Error('a stored draft does not open under its own code'))
    return { type: 'draftOpened', at }
  }
  // Only `keptOf` writes what is sealed, and nobody without the code can have changed it since.
  const { frame } = JSON.parse(text) as Sealed
  return { type: 'draftOpened', frame, id: lock.id, at }
}

/** What is sealed; `v` changes only together with a way to read the old one. */
interface Sealed {
  readonly v: 1
  readonly frame: Frame
}

/**
 * The turn with what it does to drafts; the reply that shows a code is marked with its draft's id, which says nothing.
 *
 * @param opened ids of the drafts that were opened in this turn.
 * @throws Error if the engine keeps two drafts under one reply.
 */
export async function withDrafts<W extends Pick<TurnWrite, 'log' | 'drafts'>>(
  house: House,
  write: W,
  effects: readonly Effect[],
  opened: readonly string[],
  at: string,
): Promise<W> {
  const keeps = effects.filter((e) => e.type === 'keepDraft')
  const [keep, ...more] = keeps
  if (more.length > 0) throw new Error('one turn kept two drafts, but a reply can show one code only')
  const dropped = effects.flatMap((e) =>
    e.type === 'dropDraft' ? [e.id] : e.type === 'keepDraft' && e.replaces !== undefined ? [e.replaces] : [],
  )
  if (!keep && dropped.length + opened.length === 0) return write
  const kept = keep && (await keptOf(house, keep.frame, at))
  return {
    ...write,
    log: kept ? write.log.map((entry) => (entry.from === 'bot' ? { ...entry, draft: kept.id } : entry)) : write.log,
    drafts: { ...(kept ? { kept } : {}), dropped: [...new Set(dropped)], opened },
  }
}

async function keptOf(house: House, frame: Frame, at: string): Promise<NewDraft> {
  const content: Sealed = { v: 1, frame }
  const { id, nonce, sealed } = await house.draftCodes.seal(JSON.stringify(content))
  return { id, nonce, sealed, shownUntil: later(at, draftShownHours / 24), until: later(at, draftDays) }
}

/** The same time of day `days` whole days later; there is no summer time at +08:00. */
const later = (at: string, days: number) => `${addDays(at.slice(0, 10), days)}${at.slice(10)}`

/** The code of a draft as a reply shows it: in clear while it may be shown, else what stands in its place. */
export async function draftCodeOf(
  house: Pick<House, 'store' | 'draftCodes' | 'clock'>,
  id: string,
): Promise<string | undefined> {
  const nonce = await house.store.drafts.nonce(id, house.clock())
  return nonce === undefined ? undefined : house.draftCodes.show(nonce)
}
