import { describe, expect, test } from 'vitest'
import { openShredder, type ShredOrder } from '../../../src/runtime/index.ts'
import { asFile, asMessage, asSealed, at, deed, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }
/** A day on which what was closed on 2026-11-21 has been kept for twelve months, and one on which it has not. */
const over = '2027-11-22T09:00:00+08:00'
const notYet = '2027-11-21T09:00:00+08:00'
const rule = {
  ...{ unit: 'local', kind: 'report', months: 12, basis: '本单位档案保管期限表第三条' },
  ...{ setBy: '1', agreedBy: '2', at },
}
const line = { who: 'officer:1', what: 'retention.set', object: 'report', note: '12' }

export function retentionContract(subject: Subject): void {
  const file = async (id = 'c1') => {
    const { conversations, cases } = subject().store
    const { revision } = await conversations.load(wang)
    await conversations.commit(turn(wang, `hand-in-${id}`, revision, { newCase: handedIn(wang, id) }))
    return (await cases.byId(id))!
  }
  /** A case with a file, closed by officer 3 on 2026-11-21. */
  const closed = async (id = 'c1', more = {}) => {
    const { conversations, cases } = subject().store
    const { number } = await file(id)
    const { revision } = await conversations.load(wang)
    const attachments = [asFile(`file-of-${id}`, { case: id })]
    await conversations.commit(turn(wang, `file-${id}`, revision, { attachments }))
    const held = await cases.claim(number, '3', at)
    if (typeof held !== 'object') throw new Error('not claimed')
    const message = asMessage('officer', `closing of ${id}`)
    const write = deed(held, '3', `close-${id}`, { state: 'done', closed: true, message, ...more })
    expect(await cases.save(write)).toBe('done')
    return number
  }
  const due = async (when = over) =>
    (await subject().store.retention.due('local', when.slice(0, 10), 50)).map(({ number }) => number)
  const listed = async (numbers: readonly string[], id = 'l1') => {
    const { retention } = subject().store
    return retention.list({ id, unit: 'local', askedBy: '1', at: over }, numbers)
  }
  /** A record outside the database, in memory. */
  const kept: ShredOrder[] = []
  const shredder = () =>
    openShredder({
      retention: subject().store.retention,
      record: { keep: async (order) => void kept.push(order), read: async () => kept },
      now: () => over,
    })

  describe('retention', () => {
    test('nothing is due where the office has set no time', async () => {
      await closed()
      expect(await due('2126-01-01')).toEqual([])
    })

    test('a closed case is due on the day after its time, counted from closing, and not on its last day', async () => {
      await subject().store.retention.setRule(rule, line)
      const number = await closed()
      expect(await due(notYet)).toEqual([])
      expect(await due(over)).toEqual([number])
      await subject().store.retention.setRule({ ...rule, unit: 'other' }, line)
      expect(await subject().store.retention.due('other', over.slice(0, 10), 9)).toEqual([])
    })

    test('the last rule of a kind counts, and no months are no rule; each leaves its line', async () => {
      const { retention, audit } = subject().store
      await retention.setRule(rule, line)
      await retention.setRule({ ...rule, months: 24 }, line)
      expect(await retention.rules('local')).toEqual([{ ...rule, months: 24 }])
      await retention.setRule({ ...rule, months: 0 }, line)
      expect(await retention.rules('local')).toEqual([])
      expect((await audit.list({ object: 'report', limit: 9 })).rows).toHaveLength(3)
    })

    test('with the keys of a case goes what was read of it into the index, and those who read it hear so', async () => {
      const { retention, keys, entries } = subject().store
      await retention.setRule(rule, line)
      const number = await closed()
      const key = 'local/report/1'
      await keys.addGroup({ id: key, unit: 'local', purpose: 'report', epoch: 1, publicKey: Buffer.alloc(32) }, [])
      await entries.addKey(key, Buffer.from('sealed'))
      await entries.put([{ caseId: 'c1', key, lines: 1, locked: Buffer.from('entry') }])
      await listed([number])
      await retention.agree('l1', '2', over)
      const [before] = await entries.after(key, 0, 9)
      await retention.dropKeys('l1', 'c1')
      expect(await entries.after(key, before!.n, 9)).toEqual([{ n: expect.any(Number), caseId: 'c1', key, lines: 1 }])
      expect(await entries.missing(['c1'])).toEqual([])
      await shredder().run('l1')
      expect(await entries.count(key)).toBe(0)
    })

    test('a month that ends earlier makes nothing due too early', async () => {
      const { retention } = subject().store
      await retention.setRule({ ...rule, months: 1 }, line)
      const number = await closed('c1', { at: '2027-01-31T09:00:00+08:00' })
      expect(await due('2027-02-28')).toEqual([])
      expect(await due('2027-03-01')).toEqual([number])
    })

    test('never an open case, one with an answer nobody has read, one with a question that waits, or one on hold', async () => {
      const { conversations, retention } = subject().store
      await retention.setRule(rule, line)
      await file('open')
      const answered = await closed('answered')
      await closed('asked', { asks: true })
      const held = await closed('held')
      const fine = await closed('fine')
      const { revision } = await conversations.load(wang)
      const replies = [{ case: 'answered', message: asMessage('person', '还有一件事') }]
      await conversations.commit(turn(wang, 'more', revision, { replies }))
      const hold = { reason: 'sealed', who: '3', on: '2027-01-01' }
      expect(await retention.hold('held', hold, { ...line, what: 'hold.set', object: held }, at)).toBe(true)
      expect(await due()).toEqual([fine])
      expect(await listed([answered, held, fine])).toMatchObject({ cases: [{ number: fine }] })
      expect(await retention.holds('local')).toEqual([{ ...hold, number: held }])
      expect(await retention.lift('held', line, at)).toBe(true)
      expect(await due()).toEqual([held])
    })

    test('never one that is put to a case still worked on or closed later; a link taken back holds nothing', async () => {
      const { run, store } = subject()
      await store.retention.setRule(rule, line)
      const sub = await closed('sub')
      const other = await closed('other')
      await file('master')
      const link = (id: string, master: string, from: string) =>
        `insert into case_links (id, master, sub, linked_at, linked_by) values ('${id}', '${master}', '${from}', '${at}', '3')`
      await run(link('k1', 'master', 'sub'))
      await run(link('k2', 'other', 'sub'))
      expect(await due()).toEqual([other])
      await run("update case_links set revoked_at = '2026-12-01', revoked_by = '3' where id = 'k1'")
      expect(await due()).toEqual([sub, other])
      await listed([sub])
      await run("update case_links set revoked_at = null where id = 'k1'")
      await store.retention.agree('l1', '2', over)
      await shredder().run('l1')
      expect((await store.retention.byId('l1'))?.cases).toMatchObject([{ stage: 'kept', why: 'link' }])
      expect(await store.cases.byId('sub')).toBeDefined()
      // Both closed, and one of them later than its time allows.
      await run("update case_links set revoked_at = '2026-12-01' where id = 'k1'")
      await run("update cases set closed_on = '2027-06-01' where id = 'other'")
      expect(await due()).toEqual([])
    })

    test('what is said about a closed case makes it no younger; opened again it is not due at all', async () => {
      const { cases, retention } = subject().store
      await retention.setRule(rule, line)
      const number = await closed()
      const found = (await cases.byNumber(number))!
      const later = { state: 'done', closed: true, at: '2027-06-01T09:00:00+08:00' }
      await cases.save(deed(found, '3', 'note', later))
      expect(await due()).toEqual([number])
      const again = (await cases.byNumber(number))!
      await cases.save(deed(again, '3', 'reopen', { ...later, closed: false }))
      expect(await due()).toEqual([])
    })

    test('a list is worked off whole: keys, files, rows are gone, and a certificate stands for each case', async () => {
      const { retention, cases, keys, attachments, audit } = subject().store
      await retention.setRule(rule, line)
      const [one, two] = [await closed('c1'), await closed('c2')]
      const { sealed } = (await cases.byId('c2'))!
      await listed([one])
      // Nobody has agreed: nothing happens.
      await shredder().run('l1')
      expect(await cases.byId('c1')).toBeDefined()
      expect(await retention.agree('l1', '2', over)).toBe(true)
      expect(await retention.agree('l1', '9', over)).toBe(false)
      await shredder().run('l1')

      expect(await cases.byId('c1')).toBeUndefined()
      expect(await cases.byReceipt('receipt:c1')).toBeUndefined()
      expect(await keys.copiesOf('c1')).toEqual([])
      expect(await attachments.list('c1')).toEqual([])
      expect(await retention.byId('l1')).toMatchObject({ state: 'done', agreedBy: '2', cases: [{ stage: 'done' }] })
      const [certificate, ...more] = await retention.certificates('local', 9)
      expect(more).toEqual([])
      expect(certificate).toMatchObject({
        ...{ number: 'D-1001', caseNumber: one, kind: 'report', closedOn: '2026-11-21', destroyedOn: '2027-11-22' },
        ...{ months: 12, basis: rule.basis, askedBy: '1', agreedBy: '2', agreedAt: over },
      })
      const { rows } = await audit.list({ object: one, limit: 9 })
      expect(rows[0]).toMatchObject({ what: 'case.destroyed', note: 'D-1001', seq: certificate?.auditSeq })
      const [event] = await audit.chain(certificate!.auditSeq - 1, 1)
      expect(event?.hash).toBe(certificate?.auditHash)
      expect(await retention.destroyed('receipt:c1')).toEqual({ kind: 'report', destroyedOn: '2027-11-22' })
      expect(await retention.certificate('other', 'D-1001')).toBeUndefined()
      // Nothing else was touched.
      expect((await cases.byNumber(two))?.sealed).toEqual(sealed)
      expect(await retention.destroyed('receipt:c2')).toBeUndefined()
      expect(await attachments.list('c2')).toHaveLength(1)
    })

    test('what a destroyed case added to another goes with it, and its links, whichever end it was', async () => {
      const { retention, cases, keys, links } = subject().store
      await retention.setRule(rule, line)
      const [one, two, three] = [await closed('c1'), await closed('c2'), await closed('c3')]
      const put = async (sub: string, master: string) => {
        const { fence, revision } = (await cases.byNumber(sub))!
        const by = { officer: '3', fence, revision, audit: { who: 'officer:3' }, at }
        const newFacts = asSealed(`new in ${sub}`)
        expect(await links.link({ id: `of ${sub}`, sub, master, newFacts, ...by })).toBe('done')
      }
      await put(one, two)
      await put(three, two)
      await links.apart({ one: 'c1', other: 'c3', apart: true, who: '3', at })
      await listed([one])
      await retention.agree('l1', '2', over)
      await shredder().run('l1')
      expect(await cases.byId('c1')).toBeUndefined()
      expect((await links.of('c2')).map(({ sub }) => sub.number)).toEqual([three])
      expect((await keys.copiesOf('c2')).map(({ part }) => part)).not.toContain(`link/of ${one}`)
      expect((await keys.copiesOf('c2')).map(({ part }) => part)).toContain(`link/of ${three}`)
      expect(await links.apartOf()).toEqual([])
      await listed([two], 'l2')
      await retention.agree('l2', '2', over)
      await shredder().run('l2')
      expect(await cases.byId('c2')).toBeUndefined()
      expect(await links.of('c3')).toEqual([])
    })

    test('a case that was opened again, answered or held after it was listed is spared', async () => {
      const { retention, cases, conversations } = subject().store
      await retention.setRule(rule, line)
      const numbers = [await closed('c1'), await closed('c2'), await closed('c3'), await closed('c4')]
      await listed(numbers)
      const found = (await cases.byId('c1'))!
      await cases.save(deed(found, '3', 'reopen', { closed: false }))
      await retention.hold('c2', { reason: 'sealed', who: '3', on: '2027-01-01' }, line, at)
      const { revision } = await conversations.load(wang)
      const replies = [{ case: 'c3', message: asMessage('person', '还有一件事') }]
      await conversations.commit(turn(wang, 'more', revision, { replies }))
      await retention.agree('l1', '2', over)
      await shredder().run('l1')
      const list = await retention.byId('l1')
      expect(list?.cases.map(({ caseId, stage, why }) => [caseId, stage, why])).toEqual([
        ['c1', 'kept', 'open'],
        ['c2', 'kept', 'hold'],
        ['c3', 'kept', 'answer'],
        ['c4', 'done', undefined],
      ])
      for (const id of ['c1', 'c2', 'c3']) expect((await cases.byId(id))?.sealed.body.keys).not.toEqual([])
      // Once they are free again they may be listed again.
      await retention.lift('c2', line, at)
      expect(await due()).toEqual([numbers[1]])
    })

    test('two that work on one list at once write one certificate', async () => {
      const { store, rival } = subject()
      await store.retention.setRule(rule, line)
      const numbers = [await closed('c1'), await closed('c2'), await closed('c3')]
      await listed(numbers)
      await store.retention.agree('l1', '2', over)
      const record = { keep: async () => undefined, read: async () => [] }
      const both = [store, rival].map(({ retention }) => openShredder({ retention, record, now: () => over }))
      await Promise.all(both.map((each) => each.run('l1')))
      const made = await store.retention.certificates('local', 9)
      expect(made.map(({ caseNumber }) => caseNumber).sort()).toEqual(numbers)
      expect(await store.retention.unfinished()).toEqual([])
    })

    test('a database that was restored from before a list loses its cases again', async () => {
      const { retention, cases } = subject().store
      await closed('c1')
      await closed('c2')
      const order = {
        ...{ list: 'l9', caseId: 'c1', number: 'R-1001', kind: 'report', closedOn: '2026-11-21', months: 12 },
        ...{ basis: rule.basis, unit: 'local', askedBy: '1', agreedBy: '2', agreedAt: over },
      }
      const record = { keep: async () => undefined, read: async () => [order, { ...order, caseId: 'never' }] }
      const again = openShredder({ retention, record, now: () => over })
      expect(await again.catchUp()).toBe(1)
      expect(await again.catchUp()).toBe(0)
      expect(await cases.byId('c1')).toBeUndefined()
      expect(await cases.byId('c2')).toBeDefined()
      expect(await retention.certificates('local', 9)).toMatchObject([{ caseNumber: 'R-1001', agreedBy: '2' }])
    })

    test('a list nobody agreed to can be taken back, and its cases listed again', async () => {
      const { retention } = subject().store
      await retention.setRule(rule, line)
      const number = await closed()
      await listed([number])
      expect(await due()).toEqual([])
      expect(await retention.drop('l1')).toBe(true)
      expect(await due()).toEqual([number])
      await listed([number], 'l2')
      await retention.agree('l2', '2', over)
      expect(await retention.drop('l2')).toBe(false)
    })
  })
}
