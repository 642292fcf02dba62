import { z } from 'zod'
import type { Memory } from '../../runtime/index.ts'
import type { Shown } from './cards.ts'

const Kept = z.object({
  card: z
    .object({
      task: z.string(),
      kind: z.enum(['buttons', 'vote']),
      title: z.string(),
      done: z.literal(true).optional(),
    })
    .optional(),
  rated: z.string().optional(),
})
type Kept = z.infer<typeof Kept>

/** What is remembered of what was shown to each person: the newest card, and the newest answer a thumb may be about. */
export interface Records {
  shown(person: string, card: Shown): Promise<void>
  rated(person: string, feedback: string): Promise<void>
  ratedLast(person: string): Promise<string | undefined>
  /** @returns the card if it is the newest and this is its first press; in two processes at once, only one is told so. */
  press(person: string, task: string): Promise<Shown | 'over' | 'done'>
}

/** Two writers of one person's record meet seldom; more rounds than this mean that something is broken. */
const TRIES = 8

export function openRecords(memory: Memory, channel: string): Records {
  const keyOf = (person: string) => `person/${person}`

  async function change<T>(person: string, decide: (kept: Kept) => { next?: Kept; tell: T }): Promise<T> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const { value, revision } = await memory.recall(channel, keyOf(person))
      const { next, tell } = decide(asKept(value))
      if (!next || (await memory.keep(channel, keyOf(person), JSON.stringify(next), revision)) === 'kept') return tell
    }
    throw new Error('a record of what was shown kept changing')
  }

  return {
    shown: (person, card) => change(person, (kept) => ({ next: { ...kept, card: keptCard(card) }, tell: undefined })),
    rated: (person, rated) => change(person, (kept) => ({ next: { ...kept, rated }, tell: undefined })),
    ratedLast: async (person) => asKept((await memory.recall(channel, keyOf(person))).value).rated,
    press: (person, task) =>
      change<Shown | 'over' | 'done'>(person, (kept) => {
        const { card } = kept
        if (card?.task !== task) return { tell: 'over' }
        if (card.done) return { tell: 'done' }
        const { task: id, kind, title } = card
        return { next: { ...kept, card: { ...card, done: true } }, tell: { task: id, kind, title } }
      }),
  }
}

const keptCard = ({ task, kind, title }: Shown) => ({ task, kind, title })

function asKept(value: string | undefined): Kept {
  const read = Kept.safeParse(value === undefined ? {} : JSON.parse(value))
  return read.success ? read.data : {}
}
