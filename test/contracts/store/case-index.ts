import { describe, expect, test } from 'vitest'
import { type SealedEntry, sight } from '../../../src/runtime/index.ts'
import { asMessage, at, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }
const [first, second] = ['local/report/1', 'local/report/2']

export function caseIndexContract(subject: Subject): void {
  const file = async (...ids: readonly string[]) => {
    const { conversations } = subject().store
    for (const id of ids) {
      const { revision } = await conversations.load(wang)
      await conversations.commit(turn(wang, `m-${id}`, revision, { newCase: handedIn(wang, id) }))
    }
  }
  const epoch = (n: number) =>
    subject().store.keys.addGroup(
      { id: `local/report/${n}`, unit: 'local', purpose: 'report', epoch: n, publicKey: Buffer.alloc(32, n) },
      [],
    )
  const filled = async (...ids: readonly string[]) => {
    await file(...ids)
    await epoch(1)
    await subject().store.entries.addKey(first, Buffer.from('sealed'))
  }
  const entry = (caseId: string, more: Partial<SealedEntry> = {}): SealedEntry => ({
    ...{ caseId, key: first, lines: 0, locked: Buffer.from(`entry of ${caseId}`) },
    ...more,
  })
  const read = async (key = first, n = 0, limit = 9) =>
    (await subject().store.entries.after(key, n, limit)).map(({ caseId, lines, locked }) => [
      caseId,
      lines,
      locked && Buffer.from(locked).toString(),
    ])

  describe('the sealed index', () => {
    test('of two keys made at once the first stands, for both', async () => {
      await epoch(1)
      const { entries } = subject().store
      const made = await Promise.all(['a', 'b'].map((text) => entries.addKey(first, Buffer.from(text))))
      expect(new Set(made.map((key) => Buffer.from(key).toString())).size).toBe(1)
      expect(Buffer.from((await entries.key(first))!)).toEqual(Buffer.from(made[0]!))
      expect(await entries.key(second)).toBeUndefined()
    })

    test('is read from where it was read to, in pages, and an entry written anew comes again', async () => {
      await filled('c1', 'c2', 'c3')
      const { entries } = subject().store
      await entries.put([entry('c1'), entry('c2')])
      expect(await read()).toEqual([
        ['c1', 0, 'entry of c1'],
        ['c2', 0, 'entry of c2'],
      ])
      const [one] = await entries.after(first, 0, 1)
      expect(await read(first, one!.n)).toEqual([['c2', 0, 'entry of c2']])
      const last = (await entries.after(first, 0, 9)).at(-1)!.n
      await entries.put([entry('c1', { lines: 2, locked: Buffer.from('more') }), entry('c3')])
      expect(await read(first, last)).toEqual([
        ['c1', 2, 'more'],
        ['c3', 0, 'entry of c3'],
      ])
      expect(await entries.count(first)).toBe(3)
    })

    test('an entry that has read less never takes the place of one that has read more', async () => {
      await filled('c1')
      await subject().store.entries.put([entry('c1', { lines: 2 })])
      await subject().store.entries.put([entry('c1', { lines: 1 })])
      expect(await read()).toEqual([['c1', 2, 'entry of c1']])
    })

    test('two that write the same entry at once leave one', async () => {
      await filled('c1')
      const { store, rival } = subject()
      await Promise.all([store, rival, store, rival].map(({ entries }) => entries.put([entry('c1')])))
      expect(await read()).toHaveLength(1)
    })

    test('what lies under a key that another has followed is not taken', async () => {
      await filled('c1')
      await epoch(2)
      const { entries } = subject().store
      await entries.addKey(second, Buffer.from('sealed'))
      await entries.put([entry('c1')])
      expect(await read()).toEqual([])
      await entries.put([entry('c1', { key: second })])
      expect([await read(), await read(second)]).toEqual([[], [['c1', 0, 'entry of c1']]])
    })

    test('knows which cases were not read, or have gone on since', async () => {
      await filled('c1', 'c2', 'c3')
      const { entries, conversations } = subject().store
      await entries.put([entry('c1'), entry('c2')])
      const { revision } = await conversations.load(wang)
      const replies = [{ case: 'c2', message: asMessage('person', 'more') }]
      await conversations.commit(turn(wang, 'more', revision, { replies }))
      expect([...(await entries.missing(['c1', 'c2', 'c3', 'gone']))].sort()).toEqual(['c2', 'c3'])
      expect(await entries.missing([])).toEqual([])
    })
  })

  describe('the queue as a whole', () => {
    const query = { today: '2026-11-23', limit: 1 }
    const officer = { id: '5', role: '受理', unit: 'local', disabled: false }

    test('comes in the order of the pages, from a place on, and only what is in sight', async () => {
      await file('c1', 'c2', 'c3')
      const { cases } = subject().store
      const seen = cases.seenBy(sight(officer))
      expect((await seen.order(query)).map(({ id, lines }) => [id, lines])).toEqual([
        ['c1', 0],
        ['c2', 0],
        ['c3', 0],
      ])
      const { next } = await seen.list(query)
      expect((await seen.order({ ...query, cursor: next! })).map(({ id }) => id)).toEqual(['c2', 'c3'])
      await cases.wall('c2', 'officer:5', true, at)
      expect((await seen.order(query)).map(({ id }) => id)).toEqual(['c1', 'c3'])
      expect((await seen.some(['c1', 'c2', 'c3'])).map(({ id }) => id).sort()).toEqual(['c1', 'c3'])
      expect(await cases.seenBy({ type: 'nothing' }).order(query)).toEqual([])
    })

    test('is narrowed to some ids, and by none of them to nothing', async () => {
      await file('c1', 'c2', 'c3')
      const { cases } = subject().store
      const among = async (...ids: readonly string[]) =>
        (await cases.list({ ...query, limit: 9, among: ids })).rows.map(({ id }) => id)
      expect(await among('c3', 'c1', 'gone')).toEqual(['c1', 'c3'])
      expect(await among()).toEqual([])
      expect(await cases.some([])).toEqual([])
    })
  })
}
