import type { Thread } from './arrival.ts'
import type { House } from './house.ts'
import { take } from './turn.ts'

/** Longer than a turn may take; a turn that died is tried again after it. Seconds. */
const lease = 60
/** Officers write one message after the other; more than these wait for the next look. */
const most = 16

/**
 * Takes what officers did for a person while nobody could open their conversation; they are here with their secret now.
 * What fails is reported and tried again later: it must not keep them from being heard.
 *
 * @returns true if there was anything.
 */
export async function takeWaiting(house: House, thread: Thread): Promise<boolean> {
  const waiting = await house.store.conversations.claimWaiting(thread, most, lease)
  for (const arrival of waiting) await take(house, arrival).catch(house.onFault)
  return waiting.length > 0
}
