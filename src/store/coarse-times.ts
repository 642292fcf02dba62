import { type Kysely, sql } from 'kysely'

/**
 * The day of an instant: all a plain column says of when something about a case happened (SECURITY P-2). To the second it
 * lies sealed with what happened, so that a thief of the database cannot put a case beside who was at a screen when.
 */
export const dayOf = (at: string): string => at.slice(0, 10)

/** Migration 19: times written so far become days. Cases that are not sealed yet keep theirs until they are. */
export async function coarseTimes<T>(db: Kysely<T>): Promise<void> {
  await sql`update cases set created = substr(created, 1, 10), changed = substr(changed, 1, 10)
    where body is not null`.execute(db)
  await sql`update case_steps set at = substr(at, 1, 10)`.execute(db)
  await sql`update deeds set at = substr(at, 1, 10)`.execute(db)
}
