import type { Scratch } from '../../src/cli/scratch.ts'
import type { Fields } from '../../src/cli/talk/compare.ts'
import { fieldsOf } from '../../src/cli/talk/fields.ts'
import { type Conversation, openOf } from '../../src/dialogue/index.ts'
import { openBench } from '../contracts/channel/bench.ts'
import { heard } from '../contracts/channel/steps.ts'
import type { ChannelSubject } from '../contracts/channel/subject.ts'

/** A conversation to be said at a front door. A turn that begins with `知：` is said only where the channel knows who writes. */
export interface GoldenTalk {
  readonly id: string
  readonly turns: readonly string[]
}

/** What one turn came to, as a channel's front door leaves it behind. */
export interface GoldenTurn {
  readonly u: string
  readonly ask?: string
  readonly fields: Fields
  readonly cites: readonly string[]
  /** What the turn wrote into the audit, oldest first. */
  readonly events: readonly string[]
}

const KNOWN = '知：'

/**
 * Says a conversation through a channel's own front door, its vendor's stand-in before it and the real house behind it.
 *
 * @param shownTo filled with all the person was shown after each turn.
 */
export async function throughDoor(
  subject: ChannelSubject,
  talk: GoldenTalk,
  shownTo: string[] = [],
): Promise<readonly GoldenTurn[]> {
  const bench = await openBench(subject)
  try {
    const person = `golden-${talk.id.toLowerCase()}`
    const known = bench.channel.setting?.(person).knownBy !== undefined
    const { store, bot } = bench.house
    const turns: GoldenTurn[] = []
    let audited = 0
    let said = 0
    let frame: Conversation['frame']
    let shown: string | undefined
    for (const [n, turn] of talk.turns.entries()) {
      if (turn.startsWith(KNOWN) && !known) continue
      const digits = shown?.replace(/\D/g, '') ?? ''
      const words = turn
        .replace(KNOWN, '')
        .replaceAll('{{receipt_tail}}', digits.slice(-4))
        .replaceAll('{{receipt}}', shown ?? '')
      await bench.send(words, { id: `${talk.id}-${n}`, person })
      await heard(bench, person)
      const thread = bench.thread(person)
      const { state } = await store.conversations.load(thread)
      const rows = (await store.conversations.log(thread, 0, 1000)).filter((row) => row.seq > said)
      said = Math.max(said, ...rows.map((row) => row.seq))
      // A greeting that came before the first words is no part of the turn.
      const own = rows.slice(rows.findIndex((row) => row.from === 'person'))
      const cites = own.flatMap((row) => (row.from === 'bot' ? (row.say.cites ?? []).map(({ id }) => id) : []))
      const audit = (await store.audit.list({ limit: 200 })).rows.filter(({ seq }) => seq > audited).reverse()
      audited = Math.max(audited, ...audit.map(({ seq }) => seq))
      const texts = (await bench.sent(person)).map(({ text }) => text).join('\n')
      shownTo.push(texts)
      shown = /\b(?:\d{4} ){4}\d{4}\b/.exec(texts)?.[0] ?? shown
      frame = state?.frame ?? frame
      // Of the scratch house, the fields need the house and the key alone.
      const { unlocked } = bench.scratch
      const fields = await fieldsOf({ house: bench.house, unlocked } as Scratch, { frame, case: state?.case })
      const ask = state && (state.aside?.id ?? openOf(bot, state)?.path)
      // What is said first where it is known who writes belongs to the turn before: together they are what the web does in one.
      const before = turn.startsWith(KNOWN) ? turns.pop() : undefined
      turns.push({
        u: before?.u ?? turn,
        ...(ask === undefined ? {} : { ask }),
        fields: JSON.parse(JSON.stringify(fields)),
        cites: [...new Set([...(before?.cites ?? []), ...cites])],
        events: [...(before?.events ?? []), ...audit.map(({ what }) => what)],
      })
    }
    return turns
  } finally {
    await bench.close()
  }
}
