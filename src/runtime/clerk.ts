import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { fresh, type TakenDown, takeDown } from '../dialogue/index.ts'
import type { Flow } from '../flow/index.ts'
import type { House } from './house.ts'
import type { Officer } from './office.ts'
import { newCaseOf } from './seal-turn.ts'

/** How somebody reached the office without a machine. */
export const clerkChannels = ['phone', 'letter', 'visit'] as const
export type ClerkChannel = (typeof clerkChannels)[number]

/** A form an officer writes down for somebody. */
export interface WrittenDown {
  /** The sender's own key of this deed: sent again, there is still one case, and the same receipt. */
  readonly key: string
  readonly officer: Pick<Officer, 'id' | 'unit'>
  readonly flow: string
  readonly channel: ClerkChannel
  /** ISO day on which it came, today or earlier; clocks count from it. */
  readonly received: string
  /** Path → what stands beside the question. */
  readonly words: Readonly<Record<string, string>>
  /** The person wants to ask and add to it later. Without it, nobody ever can. */
  readonly receipt: boolean
}

/** Takes forms down that came by phone, letter or visit; the very same as if they had been typed in the chat. */
export interface Clerk {
  /** Forms that are handed in, newest editions. */
  readonly flows: readonly Flow[]
  /** What the form comes to as it stands, and what the report coach would say to it; nothing is written. Absent: no such form. */
  look(flow: string, words: Readonly<Record<string, string>>): Looked | undefined
  /**
   * Seals it and files it, once.
   * @returns its number where the officer's own unit works it, and the receipt where one was wanted; or what is in the way.
   * @throws Refused `badRequest` for a day that is to come or older than ten years; `notFound` for no such form.
   */
  handIn(
    deed: WrittenDown,
  ): Promise<{ readonly number?: string; readonly receipt?: string } | { readonly lacks: Looked }>
  /** The receipt was handed over: it is never shown again. Only to whoever wrote it down. */
  receiptKept(officer: string, key: string): Promise<void>
}

/** What a form comes to, with the coach's hints in words. They change nothing. */
export interface Looked extends TakenDown {
  readonly hints: readonly { readonly path: string; readonly says: string }[]
}

type Parts = Pick<
  House,
  'bot' | 'kinds' | 'calendar' | 'store' | 'receipts' | 'sealer' | 'identity' | 'seals' | 'clock'
>

export function openClerk(house: Parts): Clerk {
  const { bot, store, receipts, clock } = house
  const handsIn = bot.flows.filter((flow) => flow.steps.some((step) => 'submit' in step))
  const flows = handsIn.filter((flow) => !handsIn.some((other) => other.id === flow.id && other.edition > flow.edition))
  const look: Clerk['look'] = (flow, words) => {
    const taken = takeDown(bot, flow, words, clock())
    if (!taken) return undefined
    const hints = taken.marks.flatMap(({ path, kind, span }) => {
      const says = bot.phrases[`coach.${kind}`]?.[0]?.replace('{span}', span)
      return says === undefined ? [] : [{ path, says }]
    })
    return { ...taken, hints }
  }

  return {
    flows,
    look,

    async handIn({ key, officer, flow, channel, received, words, receipt }) {
      const now = clock()
      const today = now.slice(0, 10)
      if (!/^\d{4}-\d{2}-\d{2}$/.test(received) || received > today || received < tenYearsBefore(today))
        throw new Refused('badRequest')
      const taken = look(flow, words)
      if (!taken) throw new Refused('notFound')
      if (!taken.submit) return { lacks: taken }
      // On the day itself to the second, as everywhere; of an earlier day nobody knows the hour.
      const at = received === today ? now : `${received}T00:00:00+08:00`
      const id = caseIdOf(officer.id, key)
      const thread = { channel, person: id }
      const submit = { ...taken.submit, case: id, startedAt: at }
      const newCase = await newCaseOf(house, thread, submit, [], at, officer.unit)
      const note = `${newCase.kind} ${channel}`
      await store.conversations.commit({
        ...{ arrival: { ...thread, id }, revision: 0, state: fresh, log: [], push: false, newCase },
        ...{ replies: [], attachments: [], receiptsKept: receipt ? [] : [id], gaps: [], at: now },
        audit: [{ who: `officer:${officer.id}`, what: 'form.writtenDown', object: id, note }],
      })
      // Read back, so that a repeat is answered as the first time.
      const [filed, nonce] = [await store.cases.byId(id), await store.cases.receiptNonce(id)]
      if (!filed) throw new Refused('notSaved')
      return {
        ...(filed.unit === officer.unit ? { number: filed.number } : {}),
        ...(nonce === undefined ? {} : { receipt: receipts.show(nonce) }),
      }
    },

    async receiptKept(officer, key) {
      const id = caseIdOf(officer, key)
      const found = await store.cases.byId(id)
      if (!found) throw new Refused('notFound')
      await store.conversations.commit({
        ...{
          arrival: { channel: 'clerk', person: id, id: 'receipt' },
          revision: 0,
          state: fresh,
          log: [],
          push: false,
        },
        ...{ replies: [], attachments: [], receiptsKept: [id], gaps: [], audit: [], at: clock() },
      })
    },
  }
}

/** The same deed makes the same case, and nobody who does not know its key can tell which. */
function caseIdOf(officer: string, key: string): string {
  const hex = createHash('sha256').update(`clerk/${officer}/${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Letters lie about; what is older than this was mistyped. */
const tenYearsBefore = (day: string) => `${Number(day.slice(0, 4)) - 10}${day.slice(4)}`
