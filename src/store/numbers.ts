import type { Db } from './engine.ts'

/** The number before the first one given out under a letter. */
const before = 1000

/** The next running number of a letter; it is used up only if the transaction is kept. */
export async function nextNumber(tx: Db, letter: string): Promise<number> {
  const { last } = await tx
    .insertInto('numbers')
    .values({ letter, last: before + 1 })
    .onConflict((conflict) => conflict.column('letter').doUpdateSet((eb) => ({ last: eb('numbers.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
