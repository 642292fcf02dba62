import { Refused } from '../base/index.ts'
import { alikeAmong } from '../intake/index.ts'
import { type CaseIndex, type IndexedCase, type Seat, sight } from '../runtime/index.ts'
import { type ApartView, fieldLabels, type LinkView, linkView } from './ledger-view.ts'
import type { ConsoleOptions } from './options.ts'

/** What is asked of the ledger. `show`: open suggestions, links in force, links taken back, pairs found to be two matters. */
export interface LedgerQuery {
  readonly show: 'suggested' | 'linked' | 'revoked' | 'apart'
  /** Only the likely suggestions. */
  readonly likely?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A case and the earlier ones it may be one matter with. */
export interface SuggestionView {
  readonly number: string
  readonly createdAt: string
  readonly others: readonly {
    readonly number: string
    readonly createdAt: string
    readonly grade: '很可能' | '可能'
    /** Labels of the fields that agree, as `matchRows` names them. */
    readonly fields: readonly string[]
    /** How many facts the later case has that the earlier one has not. */
    readonly fresh: number
  }[]
}

export interface LedgerPage {
  readonly suggestions: readonly SuggestionView[]
  readonly links: readonly LinkView[]
  readonly apart: readonly ApartView[]
  readonly next?: string
  /** Cases that have not been read in yet and are in no suggestion so far. */
  readonly unread: number
}

/** Cases compared for one page at the most, so that one question never compares everything with everything. */
const mostCompared = 400
const mostOthers = 5

interface Parts {
  readonly seat: Seat
  readonly query: LedgerQuery
  readonly options: Pick<ConsoleOptions, 'store' | 'now'>
  readonly index: CaseIndex
}

/** One page of the ledger, and the line that says who looked at it. @throws Refused `notFound` */
export async function ledgerPage(parts: Parts): Promise<LedgerPage> {
  const { seat, query, options } = parts
  const { store, now } = options
  if (sight(seat.officer).type === 'nothing') throw new Refused('notFound')
  const officers = await store.officers.list()
  const nameOf = (id: string) => officers.find((each) => each.id === id)?.name ?? '其他人'
  const empty = { suggestions: [], links: [], apart: [], unread: 0 }
  const links = store.links.seenBy(sight(seat.officer))
  await store.audit.append([{ who: `officer:${seat.officer.id}`, what: 'ledger.viewed' }], now())
  if (query.show === 'suggested') return { ...empty, ...(await suggestions(parts)) }
  if (query.show === 'apart') {
    const [from, to] = [placeOf(query.cursor), placeOf(query.cursor) + query.limit]
    const all = await links.apartOf()
    const apart = all
      .slice(from, to)
      .map(({ one, other, at, by }) => ({ one: one.number, other: other.number, at, by: nameOf(by) }))
    return { ...empty, apart, ...(all.length > to ? { next: String(to) } : {}) }
  }
  const { limit, cursor, show } = query
  const found = await links.list({ standing: show, limit, ...(cursor === undefined ? {} : { cursor }) })
  return {
    ...empty,
    links: found.rows.map((link) => linkView(link, nameOf, undefined)),
    ...(found.next === undefined ? {} : { next: found.next }),
  }
}

/** The newest cases first, each with the earlier ones it is like; a pair is shown once, at the later of the two. */
async function suggestions({ seat, query, options, index }: Parts) {
  const settled = await settledPairs(seat, options)
  const all = [...(await index.entries(seat))].sort((a, b) => (a.at === b.at ? order(b, a) : a.at < b.at ? 1 : -1))
  const place = new Map(all.map(({ id }, n) => [id, n]))
  const found: SuggestionView[] = []
  let at = placeOf(query.cursor)
  const end = Math.min(all.length, at + mostCompared)
  for (; at < end && found.length < query.limit; at++) {
    const one = all[at]
    const others = one ? earlier(one, at) : []
    if (one && others.length > 0) found.push({ number: one.number, createdAt: one.at, others })
  }
  return { suggestions: found, unread: await index.unread(seat), ...(at < all.length ? { next: String(at) } : {}) }

  function earlier(one: IndexedCase, own: number): SuggestionView['others'] {
    const skip = (other: IndexedCase) =>
      (place.get(other.id) ?? 0) <= own ||
      other.kind !== one.kind ||
      other.unit !== one.unit ||
      settled.has(pairOf(one.id, other.id))
    return alikeAmong(one, all, { limit: mostOthers, skip })
      .filter(({ alike }) => !query.likely || alike.grade === '很可能')
      .map(({ of, alike }) => ({
        ...{ number: of.number, createdAt: of.at, grade: alike.grade },
        fields: alike.fields.filter(({ agreement }) => agreement !== 'differs').map(({ field }) => fieldLabels[field]),
        fresh: alike.here.facts.length,
      }))
  }
}

/** Pairs an officer has decided on: linked, linked to one and the same case, or found to be two matters. */
async function settledPairs(seat: Seat, { store }: Parts['options']): Promise<ReadonlySet<string>> {
  const links = store.links.seenBy(sight(seat.officer))
  const settled = new Set((await links.apartOf()).map(({ one, other }) => pairOf(one.id, other.id)))
  const together = new Map<string, string[]>()
  for (let cursor: string | undefined; ; ) {
    const page = await links.list({ standing: 'linked', limit: 1000, ...(cursor === undefined ? {} : { cursor }) })
    for (const { master, sub } of page.rows)
      together.set(master.id, [...(together.get(master.id) ?? [master.id]), sub.id])
    cursor = page.next
    if (cursor === undefined) break
  }
  for (const ids of together.values()) for (const a of ids) for (const b of ids) if (a < b) settled.add(pairOf(a, b))
  return settled
}

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const order = (a: IndexedCase, b: IndexedCase) => a.number.localeCompare(b.number, 'en', { numeric: true })

/** @throws Refused `badRequest` */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,7}$/.test(cursor)) throw new Refused('badRequest')
  return Number(cursor)
}
