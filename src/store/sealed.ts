import type { KeyCopy, Sealed } from '../runtime/index.ts'
import { type Db, Undo } from './engine.ts'

/** Parts of a case that have a data key of their own. */
export const part = {
  body: 'body',
  identity: 'identity',
  message: (id: string) => `message/${id}`,
  file: (id: string) => `file/${id}`,
  link: (id: string) => `link/${id}`,
  paper: (id: string) => `paper/${id}`,
} as const

/**
 * Keeps the copies of a data key. What was sealed to a group key that has been followed by another in the meantime is
 * not taken: whoever left the group would still open it.
 *
 * @param late thrown as the outcome then; a turn that is `stale` runs again.
 */
export async function keepKeys(
  tx: Db,
  caseId: string,
  name: string,
  copies: readonly KeyCopy[],
  late: 'stale' | 'lost' = 'stale',
): Promise<void> {
  if (copies.length === 0) return
  const followed = await tx
    .selectFrom('group_keys as own')
    .innerJoin('group_keys as newer', (join) =>
      join
        .onRef('newer.unit', '=', 'own.unit')
        .onRef('newer.purpose', '=', 'own.purpose')
        .onRef('newer.epoch', '>', 'own.epoch'),
    )
    .select('newer.id')
    .where(
      'own.id',
      'in',
      copies.map(({ to }) => to),
    )
    .limit(1)
    .executeTakeFirst()
  if (followed) throw new Undo(late)
  await tx
    .insertInto('sealed_keys')
    .values(copies.map(({ to, sealed }) => ({ case_id: caseId, part: name, holder: to, sealed: buffer(sealed) })))
    .execute()
}

/** All data keys of some cases, by case and part. */
export async function keysOf(
  db: Db,
  caseIds: readonly string[],
  only?: string,
): Promise<(id: string, part: string) => readonly KeyCopy[]> {
  const found = new Map<string, KeyCopy[]>()
  if (caseIds.length > 0) {
    let query = db.selectFrom('sealed_keys').selectAll().where('case_id', 'in', caseIds)
    if (only !== undefined) query = query.where('part', '=', only)
    for (const { case_id, part, holder, sealed } of await query.execute()) {
      const name = `${case_id} ${part}`
      found.set(name, [...(found.get(name) ?? []), { to: holder, sealed }])
    }
  }
  return (id, name) => found.get(`${id} ${name}`) ?? []
}

export const sealedOf = (locked: Uint8Array | null, keys: readonly KeyCopy[]): Sealed => ({
  locked: locked ?? new Uint8Array(),
  keys,
})

/** The PostgreSQL driver takes other byte arrays for text. */
export const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
