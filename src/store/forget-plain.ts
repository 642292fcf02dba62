import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'
import { toVacuum } from './sealed-talks-table.ts'
import type { Tables } from './tables.ts'

/**
 * After a migration that deleted plain text: writes the database anew, so that no free page and no log file holds it any
 * more. Killed in the middle it is done at the next start; where nothing was deleted it does nothing.
 */
export async function forgetPlain(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const due = await db.selectFrom('marks').select('name').where('name', '=', toVacuum).executeTakeFirst()
  if (!due) return
  if (dialect.name === 'sqlite') {
    await sql`vacuum`.execute(db)
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  } else {
    // Dropped tables took their files with them; these two were only emptied.
    for (const table of ['inbox', 'memory']) await sql`vacuum full ${sql.table(table)}`.execute(db)
  }
  await db.deleteFrom('marks').where('name', '=', toVacuum).execute()
}
