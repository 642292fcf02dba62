import { maskCodes, Refused } from '../base/index.ts'
import type { Say } from '../dialogue/index.ts'
import { draftCodeOf, hiddenDraftCode } from './draft-turn.ts'
import { sortGaps } from './gap-notes.ts'
import type { House } from './house.ts'
import { deskGone } from './officer-desk.ts'
import type { Task } from './ports.ts'
import { steady } from './steady.ts'
import { takeWaiting } from './take-waiting.ts'
import { take } from './turn.ts'
import { Undelivered } from './undelivered.ts'

/** Works on what is stored and waiting: arrivals (what officers did, callbacks already acknowledged) and replies to push. */
export interface Worker {
  /** Says that something was stored just now, so that it is worked on at once and not at the next look. */
  nudge(): void
  /** Ends after the work in hand. */
  stop(): Promise<void>
}

/** Longer than any delivery may take, so that a live worker never loses its lease; short enough that a dead one's work is soon taken up. */
const LEASE = 60
/** A look at the database when nobody nudged: another replica may have stored something. */
const IDLE_MS = 1000
/** Between two looks for drafts and conversations whose time is over, and questions to be sorted. */
const SWEEP_MS = 10 * 60_000
/** About a day of tries with doubling waits up to an hour; then it is shown as undeliverable. */
const MAX_TRIES = 30
/** No platform's `Retry-After` puts a reply off for longer. Seconds. */
const LONGEST_WAIT = 86_400

export function startWorker(house: House): Worker {
  let nextSweep = 0
  const news = newsFor(house)
  const started = house.clock()
  const born = performance.now()
  const replies = rounds(() => deliver(house), house.onFault)
  // Apart from the deliveries, so that a platform that does not answer keeps nobody from being heard.
  const arrivals = rounds(async () => {
    if (performance.now() >= nextSweep) {
      nextSweep = performance.now() + SWEEP_MS
      const at = steady(house.clock(), started, performance.now() - born)
      await house.store.drafts.sweep(at).catch(house.onFault)
      await house.store.conversations.sweep(at).catch(house.onFault)
      // Wordings more than a handful are dropped there; they must not wait for an officer to look.
      await sortGaps(house.store, house.bot.places, house.clock()).catch(house.onFault)
    }
    const busy = await workOn(house, news)
    if (busy) replies.nudge()
    await house.traffic.flush().catch(house.onFault)
    return busy
  }, house.onFault)
  return {
    nudge() {
      arrivals.nudge()
      replies.nudge()
    },
    async stop() {
      await Promise.all([arrivals.stop(), replies.stop()])
      await house.traffic.flush().catch(house.onFault)
    },
  }
}

/** Rounds one after another, at once while there is something to do, else after a rest or a nudge. @param round true if there was anything to do. */
function rounds(round: () => Promise<boolean>, onFault: House['onFault']): Worker {
  let stopped = false
  let nudged = false
  let wake: (() => void) | undefined
  const loop = (async () => {
    while (!stopped) {
      // What is stored while this round runs may have come after it looked, so the nudge must outlive the round.
      nudged = false
      const busy = await round().catch((fault: unknown) => {
        onFault(fault)
        return false
      })
      if (!busy && !stopped && !nudged) await rest((w) => (wake = w))
    }
  })()
  return {
    nudge() {
      nudged = true
      wake?.()
    },
    async stop() {
      stopped = true
      wake?.()
      await loop
    },
  }
}

/**
 * Tells those who are connected what officers did for them; whoever comes later is told when they come.
 *
 * Each arrival is looked at once: the number of the last one is remembered, so that those of people who never come back
 * cost nothing.
 */
function newsFor(house: House): () => Promise<boolean> {
  let last = 0
  return async () => {
    const fresh = await house.store.conversations.waiting(last, 100)
    for (const { row } of fresh) {
      const thread = house.present.from(row)
      if (thread) await takeWaiting(house, thread)
    }
    last = fresh.at(-1)?.n ?? last
    return fresh.length > 0
  }
}

async function workOn(house: House, news: () => Promise<boolean>): Promise<boolean> {
  const told = await news()
  const arrivals = await house.store.conversations.claimArrivals(16, LEASE)
  // All are of different conversations, so that they need not wait for each other's look-ups.
  await Promise.all(arrivals.map((arrival) => take(house, arrival).catch(house.onFault)))
  return told || arrivals.length > 0
}

async function deliver(house: House): Promise<boolean> {
  const pushes = [...house.channels.values()].filter((c) => c.delivery === 'push')
  if (pushes.length === 0) return false
  const closed = pushes.filter((c) => c.canDeliver?.() === false).map((c) => c.name)
  const tasks = await house.store.outbox.claim(16, LEASE, closed)
  // All are of different conversations, so that they need not wait for each other.
  await Promise.all(tasks.map((task) => push(house, task).catch(house.onFault)))
  return tasks.length > 0
}

async function push(house: House, task: Task): Promise<void> {
  const channel = house.channels.get(task.channel)
  try {
    if (!channel?.deliver) throw new Error(`no channel ${task.channel} is open to deliver by`)
    await channel.deliver(task, await textOf(house, task))
    await house.store.outbox.finish(task)
    house.traffic.delivered(task.channel)
  } catch (fault) {
    // Somebody else has the task by now: our lease ran out, and theirs is the attempt that counts.
    if (fault instanceof Refused && fault.code === 'stale') return
    house.onFault(fault)
    house.traffic.trouble(task.channel, reason(fault).replace('Undelivered ', ''))
    const dead = task.tries >= MAX_TRIES || (fault instanceof Undelivered && fault.again === 'never')
    await house.store.outbox.retry(task, waitAfter(fault, task.tries), reason(fault), dead)
  }
}

/** Receipt and draft code are put in only now, on their way out; the rows hold none. */
async function textOf(house: House, task: Task): Promise<string> {
  const { text, receipt } = task.say
  const nonce = receipt && task.case !== undefined ? await house.store.cases.receiptNonce(task.case) : undefined
  const shown = nonce === undefined ? '（回执编号只显示一次，现已隐藏）' : house.receipts.show(nonce)
  const code = task.draft === undefined ? undefined : ((await draftCodeOf(house, task.draft)) ?? hiddenDraftCode)
  // What the person typed is masked before the codes go in; a function, because `$&` in a replacement is a pattern.
  const masked = maskCodes(text)
  const withReceipt = receipt && task.case !== undefined ? masked.replace('{{receipt}}', () => shown) : masked
  const withCode = code === undefined ? withReceipt : withReceipt.replace('{{draftCode}}', () => code)
  return task.say.kept === undefined ? withCode : withCode.replace('{{kept}}', () => keptOf(house, task.say))
}

const keptOf = (house: House, { kept }: Say): string => house.officerDesk?.()?.kept(kept ?? '') ?? deskGone

/** Seconds, doubling up to an hour, and never less than the platform asks for. */
function waitAfter(fault: unknown, tries: number): number {
  const own = Math.min(3600, 2 ** tries)
  const asked = fault instanceof Undelivered && typeof fault.again === 'number' ? fault.again : 0
  return Math.max(own, Math.min(asked, LONGEST_WAIT))
}

const reason = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown')

function rest(hand: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, IDLE_MS)
    hand(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
