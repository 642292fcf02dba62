import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { storeContract } from '../contracts/store.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { seals } from '../support/seals.ts'
import { at, deed, handedIn, turn } from '../support/turns.ts'

/** As `replica` even the triggers that keep the audit from being emptied are asleep; no account of a deployment may do this. */
const emptyAll = `set session_replication_role = replica; do $$ begin execute (
  select 'truncate ' || string_agg(quote_ident(tablename), ',') || ' restart identity' from pg_tables
  where schemaname = 'public' and tablename not like 'kysely%'); end $$`

describe.skipIf(!postgresBin)('the store on PostgreSQL (needs initdb and postgres on this machine)', () => {
  let server: ThrowawayPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop(), 60_000)

  let databaseUrl: string
  let stores: readonly [Store, Store]
  beforeAll(async () => {
    databaseUrl = await server.database()
    const options = { databaseUrl, dataDir: '', unsafe: true }
    stores = [await openStore({ ...options, seals }), await openStore({ ...options, seals })]
  })
  afterAll(() => Promise.all(stores.map((store) => store.close())))

  storeContract({
    name: 'contract',
    // Emptying tables takes a tenth of the time of making a database.
    async open() {
      await server.run(emptyAll, databaseUrl)
      const [store, rival] = stores
      const run = async (sql: string) => void (await server.run(sql, databaseUrl))
      return { store, rival, run, close: async () => undefined }
    },
  })

  describe('what only a server can get wrong', () => {
    test('programs that start together on an empty database set it up once', async () => {
      const options = { databaseUrl: await server.database(), dataDir: '', unsafe: true }
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ ...options, seals })))
      await Promise.all(stores.map((store) => store.ready()))
      await Promise.all(stores.map((store) => store.close()))
    })

    test('a server that does not sync is not used', async () => {
      const databaseUrl = await server.database()
      await expect(openStore({ databaseUrl, dataDir: '' })).rejects.toMatchObject({
        name: 'Fault',
        faults: [expect.stringContaining('fsync')],
      })
    })

    test('an account whose commits do not wait for the disk is not used', async () => {
      const databaseUrl = await server.database()
      await server.run(`create role hasty login superuser; alter role hasty set synchronous_commit = off`)
      await expect(
        openStore({ databaseUrl: databaseUrl.replace('qingwen@', 'hasty@'), dataDir: '' }),
      ).rejects.toMatchObject({ faults: expect.arrayContaining([expect.stringContaining('synchronous_commit')]) })
    })

    test.each(['mysql://localhost/x', 'not an address', ''])(
      'address %j is a fault that says how one looks',
      async (url) => {
        await expect(openStore({ databaseUrl: url, dataDir: '' })).rejects.toMatchObject({
          faults: [expect.stringContaining('DATABASE_URL')],
        })
      },
    )

    test('a server that is not there is a fault without the password in it', async () => {
      const gone = 'postgres://qingwen:geheim@127.0.0.1:1/qingwen'
      const error = await openStore({ databaseUrl: gone, dataDir: '' }).catch((reason: Error) => reason)
      expect(error).toMatchObject({ name: 'Fault' })
      expect(String(error)).toContain('ECONNREFUSED')
      expect(String(error)).not.toContain('geheim')
    })

    test('a turn whose connection is cut while it is written is refused, and the program lives', async () => {
      const databaseUrl = await server.database()
      const store = await openStore({ databaseUrl, dataDir: '', unsafe: true, seals })
      const wang = { channel: 'web', person: 'wang' }
      const name = new URL(databaseUrl).pathname.slice(1)
      const waiting = `from pg_stat_activity where datname = '${name}' and wait_event_type = 'Lock'`
      // The lock keeps the turn in the middle of its transaction until its connection is cut.
      const holder = await server.connect(databaseUrl)
      await holder.query('begin; lock table conversations')
      const refused = expect(store.conversations.commit(turn(wang, 'm1', 0))).rejects.toMatchObject({
        code: 'notSaved',
      })
      await holder.query(`do $$ begin
        while not exists (select 1 ${waiting}) loop perform pg_stat_clear_snapshot(), pg_sleep(0.01); end loop;
        perform pg_terminate_backend(pid) ${waiting}; end $$`)
      await refused
      await holder.end()
      expect(await store.conversations.load(wang)).toEqual({ state: undefined, revision: 0 })
      expect(await store.conversations.commit(turn(wang, 'm1', 0))).toBe('done')
      await store.close()
    })

    test('a commit whose answer was lost is found again: nothing is told twice and nothing denied', async () => {
      const databaseUrl = await server.database()
      const way = await server.lossyWay(databaseUrl)
      const store = await openStore({ databaseUrl: way.url, dataDir: '', unsafe: true, seals })
      const wang = { channel: 'web', person: 'wang' }
      way.cut()
      const write = turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1') })
      expect(await store.conversations.commit(write)).toBe('seen')
      const claimed = await store.cases.claim('R-1001', '3', at)
      if (typeof claimed !== 'object') throw new Error('not claimed')
      way.cut()
      expect(await store.cases.save(deed(claimed, '3', 'k1', { closed: true }))).toBe('seen')
      expect(await store.cases.byId('c1')).toMatchObject({ number: 'R-1001', closed: true })
      expect(await store.conversations.log(wang, 0, 10)).toHaveLength(2)
      way.cut()
      await expect(store.audit.append([{ who: 'system', what: 'started' }], at)).rejects.toMatchObject({
        code: 'notSaved',
      })
      await store.close()
      await way.close()
    })

    test('when the server throws everybody out, the store says so, stays alive and recovers by itself', async () => {
      const databaseUrl = await server.database()
      const store = await openStore({ databaseUrl, dataDir: '', unsafe: true, seals })
      const wang = { channel: 'web', person: 'wang' }
      await store.conversations.commit(turn(wang, 'm1', 0))
      const name = new URL(databaseUrl).pathname.slice(1)
      await server.run(`alter database ${name} allow_connections false`)
      await server.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
      await expect(store.conversations.commit(turn(wang, 'm2', 1))).rejects.toMatchObject({ code: 'notSaved' })
      await expect(store.conversations.load(wang)).rejects.toMatchObject({ code: 'notSaved' })
      await expect(store.ready()).rejects.toMatchObject({ name: 'Fault' })
      await server.run(`alter database ${name} allow_connections true`)
      expect(await store.conversations.commit(turn(wang, 'm2', 1))).toBe('done')
      await store.close()
    })
  })
})
