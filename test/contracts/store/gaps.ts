import { describe, expect, test } from 'vitest'
import type { GapNote } from '../../../src/runtime/index.ts'
import { turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function gapsContract(subject: Subject): void {
  describe('gaps', () => {
    test('a question is counted however it is spaced and marked, and the most asked comes first', async () => {
      const { conversations, gaps } = subject().store
      const asked = ['年休假怎么算', '公车 私用？', '公车私用', '「公车私用」！', '年休假怎么算？', '公车私用 ']
      const ask = (question: string, n: number) => {
        const write = turn({ channel: 'web', person: `p${n}` }, `m${n}`, 0, { gaps: [{ question, why: 'no-match' }] })
        return conversations.commit({ ...write, at: `2026-11-21T09:00:0${n}+08:00` })
      }
      for (const [n, question] of asked.entries()) await ask(question, n)
      const silent = { downs: 0, ups: 0, reasons: [] }
      expect(await gaps.list(5)).toEqual([
        { question: '公车 私用？', why: 'no-match', count: 4, lastAt: '2026-11-21', ...silent },
        { question: '年休假怎么算', why: 'no-match', count: 2, lastAt: '2026-11-21', ...silent },
      ])
      expect(await gaps.list(1)).toHaveLength(1)
    })

    const note = (n: number, notes: readonly GapNote[]) => {
      const write = turn({ channel: 'web', person: `p${n}` }, `m${n}`, 0, { gaps: notes })
      return subject().store.conversations.commit({ ...write, at: `2026-11-21T09:00:0${n}+08:00` })
    }

    test('an answer that was no help counts up the gap of its question, with the reasons people chose', async () => {
      const down = (reason?: string) =>
        ({ question: '湘乡的清单', why: 'thumbs-down', ...(reason === undefined ? {} : { reason }) }) as const
      await note(1, [{ question: '湘乡的清单？', why: 'name-only' }])
      await note(2, [down('没条文')])
      await note(3, [down('看不懂')])
      await note(4, [down('没条文'), down()])
      expect(await subject().store.gaps.list(5)).toEqual([
        {
          question: '湘乡的清单？',
          why: 'name-only',
          count: 5,
          lastAt: '2026-11-21',
          downs: 4,
          ups: 0,
          reasons: [
            { reason: '没条文', count: 2 },
            { reason: '看不懂', count: 1 },
          ],
        },
      ])
    })

    test('praise is counted beside the gap and makes none; a later thumbs-down tells the reason', async () => {
      const { gaps } = subject().store
      await note(1, [{ question: '影响期多长', why: 'thumbs-up' }])
      expect(await gaps.list(5)).toEqual([])
      await note(2, [{ question: '影响期多长', why: 'thumbs-down', reason: '没答到点上' }])
      await note(3, [{ question: '影响期多长', why: 'thumbs-up' }])
      expect(await gaps.list(5)).toMatchObject([
        { why: 'thumbs-down', count: 1, ups: 2, downs: 1, lastAt: '2026-11-21' },
      ])
      await note(4, [{ question: '影响期多长', why: 'no-match' }])
      expect(await gaps.list(5)).toMatchObject([{ why: 'no-match', count: 2 }])
    })

    test('a reason longer than any choice is somebody’s own words and is not kept', async () => {
      await note(1, [{ question: '问', why: 'thumbs-down', reason: '我是某局的某某，你答的不对，电话打给我' }])
      expect(await subject().store.gaps.list(5)).toMatchObject([{ reasons: [{ reason: '别的', count: 1 }] }])
    })

    test('a question asked from many sides at once is counted each time', async () => {
      const { store, rival } = subject()
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => {
          const questions = n % 2 ? ['甲', '乙'] : ['乙', '甲']
          const gaps = questions.map((question) => ({ question, why: 'no-match' as const }))
          return (n % 3 ? store : rival).conversations.commit(
            turn({ channel: 'web', person: `p${n}` }, `m${n}`, 0, { gaps }),
          )
        }),
      )
      expect((await store.gaps.list(5)).map((gap) => gap.count)).toEqual([20, 20])
    })
  })
}
