import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { qingwen } from '../support/own-process.ts'
import { scratchFolder } from '../support/scratch.ts'
import { at, deed, handedIn, turn } from '../support/turns.ts'

let folder: ReturnType<typeof scratchFolder>
beforeEach(() => {
  folder = scratchFolder()
})
afterEach(() => folder.remove())

const open = async () => {
  const { seals } = await openVault(join(folder.path, 'server.key'))
  return openStore({ dataDir: folder.path, seals })
}
const run = (...words: string[]) =>
  qingwen(words, { QINGWEN_DATA: folder.path, NODE_ENV: 'test', QINGWEN_NOW: '2027-12-01T09:00:00+08:00' }).ended

describe('retention on the command line', () => {
  test('says what is over, and destroys nothing but what two people agreed on, and that only when told to', async () => {
    const store = await open()
    for (const id of ['c1', 'c2', 'c3']) {
      const thread = { channel: 'web', person: id }
      await store.conversations.commit(turn(thread, id, 0, { newCase: handedIn(thread, id) }))
      const { number } = (await store.cases.byId(id))!
      const held = await store.cases.claim(number, '3', at)
      if (typeof held !== 'object') throw new Error('not claimed')
      await store.cases.save(deed(held, '3', id, { state: '已办结', closed: true }))
    }
    const line = { who: 'officer:1', what: 'retention.set', object: 'report' }
    const rule = { unit: 'local', kind: 'report', months: 12, basis: '期限表', setBy: '1', agreedBy: '2', at }
    await store.retention.setRule(rule, line)
    await store.retention.hold('c3', { reason: '密封的理由', who: '3', on: '2027-01-01' }, line, at)
    const list = { id: 'l1', unit: 'local', askedBy: '1', at: '2027-12-01T09:00:00+08:00' }
    await store.retention.list(list, ['R-1001'])
    await store.close()

    // Listed and not agreed to: neither due any more nor to be destroyed.
    const seen = await run('retention', '--apply', '--json')
    expect(seen).toMatchObject({ how: 0, complaint: '' })
    expect(JSON.parse(seen.out)).toMatchObject({
      ...{ applied: true, agreed: [], destroyed: [] },
      units: [{ unit: 'local', rules: [{ months: 12 }], due: [{ number: 'R-1002' }], held: [{ number: 'R-1003' }] }],
    })
    expect(seen.out).not.toContain('密封的理由')

    const agreeing = await open()
    await agreeing.retention.agree('l1', '2', '2027-12-01T09:00:00+08:00')
    await agreeing.close()
    for (const words of [[], ['--apply', '--dry-run']])
      expect(JSON.parse((await run('retention', ...words, '--json')).out)).toMatchObject({
        ...{ applied: false, agreed: ['R-1001'], destroyed: [] },
      })
    expect((await run('retention')).out).toContain('加 --apply 接着办完')
    expect(JSON.parse((await run('retention', '--apply', '--json')).out)).toMatchObject({ destroyed: ['R-1001'] })
    const after = await open()
    expect(await after.cases.byId('c1')).toBeUndefined()
    expect(await after.cases.byId('c2')).toBeDefined()
    expect(await after.retention.certificates('local', 9)).toMatchObject([{ caseNumber: 'R-1001', agreedBy: '2' }])
    await after.close()
  }, 180_000)
})

describe('a phone that is lost', () => {
  test('is forgotten on the server: sessions end, keys stay locked, and the audit says so', async () => {
    const store = await open()
    const made = { account: 'wang', name: '王敏', role: '系统管理、受理、承办', password: 'scrypt$17$8$1$x$x' }
    const officer = await store.officers.add(made, at)
    if (officer === 'taken') throw new Error('nobody was there')
    const key = { publicKey: Buffer.alloc(32, 1), byPassword: Buffer.alloc(61, 2), byRecovery: Buffer.alloc(61, 3) }
    await store.keys.addOfficer(officer.id, key)
    await store.officers.factors.offer(officer.id, 'sealed')
    await store.officers.factors.confirm(officer.id)
    const session = { idHash: 'h', officer: officer.id, csrf: 'c', idleUntil: '2030-01-01', until: '2030-01-01' }
    await store.officers.openSession(session)
    await store.close()
    expect((await run('officer', 'reset-code')).how).toBe(2)
    expect(await run('officer', 'reset-code', '--account', 'li')).toMatchObject({
      how: 2,
      complaint: expect.stringContaining('没有 li 这个账号'),
    })
    const done = await run('officer', 'reset-code', '--account', 'wang')
    expect(done).toMatchObject({ how: 0, complaint: '' })
    expect(done.out).toContain('打不开任何密封的内容')
    const after = await open()
    expect(await after.officers.factors.of(officer.id)).toBeUndefined()
    expect(await after.officers.session('h')).toBeUndefined()
    const kept = (await after.keys.officer(officer.id))!
    expect([kept.byPassword, kept.byRecovery].map((each) => Buffer.from(each!))).toEqual([
      key.byPassword,
      key.byRecovery,
    ])
    expect((await after.officers.byAccount('wang'))?.password).toBe(made.password)
    expect((await after.audit.list({ limit: 1 })).rows).toMatchObject([
      { who: 'system', what: 'officer.codeByServer', object: officer.id },
    ])
    await after.close()
  }, 180_000)
})
