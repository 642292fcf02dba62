import type { CaseQuery, CaseRow, Cases, Unlocked } from '../runtime/index.ts'

/** Rows looked through for a place at most, so that one question never opens a whole archive. 2,000 take half a second. */
const mostScanned = 2000

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

export type OpenedRow = CaseRow & { readonly area?: string }

/**
 * Rows of the queue with the place each one names. Places lie sealed, because they tell a thief where somebody reports:
 * a question for a place is answered by opening row after row, a question for a number by the database.
 *
 * @returns for a place, `total` counts what was found on the way, and a page may be longer than asked for.
 */
export async function listRows(
  cases: Pick<Cases, 'list'>,
  unlocked: Unlocked | undefined,
  { q, ...query }: CaseQuery,
): Promise<{ readonly rows: readonly OpenedRow[]; readonly total: number; readonly next?: string }> {
  const words = plainWords(q)
  if (words === '' || /^[a-z]?-?\d*$/.test(words)) {
    const found = await cases.list({ ...query, ...(words === '' ? {} : { q: words }) })
    return { ...found, rows: await Promise.all(found.rows.map((row) => withPlace(row, unlocked))) }
  }
  const rows: OpenedRow[] = []
  let next = query.cursor
  for (let scanned = 0; scanned < mostScanned && rows.length < query.limit; ) {
    const page = await cases.list({ ...query, ...(next === undefined ? {} : { cursor: next }) })
    const opened = await Promise.all(page.rows.map((row) => withPlace(row, unlocked)))
    rows.push(...opened.filter(({ area }) => area?.normalize('NFKC').toLowerCase().includes(words)))
    scanned += page.rows.length
    next = page.next
    if (next === undefined) break
  }
  return { rows, total: rows.length, ...(next === undefined ? {} : { next }) }
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
