import { describe, expect, test } from 'vitest'
import type { LogEntry, Task } from '../../../src/runtime/index.ts'
import { turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'wecom', person: 'wang' }
const says = (id: string, ...texts: string[]): readonly LogEntry[] =>
  texts.map((text, n) => ({ key: `${id}/${n}`, from: 'bot', say: { type: 'say', text } }))
const texts = (tasks: readonly Task[]) => tasks.map((task) => task.say.text)

export function outboxContract(subject: Subject): void {
  const commit = (person: string, id: string, revision: number, ...said: string[]) => {
    const write = turn({ ...wang, person }, id, revision, { push: true, log: says(id, ...said) })
    return subject().store.conversations.commit(write)
  }

  describe('outbox', () => {
    test('what is said is to be delivered where clients do not read the log, and what was heard is not', async () => {
      const { conversations, outbox } = subject().store
      const choices = [{ label: '是', value: '是' }]
      await conversations.commit(
        turn(wang, 'm1', 0, {
          push: true,
          log: [
            { key: 'k0', from: 'person', text: '在吗' },
            { key: 'k1', from: 'bot', say: { type: 'say', text: '在', choices }, case: 'c1' },
          ],
        }),
      )
      expect(await outbox.claim(5, 60)).toEqual([
        { ...wang, key: 'k1', say: { type: 'say', text: '在', choices }, case: 'c1', tries: 1, fence: 1 },
      ])
    })

    test('nothing is to be delivered where clients read the log', async () => {
      await subject().store.conversations.commit(turn(wang, 'm1', 0))
      expect(await subject().store.outbox.claim(5, 60)).toEqual([])
    })

    test('replies of one conversation come in order: the next one when the one before is done', async () => {
      const { outbox } = subject().store
      await commit('wang', 'm1', 0, '一', '二')
      await commit('wang', 'm2', 1, '三')
      await commit('li', 'm3', 0, '甲')
      const heads = await outbox.claim(5, 60)
      expect(texts(heads).sort()).toEqual(['一', '甲'])
      expect(await outbox.claim(5, 60)).toEqual([])
      let open = heads.find((task) => task.person === 'wang')
      for (const expected of ['二', '三']) {
        await outbox.finish(open!)
        const next = await outbox.claim(5, 60)
        expect(texts(next)).toEqual([expected])
        open = next[0]
      }
    })

    test('what waits after a failure is hurried when the person writes; what is in hand and what is dead is not', async () => {
      const { outbox } = subject().store
      for (const person of ['wang', 'li', 'zhao', 'sun']) await commit(person, `m-${person}`, 0, person)
      const tasks = await outbox.claim(5, 60)
      const of = (person: string) => tasks.find((task) => task.person === person)!
      await outbox.retry(of('wang'), 3600, 'closed')
      await outbox.retry(of('li'), 3600, 'closed')
      await outbox.retry(of('zhao'), 0, 'left', true)
      for (const person of ['wang', 'zhao', 'sun', 'nobody']) await outbox.hurry({ ...wang, person })
      expect(texts(await outbox.claim(5, 60))).toEqual(['wang'])
      await outbox.hurry(wang)
      expect(await outbox.claim(5, 60)).toEqual([])
    })

    test('a worker whose lease ran out can neither finish nor give back what another one holds', async () => {
      const { outbox } = subject().store
      await commit('wang', 'm1', 0, '一')
      const [slow] = await outbox.claim(1, 0)
      const [quick] = await outbox.claim(1, 60)
      expect(quick).toMatchObject({ key: slow!.key, tries: 2 })
      await expect(outbox.finish(slow!)).rejects.toMatchObject({ code: 'stale' })
      await expect(outbox.retry(slow!, 0, 'timeout')).rejects.toMatchObject({ code: 'stale' })
      await outbox.finish(quick!)
      await expect(outbox.finish(quick!)).rejects.toMatchObject({ code: 'stale' })
      expect(await outbox.claim(5, 60)).toEqual([])
    })

    test('a reply given back waits as long as it was told to', async () => {
      const { outbox } = subject().store
      await commit('wang', 'm1', 0, '一', '二')
      const [task] = await outbox.claim(5, 60)
      await outbox.retry(task!, 0, 'busy')
      const [again] = await outbox.claim(5, 60)
      expect(again).toMatchObject({ key: task!.key, tries: 2 })
      await outbox.retry(again!, 3600, 'busy')
      expect(await outbox.claim(5, 60)).toEqual([])
    })

    test('an undeliverable reply stays to be seen and holds up nothing', async () => {
      const { outbox } = subject().store
      await commit('wang', 'm1', 0, '一', '二')
      const [task] = await outbox.claim(5, 60)
      await outbox.retry(task!, 0, 'blocked', true)
      expect(texts(await outbox.claim(5, 60))).toEqual(['二'])
      expect(texts(await outbox.dead())).toEqual(['一'])
    })

    test('ten workers share a hundred replies and none of them twice', async () => {
      const { store, rival } = subject()
      await Promise.all(Array.from({ length: 100 }, (_, n) => commit(`p${n}`, `m${n}`, 0, `${n}`)))
      const shares = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? store : rival).outbox.claim(15, 60)),
      )
      const keys = [...shares.flat(), ...(await store.outbox.claim(200, 60))].map((task) => task.key)
      expect(keys).toHaveLength(100)
      expect(new Set(keys).size).toBe(100)
    })
  })
}
