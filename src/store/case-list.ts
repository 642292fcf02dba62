import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { addDays, Refused } from '../base/index.ts'
import type { CaseMark, CaseQuery, CaseRow, Cases, KeyCopy, Sight } from '../runtime/index.ts'
import type { Db } from './engine.ts'
import { keysOf, part } from './sealed.ts'
import { inSight } from './sight.ts'
import { noDay, type Tables } from './tables.ts'

const columns = [
  'id',
  'number',
  'kind',
  'state',
  'head',
  'holder',
  'created',
  'changed',
  'due',
  'due_cite',
  'closed',
  'answered',
] as const

/** The queue: by due day (none last), then oldest first. A cursor holds the place of the last row, not a page number. */
export async function listCases(db: Db, query: CaseQuery, seen?: Sight): Promise<Awaited<ReturnType<Cases['list']>>> {
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), 200)
  const matching = those(db, query, seen)
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = await inOrder(matching, query)
    .select(columns)
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const keys = await keysOf(
    db,
    rows.map(({ id }) => id),
    part.body,
  )
  return {
    rows: rows.map((row) => asRow(row, keys(row.id, part.body))),
    total,
    ...(last && found.length > limit ? { next: writeCursor([last.due, last.created, last.number]) } : {}),
  }
}

/** The whole of it, in the queue's order, without touching the rows: the index holds all that is asked. */
export async function orderCases(
  db: Db,
  query: CaseQuery,
  newest: boolean,
  seen?: Sight,
): Promise<readonly CaseMark[]> {
  const all = those(db, query, seen)
  const ordered = newest ? all.orderBy('created', 'desc').orderBy('number', 'desc') : inOrder(all, query)
  return ordered.select(['id', 'lines']).execute()
}

const those = (db: Db, query: CaseQuery, seen?: Sight) =>
  db
    .selectFrom('cases')
    .where(inSight(seen))
    .where((eb) => eb.and(filters(eb, query)))

function inOrder(matching: ReturnType<typeof those>, { cursor }: CaseQuery) {
  const ordered = matching.orderBy('due').orderBy('created').orderBy('number')
  if (cursor === undefined) return ordered
  const after = readCursor(cursor)
  return ordered.where(
    sql<SqlBool>`(${sql.ref('due')}, ${sql.ref('created')}, ${sql.ref('number')}) > (${sql.join(after)})`,
  )
}

function filters(eb: ExpressionBuilder<Tables, 'cases'>, query: CaseQuery): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (query.state !== undefined) all.push(eb('state', '=', query.state))
  if (query.kind !== undefined) all.push(eb('kind', '=', query.kind))
  if (query.holder === 'free') all.push(eb('holder', 'is', null))
  else if (query.holder !== undefined) all.push(eb('holder', '=', query.holder))
  if (query.open !== undefined) all.push(eb('closed', '=', query.open ? 0 : 1))
  if (query.among !== undefined)
    all.push(query.among.length > 0 ? eb('id', 'in', [...query.among]) : sql<SqlBool>`1 = 0`)
  switch (query.due) {
    case 'overdue':
      all.push(eb('due', '<', query.today))
      break
    case 'today':
      all.push(eb('due', '=', query.today))
      break
    case 'week':
      all.push(eb('due', '>=', query.today), eb('due', '<=', addDays(query.today, 7)))
      break
    case 'none':
      all.push(eb('due', '=', noDay))
      break
    case undefined:
      break
  }
  // SQLite ends a pattern at a NUL character and would match everything.
  const words = query.q
    ?.normalize('NFKC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql<SqlBool>`lower(${sql.ref('number')}) like ${like} escape '\\'`)
  }
  return all
}

function asRow(row: Pick<Tables['cases'], (typeof columns)[number]>, keys: readonly KeyCopy[]): CaseRow {
  const { id, number, kind, state, head, holder, created, changed, due, due_cite, closed, answered } = row
  return {
    id,
    number,
    kind,
    state,
    head: head ?? new Uint8Array(),
    keys,
    ...(holder === null ? {} : { holder }),
    createdAt: created,
    changedAt: changed,
    ...(due === noDay ? {} : { due }),
    ...(due_cite === null ? {} : { dueCite: due_cite }),
    closed: closed === 1,
    answered: answered === 1,
  }
}

type Place = readonly [due: string, created: string, number: string]

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === 'string'))
      return place as unknown as Place
  } catch {
    // Not JSON: somebody else's cursor, answered below like every other bad one.
  }
  throw new Refused('badRequest')
}
