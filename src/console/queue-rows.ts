import type { CaseIndex, CaseQuery, CaseRow, Cases, Seat, Unlocked } from '../runtime/index.ts'

/** What may be asked of the queue. `holder` is `mine` or `free`; `open` true leaves closed cases out. */
export interface QueueFilter {
  readonly state?: string | undefined
  readonly kind?: string | undefined
  readonly due?: 'overdue' | 'today' | 'week' | 'none' | undefined
  readonly holder?: 'mine' | 'free' | undefined
  /** Part of a case number, or words that all stand in the case. */
  readonly q?: string | undefined
  readonly open?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Cases a look at the queue reads into the index: a page of them, some fifty milliseconds, and only once each. */
const mostRead = 50

/** A row with the place it names, and where in the form the words looked for stand. */
export type OpenedRow = CaseRow & { readonly area?: string; readonly found?: readonly string[] }

export interface QueueRows {
  readonly rows: readonly OpenedRow[]
  readonly total: number
  readonly next?: string
  /** Of a search for words: cases in sight that could not be searched yet. */
  readonly unread?: number
}

/** True for words, false for a part of a case number: the first are looked for in the cases, the second by the database. */
export const isWords = (q = ''): boolean => {
  const words = plainWords(q)
  return words !== '' && !/^[a-z]?-?\d*$/.test(words)
}

/**
 * Rows of the queue with the place each one names. What stands in cases lies sealed: words are looked for in the index
 * that the officer's own key opens.
 */
export async function listRows(
  cases: Pick<Cases, 'list'>,
  seat: Seat,
  index: CaseIndex,
  { q, ...query }: CaseQuery,
): Promise<QueueRows> {
  if (isWords(q)) return searchRows(cases, seat, index, q ?? '', query)
  const words = plainWords(q)
  const found = await cases.list({ ...query, ...(words === '' ? {} : { q: words }) })
  await index.readIn(
    seat,
    found.rows.slice(0, mostRead).map(({ id }) => id),
  )
  return { ...found, rows: await Promise.all(found.rows.map((row) => withPlace(row, seat.unlocked))) }
}

async function searchRows(
  cases: Pick<Cases, 'list'>,
  seat: Seat,
  index: CaseIndex,
  words: string,
  query: CaseQuery,
): Promise<QueueRows> {
  const { hits, total, unread } = await index.search(seat, words, query)
  const places = new Map(hits.map(({ id, places: found }) => [id, found]))
  // Asked of the database once more, with all it was narrowed by: what went out of sight meanwhile is not shown.
  const { rows, next } = await cases.list({ ...query, among: [...places.keys()] })
  const opened = await Promise.all(rows.map((row) => withPlace(row, seat.unlocked)))
  return {
    rows: opened.map((row) => ({ ...row, found: places.get(row.id) ?? [] })),
    total,
    unread,
    ...(next === undefined ? {} : { next }),
  }
}

const plainWords = (q = '') =>
  q
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()

async function withPlace(row: CaseRow, unlocked: Unlocked | undefined): Promise<OpenedRow> {
  const area = await unlocked?.area(row)
  return area === undefined ? row : { ...row, area }
}
