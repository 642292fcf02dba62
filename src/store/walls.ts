import type { Sight } from '../runtime/index.ts'
import { dayOf } from './coarse-times.ts'
import type { Db } from './engine.ts'
import { inSight } from './sight.ts'

/** Who stands behind the wall of a case, sorted; nobody where the case is out of sight. */
export async function wallOf(db: Db, caseId: string, seen: Sight | undefined): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('walls')
    .innerJoin('cases', 'cases.id', 'walls.case_id')
    .select('walls.who')
    .where('walls.case_id', '=', caseId)
    .where((eb) => inSight(seen)(eb))
    .orderBy('walls.who')
    .execute()
  return rows.map(({ who }) => who)
}

/** Puts somebody behind the wall, or lets them out; the revision rises, and one who holds the case loses it. */
export async function wall(
  tx: Db,
  deed: { readonly caseId: string; readonly who: string; readonly walled: boolean; readonly at: string },
  seen: Sight | undefined,
): Promise<boolean> {
  const { caseId, who, walled, at } = deed
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({ changed: dayOf(at), revision: eb('revision', '+', 1) }))
    .where('id', '=', caseId)
    .where(inSight(seen))
    .returning('holder')
    .executeTakeFirst()
  if (!row) return false
  if (!walled) {
    await tx.deleteFrom('walls').where('case_id', '=', caseId).where('who', '=', who).execute()
    return true
  }
  await tx
    .insertInto('walls')
    .values({ case_id: caseId, who })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (row.holder !== null && who === `officer:${row.holder}`)
    await tx
      .updateTable('cases')
      .set((eb) => ({ holder: null, given_by: null, fence: eb('fence', '+', 1) }))
      .where('id', '=', caseId)
      .execute()
  return true
}
