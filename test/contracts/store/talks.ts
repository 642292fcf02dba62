import { describe, expect, test } from 'vitest'
import type { Thread } from '../../../src/runtime/index.ts'
import { addressOf } from '../../support/seals.ts'
import { at, deed, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const web: Thread = { channel: 'web', person: 'wang', secret: Buffer.alloc(32, 1).toString('base64url') }
const wecom: Thread = { channel: 'wecom', person: 'li' }
const told = { type: 'told', case: 'c1', text: '是哪一天？' } as const

export function talksContract(subject: Subject): void {
  const handsIn = (thread: Thread, id: string) =>
    subject().store.conversations.commit(turn(thread, `m-${id}`, 0, { newCase: handedIn(thread, id) }))
  const tells = async (id: string, key: string, to: Thread = web) => {
    const { cases } = subject().store
    const held = await cases.claim((await cases.byId(id))?.number ?? '', '3', at)
    if (typeof held !== 'object') throw new Error('the case is free')
    expect(await cases.save(deed(held, '3', key, { told: { thread: addressOf(to), event: told } }))).toBe('done')
  }

  describe('conversations under a secret', () => {
    test('get what officers do when they come with it, each of ten at once another part, and workers get none', async () => {
      const { store, rival } = subject()
      await handsIn(web, 'c1')
      for (let n = 0; n < 20; n++) await tells('c1', `k${n}`)
      expect(await store.conversations.claimArrivals(100, 60)).toEqual([])
      expect(await store.conversations.waiting(0, 100)).toHaveLength(20)
      const { secret: _, ...none } = web
      expect(await store.conversations.claimWaiting(none, 100, 60)).toEqual([])
      const shares = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? store : rival).conversations.claimWaiting(web, 3, 60)),
      )
      const rest = await store.conversations.claimWaiting(web, 100, 60)
      const ids = [...shares.flat(), ...rest].map((arrival) => arrival.id)
      expect(new Set(ids).size).toBe(20)
      expect(ids).toHaveLength(20)
      await store.conversations.commit(turn(web, ids[0]!, 1))
      expect(await store.conversations.waiting(0, 100)).toHaveLength(19)
    })

    test('are read with it and with no other', async () => {
      const { conversations } = subject().store
      await handsIn(web, 'c1')
      expect(await conversations.load(web)).toMatchObject({ revision: 1 })
      expect(await conversations.log(web, 0, 9)).toHaveLength(2)
      const wrong = { ...web, secret: Buffer.alloc(32, 2).toString('base64url') }
      expect(await conversations.load(wrong)).toEqual({ state: undefined, revision: 0 })
      expect(await conversations.log(wrong, 0, 9)).toEqual([])
    })
  })

  describe('the sweep of conversations', () => {
    test('deletes what is over and leaves the address where a case needs it', async () => {
      const { conversations } = subject().store
      await handsIn(web, 'c1')
      await handsIn(wecom, 'c2')
      await conversations.commit(turn({ ...wecom, person: 'zhao' }, 'm-zhao', 0))
      expect(await conversations.sweep(at)).toBe(0)
      expect(await conversations.sweep('2026-11-22T10:00:00+08:00')).toBe(2)
      expect(await conversations.load({ ...wecom, person: 'zhao' })).toEqual({ state: undefined, revision: 0 })
      expect(await conversations.load(wecom)).toEqual({ state: undefined, revision: 0 })
      expect(await conversations.log(wecom, 0, 9)).toEqual([])
      await tells('c2', 'k', wecom)
      expect(await conversations.claimArrivals(9, 60)).toMatchObject([wecom])
      expect((await conversations.load(web)).revision).toBe(1)
      expect(await conversations.sweep('2026-11-28T10:00:00+08:00')).toBe(1)
      expect(await conversations.load(web)).toEqual({ state: undefined, revision: 0 })
    })

    test('goes on beside turns, and none of them is lost', async () => {
      const { store, rival } = subject()
      const all = Array.from({ length: 30 }, (_, n) => ({ ...wecom, person: `p${n}` }))
      await Promise.all(all.map((thread, n) => store.conversations.commit(turn(thread, `a${n}`, 0))))
      const late = '2026-12-01T09:00:00+08:00'
      await Promise.all([
        rival.conversations.sweep(late),
        ...all.map(async (thread, n) => {
          for (;;) {
            const { state: _, ...read } = await store.conversations.load(thread)
            const write = { ...turn(thread, `b${n}`, 0, { at: late }), ...read }
            if ((await store.conversations.commit(write)) === 'done') return
          }
        }),
        rival.conversations.sweep(late),
      ])
      for (const thread of all) expect((await store.conversations.log(thread, 0, 9)).length).toBeGreaterThanOrEqual(2)
    })
  })
}
