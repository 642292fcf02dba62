import { describe, expect, test } from 'vitest'
import { at } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const zhang = { account: 'zhang', name: '张三', role: 'intake', password: 'scrypt$…' }

export function officersContract(subject: Subject): void {
  describe('officers', () => {
    test('an officer is found by account and by id, and the password record by account only', async () => {
      const { officers } = subject().store
      const added = await officers.add(zhang, at)
      if (added === 'taken') throw new Error('taken')
      const { password, ...shown } = zhang
      expect(added).toEqual({ ...shown, id: expect.any(String), unit: 'local', disabled: false })
      expect(await officers.byId(added.id)).toEqual(added)
      expect(await officers.list()).toEqual([added])
      expect(await officers.byAccount('zhang')).toEqual({ ...added, password })
      expect(await officers.byAccount('li')).toBeUndefined()
      for (const id of ['0', '-1', '99', 'x', '1 or 1=1', '9'.repeat(40)])
        expect(await officers.byId(id)).toBeUndefined()
    })

    test('an account name is one however it is typed', async () => {
      const { officers } = subject().store
      await officers.add(zhang, at)
      for (const account of ['zhang', 'ZHANG', 'ｚｈａｎｇ', ' zhang '])
        expect(await officers.add({ ...zhang, account }, at)).toBe('taken')
      expect((await officers.byAccount('Zhang'))?.account).toBe('zhang')
    })

    test('of ten who race to be the first officer, one is', async () => {
      const { store, rival } = subject()
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? store : rival).officers.addFirst({ ...zhang, account: `first${n}` }, at),
        ),
      )
      expect(outcomes.filter((outcome) => outcome === 'setupDone')).toHaveLength(9)
      expect(await store.officers.list()).toHaveLength(1)
    })

    test('there is no first officer any more once one was added in another way', async () => {
      const { officers } = subject().store
      await officers.add(zhang, at)
      expect(await officers.addFirst({ ...zhang, account: 'li' }, at)).toBe('setupDone')
    })

    test('a session lives until it is closed and remembers when it was last used', async () => {
      const { officers } = subject().store
      const added = await officers.add(zhang, at)
      if (added === 'taken') throw new Error('taken')
      const session = { idHash: 'h1', officer: added.id, csrf: 't1', idleUntil: at, until: at }
      await officers.openSession(session)
      expect(await officers.session('h1')).toEqual(session)
      await officers.touchSession('h1', '2026-11-21T09:30:00+08:00')
      expect(await officers.session('h1')).toEqual({ ...session, idleUntil: '2026-11-21T09:30:00+08:00' })
      await officers.closeSession('h1')
      expect(await officers.session('h1')).toBeUndefined()
    })

    test('nobody opens a session for an officer who is not there', async () => {
      const { officers } = subject().store
      for (const officer of ['99', 'x'])
        await expect(
          officers.openSession({ idHash: 'h1', officer, csrf: 't', idleUntil: at, until: at }),
        ).rejects.toMatchObject({ name: 'Refused' })
      expect(await officers.session('h1')).toBeUndefined()
    })
  })

  test('a store that can write says that it is ready', async () => {
    await expect(subject().store.ready()).resolves.toBeUndefined()
  })
}
