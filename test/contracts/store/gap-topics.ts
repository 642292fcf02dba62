import { describe, expect, test } from 'vitest'
import type {
  GapNote,
  GapTopic,
  Placement,
  Sorted,
  Store,
  TopicStanding,
  Unsorted,
} from '../../../src/runtime/index.ts'
import { at, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

/** Questions that begin with the same two characters are one: what is tested here is keeping, not thinking. */
function byHead(topics: readonly Sorted[], unsorted: readonly Unsorted[]): readonly Placement[] {
  const head = (text: string) => text.slice(0, 2)
  const opened = new Map<string, string>()
  return unsorted.map(({ key, question, about }): Placement => {
    const joined = topics.find(({ wordings }) => wordings.some((each) => head(each) === head(question)))
    if (joined) return { key, type: 'joins', id: joined.id }
    const like = opened.get(head(question))
    if (like !== undefined) return { key, type: 'follows', like }
    opened.set(head(question), key)
    return { key, type: 'opens', place: '', ...(about === undefined ? {} : { about }) }
  })
}

export function gapTopicsContract(subject: Subject): void {
  describe('topics of gaps', () => {
    let asked = 0
    const ask = async (question: string, more: Partial<GapNote> = {}, day = '2026-11-21') => {
      const n = ++asked
      const gaps = [{ question, why: 'no-match', ...more } as const]
      const write = turn({ channel: 'web', person: `asker${n}` }, `gap${n}`, 0, { gaps })
      await subject().store.conversations.commit({ ...write, at: `${day}T09:41:07+08:00` })
    }
    const sort = (store: Store = subject().store) => store.gaps.sort(byHead, at)
    const topics = () => subject().store.gaps.topics({ limit: 50 })
    const first = async (): Promise<GapTopic> => (await topics())[0]!
    const audit = (what: string, object: string) => ({ who: 'officer:1', what, object })
    const write = (topic: GapTopic, standing: Partial<TopicStanding>, what = 'gap.given') => ({
      id: topic.id,
      revision: topic.revision,
      standing: { state: topic.state, since: topic.since, reopened: topic.reopened, ...standing },
      audit: audit(what, topic.id),
      at,
    })
    const lines = async (object: string) =>
      (await subject().store.audit.list({ object, limit: 20 })).rows.map(({ what }) => what)
    const closed = (closing: NonNullable<TopicStanding['closing']>) => ({ state: 'closed', closing, since: 0 }) as const

    test('questions are sorted once, the most asked names its topic, and all that was counted is counted there', async () => {
      await ask('年假几天')
      await ask('公车能私用吗')
      await ask('公车接孩子', { why: 'thumbs-down', reason: '看不懂' })
      await ask('公车能私用吗？')
      await ask('公车接孩子', { why: 'thumbs-up' })
      await ask('只有表扬', { why: 'thumbs-up' })
      expect(await sort()).toBe(3)
      expect(await sort()).toBe(0)
      const [car, leave, ...none] = await topics()
      expect(none).toEqual([])
      expect(car).toMatchObject({ question: '公车能私用吗', state: 'open', count: 3, downs: 1, ups: 1, revision: 1 })
      expect(car).toMatchObject({ since: 0, reopened: 0, firstOn: '2026-11-21', lastOn: '2026-11-21', unkept: 0 })
      expect(car?.whys).toEqual([
        { why: 'no-match', count: 2 },
        { why: 'thumbs-down', count: 1 },
      ])
      expect(car?.reasons).toEqual([{ reason: '看不懂', count: 1 }])
      expect(car?.wordings.map(({ question, count }) => [question, count])).toEqual([
        ['公车能私用吗', 2],
        ['公车接孩子', 1],
      ])
      expect(leave).toMatchObject({ question: '年假几天', count: 1 })
      expect(await subject().store.gaps.topic(leave!.id)).toEqual(leave)
      expect(await subject().store.gaps.topic('Q-9')).toBeUndefined()
    })

    test('the same words asked in two places are two questions, and what was hit by name only is kept', async () => {
      await ask('清单有哪些', { place: '许昌市' })
      await ask('清单有哪些', { place: '南阳市' })
      await ask('指导性案例', { why: 'name-only', about: 'nat.guidecase.11' })
      expect((await subject().store.gaps.list(9)).map(({ place }) => place)).toEqual(
        expect.arrayContaining(['许昌市', '南阳市', undefined]),
      )
      await sort()
      expect((await topics()).find(({ about }) => about)).toMatchObject({ about: 'nat.guidecase.11' })
    })

    test('a handful of wordings is kept; what more is asked is counted and its words are dropped', async () => {
      for (let n = 0; n < 11; n++) await ask(`公车第${n}问`)
      await sort()
      const topic = await first()
      expect(topic).toMatchObject({ count: 11, unkept: 3 })
      expect(topic.wordings).toHaveLength(8)
      await ask('公车第12问')
      for (let n = 0; n < 11; n++) await ask(`公车第${n}问`)
      await sort()
      const later = await first()
      expect(later).toMatchObject({ count: 23, unkept: 4 })
      expect(later.question).toBe(topic.question)
      expect(later.wordings.map(({ question }) => question).sort()).toEqual(
        topic.wordings.map(({ question }) => question).sort(),
      )
    })

    test('neither a time of day, nor a channel, nor a person is in the tables of the ledger', async () => {
      await ask('公车能私用吗')
      await sort()
      const topic = await first()
      await subject().store.gaps.save(write(topic, { state: 'given', holder: '1', givenOn: '2026-11-21' }))
      const kept = JSON.stringify([await topics(), await subject().store.gaps.list(9)])
      expect(kept).not.toMatch(/09:41|T09|web|asker/)
    })

    test('is given and closed, each with its audit line; whoever looked at an older revision is told and changes nothing', async () => {
      await ask('公车能私用吗')
      await sort()
      const seen = await first()
      const { gaps } = subject().store
      expect(await gaps.save(write(seen, { state: 'given', holder: '7', givenOn: '2026-11-21' }))).toBe('done')
      expect(await subject().rival.gaps.save(write(seen, { state: 'given', holder: '8' }))).toBe('stale')
      const given = await first()
      expect(given).toMatchObject({ state: 'given', holder: '7', givenOn: '2026-11-21', revision: 2 })
      const closing = { type: 'text', text: 'nat.car', on: '2026-11-22' } as const
      expect(await gaps.save(write(given, { ...closed(closing), holder: '7' }, 'gap.closed'))).toBe('done')
      expect(await first()).toMatchObject({ state: 'closed', closing, holder: '7' })
      expect(await gaps.save(write({ ...seen, id: 'Q-9' }, {}))).toBe('absent')
      expect(await lines(seen.id)).toEqual(['gap.closed', 'gap.given'])
      for (const [state, count] of [
        ['closed', 1],
        ['open', 0],
        ['given', 0],
      ] as const)
        expect(await gaps.topics({ state, limit: 9 })).toHaveLength(count)
    })

    test('of two officers who act at once on one revision exactly one wins', async () => {
      await ask('公车能私用吗')
      await sort()
      const seen = await first()
      const { store, rival } = subject()
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 ? store : rival).gaps.save(write(seen, { state: 'given', holder: `${n}` })),
        ),
      )
      expect(results.filter((result) => result === 'done')).toHaveLength(1)
      expect(await lines(seen.id)).toEqual(['gap.given'])
    })

    test('closed by a text it opens by itself when the same is asked again, and counts what is asked since', async () => {
      await ask('公车能私用吗')
      await sort()
      const closing = { type: 'text', text: 'nat.car', on: '2026-11-22' } as const
      await subject().store.gaps.save(write(await first(), { ...closed(closing), holder: '7' }, 'gap.closed'))
      await ask('公车能私用吗', { why: 'thumbs-up' })
      expect(await first()).toMatchObject({ state: 'closed', since: 0 })
      await ask('公车能私用吗', {}, '2026-11-25')
      expect(await first()).toMatchObject({ state: 'given', holder: '7', closing, since: 1, reopened: 1, revision: 3 })
      await ask('公车能私用吗', { why: 'thumbs-down' }, '2026-11-25')
      expect(await first()).toMatchObject({ since: 2, reopened: 1, lastOn: '2026-11-25' })
      const { id } = await first()
      expect(await lines(id)).toEqual(['gap.reopened', 'gap.closed'])
    })

    test('it opens, too, when it is asked again in other words', async () => {
      await ask('公车能私用吗')
      await sort()
      const closing = { type: 'text', text: 'nat.car', on: '2026-11-22' } as const
      await subject().store.gaps.save(write(await first(), closed(closing), 'gap.closed'))
      await ask('公车接孩子')
      await ask('公车接孩子')
      await sort()
      expect(await first()).toMatchObject({ state: 'open', count: 3, since: 2, reopened: 1 })
    })

    test('closed by a note it stays closed until five more have asked', async () => {
      await ask('公车能私用吗')
      await sort()
      const closing = { type: 'note', note: '不归这里管', on: '2026-11-22' } as const
      await subject().store.gaps.save(write(await first(), closed(closing), 'gap.closed'))
      for (let n = 0; n < 4; n++) await ask('公车能私用吗')
      expect(await first()).toMatchObject({ state: 'closed', closing, since: 4 })
      await ask('公车能私用吗')
      expect(await first()).toMatchObject({ state: 'open', closing, since: 5 })
    })

    test('a wording moved to a topic of its own stays there, and what is asked like it follows', async () => {
      for (const question of ['公车能私用吗', '公车能私用吗', '公车封存', '年假几天']) await ask(question)
      await sort()
      const car = await first()
      const key = car.wordings.find(({ question }) => question === '公车封存')!.key
      const move = { from: car.id, revision: car.revision, wordings: [key], audit: audit('gap.moved', car.id), at }
      const { gaps } = subject().store
      const moved = await gaps.move(move)
      if (typeof moved !== 'object') throw new Error(moved)
      expect(await gaps.move(move)).toBe('stale')
      expect(await gaps.topic(moved.to)).toMatchObject({ question: '公车封存', count: 1, state: 'open' })
      await ask('公车封存')
      await sort()
      expect(await gaps.topic(moved.to)).toMatchObject({ count: 2 })
      expect(await gaps.topic(car.id)).toMatchObject({ count: 2, question: '公车能私用吗' })
      expect((await subject().store.audit.list({ object: car.id, limit: 1 })).rows).toMatchObject([
        { what: 'gap.moved', note: moved.to },
      ])
    })

    test('two topics become one with all their counts; a topic that is not there takes nothing', async () => {
      for (const question of ['公车能私用吗', '公车能私用吗', '年假几天', '年假多少天']) await ask(question)
      await sort()
      const [one, other] = await topics()
      const move = { from: other!.id, revision: 1, wordings: 'all', audit: audit('gap.moved', other!.id), at } as const
      const { gaps } = subject().store
      for (const to of ['Q-9', other!.id]) expect(await gaps.move({ ...move, to })).toBe('absent')
      expect(await topics()).toHaveLength(2)
      expect(await gaps.move({ ...move, to: one!.id })).toEqual({ to: one!.id })
      expect(await topics()).toMatchObject([{ id: one!.id, count: 4, revision: 2 }])
      // What joins the words that went follows them, and the empty topic takes nothing more.
      await ask('年假折钱')
      await sort()
      expect(await topics()).toMatchObject([{ id: one!.id, count: 5 }])
    })

    test('what came of asking once more is kept with its day', async () => {
      await ask('公车能私用吗')
      await sort()
      const { id } = await first()
      await subject().store.gaps.tried(id, 'grounded', audit('gap.tried', id), at)
      expect(await first()).toMatchObject({ tried: { outcome: 'grounded', on: at.slice(0, 10) } })
      expect(await lines(id)).toEqual(['gap.tried'])
    })

    test('programs that sort at once open each topic once', async () => {
      for (let n = 0; n < 12; n++) await ask(`${'甲乙丙丁'[n % 4]}事${n}`)
      const { store, rival } = subject()
      const sorted = await Promise.all([store, rival, store, rival].map((each) => sort(each)))
      expect(sorted.reduce((a, b) => a + b)).toBe(12)
      expect((await topics()).map(({ count }) => count)).toEqual([3, 3, 3, 3])
    })

    test('questions asked from many sides while they are sorted are all counted', async () => {
      await ask('公车能私用吗')
      await sort()
      const { store, rival } = subject()
      await Promise.all([
        ...Array.from({ length: 12 }, (_, n) => ask(n % 2 ? '公车能私用吗' : `公车第${n % 4}问`)),
        sort(store),
        sort(rival),
      ])
      await sort()
      expect((await first()).count).toBe(13)
    })
  })
}
