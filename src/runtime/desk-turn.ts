import type { Conversation, Say } from '../dialogue/index.ts'
import type { House } from './house.ts'
import { type DeskAnswer, deskHeard } from './officer-desk.ts'
import type { Arrival, TurnWrite } from './ports.ts'

/**
 * Hands what was said to the officers' desk.
 *
 * @returns absent where there is none, or it is no word to it: then the turn is as any other.
 */
export async function atDesk(house: House, arrival: Arrival, before: Conversation): Promise<DeskAnswer | undefined> {
  const { channel, person, id, event } = arrival
  const desk = house.officerDesk?.()
  if (!desk || event.type !== 'said' || (event.files?.length ?? 0) > 0) return undefined
  const plug = house.channels.get(channel)
  const member = plug?.member?.(person)
  return desk.hear({
    channel,
    person,
    ...(member === undefined ? {} : { member }),
    overheard: plug?.setting?.(person).overheard === true,
    text: event.text,
    spoken: event.spoken === true,
    key: `${channel}/${person}/${id}`,
    talk: before.desk,
    busy: before.frame !== undefined || before.aside !== undefined,
    turn: before.turn,
  })
}

/** The turn an answer of the desk makes: nothing of what was typed is written, and of the answer only what is plain. */
export function deskWrite(
  house: House,
  { channel, person, id }: Arrival,
  before: Conversation,
  { say, talk }: DeskAnswer,
): Omit<TurnWrite, 'revision' | 'life'> & { readonly says: readonly Say[] } {
  const key = `${channel}/${person}/${id}`
  const at = house.clock()
  return {
    arrival: { channel, person, id },
    state: { ...before, turn: before.turn + 1, at, desk: { ...talk, turn: before.turn + 1 } },
    log: [
      { key: `${key}/said`, from: 'person', text: deskHeard, clientId: id },
      { key: `${key}/reply`, from: 'bot', say },
    ],
    push: house.channels.get(channel)?.delivery === 'push',
    replies: [],
    attachments: [],
    receiptsKept: [],
    gaps: [],
    audit: [],
    at,
    says: [say],
  }
}
