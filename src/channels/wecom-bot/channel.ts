import { type Channel, type Task, Undelivered } from '../../runtime/index.ts'
import { cardOf } from './cards.ts'
import { check } from './check.ts'
import { chatOf, inGroup, nameFor } from './frames.ts'
import { type Hold, holdLine, usual } from './hold.ts'
import { inbound } from './inbound.ts'
import type { WecomBotOptions } from './options.ts'
import { openRecords } from './records.ts'
import { says, troubles } from './says.ts'
import { type Line, Unsent } from './sdk.ts'
import { openStreams } from './streams.ts'
import { pieces, wordsOf } from './words.ts'

export interface WecomBot {
  readonly channel: Channel
  /** Ends what is open, lets the connection go; to be called when the worker has stopped. */
  close(): Promise<void>
}

/** WeCom's 智能机器人 over its long connection: no address of ours has to be reachable from outside. */
export function wecomBot(options: WecomBotOptions): WecomBot {
  const { memory, onFault, origin } = options
  const records = openRecords(memory, name)
  const line = (): Line | undefined => hold.line()
  const streams = openStreams(memory, name, line, onFault, options.pace?.patience)
  const doors = inbound({ ...options, name, line, streams, records })
  const hold: Hold = holdLine({
    access: options.access,
    memory,
    channel: name,
    pace: { ...usual, ...options.pace },
    open(opened) {
      streams
        .inherit()
        .then(() => streams.resume(opened))
        .catch(onFault)
      options.nudge()
    },
    came: doors.came,
    stands(standing) {
      if (standing === 'open') options.trouble(undefined)
      else if (standing in troubles) options.trouble(standing)
    },
    onFault,
  })

  /** The answer takes the place of 正在查……; what has no such place, or no longer fits in it, is sent on its own. */
  async function deliver(task: Task, text: string): Promise<void> {
    const on = line()
    if (!on) throw new Unsent(false)
    const { person, say } = task
    const arrival = arrivalOf(task)
    const made = inGroup(person) ? undefined : cardOf(say, `c-${nameFor(task.key)}`)
    // Written down first, so that whoever presses at once is understood.
    if (made) await records.shown(person, made.shown)
    if (say.cites?.length) await records.rated(person, nameFor(arrival))
    const [first = '', ...rest] = pieces(wordsOf(say, text, made === undefined, origin))
    const told = (await greeted(on, arrival, first)) ?? (await endedBy(on, arrival, first, made?.card)) ?? 'not'
    const push = (markdown: string) => on.push(chatOf(person), { markdown })
    if (told === 'not') await push(first)
    if (told === 'perhaps') for (const piece of pieces(says.again + first)) await push(piece)
    for (const piece of rest) await push(piece)
    if (made && told !== 'withCard') await on.push(chatOf(person), { card: made.card })
  }

  /** The greeting answers the event of entering, for five seconds. */
  async function greeted(on: Line, arrival: string, text: string): Promise<'told' | undefined> {
    const reqId = doors.entered(arrival)
    if (reqId === undefined) return undefined
    try {
      await on.welcome(reqId, text)
      return 'told'
    } catch (error) {
      if (error instanceof Unsent) return undefined
      throw error
    }
  }

  async function endedBy(on: Line, arrival: string, text: string, card?: Parameters<Line['stream']>[2]) {
    const one = streams.of(arrival)
    if (!one || one.elsewhere) return undefined
    try {
      await on.stream(one.reqId, { id: one.id, text, finish: true }, card)
      streams.ended(one)
      return card ? ('withCard' as const) : ('told' as const)
    } catch (error) {
      if (!(error instanceof Unsent)) throw error
      // The line is gone: the reply waits for the next one, and its place with it.
      if (line() !== on) throw error
      if (error.passing || gone.has(error.code ?? 0)) throw error
      if (lapsed.has(error.code ?? 0)) streams.ended(one)
      else void streams.end(on, one, says.elsewhere)
      return error.unsure ? ('perhaps' as const) : undefined
    }
  }

  return {
    channel: {
      name,
      delivery: 'push',
      deliver: (task, text) =>
        deliver(task, text).catch((error: unknown) => {
          throw error instanceof Unsent ? undelivered(error) : error
        }),
      setting: (person) => ({
        knownBy: '企业微信',
        ...(inGroup(person) ? { overheard: true } : {}),
        ...(origin === undefined ? {} : { web: `${origin}/` }),
      }),
      member: (person) => (inGroup(person) ? undefined : person),
      canDeliver: () => line() !== undefined,
      check: () => check(hold),
      explain: (trouble) => troubles[trouble],
    },
    async close() {
      await doors.settled()
      await streams.close(line())
      await hold.close()
    },
  }
}

/** Name of the channel in threads and in the memory. */
const name = 'wecom-bot'

/** The person or the group is there no more: https://developer.work.weixin.qq.com/document/path/90313 (global error codes). */
const gone: ReadonlySet<number> = new Set([60111, 86001, 86003, 93006])
/** The place of the answer is there no more: wrong request id, or too late to be changed. */
const lapsed: ReadonlySet<number> = new Set([846605, 846608])
/** Sent too fast; they say no time, and both limits are counted by the minute. */
const tooFast: ReadonlySet<number> = new Set([45009, 846607])

function undelivered(unsent: Unsent): Undelivered {
  const { code, unsure } = unsent
  const why = code === undefined ? (unsure ? 'unsure' : 'cut') : String(code)
  const again = code === undefined ? 0 : gone.has(code) ? 'never' : tooFast.has(code) ? 60 : 0
  return new Undelivered(again, why, { cause: unsent })
}

/** A reply's key is made of its arrival: channel/person/arrival/reply. */
const arrivalOf = ({ channel, person, key }: Task) => key.slice(`${channel}/${person}/`.length).replace(/\/reply$/, '')
