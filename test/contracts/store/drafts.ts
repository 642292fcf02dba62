import { describe, expect, test } from 'vitest'
import type { DraftWrite, NewDraft } from '../../../src/runtime/index.ts'
import { at, talked, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }
const until = '2026-12-21T09:00:00+08:00'
const shownUntil = '2026-11-22T09:00:00+08:00'
const draft = (id: string): NewDraft => ({ id, sealed: `sealed ${id}`, nonce: `nonce ${id}`, shownUntil, until })

export function draftsContract(subject: Subject): void {
  let n = 0
  const write = async (drafts: Partial<DraftWrite>, revision?: number) => {
    const { conversations } = subject().store
    const read = revision ?? (await conversations.load(wang)).revision
    return conversations.commit(turn(wang, `d${n++}`, read, { drafts: { dropped: [], opened: [], ...drafts } }))
  }

  describe('drafts', () => {
    test('one that is kept is there until its time is over, and its code may be shown for a shorter time', async () => {
      const { drafts } = subject().store
      await write({ kept: draft('a') })
      expect(await drafts.sealed('a', at)).toBe('sealed a')
      expect(await drafts.nonce('a', at)).toBe('nonce a')
      expect(await drafts.nonce('a', '2026-11-22T08:59:59+08:00')).toBe('nonce a')
      expect(await drafts.nonce('a', shownUntil)).toBeUndefined()
      expect(await drafts.sealed('a', '2026-12-21T08:59:59+08:00')).toBe('sealed a')
      expect(await drafts.sealed('a', until)).toBeUndefined()
      expect(await drafts.sealed('b', at)).toBeUndefined()
    })

    test('once opened, its code is never shown again, and it stays', async () => {
      const { drafts } = subject().store
      await write({ kept: draft('a') })
      await write({ opened: ['a'] })
      expect(await drafts.nonce('a', at)).toBeUndefined()
      expect(await drafts.sealed('a', at)).toBe('sealed a')
    })

    test('forms under way are counted, and nothing else is told of them', async () => {
      const { drafts, conversations } = subject().store
      expect(await drafts.underWay(at)).toEqual({ talks: 0, coded: 0 })
      const frame = (flow: string) => ({ flow, edition: '1', answers: {}, reopened: {}, startedAt: at })
      for (let i = 0; i < 205; i++)
        await conversations.commit(
          turn({ channel: i % 2 ? 'web' : 'cli', person: `p${i}` }, `u${i}`, 0, {
            state: { ...talked(1), frame: frame('report'), ...(i === 7 ? { drafts: [frame('revisit')] } : {}) },
          }),
        )
      await conversations.commit(turn(wang, 'u-none', 0))
      await write({ kept: draft('a') })
      await write({ kept: { ...draft('b'), until: at } })
      expect(await drafts.underWay(at)).toEqual({ talks: 206, coded: 1 })
    })

    test('one that is dropped is gone, and no other with it', async () => {
      const { drafts } = subject().store
      await write({ kept: draft('a') })
      await write({ kept: draft('b') })
      await write({ dropped: ['a', 'never was'] })
      expect(await drafts.sealed('a', at)).toBeUndefined()
      expect(await drafts.sealed('b', at)).toBe('sealed b')
    })

    test('one that is kept anew takes the place of the old one in the same turn', async () => {
      const { drafts } = subject().store
      await write({ kept: draft('a') })
      await write({ kept: draft('b'), dropped: ['a'] })
      expect([await drafts.sealed('a', at), await drafts.sealed('b', at)]).toEqual([undefined, 'sealed b'])
    })

    test('a turn that is not written touches no draft', async () => {
      const { drafts } = subject().store
      await write({ kept: draft('a') })
      expect(await write({ kept: draft('b'), dropped: ['a'], opened: ['a'] }, 99)).toBe('stale')
      expect([await drafts.sealed('a', at), await drafts.sealed('b', at)]).toEqual(['sealed a', undefined])
      expect(await drafts.nonce('a', at)).toBe('nonce a')
    })

    test('the sweep deletes what is over and forgets what may not be shown, and leaves the rest', async () => {
      const { drafts, audit } = subject().store
      await write({ kept: draft('a') })
      await write({ kept: { ...draft('b'), until: '2027-01-01T00:00:00+08:00' } })
      expect(await drafts.sweep(at)).toBe(0)
      expect(await drafts.sweep(shownUntil)).toBe(0)
      // Asked as of an earlier time, so that it is the row that is asked and not the clock.
      expect([await drafts.sealed('a', at), await drafts.nonce('a', at)]).toEqual(['sealed a', undefined])
      expect(await drafts.sweep(until)).toBe(1)
      expect([await drafts.sealed('a', at), await drafts.sealed('b', at)]).toEqual([undefined, 'sealed b'])
      expect(await drafts.sweep(until)).toBe(0)
      expect((await audit.list({ limit: 5 })).rows).toMatchObject([
        { who: 'system', what: 'drafts.expired', note: '1', at: until },
      ])
    })

    test('ten turns and sweeps at once leave each draft whole or gone', async () => {
      const { store, rival } = subject()
      await Promise.all(
        Array.from({ length: 10 }, async (_, each) => {
          const thread = { channel: 'web', person: `p${each}` }
          const kept = draft(`id${each}`)
          const { conversations, drafts } = each % 2 ? store : rival
          await conversations.commit(turn(thread, `k${each}`, 0, { drafts: { kept, dropped: [], opened: [] } }))
          await drafts.sweep(until)
          await conversations.commit(
            turn(thread, `o${each}`, 1, { drafts: { dropped: ['id0'], opened: ['id1', kept.id] } }),
          )
        }),
      )
      for (let each = 0; each < 10; each++) expect(await store.drafts.sealed(`id${each}`, at)).toBeUndefined()
    })

    test('a reply that shows a code says whose in the log and in the outbox', async () => {
      const { conversations, outbox } = subject().store
      const push = { channel: 'wecom', person: 'li' }
      const said = turn(push, 'm1', 0, { push: true })
      const log = said.log.map((entry) => (entry.from === 'bot' ? { ...entry, draft: 'a' } : entry))
      await conversations.commit({ ...said, log, drafts: { kept: draft('a'), dropped: [], opened: [] } })
      expect((await conversations.log(push, 0, 9)).at(-1)).toMatchObject({ draft: 'a' })
      expect(await outbox.claim(5, 60)).toMatchObject([{ draft: 'a' }])
    })
  })
}
