import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Sight } from '../runtime/index.ts'
import type { Tables } from './tables.ts'

/**
 * The condition under which a case is in sight, for every query that touches cases. Absent: the house itself asks.
 * `nothing` is a condition too, so that who may see nothing costs the same question as who may.
 */
export function inSight(seen: Sight | undefined) {
  return (_: ExpressionBuilder<Tables, 'cases'>): Expression<SqlBool> => inSightAs(seen, 'cases')
}

/** The same where a query calls the cases by another name. */
export function inSightAs(seen: Sight | undefined, cases: string): Expression<SqlBool> {
  if (seen === undefined) return sql<SqlBool>`1 = 1`
  if (seen.type === 'nothing') return sql<SqlBool>`1 = 0`
  const eb = expressionBuilder<Tables, never>()
  return eb.and([
    eb(sql.ref<string>(`${cases}.unit`), 'in', [...seen.units]),
    // Not one question a case: with 50,000 of them those would take longer than all the rest.
    eb(
      sql.ref<string>(`${cases}.id`),
      'not in',
      eb
        .selectFrom('walls')
        .select('walls.case_id')
        .where('walls.who', 'in', [...seen.walled]),
    ),
  ])
}
