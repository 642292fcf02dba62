import type { Memory } from '../../runtime/index.ts'
import { Place } from './activity.ts'

/** Where people can be reached, kept across restarts; ids only. */
export interface Places {
  /** @returns absent if this person never wrote. */
  find(person: string): Promise<Place | undefined>
  /** Keeps it if it is new. */
  keep(person: string, place: Place): Promise<void>
  /** The message of ours a thumb is about: the last answer. */
  lastAnswer(person: string): Promise<string | undefined>
  answered(person: string, activity: string): Promise<void>
}

export function openPlaces(memory: Memory, channel: string): Places {
  /** The last word counts; whoever loses writes again over what is there then. */
  async function write(key: string, value: string): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      const { value: old, revision } = await memory.recall(channel, key)
      if (old === value || (await memory.keep(channel, key, value, revision)) === 'kept') return
    }
  }
  return {
    async find(person) {
      const { value } = await memory.recall(channel, `place ${person}`)
      return value === undefined ? undefined : Place.parse(JSON.parse(value))
    },
    keep: (person, place) => write(`place ${person}`, JSON.stringify(place)),
    lastAnswer: async (person) => (await memory.recall(channel, `answer ${person}`)).value,
    answered: (person, activity) => write(`answer ${person}`, activity),
  }
}
