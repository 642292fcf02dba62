import { Refused } from '../base/index.ts'
import { type Attachment, type Attachments, fileBounds, type NewAttachment, type Sight } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { inSight } from './sight.ts'
import type { Tables } from './tables.ts'

/** Files of cases. What is listed is read without its content. */
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
        const rows = await ofCase(db, caseId).select(columns).orderBy('n').execute()
        return rows.map(asAttachment)
      }),

    open: (caseId, id) =>
      engine.read(async (db) => {
        const row = await ofCase(db, caseId)
          .select([...columns, 'bytes'])
          .where('id', '=', id)
          .executeTakeFirst()
        return row && { ...asAttachment(row), bytes: row.bytes }
      }),
  }
}

/**
 * Adds files to a case within the turn that brought them. The revision rises, so an officer who has not seen them cannot
 * decide over them; and the row is locked, so two that add at once are counted one after the other.
 *
 * @throws Refused `notFound` if there is no such case, `caseFull`; then the turn is not kept.
 */
export async function attach(tx: Db, caseId: string, files: readonly NewAttachment[], at: string): Promise<void> {
  const found = await tx
    .updateTable('cases')
    .set((eb) => ({ answered: 1, changed: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', caseId)
    .returning('id')
    .executeTakeFirst()
  if (!found) throw new Refused('notFound')
  const { count, size } = await tx
    .selectFrom('attachments')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('size').as('size')])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const more = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (count + files.length > fileBounds.caseCount || Number(size ?? 0) + more > fileBounds.caseBytes)
    throw new Refused('caseFull')
  // One by one: the content of five files in one statement would be held twice over.
  for (const [i, { id, type, extension, bytes, sha256, stripped }] of files.entries()) {
    const n = count + i + 1
    await tx
      .insertInto('attachments')
      .values({
        id,
        case_id: caseId,
        n,
        name: `附件${n}.${extension}`,
        type,
        size: bytes.byteLength,
        sha256,
        stripped: stripped ? 1 : 0,
        at,
        // The PostgreSQL driver takes other byte arrays for text.
        bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      })
      .execute()
  }
}

const columns = ['id', 'name', 'type', 'size', 'sha256', 'stripped', 'at'] as const

function asAttachment(row: Pick<Tables['attachments'], (typeof columns)[number]>): Attachment {
  const { id, name, type, size, sha256, at } = row
  return { id, name, type, size, sha256, at, stripped: row.stripped === 1 }
}
