import { randomUUID } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import {
  type CaseIndex,
  type CaseMark,
  type CaseQuery,
  type Hit,
  type IndexedCase,
  type Seat,
  sight,
  soughtIn,
} from '../runtime/index.ts'
import { readingFor } from './index-reading.ts'
import { openShelf } from './index-shelf.ts'
import type { ConsoleOptions } from './options.ts'

/** Cases one search reads in before it answers: some half a second. */
const mostRead = 500
/** Entries looked through before others get their turn. */
const scannedAtOnce = 5_000
/** How often it looks whether whoever opened the index is still there. Milliseconds. */
const sweepEvery = 60_000

export interface OpenIndex extends CaseIndex {
  /** Forgets what no session alive can open: when one ends or a key is taken away, and every minute. */
  sweep(): Promise<void>
  /** Entries in memory now. */
  readonly held: number
}

/** An officer's look at the index: what is known of the cases they can see now, in order; nothing for one not read yet. */
interface Look {
  readonly known: readonly (IndexedCase | undefined)[]
  readonly unread: number
}

/** The index of cases: sealed in the store, opened with officers' own keys, shown only to who sees the case now. */
export function openCaseIndex(
  options: Pick<ConsoleOptions, 'store' | 'flows' | 'identity' | 'now' | 'onFault'>,
  shelf = openShelf(),
): OpenIndex {
  const { store, now, onFault } = options
  const reading = readingFor(options, shelf)
  let watch: NodeJS.Timeout | undefined

  const seen = ({ officer }: Seat) => store.cases.seenBy(sight(officer))
  const all = (): CaseQuery => ({ today: now().slice(0, 10), limit: 200 })

  /** A disk that is full must not shut officers out from finding what was read before. */
  const notRead = (fault: unknown) => {
    onFault(fault)
    return 0
  }

  /** What is opened for a seat without a session is forgotten with the call. */
  async function look<T>(seat: Seat, query: CaseQuery, work: (look: Look) => Promise<T>): Promise<T> {
    const { officer, unlocked } = seat
    const marks = await seen(seat).order(query)
    const keys = (await unlocked?.entries.keys()) ?? []
    if (!unlocked || keys.length === 0) return work({ known: [], unread: marks.length })
    const session = seat.idHash ?? randomUUID()
    shelf.sit(session, officer.id, keys)
    watch ??= setTimeout(() => void sweep().catch(onFault), sweepEvery).unref()
    const own = new Set(keys)
    const of = ({ id }: CaseMark) => {
      const held = shelf.of(id)
      return held && own.has(held.key) ? held.entry : undefined
    }
    try {
      await reading.load(unlocked, keys)
      const known = marks.map(of)
      const behind = new Set(marks.filter(({ lines }, n) => (known[n]?.lines ?? -1) < lines).map(({ id }) => id))
      if (behind.size === 0) return await work({ known, unread: 0 })
      const read = await reading.read(seat, await newestOf(seat, query, behind)).catch(notRead)
      return await work({ known: marks.map(of), unread: behind.size - read })
    } finally {
      if (seat.idHash === undefined) shelf.leave(session)
      // A session that ended meanwhile sits here no more.
      shelf.tidy()
    }
  }

  async function newestOf(seat: Seat, query: CaseQuery, ids: ReadonlySet<string>): Promise<readonly string[]> {
    if (ids.size <= mostRead) return [...ids]
    const { cursor: _, ...all } = query
    const newest = await seen(seat).order(all, true)
    return newest.flatMap(({ id }) => (ids.has(id) ? id : [])).slice(0, mostRead)
  }

  async function sweep(): Promise<void> {
    clearTimeout(watch)
    watch = undefined
    const at = Date.parse(now())
    for (const [idHash, { officer, keys }] of [...shelf.sessions]) {
      const session = await store.officers.session(idHash)
      const alive = session && at < Date.parse(session.idleUntil) && at < Date.parse(session.until)
      const held = alive ? (await store.keys.copies(officer)).map(({ key }) => key) : []
      shelf.leave(
        idHash,
        keys.filter((key) => held.includes(key)),
      )
      if (!alive) reading.ended(idHash)
    }
    shelf.tidy()
    // Fewer rows than entries: cases were destroyed.
    for (const key of new Set([...shelf.sessions.values()].flatMap(({ keys }) => keys)))
      if (shelf.under(key) > (await store.entries.count(key))) shelf.forget(key)
    if (shelf.sessions.size > 0) watch = setTimeout(() => void sweep().catch(onFault), sweepEvery).unref()
  }

  return {
    entries: (seat) => look(seat, all(), async ({ known }) => known.filter((entry) => entry !== undefined)),

    unread: (seat) => look(seat, all(), async ({ unread }) => unread),

    search: (seat, words, { cursor, q: _, ...query }) =>
      look(seat, query, async ({ known, unread }) => {
        const sought = soughtIn(words)
        const found: IndexedCase[] = []
        for (let at = 0; at < known.length; at += scannedAtOnce) {
          for (const entry of known.slice(at, at + scannedAtOnce))
            if (entry && sought.every((word) => entry.text.includes(word))) found.push(entry)
          await breath()
        }
        const behind = cursor === undefined ? undefined : await seen(seat).order({ ...query, cursor })
        const ids = behind && new Set(behind.map(({ id }) => id))
        const page = (ids ? found.filter(({ id }) => ids.has(id)) : found).slice(0, query.limit + 1)
        return { hits: page.map((entry) => hit(entry, sought)), total: found.length, unread }
      }),

    async readIn(seat, caseIds) {
      if (seat.unlocked) await reading.read(seat, await store.entries.missing(caseIds)).catch(notRead)
    },

    sweep,
    get held() {
      return shelf.size
    },
  }
}

/** Labels of the lines that hold one of the words. */
function hit({ id, text, labels }: IndexedCase, words: readonly string[]): Hit {
  const lines = text.split('\n')
  return { id, places: [...new Set(labels.filter((_, n) => words.some((word) => lines[n]?.includes(word))))] }
}
