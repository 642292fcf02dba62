import { randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { alikeAmong, type Candidate, freshIn, rarityIn, readForAlike } from '../intake/index.ts'
import {
  type CaseIndex,
  type IndexedCase,
  indexedCase,
  type LinkFault,
  type SealedCase,
  type Seat,
  sight,
} from '../runtime/index.ts'
import { type LedgerPage, type LedgerQuery, ledgerPage } from './ledger-page.ts'
import { type CandidateView, type DuplicatesView, linkView, matchRows, newFactsOf, newViews } from './ledger-view.ts'
import type { ConsoleOptions } from './options.ts'

/** How a case stands after it was linked, and the word other programs know this deed by: `ledger_linked:R-1001<-R-1003`. */
export interface Linked extends DuplicatesView {
  readonly event: string
}

export interface LinkDeed {
  /** What the sub has and the master has not is listed on the master by itself (单列新事实). */
  readonly newFactsApart?: boolean | undefined
  /** Revision of the sub the officer was looking at; another one is refused as `stale`. Absent: whatever stands now. */
  readonly revision?: number | undefined
}

/**
 * 重复举报台账: which cases may be about one matter, and which an officer has put together. Only among cases this officer
 * can see now; the machine suggests and never links. A link changes nothing of either case: both receipts, clocks and
 * states go on as they are. @throws Refused `notFound` for a case out of sight as for one that never was; `noKey`.
 */
export interface LedgerDesk {
  /** What may be the same matter, how the case is linked, and what was found to be two matters. */
  linkCandidates(seat: Seat, number: string): Promise<DuplicatesView>
  /**
   * Puts the sub to the master. Once more changes nothing.
   * @throws Refused `notYours` for who does not hold the sub; `stale`; `linkSelf`; `linkKind`; `linkTwice`; `linkChain`; `linkSubs`.
   */
  link(seat: Seat, sub: string, master: string, deed: LinkDeed): Promise<Linked>
  /** Takes it back: both stand as they did. @throws Refused as `link`. */
  unlink(seat: Seat, sub: string, master: string, deed?: Pick<LinkDeed, 'revision'>): Promise<Linked>
  /** Remembers that two cases are two matters, or forgets it. @throws Refused `notYours` for who holds neither. */
  apart(seat: Seat, number: string, other: string, apart: boolean): Promise<DuplicatesView>
  /** The whole ledger. @throws Refused `notFound` for a role that works no cases. */
  list(seat: Seat, query: LedgerQuery): Promise<LedgerPage>
}

/** Nobody reads more; what is likelier stands first. */
const mostCandidates = 8

export function openLedgerDesk(options: ConsoleOptions, index: CaseIndex): LedgerDesk {
  const { store, sealer, now } = options
  const seen = ({ officer }: Seat) => store.cases.seenBy(sight(officer))
  const links = ({ officer }: Seat) => store.links.seenBy(sight(officer))

  async function find(seat: Seat, number: string): Promise<SealedCase> {
    const found = /^[A-Z]-\d{1,12}$/.test(number) ? await seen(seat).byNumber(number) : undefined
    if (!found) throw new Refused('notFound')
    return found
  }

  /** The case as it is compared: out of the index, or opened where it has not been read in yet. */
  async function comparable(seat: Seat, sealed: SealedCase, all: readonly IndexedCase[]): Promise<IndexedCase> {
    const known = all.find(({ id }) => id === sealed.id)
    if (known) return known
    const found = await seat.unlocked?.case(sealed)
    if (!found) throw new Refused('noKey')
    const own = options.flows.filter(({ id }) => id === found.form.flow)
    const flow = own.find(({ edition }) => edition === found.form.edition) ?? own.at(-1)
    return indexedCase(found, flow, options.identity[found.form.flow] ?? [])
  }

  async function view(seat: Seat, sealed: SealedCase): Promise<DuplicatesView> {
    const all = await index.entries(seat)
    const one = await comparable(seat, sealed, all)
    const [linked, apart, officers] = await Promise.all([
      links(seat).of(sealed.id),
      links(seat).apartOf(sealed.id),
      store.officers.list(),
    ])
    const nameOf = (id: string) => officers.find((each) => each.id === id)?.name ?? '其他人'
    const left = new Set([
      sealed.id,
      ...linked.filter(({ revoked }) => !revoked).flatMap(({ master, sub }) => [master.id, sub.id]),
      ...apart.flatMap((pair) => [pair.one.id, pair.other.id]),
    ])
    const found = alikeAmong(one, all, {
      limit: mostCandidates,
      skip: (other) => left.has(other.id) || other.kind !== one.kind || other.unit !== one.unit,
    })
    const candidates = (await Promise.all(found.map((each) => candidateView(seat, one, each)))).flat()
    return {
      ...{ number: sealed.number, mine: sealed.holder === seat.officer.id, revision: sealed.revision },
      links: await Promise.all(
        linked.map(async (link) => linkView(link, nameOf, await seat.unlocked?.newFacts(link.master.id, link))),
      ),
      candidates,
      apart: apart.map(({ one: a, other: b, at, by }) => ({ one: a.number, other: b.number, at, by: nameOf(by) })),
    }
  }

  /** Asked for anew: the index may be a moment old, and what this officer can see is decided now. */
  async function candidateView(
    seat: Seat,
    one: IndexedCase,
    { of, alike }: Candidate<IndexedCase>,
  ): Promise<readonly CandidateView[]> {
    const sealed = await seen(seat).byNumber(of.number)
    if (!sealed) return []
    const { number, state } = sealed
    return [
      {
        ...{ number, state, createdAt: of.at, grade: alike.grade, rows: matchRows(alike, one, of) },
        newHere: newViews(newFactsOf(one.number, one, alike.here)),
        newThere: newViews(newFactsOf(number, of, alike.there)),
      },
    ]
  }

  /** Views are events, too: whose content was shown beside whose. */
  async function compared(seat: Seat, shown: DuplicatesView): Promise<void> {
    const others = [
      ...shown.candidates.map(({ number }) => number),
      ...shown.links.flatMap(({ master, sub }) => [master, sub]).filter((number) => number !== shown.number),
    ]
    if (others.length === 0) return
    const note = [...new Set(others)].join('、')
    const line = { who: `officer:${seat.officer.id}`, what: 'case.compared', object: shown.number, note }
    await store.audit.append([line], now())
  }

  async function held(seat: Seat, sub: string, master: string, revision: number | undefined) {
    const [own, other] = [await find(seat, sub), await find(seat, master)]
    if (own.holder !== seat.officer.id) throw new Refused('notYours')
    return { own, other, stale: revision !== undefined && revision !== own.revision }
  }

  async function done(seat: Seat, number: string, event: string): Promise<Linked> {
    return { ...(await view(seat, await find(seat, number))), event }
  }

  return {
    async linkCandidates(seat, number) {
      const shown = await view(seat, await find(seat, number))
      await compared(seat, shown)
      return shown
    },

    async link(seat, sub, master, { newFactsApart, revision }) {
      const { own, other, stale } = await held(seat, sub, master, revision)
      const all = await index.entries(seat)
      const [one, two] = [await comparable(seat, own, all), await comparable(seat, other, all)]
      const fresh = newFactsOf(sub, one, freshIn(readForAlike(one), readForAlike(two), rarityIn(all)))
      const any = fresh.facts.length + fresh.people.length + fresh.more.length > 0
      const id = randomUUID()
      const saved = await links(seat).link({
        ...{ id, sub, master, officer: seat.officer.id, fence: own.fence, at: now() },
        // A revision that was looked at and is gone can match none that stands.
        revision: stale ? -1 : own.revision,
        ...(newFactsApart && any
          ? { newFacts: sealer.newFacts(await sealer.ofCase(other.id), other.id, id, fresh) }
          : {}),
        audit: { who: `officer:${seat.officer.id}` },
      })
      if (saved !== 'done' && saved !== 'seen') throw refusal(saved)
      return done(seat, sub, `ledger_linked:${master}<-${sub}`)
    },

    async unlink(seat, sub, master, { revision } = {}) {
      const { own, stale } = await held(seat, sub, master, revision)
      const saved = await links(seat).unlink({
        ...{ sub, master, officer: seat.officer.id, fence: own.fence, at: now() },
        revision: stale ? -1 : own.revision,
        audit: { who: `officer:${seat.officer.id}` },
      })
      if (saved !== 'done' && saved !== 'seen') throw refusal(saved)
      return done(seat, sub, `ledger_unlinked:${master}<-${sub}`)
    },

    async apart(seat, number, other, apart) {
      const [own, there] = [await find(seat, number), await find(seat, other)]
      const { id } = seat.officer
      if (own.id === there.id) throw new Refused('linkSelf')
      if (own.holder !== id && there.holder !== id) throw new Refused('notYours')
      const kept = await links(seat).apart({ one: own.id, other: there.id, apart, who: id, at: now() })
      if (!kept) throw new Refused('notFound')
      const line = { who: `officer:${id}`, what: apart ? 'case.apart' : 'case.unapart' }
      const note = `${number}、${other}`
      await store.audit.append(
        [number, other].map((object) => ({ ...line, object, note })),
        now(),
      )
      return view(seat, await find(seat, number))
    },

    list: (seat, query) => ledgerPage({ seat, query, options, index }),
  }
}

const refusal = (fault: LinkFault | 'lost' | 'absent'): Refused => new Refused(refusalOf[fault])
const refusalOf = {
  lost: 'stale',
  absent: 'notFound',
  self: 'linkSelf',
  kind: 'linkKind',
  linked: 'linkTwice',
  'master-is-sub': 'linkChain',
  'sub-is-master': 'linkSubs',
} as const
