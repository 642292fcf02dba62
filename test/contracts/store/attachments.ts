import { describe, expect, test } from 'vitest'
import { fileBounds, type Store } from '../../../src/runtime/index.ts'
import { asMessage, at, handedIn, asFile as photo, textOf, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }
const li = { channel: 'web', person: 'li' }

/** Wang and Li each have a case, `c1` and `c2`. */
async function filed({ conversations }: Store): Promise<void> {
  await conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1') }))
  await conversations.commit(turn(li, 'm2', 0, { newCase: handedIn(li, 'c2') }))
}

export function attachmentsContract(subject: Subject): void {
  describe('attachments', () => {
    test('a file comes back byte for byte, with its keys', async () => {
      const { store } = subject()
      await filed(store)
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
      // A window on a larger buffer, as parsers hand them out: what lies around it is not part of the file.
      const window = new Uint8Array(Uint8Array.from([1, 2, 3, ...bytes, 9]).buffer, 3, bytes.length)
      await store.conversations.commit(turn(wang, 'm3', 1, { attachments: [photo('a', { locked: window })] }))
      const { id, face, keys } = photo('a')
      expect(await store.attachments.list('c1')).toEqual([{ id, face, keys, n: 1 }])
      const opened = await store.attachments.open('c1', 'a')
      expect(opened).toMatchObject({ id, face, keys, n: 1 })
      expect(Buffer.from(opened!.locked).equals(Buffer.from(bytes))).toBe(true)
    })

    test('files are counted through the case, in the order they came', async () => {
      const { store } = subject()
      await filed(store)
      const two = [photo('b'), photo('a')]
      await store.conversations.commit(turn(wang, 'm3', 1, { attachments: two }))
      await store.conversations.commit(turn(wang, 'm4', 2, { attachments: [photo('c')] }))
      const listed = await store.attachments.list('c1')
      expect(listed.map(({ id, n }) => [id, n])).toEqual([
        ['b', 1],
        ['a', 2],
        ['c', 3],
      ])
    })

    test('a file is not found through another case', async () => {
      const { store } = subject()
      await filed(store)
      await store.conversations.commit(turn(wang, 'm3', 1, { attachments: [photo('a')] }))
      expect(await store.attachments.open('c2', 'a')).toBeUndefined()
      expect(await store.attachments.open('c1', 'b')).toBeUndefined()
      expect(await store.attachments.list('c2')).toEqual([])
    })

    test('a message that comes twice brings its file once', async () => {
      const { store } = subject()
      await filed(store)
      await store.conversations.commit(turn(wang, 'm3', 1, { attachments: [photo('a')] }))
      expect(await store.conversations.commit(turn(wang, 'm3', 2, { attachments: [photo('b')] }))).toBe('seen')
      expect(await store.attachments.list('c1')).toHaveLength(1)
    })

    test('a turn that is not kept leaves no file', async () => {
      const { store } = subject()
      await filed(store)
      expect(await store.conversations.commit(turn(wang, 'm3', 0, { attachments: [photo('a')] }))).toBe('stale')
      const lost = turn(wang, 'm3', 1, { attachments: [photo('a'), photo('b', { case: 'nobody' })] })
      await expect(store.conversations.commit(lost)).rejects.toMatchObject({ code: 'notFound' })
      expect(await store.attachments.list('c1')).toEqual([])
      expect((await store.conversations.load(wang)).revision).toBe(1)
    })

    test('an officer who has not seen the file cannot decide over it', async () => {
      const { store } = subject()
      await filed(store)
      const before = (await store.cases.byId('c1'))!
      await store.conversations.commit(turn(wang, 'm3', 1, { attachments: [photo('a')] }))
      expect((await store.cases.byId('c1'))!.revision).toBeGreaterThan(before.revision)
      const both = { attachments: [photo('b')], replies: [{ case: 'c1', message: asMessage('person', '照片在这里') }] }
      await store.conversations.commit(turn(wang, 'm4', 2, both))
      expect((await store.cases.byId('c1'))!.messages.map(textOf)).toEqual(['照片在这里'])
      const { rows } = await store.cases.list({ today: at.slice(0, 10), limit: 10 })
      expect(rows.map(({ number, answered }) => [number, answered])).toEqual([
        [before.number, true],
        ['R-1002', false],
      ])
    })

    test('the case takes as many files as it may and not one more', async () => {
      const { store } = subject()
      await filed(store)
      const five = (n: number) => Array.from({ length: 5 }, (_, i) => photo(`${n}-${i}`))
      for (let n = 1; n <= fileBounds.caseCount / 5; n++)
        expect(await store.conversations.commit(turn(wang, `f${n}`, n, { attachments: five(n) }))).toBe('done')
      const more = turn(wang, 'f9', 5, { attachments: [photo('one more')] })
      await expect(store.conversations.commit(more)).rejects.toMatchObject({ name: 'Refused', code: 'caseFull' })
      expect(await store.attachments.list('c1')).toHaveLength(fileBounds.caseCount)
      expect((await store.conversations.load(wang)).revision).toBe(5)
      // Whoever is turned away can still write.
      expect(await store.conversations.commit(turn(wang, 'f10', 5))).toBe('done')
    })

    test('two that add to one case at once never pass its bound together', async () => {
      const { store, rival } = subject()
      await filed(store)
      const many = (who: string, count: number) => Array.from({ length: count }, (_, i) => photo(`${who}-${i}`))
      const outcomes = await Promise.allSettled([
        store.conversations.commit(turn(wang, 'f1', 1, { attachments: many('wang', 12) })),
        rival.conversations.commit(turn(li, 'f2', 1, { attachments: many('li', 12) })),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const listed = await store.attachments.list('c1')
      expect(listed.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    })

    test('an arrival with files is never put into a table to wait', async () => {
      const { conversations } = subject().store
      const files = [{ name: 'a.jpg', type: 'image/jpeg', bytes: new Uint8Array(5) }]
      const arrival = { ...wang, id: 'm9', event: { type: 'said', text: '', files } } as const
      await expect(conversations.receive(arrival)).rejects.toThrow(TypeError)
      expect(await conversations.claimArrivals(5, 60)).toEqual([])
    })
  })
}
