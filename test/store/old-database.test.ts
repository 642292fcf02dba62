import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealOld } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { everythingIn, foundIn } from '../support/disguises.ts'
import { keyHolder } from '../support/key-holder.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite, runSql } from '../support/sqlite.ts'
import { handedIn, turn } from '../support/turns.ts'

/** A database as migration 0007 left it, with a chat, a reply on its way, an arrival and an officer's deed in the clear. */
const golden = readFileSync(new URL('./golden-0007.sql', import.meta.url), 'utf8')
const words = ['周明把两车水泥拉回了自己家', '第 2 句', 'userid-zhoumingming']

let folder: ReturnType<typeof scratchFolder>
beforeEach(() => {
  folder = scratchFolder()
})
afterEach(() => folder.remove())

/** Lays it down as a process that was killed leaves it: half of it in the log file. */
async function laidDown(): Promise<void> {
  const { default: Database } = await import('better-sqlite3')
  const elsewhere = scratchFolder()
  const db = new Database(join(elsewhere.path, 'qingwen.db'))
  db.pragma('journal_mode = wal')
  db.exec(golden)
  for (const name of ['qingwen.db', 'qingwen.db-wal']) copyFileSync(join(elsewhere.path, name), join(folder.path, name))
  db.close()
  elsewhere.remove()
}

test.skipIf(!hasBetterSqlite)(
  'an old database keeps its forms, messages and drafts, and of its chats not a word on the disk',
  async () => {
    await laidDown()
    expect(foundIn(everythingIn(folder.path), words)).not.toEqual([])
    const store = await openStore({ dataDir: folder.path, seals })
    expect(foundIn(everythingIn(folder.path), words)).toEqual([])
    const vault = await openVault(join(folder.path, 'server.key'))
    const { receipts } = vault
    await sealOld({ store, sealer: vault.sealer(store), receipts, identity: {} })
    const holder = await keyHolder(vault.keyring(store))
    const old = await holder.case((await store.cases.byNumber('R-1001'))!) // as the file says
    expect(old).toMatchObject({ state: 'accepted', messages: [{ text: '收到' }], heard: [] })
    expect(await store.drafts.sealed('draft-1', '2026-11-21T09:00:00+08:00')).toBe('sealed')
    const wang = { channel: 'wecom', person: 'wang' }
    expect(await store.conversations.commit(turn(wang, 'm1', 0, { push: true, newCase: handedIn(wang, 'c2') }))).toBe(
      'done',
    )
    expect((await store.cases.byId('c2'))?.number).toBe('R-1002')
    await store.close()
    expect(foundIn(everythingIn(folder.path), words)).toEqual([])
  },
)

test.skipIf(!hasBetterSqlite)('a start killed before the file was written anew does it the next time', async () => {
  await laidDown()
  await (await openStore({ dataDir: folder.path, seals })).close()
  // As after the migration: its rows are deleted and still lie in free pages, and the mark says so.
  const planted = `create table plain (words text); insert into plain values ('${words[0]}')`
  await runSql(folder.path, `pragma secure_delete = off; ${planted}; drop table plain`)
  await runSql(folder.path, `insert into marks values ('to-vacuum')`)
  expect(foundIn(everythingIn(folder.path), words)).not.toEqual([])
  await (await openStore({ dataDir: folder.path, seals })).close()
  expect(foundIn(everythingIn(folder.path), words)).toEqual([])
})
