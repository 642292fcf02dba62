import type { CaseClock, CaseStep } from '../runtime/index.ts'
import { dayOf } from './coarse-times.ts'
import type { Db } from './engine.ts'

/** The clocks of a case, in the order they began. */
export async function readClocks(db: Db, caseId: string): Promise<readonly CaseClock[]> {
  const rows = await db.selectFrom('case_clocks').selectAll().where('case_id', '=', caseId).orderBy('n').execute()
  return rows.map(({ clock, cite, length, began, pauses, extended, ended }) => ({
    id: clock,
    cite,
    length: JSON.parse(length),
    began,
    pauses: JSON.parse(pauses),
    ...(extended === null ? {} : { extended: JSON.parse(extended) }),
    ...(ended === null ? {} : { ended }),
  }))
}

/** Writes all clocks of a case as they are from now on; the caller holds the row of the case. */
export async function writeClocks(tx: Db, caseId: string, clocks: readonly CaseClock[]): Promise<void> {
  await tx.deleteFrom('case_clocks').where('case_id', '=', caseId).execute()
  if (clocks.length === 0) return
  const rows = clocks.map(({ id, cite, length, began, pauses, extended, ended }, n) => ({
    case_id: caseId,
    n,
    clock: id,
    cite,
    length: JSON.stringify(length),
    began,
    pauses: JSON.stringify(pauses),
    extended: extended === undefined ? null : JSON.stringify(extended),
    ended: ended ?? null,
  }))
  await tx.insertInto('case_clocks').values(rows).execute()
}

/** What officers did with a case, oldest first. */
export async function readSteps(db: Db, caseId: string): Promise<readonly CaseStep[]> {
  const rows = await db.selectFrom('case_steps').selectAll().where('case_id', '=', caseId).orderBy('n').execute()
  return rows.map(({ at, officer, action, state_from, state_to, cite }) => ({
    at,
    officer,
    action,
    from: state_from,
    to: state_to,
    ...(cite === null ? {} : { cite }),
  }))
}

/** @param n its place: the revision of the case it led to, which only rises. */
export async function addStep(tx: Db, caseId: string, n: number, step: CaseStep): Promise<void> {
  const { at, officer, action, from, to, cite } = step
  const row = { case_id: caseId, n, at: dayOf(at), officer, action, state_from: from, state_to: to, cite: cite ?? null }
  await tx.insertInto('case_steps').values(row).execute()
}
