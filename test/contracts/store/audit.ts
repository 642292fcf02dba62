import { describe, expect, test } from 'vitest'
import { at } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function auditContract(subject: Subject): void {
  describe('audit', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ who: 'officer:3', what: 'case.viewed', object: `R-${n % 2}` }))

    test('lines come back newest first, by page and by object', async () => {
      const { audit } = subject().store
      await audit.append([{ who: 'system', what: 'started', note: '0.1.0' }], at)
      await audit.append(lines(4), at)
      const first = await audit.list({ limit: 3 })
      expect(first.rows.map((row) => row.object)).toEqual(['R-1', 'R-0', 'R-1'])
      const second = await audit.list({ limit: 3, cursor: first.next! })
      expect(second.rows).toEqual([
        { who: 'officer:3', what: 'case.viewed', object: 'R-0', at, seq: expect.any(Number) },
        { who: 'system', what: 'started', note: '0.1.0', at, seq: expect.any(Number) },
      ])
      expect(second.next).toBeUndefined()
      expect((await audit.list({ object: 'R-1', limit: 9 })).rows).toHaveLength(2)
      await expect(audit.list({ limit: 3, cursor: 'x' })).rejects.toMatchObject({ code: 'badRequest' })
    })

    test('not even somebody with the database’s password changes or deletes a line', async () => {
      const { store, run } = subject()
      await store.audit.append(lines(2), at)
      const before = await store.audit.list({ limit: 9 })
      await expect(run(`update audit set who = 'officer:4'`)).rejects.toThrow('append-only')
      await expect(run('delete from audit')).rejects.toThrow('append-only')
      expect(await store.audit.list({ limit: 9 })).toEqual(before)
    })
  })
}
