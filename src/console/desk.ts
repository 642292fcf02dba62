import { createHash, randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Paper } from '../documents/index.ts'
import { type Case, mayOf, type Officer, sight } from '../runtime/index.ts'
import { auditLine } from './audit-words.ts'
import { type CaseDeed, decided } from './case-life.ts'
import { caseView, rowView } from './case-view.ts'
import type { AuditLine, DeskCase, DeskPage, Standing } from './desk-view.ts'
import type { Download } from './file-view.ts'
import { type GapDesk, openGapDesk } from './gap-desk.ts'
import type { ConsoleOptions } from './options.ts'
import { paperOf } from './papers.ts'

/** What may be asked of the queue. `holder` is `mine` or `free`; `open` true leaves closed cases out. */
export interface QueueFilter {
  readonly state?: string | undefined
  readonly kind?: string | undefined
  readonly due?: 'overdue' | 'today' | 'week' | 'none' | undefined
  readonly holder?: 'mine' | 'free' | undefined
  readonly q?: string | undefined
  readonly open?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface DeskDeed extends CaseDeed {
  /** The sender's own key of this deed: sent again, it changes nothing more. */
  readonly key?: string | undefined
  /** Revision the officer was looking at; another one is refused as `stale`. Absent: whatever stands now. */
  readonly revision?: number | undefined
}

/**
 * What an officer can do, once for the pages and the API, so that the two cannot differ. Every view and every change
 * leaves an audit line. For a role that works no cases there are none. @throws Refused as named at each.
 */
export interface Desk {
  list(officer: Officer, filter: QueueFilter): Promise<DeskPage>
  /** @throws Refused `notFound` */
  open(officer: Officer, number: string): Promise<DeskCase>
  /** @throws Refused `notFound`, the same for a file of another case and one that never was. */
  file(officer: Officer, number: string, id: string): Promise<Download>
  /** A paper of this case, the first one it has where no `id` is given. @throws Refused `notFound`, for one not offered, too. */
  paper(officer: Officer, number: string, id: string | undefined, how: 'docx' | 'print'): Promise<Paper>
  /** @throws Refused `notFound`; `notYours` when another officer holds it. */
  claim(officer: Officer, number: string): Promise<Standing>
  /** @throws Refused `notFound`; `notYours`. A case nobody holds is already released. */
  release(officer: Officer, number: string): Promise<Standing>
  /** @throws Refused `notFound`; `notYours`; `stale`; `forbidden`; `illegalMove`; `moveNeeds`; `badRequest`. */
  act(officer: Officer, number: string, deed: DeskDeed): Promise<Standing>
  /** @throws Refused `notFound` for a role that may not read it. */
  audit(
    officer: Officer,
    query: { object?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{
    readonly lines: readonly AuditLine[]
    readonly next?: string
  }>
  readonly gaps: GapDesk
}

/** Ids are random; whatever has not their form is not worth a question to the database. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export function openDesk(options: ConsoleOptions): Desk {
  const { store, kinds, now } = options
  const note = (officer: Officer, what: string, object?: string, more?: string) => {
    const about = { ...(object === undefined ? {} : { object }), ...(more === undefined ? {} : { note: more }) }
    return store.audit.append([{ who: `officer:${officer.id}`, what, ...about }], now())
  }

  /** Everything on this desk goes through what the officer can see: the rest is not there. */
  const seen = (officer: Officer) => store.cases.seenBy(sight(officer))

  async function find(officer: Officer, number: string): Promise<Case> {
    // Asking the database for anything else would only make absent and malformed differ.
    const found = /^[A-Z]-\d{1,12}$/.test(number) ? await seen(officer).byNumber(number) : undefined
    if (!found) throw new Refused('notFound')
    return found
  }

  async function standing(officer: Officer, found: Case): Promise<Standing> {
    const { number, state, closed, fence, revision, due } = found
    const holder = rowView({ ...found, answered: false }, officer, await store.officers.list(), options).holder
    return {
      number,
      state,
      closed,
      fence,
      revision,
      ...(holder ? { holder } : {}),
      ...(due === undefined ? {} : { due }),
    }
  }

  async function write(officer: Officer, found: Case, deed: DeskDeed, key: string): Promise<void> {
    if (found.holder !== officer.id) throw new Refused('notYours')
    if (deed.revision !== undefined && deed.revision !== found.revision) throw new Refused('stale')
    const at = now()
    const acted = decided(found, officer, deed, options, at)
    const { number, fence, revision } = found
    const saved = await seen(officer).save({ ...acted, key, number, officer: officer.id, fence, revision, at })
    if (saved === 'lost') throw new Refused((await find(officer, number)).holder === officer.id ? 'stale' : 'notYours')
    if (saved === 'done') options.onTold()
  }

  /** True if this very deed was written before: a save that could never win says `seen` only then. */
  async function repeated(officer: Officer, { number, state, closed }: Case, key: string): Promise<boolean> {
    const audit = { who: `officer:${officer.id}`, what: 'case.repeated', object: number }
    const probe = { key, number, officer: officer.id, fence: -1, revision: -1, state, closed, audit, at: now() }
    return (await seen(officer).save(probe)) === 'seen'
  }

  return {
    async list(officer, { holder, due, q, ...filter }) {
      if (sight(officer).type === 'nothing') throw new Refused('notFound')
      const at = now()
      const { limit, cursor, state, kind, open } = filter
      const found = await seen(officer).list({
        today: at.slice(0, 10),
        limit,
        ...(holder === undefined ? {} : { holder: holder === 'mine' ? officer.id : holder }),
        ...(due === undefined ? {} : { due }),
        ...(q === undefined ? {} : { q }),
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...(open === undefined ? {} : { open }),
      })
      const officers = await store.officers.list()
      await note(officer, 'queue.viewed')
      const cases = found.rows.map((row) => rowView(row, officer, officers, options))
      return { cases, total: found.total, ...(found.next === undefined ? {} : { next: found.next }) }
    },

    async open(officer, number) {
      const found = await find(officer, number)
      await note(officer, 'case.viewed', number)
      return caseView(found, officer, options)
    },

    async file(officer, number, id) {
      const found = await find(officer, number)
      const opened = uuid.test(id) ? await store.attachments.seenBy(sight(officer)).open(found.id, id) : undefined
      if (!opened) throw new Refused('notFound')
      const { name, type, bytes } = opened
      // Before it is handed out: a view nobody wrote down must not happen.
      await note(officer, 'file.viewed', number, name)
      return { name: `${number}-${name}`, type, bytes }
    },

    async paper(officer, number, id, how) {
      const found = await find(officer, number)
      const paper = await paperOf(found, id, options)
      // As with files: nothing leaves the office before it is written down that it did.
      await note(officer, 'document.exported', number, `${paper.id} ${how}`)
      return paper
    },

    async claim(officer, number) {
      const before = await find(officer, number)
      const claimed = await seen(officer).claim(number, officer.id, now())
      if (claimed === 'absent') throw new Refused('notFound')
      if (claimed === 'taken') throw new Refused('notYours')
      if (before.fence !== claimed.fence) await note(officer, 'case.claimed', number)
      return standing(officer, claimed)
    },

    async release(officer, number) {
      const found = await find(officer, number)
      if (found.holder === undefined) return standing(officer, found)
      if (found.holder !== officer.id) throw new Refused('notYours')
      const released = await seen(officer).release(number, officer.id, found.fence, now())
      if (released === 'absent') throw new Refused('notFound')
      if (released === 'lost') throw new Refused('notYours')
      await note(officer, 'case.released', number)
      return standing(officer, released)
    },

    async act(officer, number, deed) {
      const found = await find(officer, number)
      // A key stands for one deed: with another action or reason it is another deed, and never passes for the first.
      const same = createHash('sha256')
        .update(JSON.stringify([deed.action, deed.reason, deed.inputs ?? {}, deed.items ?? []]))
        .digest('base64url')
        .slice(0, 16)
      const key = `${officer.id}:${number}:${deed.key ?? randomUUID()}:${same}`
      try {
        await write(officer, found, deed, key)
      } catch (refusal) {
        // The first sending may have moved the case on; the second must hear what the first did.
        if (!(refusal instanceof Refused) || deed.key === undefined || !(await repeated(officer, found, key)))
          throw refusal
      }
      return standing(officer, await find(officer, number))
    },

    async audit(officer, { object, cursor, limit }) {
      const officers = await store.officers.list()
      if (!mayOf(officer, officers).audit) throw new Refused('notFound')
      const found = await store.audit.list({
        limit,
        unit: officer.unit,
        ...(object === undefined ? {} : { object }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      await note(officer, 'audit.viewed', object)
      const lines = found.rows.map((row) => auditLine(row, officers, kinds))
      return { lines, ...(found.next === undefined ? {} : { next: found.next }) }
    },

    gaps: openGapDesk(options),
  }
}
