import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { type Paper, type Signature, signedPaper } from '../documents/index.ts'
import { type Officer, type Seat, type SignOff, sight } from '../runtime/index.ts'
import { type DeskSight, mayWork } from './desk-sight.ts'
import type { SignOffView } from './desk-view.ts'
import type { ConsoleOptions } from './options.ts'
import { paperOf } from './papers.ts'

/** The snapshot itself, as whoever decides reads it. */
export interface SignOffFile extends SignOffView {
  readonly sheet: Paper
  /** Why it was sent back. */
  readonly returned?: string
  /** The case has moved on since the snapshot was made. */
  readonly older: boolean
}

/** Signing off a paper: who works the case hands it in, an officer of 复核 approves exactly those words. */
export interface SignDesk {
  /** @throws Refused `notFound`; `notYours` unless one holds the case; `stale`. @returns its id; the same key, the same id. */
  ask(seat: Seat, number: string, paper: string, key: string): Promise<SignOffView>
  /** @throws Refused `notFound`; `noKey`. */
  open(seat: Seat, number: string, id: string, how: 'view' | 'print' | 'docx'): Promise<SignOffFile>
  /** @throws Refused `notFound`; `forbidden` for another desk, or one's own; `stale` if it waits no more; `badRequest` without a reason for sending it back. */
  decide(seat: Seat, number: string, id: string, signed: boolean, reason: string): Promise<SignOffView>
  /** What this officer may decide, oldest first; nothing for other desks. */
  waiting(officer: Officer): Promise<readonly SignOffView[]>
  of(officer: Officer, caseId: string): Promise<readonly SignOffView[]>
}

/** What lies sealed. It was written here, and whoever has no key cannot have changed it. */
interface Content {
  readonly sheet: Paper
  readonly asked: Signature
  readonly signed?: Signature
  readonly returned?: string
}

const longestReason = 500

export function openSignDesk(options: ConsoleOptions, { find, opened, note }: DeskSight): SignDesk {
  const { store, sealer, kinds, papers, now } = options
  const reviews = ({ role }: Officer) => role.split('、').includes('复核')

  async function views(officer: Officer, rows: readonly SignOff[]): Promise<readonly SignOffView[]> {
    const officers = await store.officers.list()
    const name = (id: string) => officers.find((each) => each.id === id)?.name ?? '其他人'
    return rows.map(({ id, number, paper, state, askedBy, askedAt, decidedBy, decidedAt }) => ({
      ...{ id, number, paper, state, askedAt, askedBy: name(askedBy) },
      title: papers.find((each) => each.id === paper)?.title ?? paper,
      ...(decidedBy === undefined ? {} : { decidedBy: name(decidedBy) }),
      ...(decidedAt === undefined ? {} : { decidedAt }),
      open: state === 'waiting' && reviews(officer) && askedBy !== officer.id,
    }))
  }

  async function one(seat: Seat, number: string, id: string) {
    const sealed = await find(seat, number)
    const row = /^[\da-f-]{36}$/.test(id) ? await store.signOffs.byId(id, sight(seat.officer)) : undefined
    if (!row || row.caseId !== sealed.id) throw new Refused('notFound')
    const content = (await seat.unlocked?.paper(sealed.id, id, row.content)) as Content | undefined
    if (!content) throw new Refused('noKey')
    const [view] = await views(seat.officer, [row])
    return { sealed, row, content, view: view! } // one row, one view
  }

  return {
    async ask(seat, number, id, key) {
      const { officer } = seat
      const { found } = await opened(seat, await find(seat, number))
      const kind = kinds.find((each) => each.id === found.kind)
      if (found.holder !== officer.id || !mayWork(kind, officer)) throw new Refused('notYours')
      const sheet = await paperOf(found, id, options)
      const at = now()
      const own = idOf(`${officer.id}/${number}/${sheet.id}/${key}`)
      const content: Content = { sheet, asked: { name: officer.name, at } }
      const sealed = sealer.paper(await sealer.ofCase(found.id), found.id, own, content)
      const request = { id: own, number, paper: sheet.id, revision: found.revision, askedBy: officer.id, askedAt: at }
      if ((await store.signOffs.ask({ ...request, content: sealed }, sight(officer))) === 'late')
        throw new Refused('stale')
      return (await one(seat, number, own)).view
    },

    async open(seat, number, id, how) {
      const { sealed, row, content, view } = await one(seat, number, id)
      await note(seat.officer, how === 'view' ? 'paper.viewed' : 'document.exported', number, `${row.paper} ${how}`)
      const { sheet, asked, signed, returned } = content
      return {
        ...view,
        sheet: signed ? signedPaper(sheet, { asked, signed }) : sheet,
        ...(returned === undefined ? {} : { returned }),
        older: sealed.revision !== row.revision,
      }
    },

    async decide(seat, number, id, signed, reason) {
      const { officer } = seat
      const { sealed, content, row, view } = await one(seat, number, id)
      if (!reviews(officer) || row.askedBy === officer.id) throw new Refused('forbidden')
      const words = reason.trim()
      if (words.length > longestReason || (!signed && words === '')) throw new Refused('badRequest')
      const at = now()
      const decided: Content = signed
        ? { ...content, signed: { name: officer.name, at } }
        : { ...content, returned: words }
      const kept = sealer.paper(await sealer.ofCase(sealed.id), sealed.id, id, decided)
      const decision = { id, by: officer.id, signed, content: kept, at }
      if ((await store.signOffs.decide(decision, sight(officer))) === 'late') {
        // Sent twice by the same hand: the first one stands.
        const state = signed ? 'signed' : 'returned'
        if (row.decidedBy === officer.id && row.state === state) return view
        throw new Refused('stale')
      }
      return (await one(seat, number, id)).view
    },

    waiting: async (officer) =>
      reviews(officer) ? views(officer, await store.signOffs.waiting(officer.id, sight(officer))) : [],

    of: async (officer, caseId) => views(officer, await store.signOffs.of(caseId, sight(officer))),
  }
}

/** A deed sent twice makes the same id: 128 bits of its key, in the form of a random one. */
function idOf(deed: string): string {
  const hex = createHash('sha256').update(deed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
