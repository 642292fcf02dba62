import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { indexedCase, type Sealer, type Store, sealOld, type Unlocked } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault, type Vault } from '../../src/vault/index.ts'
import { everythingIn, foundIn } from '../support/disguises.ts'
import { keyHolder } from '../support/key-holder.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite } from '../support/sqlite.ts'
import { at, deed, turn } from '../support/turns.ts'

let folder: ReturnType<typeof scratchFolder>
let vault: Vault
beforeEach(async () => {
  folder = scratchFolder()
  vault = await openVault(join(folder.path, 'server.key'))
})
afterEach(() => folder.remove())

const thread = { channel: 'wecom', person: '企业微信号-周明明-39' }
/** Forty texts nobody would write by chance. */
const planted = Array.from({ length: 39 }, (_, n) => `把第${n + 100}号扇面送给了老赵`).concat(thread.person)
const given = (value: string, turn = 1) => ({ is: 'given', value, said: value, turn }) as const

/** A report, who reported, a reply, a file and an officer's message, each full of what must not be found. */
async function handIn(store: Store, sealer: Sealer): Promise<void> {
  const answers = Object.fromEntries(planted.slice(0, 20).map((text, n) => [`facts[${n}].what`, given(text, n)]))
  const identity = { answers: Object.fromEntries(planted.slice(20, 25).map((text, n) => [`name${n}`, given(text)])) }
  const body = {
    form: { flow: 'report', edition: '1', answers, findings: [] },
    thread,
    area: planted[25]!,
    at,
    heard: [{ key: 'k', seq: 1, at, from: 'person', text: planted[26]! }] as const,
  }
  const to = await sealer.group('local', 'report')
  const issued = await vault.receipts.issue()
  const newCase = {
    ...{ id: 'c1', kind: 'report', state: 'received', letter: 'R', sealed: sealer.form(to, 'c1', body, identity) },
    ...{ reporterKey: issued.publicKey, receiptId: issued.id, receiptNonce: issued.nonce },
  }
  const bytes = gzipSync(planted.slice(27, 30).join('\n'))
  const face = { type: 'text/plain', extension: planted[30]!, size: 9, sha256: planted[31]!, stripped: false, at }
  const talker = { channel: 'web', person: 'somebody' }
  await store.conversations.commit(
    turn(talker, 'm1', 0, {
      newCase,
      replies: planted
        .slice(32, 35)
        .map((text) => ({ case: 'c1', message: sealer.message(to, 'c1', { at, from: 'person', text }) })),
      attachments: [sealer.file(to, 'c1', 'f1', face, bytes)],
    }),
  )
  const held = await store.cases.claim('R-1001', '3', at)
  if (typeof held !== 'object') throw new Error('not claimed')
  const message = sealer.message(await sealer.ofCase('c1'), 'c1', {
    at,
    from: 'officer',
    text: planted.slice(35, 39).join(),
  })
  expect(await store.cases.save(deed(held, '3', 'k1', { message }))).toBe('done')
  await linkAnother(store, sealer)
}

/** Another report, put to the first, with what is new in it listed apart there. */
async function linkAnother(store: Store, sealer: Sealer): Promise<void> {
  const form = { flow: 'report', edition: '1', answers: {}, findings: [] }
  const to = await sealer.group('local', 'report')
  const newCase = {
    ...{ id: 'c2', kind: 'report', state: 'received', letter: 'R', reporterKey: Buffer.alloc(32, 9) },
    ...{ sealed: sealer.form(to, 'c2', { form, thread, at, heard: [] }, undefined) },
    ...{ receiptId: 'r2', receiptNonce: 'n2' },
  }
  await store.conversations.commit(turn({ channel: 'web', person: 'another' }, 'm2', 0, { newCase }))
  const sub = await store.cases.claim('R-1002', '3', at)
  if (typeof sub !== 'object') throw new Error('not claimed')
  const facts = {
    from: 'R-1002',
    facts: planted.slice(0, 10).map((what) => ({ what, place: planted[10]! })),
    people: [{ name: planted[11]!, unit: planted[12]! }],
    more: [{ what: planted[13]! }],
  }
  const linked = await store.links.link({
    ...{ id: 'l1', sub: 'R-1002', master: 'R-1001', officer: '3', fence: sub.fence, revision: sub.revision, at },
    ...{ audit: { who: 'officer:3' }, newFacts: sealer.newFacts(await sealer.ofCase('c1'), 'c1', 'l1', facts) },
  })
  expect(linked).toBe('done')
}

/** What an officer searches in: read into the index as the console does it. */
async function readIn(store: Store, holder: Unlocked): Promise<string> {
  const found = (await holder.case((await store.cases.byId('c1'))!))!
  // Its words twice, so that those of who reported and of the file are in it, too: whatever an entry holds must not be found.
  const all = { ...indexedCase(found, undefined, []), text: planted.join('\n') }
  await store.entries.put([(await holder.entries.seal(found, all))!])
  const rows = await store.entries.after('local/report/1', 0, 9)
  return JSON.stringify(await holder.entries.open(rows.map((row) => ({ ...row, locked: row.locked! }))))
}

test('of forty planted texts a thief finds none, in no disguise, in the database, its log or beside it', async () => {
  const store = await openStore({ dataDir: folder.path, seals })
  const sealer = vault.sealer(store)
  await handIn(store, sealer)
  const holder = await keyHolder(vault.keyring(store))
  // It is all there for whoever has the key.
  const sealed = (await store.cases.byId('c1'))!
  const file = (await store.attachments.open('c1', 'f1'))!
  const read = [
    await holder.case(sealed),
    await holder.identity(sealed),
    await holder.file('c1', file),
    await holder.newFacts('c1', (await store.links.of('c1'))[0]!),
    Buffer.from((await holder.bytes('c1', file, file.locked))!).toString('latin1'),
  ]
  const all = JSON.stringify(read)
  const text = all + planted.slice(27, 30).join()
  expect(planted.filter((each) => !text.includes(each))).toEqual([])
  const index = await readIn(store, holder)
  expect(planted.filter((each) => !index.includes(each))).toEqual([])
  expect(foundIn(everythingIn(folder.path, ['lock.db']), planted)).toEqual([])
  await store.close()
  expect(foundIn(everythingIn(folder.path), planted)).toEqual([])
})

test('when somebody handed something in is told by the day, and no more than that is in what a thief copies', async () => {
  const store = await openStore({ dataDir: folder.path, seals })
  const sealer = vault.sealer(store)
  const moment = '2026-11-21T03:14:15+08:00'
  const talker = { channel: 'web', person: 'somebody' }
  const to = await sealer.group('local', 'report')
  const issued = await vault.receipts.issue()
  const body = {
    form: { flow: 'report', edition: '1', answers: {}, findings: [] },
    ...{ thread: talker, at: moment, heard: [] },
  }
  const newCase = {
    ...{ id: 'c1', kind: 'report', state: 'received', letter: 'R', sealed: sealer.form(to, 'c1', body, undefined) },
    ...{ reporterKey: issued.publicKey, receiptId: issued.id, receiptNonce: issued.nonce },
  }
  const audit = [{ who: 'person', what: 'form.submitted', object: 'c1' }]
  await store.conversations.commit(turn(talker, 'm1', 0, { newCase, audit, at: moment }))
  const message = sealer.message(to, 'c1', { at: moment, from: 'person', text: '还有' })
  const replies = [{ case: 'c1', message }]
  const face = { type: 'text/plain', extension: 'txt', size: 1, sha256: 'x', stripped: false, at: moment }
  const attachments = [sealer.file(to, 'c1', 'f1', face, Buffer.from('x'))]
  await store.conversations.commit(turn(talker, 'm2', 1, { replies, attachments, audit, at: moment }))
  const holder = await keyHolder(vault.keyring(store))
  const sealed = (await store.cases.byId('c1'))!
  expect(sealed.createdAt).toBe('2026-11-21')
  // To the second it is there for whoever has the key.
  expect(await holder.case(sealed)).toMatchObject({ createdAt: moment, messages: [{ at: moment }] })
  expect((await store.audit.list({ object: 'c1', limit: 9 })).rows).toMatchObject([
    { what: 'form.submitted', at: '2026-11-21' },
    { what: 'form.submitted', at: '2026-11-21' },
  ])
  const all = everythingIn(folder.path, ['lock.db']).toString('latin1')
  for (const trace of ['03:14', '19:14:15', String(Date.parse(moment))]) expect(all.includes(trace), trace).toBe(false)
  await store.close()
})

test('the holder of a receipt reads what officers wrote to them, and nothing of what they handed in', async () => {
  const store = await openStore({ dataDir: folder.path, seals })
  await handIn(store, vault.sealer(store))
  const nonce = (await store.cases.receiptNonce('c1'))!
  const { reader } = (await vault.receipts.unlock(vault.receipts.show(nonce)))!
  const { messages } = (await store.cases.byId('c1'))!
  const read = messages.map((each) => reader.message('c1', each)?.text)
  expect(read).toEqual([undefined, undefined, undefined, planted.slice(35, 39).join()])
  const { reader: other } = (await vault.receipts.unlock((await vault.receipts.issue()).receipt))!
  expect(() => other.message('c1', messages[3]!)).toThrow()
  await store.close()
})

/** A database as migration 0007 left it, with a case in the clear. */
const golden = readFileSync(new URL('../store/golden-0007.sql', import.meta.url), 'utf8')

test.skipIf(!hasBetterSqlite)(
  'an old database is sealed at the next start, opens, and keeps no word of it',
  async () => {
    const secret = planted[0]!
    const { default: Database } = await import('better-sqlite3')
    const elsewhere = scratchFolder()
    const db = new Database(join(elsewhere.path, 'qingwen.db'))
    db.pragma('journal_mode = wal')
    db.exec(golden)
    const form = {
      flow: 'report',
      edition: '1',
      answers: { what: given(secret), phone: given('13812345678') },
      findings: [],
    }
    db.prepare('update cases set form = ?, area = ?, person = ?').run(JSON.stringify(form), planted[1], thread.person)
    db.prepare('update messages set message = ?').run(JSON.stringify({ at, from: 'officer', text: planted[2] }))
    db.prepare("insert into attachments values ('f1','c1',1,'附件1.txt','text/plain',9,?,0,?,?)").run(
      planted[3],
      at,
      Buffer.from(planted[4]!),
    )
    for (const name of ['qingwen.db', 'qingwen.db-wal'])
      copyFileSync(join(elsewhere.path, name), join(folder.path, name))
    db.close()
    elsewhere.remove()
    const words = [...planted, '13812345678']
    expect(foundIn(everythingIn(folder.path), words)).not.toEqual([])

    const store = await openStore({ dataDir: folder.path, seals })
    const sealer = vault.sealer(store)
    const parts = { store, sealer, receipts: vault.receipts, identity: { report: ['phone'] } }
    expect(await sealOld(parts)).toBe(1)
    expect(await sealOld(parts)).toBe(0)
    const holder = await keyHolder(vault.keyring(store))
    const sealed = (await store.cases.byNumber('R-1001'))!
    expect(await holder.case(sealed)).toMatchObject({
      ...{ area: planted[1], identity: true, form: { answers: { what: { value: secret } } } },
      messages: [{ from: 'officer', text: planted[2] }],
    })
    expect(await holder.identity(sealed)).toMatchObject({ answers: { phone: { value: '13812345678' } } })
    const file = (await store.attachments.open('c1', 'f1'))!
    expect(await holder.file('c1', file)).toMatchObject({ name: '附件1.txt', sha256: planted[3] })
    expect(Buffer.from((await holder.bytes('c1', file, file.locked))!).toString()).toBe(planted[4])
    await store.close()
    expect(foundIn(everythingIn(folder.path), words)).toEqual([])
  },
)
