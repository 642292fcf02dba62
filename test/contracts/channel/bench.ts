import { type House, type Store, startWorker, type Task, type Worker } from '../../../src/runtime/index.ts'
import { type ScratchHouse, scratchHouse } from '../../support/scratch-house.ts'
import type { ChannelSubject, OpenChannel } from './subject.ts'

/** A channel at work: the real house with the real content on a scratch database, its worker, and one channel. */
export interface Bench extends OpenChannel {
  readonly scratch: ScratchHouse
  readonly house: House
  readonly worker: Worker
  /** Writes of arrivals and turns so far; replies committed and neither delivered nor given up. */
  readonly counts: Counts
  /** Seconds the worker put deliveries off for, one entry each; it waits for none of them. */
  readonly waits: number[]
  /** Called with every delivery that is put off. */
  onWait: (task: Task) => void
  /** Questions of policy are answered only when what this returns is called. */
  holdAnswers(): () => void
}

export interface Counts {
  writes: number
  waiting: number
  /** Arrivals stored and not yet taken in. */
  readonly arrived: Set<string>
}

/** The bench of the test that is running. */
export type AtBench = () => Bench

export async function openBench(subject: ChannelSubject): Promise<Bench> {
  const scratch = await scratchHouse([])
  const counts: Counts = { writes: 0, waiting: 0, arrived: new Set() }
  const waits: number[] = []
  let held: Promise<void> | undefined
  let bench: Bench | undefined
  const channels = new Map<string, OpenChannel['channel']>()
  const house: House = {
    ...scratch.house,
    channels,
    store: watched(scratch.house.store, counts, (seconds, task) => {
      waits.push(seconds)
      bench?.onWait(task)
    }),
    answerer: {
      async answer(question) {
        await held
        return scratch.house.answerer.answer(question)
      },
    },
  }
  let worker: Worker | undefined
  const open = await subject.open(house, () => worker?.nudge())
  channels.set(open.channel.name, open.channel)
  const running = startWorker(house)
  worker = running
  bench = {
    ...open,
    scratch,
    house,
    worker: running,
    counts,
    waits,
    onWait: () => undefined,
    holdAnswers() {
      let release: () => void = () => undefined
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    async close() {
      open.heal?.()
      await running.stop()
      await open.close()
      await scratch.close()
    },
  }
  return bench
}

/** The same store, counted. Deliveries put off come back at once: what is put off is looked at, not waited for. */
function watched(store: Store, counts: Counts, onWait: (seconds: number, task: Task) => void): Store {
  const { outbox, conversations } = store
  return {
    ...store,
    outbox: {
      ...outbox,
      async finish(task) {
        await outbox.finish(task)
        counts.waiting--
      },
      async retry(task, seconds, why, dead) {
        await outbox.retry(task, 0, why, dead)
        if (dead) counts.waiting--
        else onWait(seconds, task)
      },
    },
    conversations: {
      ...conversations,
      async receive(arrival) {
        counts.writes++
        const result = await conversations.receive(arrival)
        if (result === 'stored') counts.arrived.add(arrival.id)
        return result
      },
      async commit(write) {
        counts.writes++
        const result = await conversations.commit(write)
        if (result !== 'stale') counts.arrived.delete(write.arrival.id)
        if (result === 'done' && write.push) counts.waiting += write.log.filter(({ from }) => from === 'bot').length
        return result
      },
    },
  }
}
