import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Sight } from '../runtime/index.ts'
import type { Tables } from './tables.ts'

/**
 * The condition under which a case is in sight, for every query that touches cases. Absent: the house itself asks.
 * `nothing` is a condition too, so that who may see nothing costs the same question as who may.
 */
export function inSight(seen: Sight | undefined) {
  return (eb: ExpressionBuilder<Tables, 'cases'>): Expression<SqlBool> => {
    if (seen === undefined) return sql<SqlBool>`1 = 1`
    if (seen.type === 'nothing') return sql<SqlBool>`1 = 0`
    return eb.and([
      eb('cases.unit', 'in', [...seen.units]),
      eb.not(
        eb.exists(
          eb
            .selectFrom('walls')
            .select('walls.who')
            .whereRef('walls.case_id', '=', 'cases.id')
            .where('walls.who', 'in', [...seen.walled]),
        ),
      ),
    ])
  }
}
