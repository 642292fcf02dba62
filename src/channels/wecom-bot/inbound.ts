import type { Arrival, Said } from '../../runtime/index.ts'
import { answered, outdated } from './cards.ts'
import { type Came, personOf, read } from './frames.ts'
import type { WecomBotOptions } from './options.ts'
import type { Records } from './records.ts'
import { says } from './says.ts'
import type { Line } from './sdk.ts'
import type { Streams } from './streams.ts'

interface Parts extends Pick<WecomBotOptions, 'origin' | 'receive' | 'nudge' | 'answered' | 'onFault'> {
  readonly name: string
  readonly streams: Streams
  readonly records: Records
  line(): Line | undefined
}

/** What comes in over the line: stored first, then answered. */
export interface Inbound {
  came(frame: unknown): void
  /** The request id of somebody's entering, while it can still be answered with a greeting. */
  entered(arrival: string): string | undefined
  /** All that has come is stored. */
  settled(): Promise<void>
}

/** A person must see within a second that they were heard, even if the database takes its time. */
const EARLY_MS = 400
/** The vendor takes a greeting for five seconds; what is late is sent as a message instead. */
const GREETING_MS = 4_000
/** Longest message of the house, as on the web. */
const LONGEST = 4000
/** Messages whose ids are remembered here, to spare the database the vendor's repeats. */
const REMEMBERED = 2_000

export function inbound({
  name,
  streams,
  records,
  line,
  receive,
  nudge,
  answered: hasAnswer,
  onFault,
  origin,
}: Parts): Inbound {
  const known = new Set<string>()
  const greetings = new Map<string, { readonly reqId: string; readonly until: number }>()
  const working = new Set<Promise<void>>()

  async function take(came: Came): Promise<void> {
    const on = line()
    if (!on) return
    const person = personOf(came)
    const arrival = (event: Arrival['event']): Arrival => ({ channel: name, person, id: came.id, event })
    switch (came.type) {
      case 'said':
        return said(on, came, person, arrival)
      case 'entered':
        greetings.set(came.id, { reqId: came.reqId, until: performance.now() + GREETING_MS })
        await receive(arrival({ type: 'joined' }))
        return nudge()
      case 'pressed': {
        const card = await records.press(person, came.task)
        if (card === 'done' || came.value === 'done') return
        // Which kind an old card was is not remembered; of the wrong kind, the vendor leaves it as it is.
        const next = card === 'over' ? outdated(came.task, 'buttons') : answered(card, came.value)
        const updated = on.updateCard(came.reqId, next, came.user).catch(onFault)
        if (card !== 'over') {
          await receive(arrival({ type: 'said', text: came.value }))
          nudge()
        }
        return updated
      }
      case 'rated': {
        // A thumb for an older answer says nothing of the last one; and where none is open to be rated, 👍 would be
        // taken for the answer to a question of the form.
        if ((await records.ratedLast(person)) !== came.feedback || !(await hasAnswer(person))) return
        await receive(arrival({ type: 'said', text: came.thumb === 'up' ? '👍' : '👎' }))
        return nudge()
      }
    }
  }

  async function said(
    on: Line,
    came: Came & { type: 'said' },
    person: string,
    arrival: (event: Said) => Arrival,
  ): Promise<void> {
    const at = { arrival: came.id, person, reqId: came.reqId }
    const only = (text: string) => on.stream(came.reqId, { id: `o-${came.id}`, text, finish: true })
    if (came.files && came.text === '') return only(says.files(origin))
    if (came.text.length > LONGEST) return only(says.tooLong)
    let begun = false
    const begin = () => {
      if (begun) return
      begun = true
      streams.begin(on, at)
    }
    const early = setTimeout(begin, EARLY_MS)
    const end = async (text: string) => {
      const one = streams.of(came.id)
      if (one) await streams.end(on, one, text)
      else await only(text)
    }
    try {
      // Somebody who only calls gets the greeting of the house.
      const words = { type: 'said', text: came.text === '' ? '你好' : came.text } as const
      const stored = await receive(arrival({ ...words, ...(came.spoken ? { spoken: true } : {}) }))
      if (stored === 'stored') begin()
      else if (begun) await end(says.elsewhere)
    } catch (error) {
      onFault(error)
      known.delete(came.id)
      return end(says.notSaved)
    } finally {
      clearTimeout(early)
    }
    nudge()
    if (came.files) await on.push(came.group ?? came.user, { markdown: says.files(origin) })
  }

  return {
    came(frame) {
      const came = read(frame)
      if (!came || known.has(came.id)) return
      known.add(came.id)
      const [oldest] = known
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
      const work: Promise<void> = take(came)
        .catch(onFault)
        .finally(() => working.delete(work))
      working.add(work)
    },
    entered(arrival) {
      const greeting = greetings.get(arrival)
      greetings.delete(arrival)
      return greeting && performance.now() < greeting.until ? greeting.reqId : undefined
    },
    settled: async () => void (await Promise.all(working)),
  }
}
