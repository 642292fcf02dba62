import { describe, expect, test } from 'vitest'
import type { Arrival } from '../../../src/runtime/index.ts'
import { turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const said = (person: string, id: string): Arrival => ({
  channel: 'wecom',
  person,
  id,
  event: { type: 'said', text: `话 ${id}` },
})

export function arrivalsContract(subject: Subject): void {
  describe('arrivals', () => {
    test('a stored arrival is handed out as it came, and to one worker only', async () => {
      const { conversations } = subject().store
      await conversations.receive(said('wang', 'm1'))
      expect(await conversations.claimArrivals(5, 60)).toEqual([said('wang', 'm1')])
      expect(await conversations.claimArrivals(5, 60)).toEqual([])
    })

    test('one whose worker died is handed out again when its lease has run out', async () => {
      const { conversations } = subject().store
      await conversations.receive(said('wang', 'm1'))
      await conversations.claimArrivals(5, 0)
      expect(await conversations.claimArrivals(5, 60)).toEqual([said('wang', 'm1')])
    })

    test('a repeat is dropped, before it is worked on and after', async () => {
      const { conversations } = subject().store
      await conversations.receive(said('wang', 'm1'))
      await conversations.receive(said('wang', 'm1'))
      expect(await conversations.claimArrivals(5, 0)).toHaveLength(1)
      await conversations.commit(turn(said('wang', 'm1'), 'm1', 0))
      await conversations.receive(said('wang', 'm1'))
      expect(await conversations.claimArrivals(5, 0)).toEqual([])
    })

    test('one that was taken in by another way is gone once that is noticed', async () => {
      const { conversations } = subject().store
      await conversations.receive(said('wang', 'm1'))
      await conversations.commit(turn(said('wang', 'm1'), 'm1', 0))
      expect(await conversations.claimArrivals(5, 0)).toEqual([])
    })

    test('a conversation gets its arrivals one at a time, oldest first; others do not wait for it', async () => {
      const { conversations } = subject().store
      for (const arrival of [said('wang', 'm1'), said('wang', 'm2'), said('li', 'm3')])
        await conversations.receive(arrival)
      expect(await conversations.claimArrivals(5, 60)).toEqual([said('wang', 'm1'), said('li', 'm3')])
      expect(await conversations.claimArrivals(5, 60)).toEqual([])
      await conversations.commit(turn(said('wang', 'm1'), 'm1', 0))
      expect(await conversations.claimArrivals(5, 60)).toEqual([said('wang', 'm2')])
    })

    test('one that fails time after time no longer holds up those behind it', async () => {
      const { conversations } = subject().store
      for (const id of ['m1', 'm2']) await conversations.receive(said('wang', id))
      for (let failed = 0; failed < 5; failed++)
        expect(await conversations.claimArrivals(5, 0)).toEqual([said('wang', 'm1')])
      expect(await conversations.claimArrivals(5, 60)).toEqual([said('wang', 'm1'), said('wang', 'm2')])
    })

    test('ten workers share sixty arrivals and none of them twice', async () => {
      const { store, rival } = subject()
      await Promise.all(Array.from({ length: 60 }, (_, n) => store.conversations.receive(said(`p${n}`, `m${n}`))))
      const shares = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? store : rival).conversations.claimArrivals(10, 60)),
      )
      const rest = await store.conversations.claimArrivals(100, 60)
      const ids = [...shares.flat(), ...rest].map((arrival) => arrival.id)
      expect(ids).toHaveLength(60)
      expect(new Set(ids).size).toBe(60)
    })
  })
}
