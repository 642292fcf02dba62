import { randomUUID } from 'node:crypto'
import type { Memory } from '../../runtime/index.ts'
import { type BotAccess, type Line, type Lost, openLine } from './sdk.ts'

/** Where this process stands with the bot's one connection. `standby`: another process of this house has it. */
export type Standing = 'standby' | 'connecting' | 'open' | Lost

/** Waits in milliseconds; shorter ones only under test. */
export interface Pace {
  /** Between two looks at who holds the line, and two signs of life of the holder. */
  readonly beat: number
  /** A holder who has given no sign for so long is dead. */
  readonly dead: number
  /** A holder who could give no sign for so long lets go; well before the others take it for dead. */
  readonly letGo: number
  /** First wait before connecting anew, by what went wrong; doubled each time up to `most`. */
  readonly first: Readonly<Record<Lost, number>>
  readonly most: Readonly<Record<Lost, number>>
  readonly heartbeat: number
}

/**
 * A lost network is tried again after a second and then at most every half minute. A wrong secret stays wrong until
 * somebody changes it. Who was evicted waits ten minutes, then longer: two programs that take the bot from each other in
 * turns would lose messages all day.
 */
export const usual: Pace = {
  beat: 5_000,
  dead: 30_000,
  letGo: 20_000,
  first: { cut: 1_000, mute: 5_000, refused: 60_000, evicted: 600_000 },
  most: { cut: 30_000, mute: 60_000, refused: 900_000, evicted: 21_600_000 },
  heartbeat: 30_000,
}

export interface HoldOptions {
  readonly access: BotAccess
  readonly memory: Memory
  readonly channel: string
  readonly pace: Pace
  /** The line is there; also called for each new one. */
  open(line: Line): void
  came(frame: unknown): void
  /** Told of every change of standing. */
  stands(standing: Standing): void
  onFault(fault: unknown): void
}

/** Keeps the bot's one connection for the whole house. */
export interface Hold {
  line(): Line | undefined
  standing(): Standing
  /** Connects now instead of after the wait. */
  hurry(): void
  /** Lets go at once, so that another process can go on. */
  close(): Promise<void>
}

/**
 * The bot may be connected once; a second connection throws the first one out. So of all processes of this house one
 * holds it, by a line in the shared memory that it renews at every beat. No clock is compared with another: a process
 * sees whether the line's revision moves, by its own clock, and takes over by writing on that very revision.
 */
export function holdLine({ access, memory, channel, pace, open, came, stands, onFault }: HoldOptions): Hold {
  const me = randomUUID()
  const key = 'holder'
  let stopped = false
  let standing: Standing = 'standby'
  let line: Line | undefined
  let opened = false
  let retry: NodeJS.Timeout | undefined
  const failures = new Map<Lost, number>()
  let holding = false
  /** Revision last seen or written, and when it was new, by the clock of this process. */
  let seen = { revision: -1, at: 0 }
  let beating: Promise<void> = Promise.resolve()

  const stand = (now: Standing) => {
    if (standing === now) return
    standing = now
    stands(now)
  }
  const drop = () => {
    clearTimeout(retry)
    retry = undefined
    line?.close()
    line = undefined
    opened = false
  }
  const connect = async () => {
    drop()
    stand('connecting')
    const mine: { line?: Line } = {}
    mine.line = await openLine(
      access,
      {
        open() {
          if (stopped || line !== mine.line || !line) return
          opened = true
          failures.clear()
          stand('open')
          open(line)
        },
        came: (frame) => {
          if (!stopped && line === mine.line) came(frame)
        },
        lost(why) {
          if (stopped || line !== mine.line) return
          line = undefined
          opened = false
          void lost(why)
        },
      },
      pace.heartbeat,
    )
    // Let go, or begun anew, while the kit was loading.
    if (stopped || !holding || line) mine.line.close()
    else line = mine.line
  }
  const lost = async (why: Lost) => {
    // Perhaps it was one of our own, who took us for dead: then it is theirs, and no trouble.
    if (why === 'evicted') await beat()
    if (!holding || stopped || line) return
    const times = failures.get(why) ?? 0
    failures.set(why, times + 1)
    stand(why)
    retry = setTimeout(() => void connect().catch(onFault), Math.min(pace.first[why] * 2 ** times, pace.most[why]))
  }

  const look = async () => {
    const { value, revision } = await memory.recall(channel, key)
    const now = performance.now()
    if (revision !== seen.revision) seen = { revision, at: now }
    if (holding && value !== me) return letGo()
    const free = value === undefined || value === '' || value === me
    if (!holding && !free && now - seen.at < pace.dead) return
    if ((await memory.keep(channel, key, me, revision)) !== 'kept') return
    seen = { revision: revision + 1, at: performance.now() }
    if (holding) return
    holding = true
    if (!stopped) await connect()
  }
  const letGo = () => {
    holding = false
    failures.clear()
    drop()
    stand('standby')
  }
  const beat = () => {
    beating = beating.then(look).catch((fault: unknown) => {
      onFault(fault)
    })
    return beating
  }
  const clock = setInterval(() => {
    // Also while a look at the memory hangs: the others count from our last sign of life.
    if (holding && performance.now() - seen.at > pace.letGo) letGo()
    void beat()
  }, pace.beat)
  void beat()

  return {
    line: () => (opened ? line : undefined),
    standing: () => standing,
    hurry() {
      if (!holding || opened || standing === 'connecting') return
      failures.clear()
      void connect().catch(onFault)
    },
    async close() {
      stopped = true
      clearInterval(clock)
      await beating
      drop()
      if (!holding) return
      const { value, revision } = await memory.recall(channel, key)
      if (value === me) await memory.keep(channel, key, '', revision)
    },
  }
}
