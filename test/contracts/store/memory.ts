import { describe, expect, test } from 'vitest'
import type { Subject } from './subject.ts'

export function memoryContract(subject: Subject): void {
  describe('memory', () => {
    test('what was never kept is absent at revision 0', async () => {
      expect(await subject().store.memory.recall('teams', 'a')).toEqual({ revision: 0 })
    })

    test('a value is recalled as it was kept, apart for each channel and key', async () => {
      const { memory } = subject().store
      expect(await memory.keep('teams', 'a', '{"𠮷":1}', 0)).toBe('kept')
      expect(await memory.keep('kf', 'a', 'other', 0)).toBe('kept')
      expect(await memory.recall('teams', 'a')).toEqual({ value: '{"𠮷":1}', revision: 1 })
      expect(await memory.recall('kf', 'a')).toEqual({ value: 'other', revision: 1 })
      expect(await memory.recall('teams', 'b')).toEqual({ revision: 0 })
    })

    test('of ten who keep at once from one revision, one does', async () => {
      const { memory } = subject().store
      for (const revision of [0, 1]) {
        const all = await Promise.all(
          Array.from({ length: 10 }, (_, n) => memory.keep('kf', 'cursor', `${n}`, revision)),
        )
        expect(all.filter((one) => one === 'kept')).toHaveLength(1)
        expect(await memory.recall('kf', 'cursor')).toEqual({ value: `${all.indexOf('kept')}`, revision: revision + 1 })
      }
    })

    test('what is forgotten is absent, and its old revision keeps nothing any more', async () => {
      const { memory } = subject().store
      await memory.keep('kf', 'cursor', 'x', 0)
      await memory.forget('kf', 'cursor')
      await memory.forget('kf', 'never')
      expect(await memory.recall('kf', 'cursor')).toEqual({ revision: 2 })
      expect(await memory.recall('kf', 'never')).toEqual({ revision: 0 })
      expect(await memory.keep('kf', 'cursor', 'late', 0)).toBe('stale')
      expect(await memory.keep('kf', 'cursor', 'late', 1)).toBe('stale')
      expect(await memory.keep('kf', 'cursor', 'now', 2)).toBe('kept')
    })

    test('a value too long to be an address is an error', async () => {
      await expect(subject().store.memory.keep('kf', 'a', 'x'.repeat(16_385), 0)).rejects.toThrow(RangeError)
    })
  })
}
