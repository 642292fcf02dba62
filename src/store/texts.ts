import type { NewText, Texts } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { amend, strike } from './text-changes.ts'
import { publish, revisionOf, withdraw } from './text-publishing.ts'
import { asOriginals, asProposal, asRow, numberOf, rowColumns, spans } from './text-rows.ts'

/** Originals: proposals, editions, and what was handed in. */
export function texts(engine: Engine): Texts {
  return {
    published: () =>
      engine.read(async (db) => {
        // First: texts may be newer than the revision, never older, so that whoever compares reads once too often at worst.
        const revision = await revisionOf(db)
        const rows = await db.selectFrom('texts').selectAll().where('state', '=', 'published').execute()
        return { revision, texts: asOriginals(rows) }
      }),

    revision: () => engine.read(revisionOf),

    list: () =>
      engine.read(async (db) =>
        (await db.selectFrom('texts').select(rowColumns).orderBy('n', 'desc').execute()).map(asRow),
      ),

    open: (id) =>
      engine.read(async (db) => {
        const n = numberOf(id)
        if (n === undefined) return undefined
        const row = await db.selectFrom('texts').selectAll().where('n', '=', n).executeTakeFirst()
        return row && asProposal(row)
      }),

    file: (id) =>
      engine.read(async (db) => {
        const n = numberOf(id)
        if (n === undefined) return undefined
        return db
          .selectFrom('text_files')
          .innerJoin('texts', 'texts.n', 'text_files.n')
          .select(['texts.file_name as name', 'text_files.bytes'])
          .where('texts.n', '=', n)
          .executeTakeFirst()
      }),

    propose: (text, by, at) => engine.write((tx) => propose(tx, text, by, at)),
    amend: (change) => engine.write((tx) => amend(tx, change)),
    strike: (change) => engine.write((tx) => strike(tx, change)),
    publish: (deed) => engine.write((tx) => publish(tx, deed)),
    withdraw: (deed) => engine.write((tx) => withdraw(tx, deed)),
  }
}

async function propose(tx: Db, text: NewText, by: string, at: string): ReturnType<Texts['propose']> {
  const { says, follows, file, carries } = text
  const row = await tx
    .insertInto('texts')
    .values({
      state: 'waiting',
      revision: 1,
      text_id: follows?.text ?? null,
      edition: null,
      follows: follows?.edition ?? null,
      says: JSON.stringify(says),
      sameness: text.sameness,
      carried: Object.keys(carries).length,
      file_name: file.name,
      file_kind: file.kind,
      file_size: file.size,
      file_sha256: file.sha256,
      proposed_by: by,
      proposed_at: at,
      notes: JSON.stringify(text.notes),
      carries: JSON.stringify(carries),
      passages: spans(text.passages),
      text: text.text,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(rowColumns)
    .executeTakeFirst()
  if (!row) throw new Undo('twice')
  // The PostgreSQL driver takes other byte arrays for text.
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  await tx.insertInto('text_files').values({ n: row.n, bytes }).execute()
  await record(tx, [{ who: by, what: 'text.proposed', object: `p${row.n}` }], at)
  return asRow(row)
}
