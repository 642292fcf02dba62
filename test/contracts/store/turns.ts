import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/runtime/index.ts'
import { asMessage, at, handedIn, talked, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }
const li = { channel: 'web', person: 'li' }

export function turnsContract(subject: Subject): void {
  describe('turns', () => {
    test('a conversation nobody has begun is absent at revision 0', async () => {
      expect(await subject().store.conversations.load(wang)).toEqual({ state: undefined, revision: 0 })
    })

    test('a committed turn is read back whole', async () => {
      const { conversations, audit, gaps } = subject().store
      const write = turn(wang, 'm1', 0, {
        gaps: [{ question: '年休假怎么算？', why: 'no-match' }],
        audit: [{ who: 'person', what: 'flow.started' }],
      })
      expect(await conversations.commit(write)).toBe('done')
      expect(await conversations.load(wang)).toMatchObject({ state: talked(1), revision: 1 })
      expect(await conversations.log(wang, 0, 10)).toEqual([
        { ...write.log[0], seq: 1, at },
        { ...write.log[1], seq: 2, at },
      ])
      expect((await audit.list({ limit: 5 })).rows).toMatchObject([
        { who: 'person', what: 'flow.started', at: at.slice(0, 10) },
      ])
      expect(await gaps.list(5)).toMatchObject([
        { question: '年休假怎么算？', why: 'no-match', count: 1, lastAt: at.slice(0, 10) },
      ])
    })

    test('the log is read from where the reader stopped, without holes', async () => {
      const { conversations } = subject().store
      for (const revision of [0, 1, 2]) await conversations.commit(turn(wang, `m${revision}`, revision))
      const seqs = async (after: number, limit: number) =>
        (await conversations.log(wang, after, limit)).map((row) => row.seq)
      expect(await seqs(0, 100)).toEqual([1, 2, 3, 4, 5, 6])
      expect(await seqs(2, 3)).toEqual([3, 4, 5])
      expect(await seqs(6, 100)).toEqual([])
    })

    test('a message that comes twice is taken in once', async () => {
      const { conversations } = subject().store
      await conversations.commit(turn(wang, 'm1', 0))
      const again = turn(wang, 'm1', 1, { newCase: handedIn(wang, 'c1'), state: talked(9) })
      expect(await conversations.commit(again)).toBe('seen')
      expect(await conversations.load(wang)).toMatchObject({ state: talked(1), revision: 1 })
      expect(await subject().store.cases.byId('c1')).toBeUndefined()
    })

    test('the same message id on another channel is another message', async () => {
      const { conversations } = subject().store
      await conversations.commit(turn(wang, 'm1', 0))
      expect(await conversations.commit(turn({ channel: 'wecom', person: 'wang' }, 'm1', 0))).toBe('done')
    })

    test('of ten that bring the same message at once, one writes it', async () => {
      const { store, rival } = subject()
      const writers = Array.from({ length: 10 }, (_, n) => (n % 2 ? store : rival))
      const outcomes = await Promise.all(writers.map((each) => each.conversations.commit(turn(wang, 'm1', 0))))
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
      expect(outcomes).not.toContain('stale')
      expect(await store.conversations.log(wang, 0, 100)).toHaveLength(2)
    })

    test('a write over a revision that is no longer there leaves nothing behind', async () => {
      const { conversations, cases, audit, gaps, outbox } = subject().store
      await conversations.commit(turn(wang, 'm1', 0))
      for (const revision of [0, 2]) {
        const stale = turn(wang, 'm2', revision, {
          newCase: handedIn(wang, 'c1'),
          push: true,
          gaps: [{ question: '问', why: 'no-match' }],
          audit: [{ who: 'person', what: 'form.submitted' }],
        })
        expect(await conversations.commit(stale)).toBe('stale')
      }
      expect(await conversations.load(wang)).toMatchObject({ state: talked(1), revision: 1 })
      expect(await conversations.log(wang, 0, 10)).toHaveLength(2)
      expect(await cases.byId('c1')).toBeUndefined()
      expect((await audit.list({ limit: 5 })).rows).toEqual([])
      expect(await gaps.list(5)).toEqual([])
      expect(await outbox.claim(5, 60)).toEqual([])
    })

    test('the loser starts again from fresh state, and its message is still new', async () => {
      const { conversations, cases } = subject().store
      await conversations.commit(turn(wang, 'm1', 0))
      await conversations.commit(turn(wang, 'm2', 0, { newCase: handedIn(wang, 'c1') }))
      expect(await conversations.commit(turn(wang, 'm2', 1, { newCase: handedIn(wang, 'c1') }))).toBe('done')
      // No number was used up by the attempt that failed.
      expect((await cases.byId('c1'))?.number).toBe('R-1001')
    })

    test('twenty messages that meet in one conversation are all applied, one after another', async () => {
      const { store, rival } = subject()
      await Promise.all(Array.from({ length: 20 }, (_, n) => insist(n % 2 ? store : rival, `m${n}`)))
      expect((await store.conversations.load(wang)).revision).toBe(20)
      const rows = await store.conversations.log(wang, 0, 100)
      expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
      expect(new Set(rows.map((row) => row.key)).size).toBe(40)
    })

    test('a turn that cannot be kept whole is not kept at all, and does not take others down', async () => {
      const { conversations, cases } = subject().store
      const bad = turn(wang, 'm1', 0, {
        newCase: handedIn(wang, 'c1'),
        replies: [{ case: 'nobody', message: asMessage('person', '补充') }],
      })
      const [lost, kept] = await Promise.allSettled([
        conversations.commit(bad),
        conversations.commit(turn(li, 'm2', 0, { newCase: handedIn(li, 'c2') })),
      ])
      expect(lost).toMatchObject({ status: 'rejected', reason: { name: 'Refused', code: 'notFound' } })
      expect(kept).toEqual({ status: 'fulfilled', value: 'done' })
      expect((await conversations.load(wang)).revision).toBe(0)
      expect(await cases.byId('c1')).toBeUndefined()
      expect((await cases.byId('c2'))?.number).toBe('R-1001')
    })

    test('what breaks a rule of the tables is refused without naming what was in it', async () => {
      const { conversations } = subject().store
      await conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1') }))
      const twice = turn(li, '机密内容', 0, { newCase: handedIn(li, 'c1') })
      const error = await conversations.commit(twice).then(
        () => undefined,
        (reason: unknown) => reason as Error,
      )
      expect(error).toMatchObject({ name: 'Refused', code: 'notSaved' })
      const told = `${error?.message} ${error?.cause}`
      expect(told).not.toMatch(/insert|cases|c1|机密内容/i)
      expect((await conversations.load(li)).revision).toBe(0)
    })

    test('a name with a character PostgreSQL cannot hold is still one person', async () => {
      const { conversations, cases, gaps } = subject().store
      const odd = { channel: 'web', person: 'a\0b' }
      const write = turn(odd, 'm\0', 0, {
        newCase: handedIn(odd, 'c1'),
        gaps: [{ question: '问\0', why: 'no-match' }],
      })
      expect(await conversations.commit(write)).toBe('done')
      expect((await conversations.load(odd)).revision).toBe(1)
      expect(await conversations.log(odd, 0, 9)).toHaveLength(2)
      expect((await cases.byId('c1'))?.number).toBe('R-1001')
      expect(await gaps.list(9)).toHaveLength(1)
    })

    test('whatever people type comes back as typed', async () => {
      const { conversations } = subject().store
      let revision = 0
      const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '\ud800', '甲\u2028乙', `'";--`))
      await fc.assert(
        fc.asyncProperty(text, async (said) => {
          const id = `m${revision}`
          const log = [{ key: id, from: 'person', text: said, clientId: said }] as const
          await conversations.commit(turn(wang, id, revision, { state: talked(1, said), log }))
          expect((await conversations.load(wang)).state).toEqual(talked(1, said))
          expect(await conversations.log(wang, revision, 1)).toMatchObject([{ text: said, clientId: said }])
          revision++
        }),
        { numRuns: 30 },
      )
    })
  })
}

async function insist(store: Store, id: string): Promise<void> {
  for (;;) {
    const { revision } = await store.conversations.load(wang)
    if ((await store.conversations.commit(turn(wang, id, revision))) === 'done') return
  }
}
