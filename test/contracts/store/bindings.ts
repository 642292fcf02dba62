import { describe, expect, test } from 'vitest'
import { at } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const until = '2026-11-20T02:00:00.000Z'
const before = '2026-11-20T01:55:00.000Z'

export function bindingsContract(subject: Subject): void {
  const added = async (account: string) => {
    const officer = await subject().store.officers.add(
      { account, name: account, role: '受理', password: 'scrypt$…' },
      at,
    )
    if (officer === 'taken') throw new Error('taken')
    return officer.id
  }
  const redeem = (code: string, member: string, more: { at?: string; channel?: string } = {}) =>
    subject().store.bindings.redeem({ code, member, channel: 'teams', at: before, ...more })

  describe('bindings', () => {
    test('a code binds the member who typed it, once', async () => {
      const { bindings } = subject().store
      const zhang = await added('zhang')
      await bindings.offer(zhang, 'h1', until)
      expect(await redeem('h2', 'm1')).toBeUndefined()
      expect(await redeem('h1', 'm1')).toBe(zhang)
      expect(await redeem('h1', 'm2')).toBeUndefined()
      expect(await bindings.of('teams', 'm1')).toBe(zhang)
      expect(await bindings.of('teams', 'm2')).toBeUndefined()
      expect(await bindings.of('wecom', 'm1')).toBeUndefined()
      expect(await bindings.list(zhang)).toEqual([{ channel: 'teams', since: before }])
    })

    test('of ten who type one code at the same moment, one is bound', async () => {
      const { store, rival } = subject()
      const zhang = await added('zhang')
      await store.bindings.offer(zhang, 'h1', until)
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? store : rival).bindings.redeem({ code: 'h1', member: `m${n}`, channel: 'teams', at: before }),
        ),
      )
      expect(outcomes.filter((outcome) => outcome === zhang)).toHaveLength(1)
    })

    test('a code is void when its time is over, and when another one was shown', async () => {
      const { bindings } = subject().store
      const zhang = await added('zhang')
      await bindings.offer(zhang, 'h1', until)
      expect(await redeem('h1', 'm1', { at: until })).toBeUndefined()
      await bindings.offer(zhang, 'h2', until)
      expect(await redeem('h1', 'm1')).toBeUndefined()
      expect(await redeem('h2', 'm1')).toBe(zhang)
    })

    test('one member is one officer, and one officer one member of a channel', async () => {
      const { bindings } = subject().store
      const [zhang, li] = [await added('zhang'), await added('li')]
      for (const [officer, hash] of [
        [zhang, 'h1'],
        [li, 'h2'],
      ] as const)
        await bindings.offer(officer, hash, until)
      await redeem('h1', 'm1')
      await redeem('h2', 'm1')
      expect(await bindings.of('teams', 'm1')).toBe(li)
      expect(await bindings.list(zhang)).toEqual([])
      await bindings.offer(li, 'h3', until)
      await redeem('h3', 'm2')
      expect(await bindings.of('teams', 'm1')).toBeUndefined()
      await bindings.offer(li, 'h4', until)
      await redeem('h4', 'w1', { channel: 'wecom' })
      expect((await bindings.list(li)).map(({ channel }) => channel)).toEqual(['teams', 'wecom'])
      expect(await bindings.drop(li, 'teams')).toBe(true)
      expect(await bindings.drop(li, 'teams')).toBe(false)
      expect(await bindings.of('teams', 'm2')).toBeUndefined()
      expect(await bindings.of('wecom', 'w1')).toBe(li)
    })

    test('an account that is closed is nobody in any chat, even when it is opened again', async () => {
      const { bindings, officers } = subject().store
      const zhang = await added('zhang')
      await bindings.offer(zhang, 'h1', until)
      await redeem('h1', 'm1')
      await bindings.offer(zhang, 'h2', until)
      await officers.setDisabled(zhang, true)
      await officers.setDisabled(zhang, false)
      expect(await bindings.of('teams', 'm1')).toBeUndefined()
      expect(await redeem('h2', 'm1')).toBeUndefined()
    })
  })
}
