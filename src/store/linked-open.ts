import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * True for a case that is put to another one which is still worked on, or was closed on `since` or later: what is one
 * matter is kept as long as the youngest of it.
 *
 * @param id SQL of the case's id. @param since ISO day; absent: only whether one is still worked on.
 */
export function linkedOpen(id: RawBuilder<string>, since?: string): RawBuilder<SqlBool> {
  const young = since === undefined ? sql<SqlBool>`1 = 0` : sql<SqlBool>`other.closed_on >= ${since}`
  return sql<SqlBool>`exists (select 1 from case_links as link inner join cases as other
    on other.id = case when link.master = ${id} then link.sub else link.master end
    where (link.master = ${id} or link.sub = ${id}) and link.revoked_at is null and (other.closed = 0 or ${young}))`
}
