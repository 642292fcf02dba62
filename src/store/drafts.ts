import type { Drafts, DraftWrite } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import type { Db, Engine } from './engine.ts'

/** Drafts kept under a code. A deleted one is overwritten where the database does that (SQLite: secure_delete). */
export function drafts(engine: Engine): Drafts {
  const find = (id: string, at: string) =>
    engine.read((db) =>
      db.selectFrom('drafts').selectAll().where('id', '=', id).where('until', '>', at).executeTakeFirst(),
    )

  return {
    sealed: async (id, at) => (await find(id, at))?.sealed,

    async nonce(id, at) {
      const row = await find(id, at)
      return row?.shown_until && row.shown_until > at ? (row.nonce ?? undefined) : undefined
    },

    underWay: (at) =>
      engine.read(async (db) => {
        const talks = await db
          .selectFrom('conversations')
          .select((eb) => eb.fn.sum<number | null>('forms').as('forms'))
          .executeTakeFirstOrThrow()
        const coded = await db
          .selectFrom('drafts')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('until', '>', at)
          .executeTakeFirstOrThrow()
        return { talks: Number(talks.forms ?? 0), coded: Number(coded.count) }
      }),

    async sweep(at) {
      // Asked first, because most rounds find nothing and a write costs a sync.
      const due = await engine.read((db) =>
        db
          .selectFrom('drafts')
          .select('id')
          .where((eb) => eb.or([eb('until', '<=', at), eb('shown_until', '<=', at)]))
          .limit(1)
          .executeTakeFirst(),
      )
      return due ? engine.write((tx) => sweep(tx, at)) : 0
    },
  }
}

async function sweep(tx: Db, at: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('drafts').where('until', '<=', at).executeTakeFirst()
  await tx.updateTable('drafts').set({ nonce: null, shown_until: null }).where('shown_until', '<=', at).execute()
  const gone = Number(numDeletedRows)
  if (gone > 0) await record(tx, [{ who: 'system', what: 'drafts.expired', note: String(gone) }], at)
  return gone
}

/** Writes what a turn does to drafts, within its transaction; in the order of their ids, so that no two turns wait for each other. */
export async function writeDrafts(tx: Db, { kept, dropped, opened }: DraftWrite): Promise<void> {
  for (const id of [...dropped].sort()) await tx.deleteFrom('drafts').where('id', '=', id).execute()
  for (const id of [...opened].sort())
    await tx.updateTable('drafts').set({ nonce: null, shown_until: null }).where('id', '=', id).execute()
  if (!kept) return
  const { id, sealed, until, nonce, shownUntil } = kept
  await tx.insertInto('drafts').values({ id, sealed, until, nonce, shown_until: shownUntil }).execute()
}
