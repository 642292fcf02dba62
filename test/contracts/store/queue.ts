import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseQuery, NewCase } from '../../../src/runtime/index.ts'
import { at, deed, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const today = '2026-11-21'

/** Filed in this order, with these numbers; the queue must bring them in another. */
const filed: readonly (Partial<NewCase> & { readonly at: string })[] = [
  { at: '2026-11-20T09:00:00+08:00' }, // R-1001, no clock
  { at: '2026-11-20T10:00:00+08:00', due: '2026-11-28' }, // R-1002, the seventh day
  { at: '2026-11-20T11:00:00+08:00', due: '2026-11-21' }, // R-1003, today
  { at: '2026-11-20T12:00:00+08:00', due: '2026-11-20', kind: 'tolerance' }, // R-1004, overdue
  { at: '2026-11-19T08:00:00+08:00' }, // R-1005, no clock but oldest: of a day before, which is all a row knows
  { at: '2026-11-20T08:00:00+08:00', due: '2026-11-29', state: 'returned' }, // R-1006, the eighth day
]

const wang = { channel: 'web', person: 'wang' }

export function queueContract(subject: Subject): void {
  const list = (query: Partial<CaseQuery> = {}) => subject().store.cases.list({ today, limit: 50, ...query })
  const numbers = async (query: Partial<CaseQuery> = {}) => (await list(query)).rows.map((row) => row.number)

  describe('queue', () => {
    beforeEach(async () => {
      for (const [n, { at, ...more }] of filed.entries()) {
        const thread = { channel: 'web', person: `p${n}` }
        const newCase = handedIn(thread, `c${n}`, more)
        await subject().store.conversations.commit(turn(thread, `m${n}`, 0, { at, newCase }))
      }
    })

    test('cases come by due day, none last, then oldest first', async () => {
      expect(await numbers()).toEqual(['R-1004', 'R-1003', 'R-1002', 'R-1006', 'R-1005', 'R-1001'])
    })

    test('a row tells what there is to do and nothing of what was written or by whom', async () => {
      const { rows } = await list({ q: '1002' })
      expect(rows).toEqual([
        {
          ...{ id: 'c1', number: 'R-1002', kind: 'report', state: 'received', due: '2026-11-28' },
          ...{
            head: handedIn(wang, 'c1').sealed.head,
            keys: handedIn({ ...wang, person: 'p1' }, 'c1').sealed.body.keys,
          },
          ...{
            createdAt: filed[1]!.at.slice(0, 10),
            changedAt: filed[1]!.at.slice(0, 10),
            closed: false,
            answered: false,
          },
        },
      ])
    })

    test.each([
      ['overdue', ['R-1004']],
      ['today', ['R-1003']],
      ['week', ['R-1003', 'R-1002']],
      ['none', ['R-1005', 'R-1001']],
    ] as const)('due %s', async (due, expected) => {
      expect(await numbers({ due })).toEqual(expected)
    })

    test('state, kind, holder and open narrow the queue, and the total counts what is left', async () => {
      const { cases } = subject().store
      const claimed = await cases.claim('R-1003', '3', at)
      if (typeof claimed !== 'object') throw new Error('not claimed')
      await cases.save(deed(claimed, '3', 'k1', { closed: true, due: '2026-11-21' }))
      expect(await numbers({ state: 'returned' })).toEqual(['R-1006'])
      expect(await numbers({ kind: 'tolerance' })).toEqual(['R-1004'])
      expect(await numbers({ holder: '3' })).toEqual(['R-1003'])
      expect(await numbers({ open: false })).toEqual(['R-1003'])
      expect(await list({ open: true, limit: 2 })).toMatchObject({ total: 5, rows: { length: 2 } })
      expect(await list({ open: true, kind: 'nothing' })).toEqual({ rows: [], total: 0 })
    })

    test.each([
      ['1002', ['R-1002']],
      ['r-１００２', ['R-1002']],
      ['许昌', []],
      ['%', []],
      ['_', []],
      ['0%_', []],
      ['\\', []],
      ['一件事', []],
      ["' or 1=1 --", []],
      ['10\x0002', ['R-1002']],
    ])('looking for %j finds numbers only', async (q, expected) => {
      expect(await numbers({ q })).toEqual(expected)
    })

    test.each(['', '  ', '\0'])('looking for %j, which is nothing, finds everything', async (q) => {
      expect(await numbers({ q })).toHaveLength(6)
    })

    test('pages follow each other without a gap or a repeat, also while cases move', async () => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) })
        seen.push(...page.rows.map((row) => row.number))
        expect(page.total).toBe(6)
        cursor = page.next
        await subject().store.cases.claim(page.rows[0]!.number, '3', at)
      } while (cursor !== undefined)
      expect(seen).toEqual(await numbers())
    })

    test.each(['', 'x', 'bnVsbA', 'WzEsMiwzXQ', '💥'])('cursor %j is refused', async (cursor) => {
      await expect(list({ cursor })).rejects.toMatchObject({ code: 'badRequest' })
    })
  })
}
