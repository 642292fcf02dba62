import { Refused } from '../base/index.ts'
import { type Attachments, fileBounds, type NewSealedFile, type Sight } from '../runtime/index.ts'
import { dayOf } from './coarse-times.ts'
import type { Db, Engine } from './engine.ts'
import { buffer, keepKeys, keysOf, part } from './sealed.ts'
import { inSight } from './sight.ts'

/** Files of cases, sealed. What is listed is read without its content. */
export function attachments(engine: Engine): Attachments {
  return { ...seenFiles(engine), seenBy: (sight) => seenFiles(engine, sight) }
}

function seenFiles(engine: Engine, seen?: Sight): Omit<Attachments, 'seenBy'> {
  const ofCase = (db: Db, caseId: string) =>
    db
      .selectFrom('attachments')
      .where('case_id', '=', caseId)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('cases')
            .select('cases.id')
            .whereRef('cases.id', '=', 'attachments.case_id')
            .where(inSight(seen)),
        ),
      )

  return {
    list: (caseId) =>
      engine.read(async (db) => {
        const rows = await ofCase(db, caseId).select(['id', 'n', 'face']).orderBy('n').execute()
        if (rows.length === 0) return []
        const keys = await keysOf(db, [caseId])
        return rows.map(({ id, n, face }) => ({
          id,
          n,
          face: face ?? new Uint8Array(),
          keys: keys(caseId, part.file(id)),
        }))
      }),

    open: (caseId, id) =>
      engine.read(async (db) => {
        const row = await ofCase(db, caseId).select(['n', 'face', 'bytes']).where('id', '=', id).executeTakeFirst()
        if (!row) return undefined
        const { n, face, bytes } = row
        const keys = (await keysOf(db, [caseId], part.file(id)))(caseId, part.file(id))
        return { id, n, face: face ?? new Uint8Array(), keys, locked: bytes }
      }),
  }
}

/** Sealed bytes one case may hold: padding at most doubles what `fileBounds` allows. */
const mostSealed = 2 * fileBounds.caseBytes

/**
 * Adds files to a case within the turn that brought them. The revision rises, so an officer who has not seen them cannot
 * decide over them; and the row is locked, so two that add at once are counted one after the other.
 *
 * @throws Refused `notFound` if there is no such case, `caseFull`; then the turn is not kept.
 */
export async function attach(tx: Db, caseId: string, files: readonly NewSealedFile[], at: string): Promise<void> {
  const found = await tx
    .updateTable('cases')
    .set((eb) => ({ answered: 1, changed: dayOf(at), revision: eb('revision', '+', 1) }))
    .where('id', '=', caseId)
    .returning('id')
    .executeTakeFirst()
  if (!found) throw new Refused('notFound')
  const { count, size } = await tx
    .selectFrom('attachments')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('size').as('size')])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const more = files.reduce((sum, { locked }) => sum + locked.byteLength, 0)
  if (count + files.length > fileBounds.caseCount || Number(size ?? 0) + more > mostSealed)
    throw new Refused('caseFull')
  // One by one: the content of five files in one statement would be held twice over.
  for (const [i, { id, face, locked, keys }] of files.entries()) {
    await tx
      .insertInto('attachments')
      .values({
        id,
        case_id: caseId,
        n: count + i + 1,
        name: '',
        type: '',
        size: locked.byteLength,
        sha256: '',
        stripped: 0,
        at: '',
        bytes: buffer(locked),
        face: buffer(face),
      })
      .execute()
    await keepKeys(tx, caseId, part.file(id), keys)
  }
}
