import type { Officer } from '../runtime/index.ts'
import type { Db } from './engine.ts'
import { asOfficer, isId } from './officers.ts'

/** How many cases an account holds. */
export async function holding(db: Db, officer: string): Promise<number> {
  const { held } = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('holder', '=', officer)
    .executeTakeFirstOrThrow()
  return Number(held)
}

/**
 * Holds the row of an account until the end of the transaction: whoever closes it waits, and then sees what this one gave.
 * An update that changes nothing locks on both engines.
 */
export async function locked(tx: Db, officer: string): Promise<Officer | undefined> {
  const row = await tx
    .updateTable('officers')
    .set((eb) => ({ disabled: eb.ref('disabled') }))
    .where('id', '=', Number(officer))
    .returningAll()
    .executeTakeFirst()
  return row && asOfficer(row)
}

/** An account that may be given something, held as by `locked`. */
export async function present(tx: Db, officer: string): Promise<Officer | undefined> {
  const found = isId(officer) ? await locked(tx, officer) : undefined
  return found?.disabled ? undefined : found
}

/** Closes an account and ends its sessions. */
export async function shut(tx: Db, officer: string): Promise<void> {
  await tx.updateTable('officers').set({ disabled: 1 }).where('id', '=', Number(officer)).execute()
  await tx.deleteFrom('sessions').where('officer', '=', Number(officer)).execute()
}
