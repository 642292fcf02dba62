import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite, runSql } from '../support/sqlite.ts'
import type { Watch } from '../support/statements.ts'
import { handedIn, talked, turn } from '../support/turns.ts'

const statements = hasBetterSqlite ? await import('../support/statements.ts') : undefined
const person = (n: number) => ({ channel: 'web', person: `p${n}` })

describe.skipIf(!statements)('group commit on SQLite (needs better-sqlite3)', () => {
  let folder: ReturnType<typeof scratchFolder>
  let store: Store
  let writer: Database.Database
  let watch: Watch
  let watching: { stop(): void }
  beforeEach(async () => {
    folder = scratchFolder()
    watch = (_, run) => run()
    watching = statements!.watchStatements((sql, run, database) => {
      if (sql === 'begin immediate') writer = database
      return watch(sql, run, database)
    })
    store = await openStore({ dataDir: folder.path, seals })
  })
  afterEach(async () => {
    watching.stop()
    await store.close()
    folder.remove()
  })
  const commit = (n: number, text = '') =>
    store.conversations.commit(
      turn(person(n), `m${n}`, 0, { state: talked(1, text), newCase: handedIn(person(n), `c${n}`) }),
    )

  test('fifty turns of one tick share one transaction, and nobody is answered before it is safe', async () => {
    let commits = 0
    let answered = 0
    let answeredBefore: number | undefined
    watch = (sql, run) => {
      if (sql === 'commit') {
        commits++
        answeredBefore ??= answered
      }
      return run()
    }
    const turns = Array.from({ length: 50 }, (_, n) => commit(n).finally(() => answered++))
    expect(new Set(await Promise.all(turns))).toEqual(new Set(['done']))
    expect(commits).toBe(1)
    expect(answeredBefore).toBe(0)
  })

  test('when the transaction fails, every turn in it is refused and none is there', async () => {
    watch = (sql, run) => {
      if (sql !== 'commit') return run()
      throw statements!.sqliteError('SQLITE_IOERR_WRITE')
    }
    const outcomes = await Promise.allSettled([commit(1), commit(2), store.officers.list()])
    const refused = { status: 'rejected', reason: { code: 'notSaved', retryAfter: 5 } }
    expect(outcomes).toMatchObject([refused, refused, { status: 'fulfilled' }])
    watch = (_, run) => run()
    expect(await store.cases.byId('c1')).toBeUndefined()
    expect(await Promise.all([commit(1), commit(2)])).toEqual(['done', 'done'])
  })

  test('a full disk refuses turns with the reason, keeps reading, and is forgotten when there is room', async () => {
    await commit(0)
    const pages = writer.pragma('page_count', { simple: true }) as number
    writer.pragma(`max_page_count = ${pages + 2}`)
    const outcomes = await Promise.allSettled([commit(1, '长'.repeat(40_000)), commit(2), commit(3)])
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'notSaved', cause: { faults: [expect.stringMatching(/磁盘已满.*SQLITE_FULL/)] } },
      })
    expect((await store.cases.byId('c0'))?.number).toBe('R-1001')
    for (const n of [1, 2, 3]) expect(await store.cases.byId(`c${n}`)).toBeUndefined()

    writer.pragma('max_page_count = 1000000')
    await store.ready()
    expect(await Promise.all([commit(1, '长'.repeat(40_000)), commit(2), commit(3)])).toEqual(['done', 'done', 'done'])
    expect((await store.cases.byId('c3'))?.number).toBe('R-1004')
    expect(writer.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('when its own small write fails, it is not ready and says why', async () => {
    await runSql(folder.path, 'drop table pulse')
    await expect(store.ready()).rejects.toMatchObject({ name: 'Fault', faults: [expect.stringContaining('数据库')] })
  })

  test('after a sync that failed nothing more is written until a restart', async () => {
    watch = (sql, run) => {
      if (sql !== 'commit') return run()
      throw statements!.sqliteError('SQLITE_IOERR_FSYNC')
    }
    const waiting = [commit(1), commit(2)]
    for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'notSaved' })
    watch = (_, run) => run()
    await expect(commit(3)).rejects.toMatchObject({ code: 'notSaved' })
    await expect(store.ready()).rejects.toMatchObject({ faults: [expect.stringContaining('重启')] })
    expect(await store.conversations.load(person(1))).toEqual({ state: undefined, revision: 0 })
    await store.close()
    store = await openStore({ dataDir: folder.path, seals })
    expect(await commit(3)).toBe('done')
  })

  test('closing waits for what is under way and refuses what comes later', async () => {
    const under = commit(1)
    const closed = store.close()
    await expect(commit(2)).rejects.toMatchObject({ code: 'notSaved' })
    expect(await under).toBe('done')
    await closed
    store = await openStore({ dataDir: folder.path, seals })
    expect((await store.cases.byId('c1'))?.number).toBe('R-1001')
  })
})
