import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite, hasNodeSqlite, runSql } from '../support/sqlite.ts'
import { handedIn, turn } from '../support/turns.ts'

const wang = { channel: 'web', person: 'wang' }
/** Absent without the add-on, and then what needs it is skipped. */
const statements = hasBetterSqlite ? await import('../support/statements.ts') : undefined

describe('the SQLite file', () => {
  let folder: ReturnType<typeof scratchFolder>
  beforeEach(() => {
    folder = scratchFolder()
  })
  afterEach(() => folder.remove())

  test('what was committed is there after a restart', async () => {
    const first = await openStore({ dataDir: folder.path, seals })
    await first.conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1') }))
    await first.close()
    const second = await openStore({ dataDir: folder.path, seals })
    expect((await second.cases.byId('c1'))?.number).toBe('R-1001')
    expect(await second.conversations.commit(turn(wang, 'm1', 0))).toBe('seen')
    await second.close()
  })

  test('a folder in use is refused, and free again when its user is gone', async () => {
    const first = await openStore({ dataDir: folder.path, seals })
    await expect(openStore({ dataDir: folder.path, seals })).rejects.toMatchObject({
      name: 'Fault',
      faults: [expect.stringMatching(/正被另一个清问进程使用.*QINGWEN_DATA/)],
    })
    expect(await first.conversations.commit(turn(wang, 'm1', 0))).toBe('done')
    await first.close()
    await (await openStore({ dataDir: folder.path, seals })).close()
  })

  test('nobody else on the machine may read it', async () => {
    const dataDir = join(folder.path, 'data')
    const store = await openStore({ dataDir, seals })
    await store.conversations.commit(turn(wang, 'm1', 0))
    const mode = (file: string) => statSync(join(dataDir, file)).mode & 0o777
    expect([mode('.'), mode('qingwen.db'), mode('qingwen.db-wal')]).toEqual([0o700, 0o600, 0o600])
    await store.close()
  })

  test('a folder that cannot be made is a fault that names it', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const dataDir = join(folder.path, 'file', 'data')
    await expect(openStore({ dataDir, seals })).rejects.toMatchObject({ faults: [expect.stringContaining(dataDir)] })
  })

  test('a file that is something else is a fault and stays as it is', async () => {
    const file = join(folder.path, 'qingwen.db')
    const letter = '这不是数据库，是一封信。'.repeat(100)
    writeFileSync(file, letter)
    await expect(openStore({ dataDir: folder.path, seals })).rejects.toMatchObject({
      faults: [expect.stringContaining('已损坏')],
    })
    expect(readFileSync(file, 'utf8')).toBe(letter)
  })

  test('a lock file that cannot be opened is a fault that names it', async () => {
    mkdirSync(join(folder.path, 'lock.db'))
    await expect(openStore({ dataDir: folder.path, seals })).rejects.toMatchObject({
      faults: [expect.stringContaining('lock.db')],
    })
  })

  test('a database of a newer program is a fault that says so', async () => {
    await (await openStore({ dataDir: folder.path, seals })).close()
    await runSql(folder.path, `insert into kysely_migration values ('9999-later', '2030-01-01')`)
    await expect(openStore({ dataDir: folder.path, seals })).rejects.toMatchObject({
      faults: [expect.stringContaining('更新版本')],
    })
  })

  test.skipIf(hasNodeSqlite)('without any SQLite there is a fault that says what to do', async () => {
    await expect(openStore({ dataDir: folder.path, sqlite: 'node:sqlite' })).rejects.toMatchObject({
      faults: [expect.stringMatching(/Node 22.*npm rebuild better-sqlite3.*DATABASE_URL/)],
    })
  })

  describe.skipIf(!statements)('as better-sqlite3 has it open', () => {
    test('both connections keep to the settings of SECURITY 3.10', async () => {
      const connections = new Set<Database.Database>()
      const watch = statements!.watchStatements((sql, run, database) => {
        if (sql !== 'begin exclusive') connections.add(database)
        return run()
      })
      const store = await openStore({ dataDir: folder.path, seals })
      watch.stop()
      await store.conversations.commit(turn(wang, 'm1', 0))
      expect(connections.size).toBe(2)
      for (const database of connections) {
        const pragma = (name: string) => database.pragma(name, { simple: true })
        expect(pragma('journal_mode')).toBe('wal')
        expect(pragma('busy_timeout')).toBe(5000)
        expect(pragma('secure_delete')).toBe(1)
        expect(pragma('trusted_schema')).toBe(0)
        expect(pragma('foreign_keys')).toBe(1)
        if (!database.readonly) expect(pragma('synchronous')).toBe(2)
      }
      await store.close()
    })

    test.each([
      ['pragma synchronous', 'synchronous'],
      ['pragma journal_mode = wal', 'journal_mode'],
      ['pragma secure_delete', 'secure_delete'],
    ])('if %s reads back wrong, it does not start and does not keep the folder', async (asked, named) => {
      const watch = statements!.watchStatements((sql, run) => (sql === asked ? [{ answer: 0 }] : run()))
      const opening = openStore({ dataDir: folder.path, seals })
      await expect(opening).rejects.toMatchObject({ name: 'Fault', faults: [expect.stringContaining(named)] })
      watch.stop()
      await (await openStore({ dataDir: folder.path, seals })).close()
    })
  })
})
