import { sql } from 'kysely'
import { addMonths } from '../base/index.ts'
import type { DueCase, ListedCase, Retention, ShredList } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { certificates } from './certificates.ts'
import type { Db, Engine } from './engine.ts'
import { holds } from './holds.ts'
import { linkedOpen } from './linked-open.ts'
import { asRow, shredding } from './shredding.ts'
import type { Tables } from './tables.ts'

/** How long cases are kept, and which of them are to go. */
export function retention(engine: Engine): Retention {
  return {
    ...holds(engine),
    ...certificates(engine),
    ...shredding(engine),

    rules: (unit) => engine.read((db) => rulesOf(db, unit)),

    setRule: ({ unit, kind, months, basis, setBy, agreedBy, at }, audit) =>
      engine.write(async (tx) => {
        const row = { unit, kind, months, basis, set_by: setBy, agreed_by: agreedBy, at }
        await tx.insertInto('retention_rules').values(row).execute()
        await record(tx, [audit], at)
      }),

    due: (unit, today, limit) => engine.read((db) => due(db, unit, today, limit)),

    list: (list, numbers) =>
      engine.write(async (tx): Promise<ShredList | undefined> => {
        const { id, unit, askedBy, at } = list
        const wanted = new Set(numbers)
        const going = (await due(tx, unit, at.slice(0, 10), most)).filter(({ number }) => wanted.has(number))
        if (going.length === 0) return undefined
        await tx.insertInto('shredding').values({ id, unit, asked_by: askedBy, at, state: 'listed' }).execute()
        await tx
          .insertInto('shredding_cases')
          .values(going.map((each) => ({ list: id, ...asRow(each), state: 'listed' })))
          .execute()
        return { ...list, state: 'listed', cases: going.map((each) => ({ ...each, stage: 'listed' })) }
      }),

    lists: (unit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('shredding')
          .selectAll()
          .where('unit', '=', unit)
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(100)
          .execute()
        return rows.map(asList)
      }),

    byId: (id) => engine.read((db) => listOf(db, id)),

    drop: (id) =>
      engine.write(async (tx) => {
        const found = await tx
          .updateTable('shredding')
          // Locks it against somebody who agrees at this moment.
          .set({ state: 'dropped' })
          .where('id', '=', id)
          .where('state', '=', 'listed')
          .executeTakeFirst()
        if (found.numUpdatedRows !== 1n) return false
        await tx.deleteFrom('shredding_cases').where('list', '=', id).execute()
        await tx.deleteFrom('shredding').where('id', '=', id).execute()
        return true
      }),

    agree: (id, by, at) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('shredding')
          .set({ state: 'agreed', agreed_by: by, agreed_at: at })
          .where('id', '=', id)
          .where('state', '=', 'listed')
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),
  }
}

/** Cases one list may hold: what two people can still look at one by one. */
const most = 200

async function rulesOf(db: Db, unit: string): ReturnType<Retention['rules']> {
  const rows = await db.selectFrom('retention_rules').selectAll().where('unit', '=', unit).orderBy('n').execute()
  const last = new Map(rows.map((row) => [row.kind, row]))
  return [...last.values()]
    .filter(({ months }) => months > 0)
    .map(({ kind, months, basis, set_by, agreed_by, at }) => ({
      ...{ unit, kind, months, basis, at },
      ...{ setBy: set_by, agreedBy: agreed_by },
    }))
}

async function due(db: Db, unit: string, today: string, limit: number): Promise<readonly DueCase[]> {
  const found: DueCase[] = []
  for (const { kind, months, basis } of await rulesOf(db, unit)) {
    const before = addMonths(today, -months)
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'number', 'closed_on'])
      .where('unit', '=', unit)
      .where('kind', '=', kind)
      .where('closed', '=', 1)
      .where('closed_on', '<', before)
      .where('answered', '=', 0)
      .where('asked', '=', 0)
      .where((eb) => eb.not(linkedOpen(sql.ref('cases.id'), before)))
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('holds').select('holds.who').whereRef('holds.case_id', '=', 'cases.id'))),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('shredding_cases')
              .innerJoin('shredding', 'shredding.id', 'shredding_cases.list')
              .select('shredding.id')
              .whereRef('shredding_cases.case_id', '=', 'cases.id')
              .where('shredding.state', '<>', 'done'),
          ),
        ),
      )
      .orderBy('closed_on')
      .orderBy('number')
      .limit(limit)
      .execute()
    // Months end on different days: 31 January and a month is the end of February, and back again it is not.
    for (const { id, number, closed_on } of rows)
      if (closed_on !== null && addMonths(closed_on, months) < today)
        found.push({ caseId: id, number, kind, closedOn: closed_on, months, basis })
  }
  return found.sort((a, b) => a.closedOn.localeCompare(b.closedOn) || a.number.localeCompare(b.number)).slice(0, limit)
}

async function listOf(db: Db, id: string): Promise<ShredList | undefined> {
  const row = await db.selectFrom('shredding').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const cases = await db.selectFrom('shredding_cases').selectAll().where('list', '=', id).orderBy('number').execute()
  return { ...asList(row), cases: cases.map(asListed) }
}

function asList(row: Tables['shredding']): Omit<ShredList, 'cases'> {
  const { id, unit, asked_by, at, agreed_by, agreed_at } = row
  return {
    ...{ id, unit, at, askedBy: asked_by },
    // Written by this file and by `shredding` only, with values of the type.
    state: row.state as ShredList['state'],
    ...(agreed_by === null ? {} : { agreedBy: agreed_by }),
    ...(agreed_at === null ? {} : { agreedAt: agreed_at }),
  }
}

function asListed(row: Tables['shredding_cases']): ListedCase {
  const { case_id, number, kind, closed_on, months, basis, why } = row
  return {
    ...{ caseId: case_id, number, kind, closedOn: closed_on, months, basis },
    // As above.
    stage: row.state as ListedCase['stage'],
    ...(why === null ? {} : { why: why as NonNullable<ListedCase['why']> }), // as above
  }
}
