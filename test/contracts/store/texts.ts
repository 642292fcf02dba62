import { describe, expect, test } from 'vitest'
import type { NewText, Published, Store, TextRow } from '../../../src/runtime/index.ts'
import { at } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const zhang = 'officer:1'
const li = 'officer:2'

/** A text of three passages, whole unless told otherwise. */
export const newText = (words: string, more: Partial<NewText> = {}): NewText => {
  const text = `第一条 ${words}\n第二条 先𠮷后凶。\n`
  const second = text.indexOf('第二条')
  return {
    says: { title: '备案办法', issuer: '市纪委', region: '许昌市', authority: '正式条文', from: '2026-01-01' },
    text,
    passages: [
      { id: 'a1', label: '第一条', path: ['第一章'], article: '1', text: text.slice(0, second), start: 0, end: second },
      { id: 'a2', label: '第二条', path: [], text: text.slice(second), start: second, end: text.length },
    ],
    carries: { 'x.filing.1': ['a1', 'a2'], 'x.filing.2': ['a2'] },
    sameness: `same ${words}`,
    file: { name: '办法.docx', kind: 'docx', size: 4, sha256: 'ff', bytes: Uint8Array.from([0, 255, 1, 128]) },
    ...more,
  }
}

async function proposed({ texts }: Store, text: NewText, by = zhang): Promise<TextRow> {
  const row = await texts.propose(text, by, at)
  if (row === 'twice') throw new Error('twice')
  return row
}

async function published(store: Store, text: NewText): Promise<Published> {
  const { id, revision } = await proposed(store, text)
  const done = await store.texts.publish({ id, revision, by: li, at, seen: await store.texts.revision() })
  if (typeof done === 'string') throw new Error(done)
  return done
}

const deed = ({ id, revision }: TextRow, by = li) => ({ id, revision, by, at })

export function textsContract(subject: Subject): void {
  describe('texts', () => {
    test('a proposal waits, whole, and answers read nothing of it', async () => {
      const { texts } = subject().store
      const row = await proposed(subject().store, newText('甲'))
      expect(row).toEqual({
        id: expect.stringMatching(/^p\d+$/),
        state: 'waiting',
        revision: 1,
        says: newText('甲').says,
        missing: [],
        carried: 2,
        file: { name: '办法.docx', kind: 'docx', size: 4, sha256: 'ff' },
        proposed: { by: zhang, at },
      })
      const { text, passages, carries } = newText('甲')
      expect(await texts.open(row.id)).toEqual({ row, text, passages, carries })
      expect(await texts.list()).toEqual([row])
      expect(await texts.published()).toEqual({ revision: 0, texts: [] })
      const file = await texts.file(row.id)
      expect(file?.name).toBe('办法.docx')
      expect([...(file?.bytes ?? [])]).toEqual([0, 255, 1, 128])
    })

    test('published by a second person, it is what answers read, with its audit line', async () => {
      const { store } = subject()
      const done = await published(store, newText('甲'))
      expect(done).toMatchObject({
        revision: 1,
        row: { state: 'published', text: 't1', edition: 1, published: { by: li } },
      })
      const { says, text, passages, carries } = newText('甲')
      expect(await store.texts.published()).toEqual({
        revision: 1,
        texts: [{ id: 't1', edition: 1, ...says, text, passages, carries }],
      })
      const { rows } = await store.audit.list({ object: done.row.id, limit: 10 })
      expect(rows.map(({ who, what, note }) => [who, what, note])).toEqual([
        [li, 'text.published', 't1/1'],
        [zhang, 'text.proposed', undefined],
      ])
    })

    test('whoever proposed cannot publish, and nothing is left of the attempt', async () => {
      const { store } = subject()
      const row = await proposed(store, newText('甲'))
      expect(await store.texts.publish({ ...deed(row, zhang), seen: 0 })).toBe('same-person')
      expect(await store.texts.revision()).toBe(0)
      expect(await store.texts.list()).toEqual([row])
      expect((await store.audit.list({ limit: 10 })).rows.map(({ what }) => what)).toEqual(['text.proposed'])
    })

    test('the program may publish what it proposed only while the house has no account', async () => {
      const { store } = subject()
      const [one, two] = [
        await proposed(store, newText('甲'), 'system'),
        await proposed(store, newText('乙'), 'system'),
      ]
      expect(await store.texts.publish({ ...deed(one, 'system'), seen: 0 })).toMatchObject({ revision: 1 })
      const { rows } = await store.audit.list({ object: one.id, limit: 1 })
      expect(rows[0]).toMatchObject({
        who: 'system',
        what: 'text.published',
        note: expect.stringContaining('首次设置之前'),
      })
      await store.officers.add({ account: 'zhang', name: '张三', role: '政策', password: 'x' }, at)
      expect(await store.texts.publish({ ...deed(two, 'system'), seen: 1 })).toBe('set-up-over')
      expect(await store.texts.revision()).toBe(1)
    })

    test('a second publication of the same proposal does nothing', async () => {
      const { store } = subject()
      const done = await published(store, newText('甲'))
      expect(await store.texts.publish({ ...deed(done.row), seen: 1 })).toBe('over')
      expect((await store.texts.published()).texts).toHaveLength(1)
      expect(await store.texts.revision()).toBe(1)
    })

    test('of many who publish one proposal at once, one does', async () => {
      const { store, rival } = subject()
      const row = await proposed(store, newText('甲'))
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 ? store : rival).texts.publish({ ...deed(row, `officer:${n + 2}`), seen: 0 }),
        ),
      )
      expect(outcomes.filter((each) => typeof each === 'object')).toHaveLength(1)
      expect(await store.texts.revision()).toBe(1)
      expect((await store.texts.published()).texts).toHaveLength(1)
    })

    test('the same words are there once, whoever hands them in and however often at once', async () => {
      const { store, rival } = subject()
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, (_, n) => (n % 2 ? store : rival).texts.propose(newText('甲'), `officer:${n}`, at)),
      )
      expect(outcomes.filter((each) => each !== 'twice')).toHaveLength(1)
      const [row] = await store.texts.list()
      await store.texts.publish({ ...deed(row!, 'officer:9'), seen: 0 })
      expect(await store.texts.propose(newText('甲'), zhang, at)).toBe('twice')
    })

    test('words that were taken back may be handed in again', async () => {
      const { store } = subject()
      const row = await proposed(store, newText('甲'))
      expect(await store.texts.withdraw(deed(row, zhang))).toMatchObject({
        state: 'withdrawn',
        withdrawn: { by: zhang },
      })
      expect(await store.texts.withdraw({ ...deed(row), revision: 2 })).toBe('over')
      expect(await store.texts.revision()).toBe(0)
      expect((await proposed(store, newText('甲'))).id).not.toBe(row.id)
    })

    test('a new edition stands beside the old one, which ends the day before', async () => {
      const { store } = subject()
      await published(store, newText('甲'))
      const says = { ...newText('').says, from: '2026-07-01' }
      const next = await published(store, newText('乙', { says, follows: { text: 't1', edition: 1 } }))
      expect(next.row).toMatchObject({ text: 't1', edition: 2, follows: 1 })
      await published(store, newText('丙', { says: { ...says, title: '别的', from: '不详' } }))
      const { revision, texts } = await store.texts.published()
      expect(revision).toBe(3)
      expect(texts.map(({ id, edition, from, until }) => [id, edition, from, until])).toEqual([
        ['t1', 1, '2026-01-01', '2026-06-30'],
        ['t1', 2, '2026-07-01', undefined],
        ['t2', 1, undefined, undefined],
      ])
    })

    test('an edition taken down is read by nobody, its number is not given again, and the one before has no end', async () => {
      const { store } = subject()
      await published(store, newText('甲'))
      const follows = { text: 't1', edition: 1 }
      const says = { ...newText('').says, from: '2026-07-01' }
      const second = await published(store, newText('乙', { says, follows }))
      expect(await store.texts.withdraw(deed(second.row, zhang))).toMatchObject({ state: 'withdrawn', edition: 2 })
      const { revision, texts } = await store.texts.published()
      expect([revision, texts.map(({ edition, until }) => [edition, until])]).toEqual([3, [[1, undefined]]])
      expect((await published(store, newText('丙', { says, follows }))).row.edition).toBe(3)
    })

    test('what is judged against texts that have changed since is not published', async () => {
      const { store } = subject()
      const row = await proposed(store, newText('甲'))
      await published(store, newText('乙'))
      expect(await store.texts.publish({ ...deed(row), seen: 0 })).toBe('moved')
      expect(await store.texts.revision()).toBe(1)
      expect(await store.texts.publish({ ...deed(row), seen: 1 })).toMatchObject({ revision: 2 })
    })

    test.each(['title', 'region', 'authority', 'issuer', 'from'] as const)(
      'without its %s nothing is published',
      async (need) => {
        const { store } = subject()
        const { [need]: _, ...says } = newText('').says
        const row = await proposed(store, newText('甲', { says }))
        expect(row.missing).toEqual([need])
        expect(await store.texts.publish({ ...deed(row), seen: 0 })).toBe('missing')
        expect(await store.texts.revision()).toBe(0)
      },
    )

    test('the proposer completes a proposal; nobody else does, and nobody over an older view', async () => {
      const { store } = subject()
      const { title: _, ...says } = newText('').says
      const row = await proposed(store, newText('甲', { says }))
      const change = { ...deed(row, zhang), says: newText('').says, carries: { 'x.filing.1': ['a2'] } }
      expect(await store.texts.amend({ ...change, by: li })).toBe('other-person')
      const amended = await store.texts.amend(change)
      expect(amended).toMatchObject({ missing: [], carried: 1, revision: 2 })
      expect(await store.texts.amend(change)).toBe('stale')
      expect(await store.texts.publish({ ...deed(row), seen: 0 })).toBe('stale')
      expect(await store.texts.publish({ ...deed(row), revision: 2, seen: 0 })).toMatchObject({ revision: 1 })
      expect(await store.texts.amend({ ...change, revision: 3 })).toBe('over')
    })

    test('a wrong match is taken out, and a clause with none left is carried no more', async () => {
      const { store } = subject()
      const row = await proposed(store, newText('甲'))
      const struck = await store.texts.strike({ ...deed(row), clause: 'x.filing.1', passage: 'a1' })
      expect(struck).toMatchObject({ carried: 2, revision: 2 })
      expect(await store.texts.strike({ ...deed(row), clause: 'x.filing.2', passage: 'a2' })).toBe('stale')
      await store.texts.strike({ ...deed(row), revision: 2, clause: 'x.filing.2', passage: 'a2' })
      expect((await store.texts.open(row.id))?.carries).toEqual({ 'x.filing.1': ['a2'] })
    })

    test('of two who change one proposal at once, one does', async () => {
      const { store, rival } = subject()
      const row = await proposed(store, newText('甲'))
      const outcomes = await Promise.all([
        store.texts.strike({ ...deed(row), clause: 'x.filing.1', passage: 'a1' }),
        rival.texts.strike({ ...deed(row), clause: 'x.filing.2', passage: 'a2' }),
      ])
      expect(outcomes.map((each) => typeof each).sort()).toEqual(['object', 'string'])
      expect((await store.texts.open(row.id))?.row.revision).toBe(2)
    })

    test.each(['', 'p0', 'p99', 't1', "p1' or 1=1", `p${'9'.repeat(30)}`])('%j is no proposal', async (id) => {
      const { texts } = subject().store
      expect(await texts.open(id)).toBeUndefined()
      expect(await texts.file(id)).toBeUndefined()
      const nothing = { id, revision: 1, by: li, at }
      expect(await texts.publish({ ...nothing, seen: 0 })).toBe('absent')
      expect(await texts.withdraw(nothing)).toBe('absent')
      expect(await texts.strike({ ...nothing, clause: 'x', passage: 'a1' })).toBe('absent')
      expect(await texts.amend({ ...nothing, says: {}, carries: {} })).toBe('absent')
    })
  })
}
