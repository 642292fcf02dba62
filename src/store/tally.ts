import { type SqlBool, sql } from 'kysely'
import type { Sight, TallyRow } from '../runtime/index.ts'
import type { Db } from './engine.ts'
import { inSight } from './sight.ts'
import { noDay } from './tables.ts'

/** A clock that stands still ends its list of pauses with one that has no end. Written as JSON by this program only. */
const openPause = '%"from":"____-__-__"}]'

/** Counts cases by their plain columns; no row is read for itself. @param today ISO day. */
export async function tally(db: Db, today: string, seen: Sight | undefined): Promise<readonly TallyRow[]> {
  const paused = sql<SqlBool>`exists (select 1 from case_clocks where case_clocks.case_id = cases.id
    and case_clocks.ended is null and case_clocks.pauses like ${openPause})`
  const clock = sql<TallyRow['clock']>`case
    when closed = 1 then 'none'
    when due <> ${noDay} and due < ${today} then 'overdue'
    when due <> ${noDay} then 'running'
    when ${paused} then 'paused'
    else 'none' end`
  const rows = await db
    .selectFrom('cases')
    .where(inSight(seen))
    .select(['kind', 'state'])
    .select(sql<string>`substr(created, 1, 7)`.as('month'))
    .select(clock.as('clock'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['kind', 'state'])
    .groupBy(sql`substr(created, 1, 7)`)
    .groupBy(clock)
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
