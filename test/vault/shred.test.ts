import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openShredder, type Store } from '../../src/runtime/index.ts'
import { openStore, type StoreOptions } from '../../src/store/index.ts'
import { openVault, type Vault } from '../../src/vault/index.ts'
import { everythingIn } from '../support/disguises.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import type { ShreddingOrder } from '../support/shredding-child.ts'
import { hasBetterSqlite } from '../support/sqlite.ts'
import { at, deed, turn } from '../support/turns.ts'

const over = '2027-11-22T09:00:00+08:00'
const line = { who: 'officer:1', what: 'retention.set', object: 'report', note: '12' }

let folder: ReturnType<typeof scratchFolder>
let vault: Vault
let record: string
beforeEach(async () => {
  folder = scratchFolder()
  vault = await openVault(join(folder.path, 'server.key'))
  record = join(folder.path, 'shredded.list')
})
afterEach(() => folder.remove())

const given = (value: string) => ({ is: 'given', value, said: value, turn: 1 }) as const

/** A closed report with who reported, a file, a message and a reply, all sealed. */
async function closed(store: Store, id: string): Promise<string> {
  const sealer = vault.sealer(store)
  const to = await sealer.group('local', 'report')
  const issued = await vault.receipts.issue()
  const thread = { channel: 'web', person: `of-${id}` }
  const form = { flow: 'report', edition: '1', answers: { what: given('把扇面送给了老赵') }, findings: [] }
  const body = { form, thread, at, heard: [] }
  const identity = { answers: { name: given('李秀英') } }
  const newCase = {
    ...{ id, kind: 'report', state: 'received', letter: 'R', sealed: sealer.form(to, id, body, identity) },
    ...{ reporterKey: issued.publicKey, receiptId: issued.id, receiptNonce: issued.nonce },
  }
  const face = { type: 'text/plain', extension: 'txt', size: 9, sha256: 'x', stripped: false, at }
  await store.conversations.commit(
    turn(thread, `m-${id}`, 0, {
      newCase,
      replies: [{ case: id, message: sealer.message(to, id, { at, from: 'person', text: '还有一件' }) }],
      attachments: [sealer.file(to, id, `file-${id}`, face, Buffer.alloc(5000, id))],
      // As src/runtime/turn writes it: the id of a case not numbered yet.
      audit: [{ who: 'person', what: 'form.submitted', object: id }],
    }),
  )
  const { number } = (await store.cases.byId(id))!
  const held = await store.cases.claim(number, '3', at)
  if (typeof held !== 'object') throw new Error('not claimed')
  const message = sealer.message(await sealer.ofCase(id), id, { at, from: 'officer', text: '办结了' })
  expect(await store.cases.save(deed(held, '3', `close-${id}`, { state: '已办结', closed: true, message }))).toBe(
    'done',
  )
  return number
}

/** Cases closed long ago and a list of them that two people agreed on. */
async function agreedOn(store: Store, ids: readonly string[], list = 'l1'): Promise<void> {
  const rule = { unit: 'local', kind: 'report', months: 12, basis: '保管期限表', setBy: '1', agreedBy: '2', at }
  await store.retention.setRule(rule, line)
  const numbers: string[] = []
  for (const id of ids) numbers.push(await closed(store, id))
  await store.retention.list({ id: list, unit: 'local', askedBy: '1', at: over }, numbers)
  await store.retention.agree(list, '2', over)
}

const shredderOf = (store: Store) =>
  openShredder({ retention: store.retention, record: vault.shredded(record), now: () => over })

/** Everything sealed of a case, as it lies: its locked content and every copy of its keys. */
async function canaries(store: Store, id: string): Promise<{ keys: Buffer[]; contents: Buffer[] }> {
  const found = (await store.cases.byId(id))!
  const file = (await store.attachments.open(id, `file-${id}`))!
  const keys = (await store.keys.copiesOf(id)).map(({ sealed }) => Buffer.from(sealed))
  const locked = [found.sealed.body, found.sealed.identity!, ...found.messages.map(({ content }) => content)]
  const contents = [...locked.map((each) => each.locked), file.locked, file.face, found.sealed.head]
  return { keys, contents: contents.map((bytes) => Buffer.from(bytes.subarray(0, 64))) }
}

const options = () => ({ dataDir: folder.path, seals })

test('after expiry no sealed key and no piece of what it locked is left in the file, its log or a free page', async () => {
  const store = await openStore(options())
  await agreedOn(store, ['c1'])
  await closed(store, 'other')
  const { keys, contents } = await canaries(store, 'c1')
  const others = await canaries(store, 'other')
  expect(keys).toHaveLength(6)
  const lying = (bytes: readonly Buffer[]) => {
    const all = everythingIn(folder.path, ['lock.db'])
    return bytes.filter((each) => all.includes(each)).length
  }
  expect(lying(keys)).toBe(keys.length)
  await shredderOf(store).run('l1')
  // While it runs: what a thief copies of a house that goes on working.
  expect(lying(keys)).toBe(0)
  expect(lying(contents)).toBe(0)
  expect(lying(others.keys)).toBe(others.keys.length)
  await store.close()
  expect(lying([...keys, ...contents])).toBe(0)
})

test.skipIf(!hasBetterSqlite)('no table but the audit and what stands for a destroyed case names it', async () => {
  const store = await openStore(options())
  const id = '5b1f7c9e-0000-4000-8000-00000000c0de'
  await agreedOn(store, [id])
  const approval = { id: 'a1', kind: 'identity', object: 'R-1001', unit: 'local', reason: 'sealed' } as const
  await store.approvals.ask({ ...approval, askedBy: '3', askedAt: at, until: at })
  const { default: Database } = await import('better-sqlite3')
  const naming = () => {
    const db = new Database(join(folder.path, 'qingwen.db'), { readonly: true })
    const names = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    const found = names.filter((name) =>
      db
        .prepare(`select * from "${name}"`)
        .all()
        .some((row) => Object.values(row as object).some((value) => value === id || value === 'R-1001')),
    )
    db.close()
    return found.sort()
  }
  expect(naming()).toEqual(expect.arrayContaining(['approvals', 'attachments', 'cases', 'messages', 'sealed_keys']))
  await shredderOf(store).run('l1')
  // A table that is new here must lose its rows with the case: src/store/shredding.ts.
  expect(naming()).toEqual(['audit', 'certificates', 'shredding_cases'])
  await store.close()
})

test('a receipt opens nothing of a destroyed case, not even with the server key', async () => {
  const store = await openStore(options())
  await agreedOn(store, ['c1'])
  const receipt = vault.receipts.show((await store.cases.receiptNonce('c1'))!)
  const { id } = (await vault.receipts.unlock(receipt))!
  await shredderOf(store).run('l1')
  expect(await store.cases.byReceipt(id)).toBeUndefined()
  expect(await store.retention.destroyed(id)).toEqual({ kind: 'report', destroyedOn: '2027-11-22' })
  await store.close()
})

test('an older copy of the database that is put back loses again what was destroyed since', async () => {
  const store = await openStore(options())
  await agreedOn(store, ['c1'])
  await closed(store, 'other')
  const { keys } = await canaries(store, 'c1')
  await store.close()
  const backup = join(folder.path, 'backup')
  mkdirSync(backup)
  copyFileSync(join(folder.path, 'qingwen.db'), join(backup, 'qingwen.db'))

  const running = await openStore(options())
  await shredderOf(running).run('l1')
  await running.close()

  copyFileSync(join(backup, 'qingwen.db'), join(folder.path, 'qingwen.db'))
  rmSync(backup, { recursive: true })
  // Lines of somebody else, and one a kill cut off, destroy nothing.
  const [own = ''] = readFileSync(record, 'utf8').trim().split('\n')
  const forged = own.replaceAll('c1', 'other')
  appendFileSync(record, `${forged}\n${own.slice(0, 40)}\nnull\n{"order":"{}","signature":"x"}`)
  const restored = await openStore(options())
  expect(await restored.cases.byId('c1')).toBeDefined()
  expect(await shredderOf(restored).catchUp()).toBe(1)
  expect(await restored.cases.byId('c1')).toBeUndefined()
  expect(await restored.cases.byId('other')).toBeDefined()
  expect(await restored.retention.certificates('local', 9)).toMatchObject([{ caseNumber: 'R-1001', agreedBy: '2' }])
  const all = everythingIn(folder.path, ['lock.db'])
  expect(keys.filter((each) => all.includes(each))).toEqual([])
  await restored.close()
})

test('while the record outside cannot be written, no file and no row goes; it goes on when it can', async () => {
  const store = await openStore(options())
  await agreedOn(store, ['c1'])
  mkdirSync(record)
  await expect(shredderOf(store).run('l1')).rejects.toMatchObject({ name: 'Fault' })
  expect(await store.keys.copiesOf('c1')).toEqual([])
  expect(await store.attachments.list('c1')).toHaveLength(1)
  expect(await store.cases.byId('c1')).toBeDefined()
  await expect(shredderOf(store).catchUp()).rejects.toMatchObject({ name: 'Fault' })
  rmSync(record, { recursive: true })
  await shredderOf(store).catchUp()
  expect(await store.cases.byId('c1')).toBeUndefined()
  await store.close()
})

type Point = ShreddingOrder['killAt']
const kill = (sql: string, when: Point['when'], nth = 1): Point => ({ sql, when, nth })
/** Before each stage of a case, and in the middle of each. */
const stages = [2, 3, 4].map((nth) => kill('update "shredding_cases"', 'before', nth))
const points = [
  ...stages,
  kill('delete from "sealed_keys"', 'after'),
  kill('delete from "attachments"', 'after'),
  kill('insert into "certificates"', 'after'),
  kill('update "shredding" set', 'before'),
]

function killed(name: string, where: () => StoreOptions, points: readonly Point[], skip: boolean): void {
  describe.skipIf(skip)(`killed on ${name} while it destroys`, () => {
    test.each(points)(
      '$when $nth: $sql',
      async (killAt) => {
        const store = await openStore({ ...where(), seals })
        await agreedOn(store, ['k1', 'k2', 'k3'])
        const left = await closed(store, 'k4')
        await store.close()
        const keyFile = join(folder.path, 'server.key')
        const order: ShreddingOrder = { options: where(), keyFile, record, list: 'l1', at: over, killAt }
        const program = fileURLToPath(new URL('../support/shredding-child.ts', import.meta.url))
        const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'ignore', 'inherit'] })
        child.stdin!.end(JSON.stringify(order))
        expect((await once(child, 'close'))[1]).toBe('SIGKILL')

        const after = await openStore({ ...where(), seals })
        // Between two stages a case is whole or closed for ever, never half readable.
        for (const id of ['k1', 'k2', 'k3']) expect([0, 6]).toContain((await after.keys.copiesOf(id)).length)
        await shredderOf(after).catchUp()
        await shredderOf(after).catchUp()
        for (const id of ['k1', 'k2', 'k3']) {
          expect(await after.cases.byId(id)).toBeUndefined()
          expect(await after.keys.copiesOf(id)).toEqual([])
          expect(await after.attachments.list(id)).toEqual([])
        }
        expect((await after.cases.byNumber(left))?.sealed.body.keys).toHaveLength(1)
        const made = await after.retention.certificates('local', 9)
        expect(made.map(({ caseNumber }) => caseNumber).sort()).toEqual(['R-1001', 'R-1002', 'R-1003'])
        expect(await after.retention.unfinished()).toEqual([])
        await after.close()
      },
      60_000,
    )
  })
}

killed('SQLite', () => ({ dataDir: folder.path }), points, !hasBetterSqlite)

describe.skipIf(!postgresBin)('with a server', () => {
  let server: ThrowawayPostgres
  let databaseUrl: string
  beforeAll(async () => {
    server = await startPostgres()
  }, 180_000)
  afterAll(() => server.stop(), 180_000)
  beforeEach(async () => {
    databaseUrl = await server.database()
  })
  killed('PostgreSQL', () => ({ dataDir: '', unsafe: true, databaseUrl }), stages, false)
})
