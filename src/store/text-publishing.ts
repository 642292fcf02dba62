import type { TextDeed, Texts } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { type Db, Undo } from './engine.ts'
import { find, missed } from './text-changes.ts'
import { asRow, numberOf, rowColumns } from './text-rows.ts'

/** The row of `numbers` that counts publications and withdrawals, and the one that numbers texts. */
const revisions = '文本修订'
const newText = '文本'

/** How often what is published has changed. */
export async function revisionOf(db: Db): Promise<number> {
  const row = await db.selectFrom('numbers').select('last').where('letter', '=', revisions).executeTakeFirst()
  return row?.last ?? 0
}

/**
 * Publishes a proposal: one row changes its state, so there is no moment at which half of it is published. The count of
 * revisions is raised first: it makes publications wait for each other, and is undone with the rest when one is refused.
 */
export async function publish(tx: Db, deed: Parameters<Texts['publish']>[0]): ReturnType<Texts['publish']> {
  const { id, revision, by, at, seen } = deed
  const now = await next(tx, revisions)
  const found = await find(tx, id)
  if (!found) throw new Undo('absent')
  if (found.state !== 'waiting') throw new Undo('over')
  if (found.revision !== revision) throw new Undo('stale')
  if (by === 'system' && (await setUp(tx))) throw new Undo('set-up-over')
  if (by !== 'system' && found.proposed_by === by) throw new Undo('same-person')
  if (asRow(found).missing.length > 0) throw new Undo('missing')
  if (now !== seen + 1) throw new Undo('moved')
  const text = found.text_id ?? `t${await next(tx, newText)}`
  const row = await tx
    .updateTable('texts')
    .set({
      state: 'published',
      revision: revision + 1,
      text_id: text,
      edition: await nextEdition(tx, text),
      published_by: by,
      published_at: at,
    })
    .where('n', '=', found.n)
    .where('state', '=', 'waiting')
    .where('revision', '=', revision)
    .returning(rowColumns)
    .executeTakeFirst()
  // Changed or withdrawn since it was read, in a transaction of its own.
  if (!row) throw new Undo('stale')
  const note =
    by === 'system' ? `${text}/${row.edition} 首次设置之前，由启动程序的人直接发布` : `${text}/${row.edition}`
  await record(tx, [{ who: by, what: 'text.published', object: id, note }], at)
  return { row: asRow(row), revision: now }
}

/** Takes a proposal back, or an edition down; only the latter changes what is published. */
export async function withdraw(tx: Db, { id, revision, by, at }: TextDeed): ReturnType<Texts['withdraw']> {
  const found = await find(tx, id)
  if (!found) throw new Undo('absent')
  if (found.state === 'withdrawn') throw new Undo('over')
  if (found.state === 'published') await next(tx, revisions)
  const row = await tx
    .updateTable('texts')
    .set({ state: 'withdrawn', revision: revision + 1, withdrawn_by: by, withdrawn_at: at })
    .where('n', '=', numberOf(id) ?? 0)
    .where('state', '=', found.state)
    .where('revision', '=', revision)
    .returning(rowColumns)
    .executeTakeFirst()
  if (!row) throw new Undo((await missed(tx, id, revision)) === 'absent' ? 'absent' : 'stale')
  await record(tx, [{ who: by, what: 'text.withdrawn', object: id }], at)
  return asRow(row)
}

async function next(tx: Db, letter: string): Promise<number> {
  const { last } = await tx
    .insertInto('numbers')
    .values({ letter, last: 1 })
    .onConflict((conflict) => conflict.column('letter').doUpdateSet((eb) => ({ last: eb('numbers.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Numbers are never given twice, not even that of an edition that was taken down: somebody may have cited it. */
async function nextEdition(tx: Db, text: string): Promise<number> {
  const row = await tx
    .selectFrom('texts')
    .select((eb) => eb.fn.max('edition').as('last'))
    .where('text_id', '=', text)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** Whether there ever was an account. */
async function setUp(tx: Db): Promise<boolean> {
  return (await tx.selectFrom('marks').select('name').where('name', '=', 'setup').executeTakeFirst()) !== undefined
}
