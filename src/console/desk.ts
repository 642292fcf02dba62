import { createHash, randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Paper } from '../documents/index.ts'
import { type CaseIndex, mayOf, type Officer, type SealedCase, type Seat, sight } from '../runtime/index.ts'
import { auditLine } from './audit-words.ts'
import { type CaseDeed, decided } from './case-life.ts'
import { caseView, rowView } from './case-view.ts'
import { type ClerkDesk, openClerkDesk } from './clerk-desk.ts'
import { deskSight, mayWork } from './desk-sight.ts'
import type { AuditLine, DeskCase, DeskPage, Standing } from './desk-view.ts'
import type { Download } from './file-view.ts'
import { type GapDesk, openGapDesk } from './gap-desk.ts'

import { type HandDesk, openHandDesk } from './hand-desk.ts'

import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts'
import type { ConsoleOptions } from './options.ts'
import { paperOf } from './papers.ts'
import { isWords, listRows, type QueueFilter } from './queue-rows.ts'
import { openReplyDesk, type ReplyDesk } from './reply-desk.ts'
import { openSignDesk, type SignDesk } from './sign-desk.ts'
import { openStatisticsDesk, type StatisticsDesk } from './statistics-desk.ts'
import { openWallDesk, type WallDesk } from './wall-desk.ts'

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
  list(seat: Seat, filter: QueueFilter): Promise<DeskPage>
  /** @throws Refused `notFound`; `noKey` as everywhere where content is opened. */
  open(seat: Seat, number: string): Promise<DeskCase>
  /** @throws Refused `notFound`, the same for a file of another case and one that never was. */
  file(seat: Seat, number: string, id: string): Promise<Download>
  /** A paper of this case, the first one it has where no `id` is given. @throws Refused `notFound`, for one not offered, too. */
  paper(seat: Seat, number: string, id: string | undefined, how: 'docx' | 'print'): Promise<Paper>
  /** @throws Refused `notFound`; `forbidden` for a desk that works no such case; `notYours` when another officer holds it. */
  claim(seat: Seat, number: string): Promise<Standing>
  /** @throws Refused `notFound`; `notYours`. A case nobody holds is already released. */
  release(seat: Seat, number: string): Promise<Standing>
  /** @throws Refused `notFound`; `notYours`; `stale`; `forbidden`; `illegalMove`; `moveNeeds`; `badRequest`. */
  act(seat: Seat, number: string, deed: DeskDeed): Promise<Standing>
  /** @throws Refused `notFound` for a role that may not read it. */
  audit(
    officer: Officer,
    query: { object?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{
    readonly lines: readonly AuditLine[]
    readonly next?: string
  }>
  /** What stands in the cases, to search and to compare. */
  readonly index: CaseIndex
  readonly hands: HandDesk
  readonly signs: SignDesk
  readonly clerk: ClerkDesk
  readonly walls: WallDesk
  readonly replies: ReplyDesk
  /** Another one whenever something this officer sees changed. */
  stamp(officer: Officer): Promise<string>
  readonly gaps: GapDesk
  /** 重复举报台账. */
  readonly ledger: LedgerDesk
  readonly statistics: StatisticsDesk
}

/** Ids are random; whatever has not their form is not worth a question to the database. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export function openDesk(options: ConsoleOptions, index: CaseIndex): Desk {
  const { store, sealer, kinds, now } = options
  const own = deskSight(options)
  const { seen, find, opened, standing, note } = own
  const hands = openHandDesk(options, own)
  const signs = openSignDesk(options, own)
  const replies = openReplyDesk(options)

  async function write(seat: Seat, sealed: SealedCase, deed: DeskDeed, key: string): Promise<void> {
    const { officer } = seat
    const { found } = await opened(seat, sealed)
    if (found.holder !== officer.id) throw new Refused('notYours')
    if (deed.revision !== undefined && deed.revision !== found.revision) throw new Refused('stale')
    const at = now()
    const acted = decided(found, officer, deed, options, at)
    const { number, fence, revision } = found
    const { message, told, ...moved } = acted
    const saved = await seen(officer).save({
      ...moved,
      asks: message.question === true,
      message: sealer.message(await sealer.ofCase(found.id), found.id, message),
      ...(told ? { told: { thread: found.thread, event: told } } : {}),
      ...{ key, number, officer: officer.id, fence, revision, at },
    })
    if (saved === 'lost') throw new Refused((await find(seat, number)).holder === officer.id ? 'stale' : 'notYours')
    if (saved === 'done') options.onTold()
  }

  /** True if this very deed was written before: a save that could never win says `seen` only then. */
  async function repeated(officer: Officer, { number, state, closed }: SealedCase, key: string): Promise<boolean> {
    const audit = { who: `officer:${officer.id}`, what: 'case.repeated', object: number }
    const probe = { key, number, officer: officer.id, fence: -1, revision: -1, state, closed, audit, at: now() }
    return (await seen(officer).save(probe)) === 'seen'
  }

  return {
    async list(seat, { holder, due, q, ...filter }) {
      const { officer } = seat
      if (sight(officer).type === 'nothing') throw new Refused('notFound')
      const at = now()
      const { limit, cursor, state, kind, open } = filter
      const found = await listRows(seen(officer), seat, index, {
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
      // Without the words: they are content.
      await note(officer, isWords(q) ? 'queue.searched' : 'queue.viewed')
      const cases = found.rows.map((row) => rowView(row, officer, officers, options))
      const { total, next, unread } = found
      return { cases, total, ...(next === undefined ? {} : { next }), ...(unread ? { unread } : {}) }
    },

    async open(seat, number) {
      const sealed = await find(seat, number)
      await note(seat.officer, 'case.viewed', number)
      const { found, key } = await opened(seat, sealed)
      const beside = {
        ...(await hands.about(seat.officer, sealed)),
        signOffs: await signs.of(seat.officer, sealed.id),
        replies: await replies.offered(sealed.kind),
      }
      return caseView(found, key, seat.officer, options, beside)
    },

    async file(seat, number, id) {
      const { officer, unlocked } = seat
      const found = await find(seat, number)
      const sealed = uuid.test(id) ? await store.attachments.seenBy(sight(officer)).open(found.id, id) : undefined
      if (!sealed) throw new Refused('notFound')
      const face = await unlocked?.file(found.id, sealed)
      const bytes = await unlocked?.bytes(found.id, sealed, sealed.locked)
      if (!face || !bytes) throw new Refused('noKey')
      const { name, type } = face
      // Before it is handed out: a view nobody wrote down must not happen.
      await note(officer, 'file.viewed', number, name)
      return { name: `${number}-${name}`, type, bytes }
    },

    async paper(seat, number, id, how) {
      const { found } = await opened(seat, await find(seat, number))
      const paper = await paperOf(found, id, options)
      // As with files: nothing leaves the office before it is written down that it did.
      await note(seat.officer, 'document.exported', number, `${paper.id} ${how}`)
      return paper
    },

    async claim(seat, number) {
      const { officer } = seat
      const before = await find(seat, number)
      if (
        !mayWork(
          kinds.find(({ id }) => id === before.kind),
          officer,
        )
      )
        throw new Refused('forbidden')
      const claimed = await seen(officer).claim(number, officer.id, now())
      if (claimed === 'absent') throw new Refused('notFound')
      if (claimed === 'taken') throw new Refused('notYours')
      if (before.fence !== claimed.fence) await note(officer, 'case.claimed', number)
      return standing(seat, claimed)
    },

    async release(seat, number) {
      const { officer } = seat
      const found = await find(seat, number)
      if (found.holder === undefined) return standing(seat, found)
      if (found.holder !== officer.id) throw new Refused('notYours')
      const released = await seen(officer).release(number, officer.id, found.fence, now())
      if (released === 'absent') throw new Refused('notFound')
      if (released === 'lost') throw new Refused('notYours')
      await note(officer, 'case.released', number)
      return standing(seat, released)
    },

    async act(seat, number, deed) {
      const { officer } = seat
      const found = await find(seat, number)
      // A key stands for one deed: with another action or reason it is another deed, and never passes for the first.
      const same = createHash('sha256')
        .update(JSON.stringify([deed.action, deed.reason, deed.inputs ?? {}, deed.items ?? []]))
        .digest('base64url')
        .slice(0, 16)
      const key = `${officer.id}:${number}:${deed.key ?? randomUUID()}:${same}`
      try {
        await write(seat, found, deed, key)
      } catch (refusal) {
        // The first sending may have moved the case on; the second must hear what the first did.
        if (!(refusal instanceof Refused) || deed.key === undefined || !(await repeated(officer, found, key)))
          throw refusal
      }
      return standing(seat, await find(seat, number))
    },

    async audit(officer, { object, cursor, limit }) {
      const officers = await store.officers.list()
      if (!mayOf(officer, officers).audit) throw new Refused('notFound')
      const found = await store.audit.list({
        limit,
        unit: officer.unit,
        blind: [`officer:${officer.id}`, `unit:${officer.unit}`],
        ...(object === undefined ? {} : { object }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      await note(officer, 'audit.viewed', object)
      const lines = found.rows.map((row) => auditLine(row, officers, kinds))
      return { lines, ...(found.next === undefined ? {} : { next: found.next }) }
    },

    index,
    hands,
    signs,
    clerk: openClerkDesk(options),
    walls: openWallDesk(options, own),
    replies,
    stamp: (officer) => seen(officer).stamp(),
    gaps: openGapDesk(options),
    ledger: openLedgerDesk(options, index),
    statistics: openStatisticsDesk(options, index),
  }
}
