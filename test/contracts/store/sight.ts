import { describe, expect, test } from 'vitest'
import { type Officer, sight } from '../../../src/runtime/index.ts'
import { at, deed, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function sightContract(subject: Subject): void {
  describe('what an officer can see', () => {
    const wang = { channel: 'web', person: 'wang' }
    const officer = (id: string, more: Partial<Officer> = {}): Officer => ({
      ...{ id, name: id, account: id, role: '受理、承办', unit: 'local', disabled: false },
      ...more,
    })
    const seen = (who: Officer) => subject().store.cases.seenBy(sight(who))
    const query = { today: '2026-11-23', limit: 50 }
    const fill = async () => {
      const { conversations, units } = subject().store
      await units.add({ id: 'city', name: '市纪委' })
      await conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1') }))
      const up = { unit: 'city', purpose: 'report-upper', letter: 'U' } as const
      const write = turn(wang, 'm2', 1, { newCase: handedIn(wang, 'c2', up) })
      await conversations.commit({ ...write, audit: [{ who: 'person', what: 'form.submitted', object: 'c2' }] })
    }

    test('a case of another unit is not there: not in lists, counts, searches, deeds or the audit', async () => {
      await fill()
      const ours = seen(officer('3'))
      expect((await ours.list(query)).rows.map(({ number }) => number)).toEqual(['R-1001'])
      expect((await ours.list({ ...query, q: 'U-' })).total).toBe(0)
      expect(await ours.byNumber('U-1001')).toBeUndefined()
      expect(await ours.claim('U-1001', '3', at)).toBe('absent')
      expect(await ours.release('U-1001', '3', 0, at)).toBe('absent')
      const found = (await subject().store.cases.byNumber('U-1001'))!
      expect([found.unit, found.purpose]).toEqual(['city', 'report-upper'])
      await subject().store.cases.claim('U-1001', '3', at)
      expect(await ours.save(deed((await subject().store.cases.byNumber('U-1001'))!, '3', 'k'))).toBe('lost')
      expect(await ours.wall(found.id, 'officer:9', true, at)).toBe(false)
      expect(await subject().store.cases.byNumber('U-1001')).toMatchObject({ revision: 2, holder: '3' })
      const { audit } = subject().store
      expect(JSON.stringify((await audit.list({ limit: 50, unit: 'local' })).rows)).not.toContain('c2')
      expect(JSON.stringify((await audit.list({ limit: 50, unit: 'city' })).rows)).toContain('c2')
    })

    test('the other unit sees its own and not ours', async () => {
      await fill()
      const theirs = seen(officer('4', { unit: 'city' }))
      expect((await theirs.list(query)).rows.map(({ number }) => number)).toEqual(['U-1001'])
      expect(await theirs.byNumber('R-1001')).toBeUndefined()
    })

    test.each(['', '系统管理', '安全管理', '审计管理', '政策'])(
      'a role that works no cases sees none: %j',
      async (role) => {
        await fill()
        const none = seen(officer('3', { role }))
        expect(await none.list(query)).toEqual({ rows: [], total: 0 })
        expect(await none.byNumber('R-1001')).toBeUndefined()
        expect(await none.claim('R-1001', '3', at)).toBe('absent')
      },
    )

    test('whoever stands behind the wall of a case loses it, and sees it no more; others do', async () => {
      await fill()
      const li = officer('5')
      await seen(li).claim('R-1001', '5', at)
      expect(await seen(officer('3')).wall('c1', 'officer:5', true, at)).toBe(true)
      expect(await seen(officer('3')).wallOf('c1')).toEqual(['officer:5'])
      expect(await seen(li).byNumber('R-1001')).toBeUndefined()
      expect((await seen(li).list(query)).total).toBe(0)
      expect((await seen(officer('3')).byNumber('R-1001'))?.holder).toBeUndefined()
      await seen(officer('3')).wall('c1', 'officer:5', false, at)
      expect(await seen(li).byNumber('R-1001')).toBeDefined()
    })

    test('a unit behind the wall sees the case no more, whoever asks', async () => {
      await fill()
      await seen(officer('3')).wall('c1', 'unit:local', true, at)
      expect(await seen(officer('3')).byNumber('R-1001')).toBeUndefined()
      expect(await seen(officer('4')).byNumber('R-1001')).toBeUndefined()
    })
  })

  describe('second persons', () => {
    const request = {
      ...{ id: 'a1', kind: 'identity' as const, object: 'R-1001', unit: 'local', reason: 'sealed', askedBy: '3' },
      ...{ askedAt: '2026-11-23T01:00:00.000Z', until: '2026-11-24T01:00:00.000Z' },
    }
    const agree = (by: string, now = '2026-11-23T02:00:00.000Z') =>
      subject().store.approvals.decide({ id: 'a1', by, agreed: true, at: now, until: '2026-11-23T02:30:00.000Z' })
    const use = (more: object = {}) =>
      subject().store.approvals.use({
        ...{ kind: 'identity' as const, object: 'R-1001', askedBy: '3', at: '2026-11-23T02:10:00.000Z' },
        ...more,
      })

    test('an agreed request is used once, by who asked, for what was asked, in time', async () => {
      await subject().store.approvals.ask(request)
      expect(await use()).toBe(false)
      expect(await agree('4')).toBe(true)
      for (const other of [
        { object: 'R-1002' },
        { kind: 'export' },
        { askedBy: '4' },
        { at: '2026-11-23T02:31:00.000Z' },
      ])
        expect(await use(other)).toBe(false)
      const both = await Promise.all([use(), use()])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await use()).toBe(false)
    })

    test('nobody agrees to their own, to one that is over, or twice', async () => {
      await subject().store.approvals.ask(request)
      expect(await agree('3')).toBe(false)
      expect(await agree('4', '2026-11-24T02:00:00.000Z')).toBe(false)
      expect(await agree('4')).toBe(true)
      expect(await agree('5')).toBe(false)
    })
  })

  describe('second factors', () => {
    test('a code is taken once, and never one before it; of ten at once, one', async () => {
      const { officers } = subject().store
      const added = await officers.add({ account: 'zhang', name: '张三', role: '受理', password: 'x' }, at)
      if (added === 'taken') throw new Error('taken')
      const { factors } = officers
      expect(await factors.of(added.id)).toBeUndefined()
      expect(await factors.offer(added.id, 's1')).toEqual({ sealed: 's1', confirmed: false })
      expect(await factors.offer(added.id, 's2')).toEqual({ sealed: 's1', confirmed: false })
      const taken = await Promise.all(Array.from({ length: 10 }, () => factors.take(added.id, 100)))
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await factors.take(added.id, 99)).toBe(false)
      await factors.confirm(added.id)
      expect(await factors.of(added.id)).toEqual({ sealed: 's1', confirmed: true })
    })

    test('closing an account, other roles, another password and a lost code end every session', async () => {
      const { officers } = subject().store
      const added = await officers.add({ account: 'zhang', name: '张三', role: '受理', password: 'x' }, at)
      if (added === 'taken') throw new Error('taken')
      const { id } = added
      const session = { officer: id, csrf: 't', idleUntil: at, until: at }
      for (const end of [
        () => officers.setRole(id, '承办'),
        () => officers.setDisabled(id, true),
        () => officers.setPassword(id, 'y'),
        () => officers.factors.drop(id),
        () => officers.closeSessionsOf(id),
      ]) {
        for (const idHash of ['h1', 'h2']) await officers.openSession({ idHash, ...session })
        await end()
        expect([await officers.session('h1'), await officers.session('h2')]).toEqual([undefined, undefined])
      }
      expect(await officers.byId(id)).toMatchObject({ role: '承办', disabled: true })
    })
  })
}
