import { describe, expect, test } from 'vitest'
import { fileCases, raceForCases } from '../../support/claims.ts'
import { at, deed } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function claimsContract(subject: Subject): void {
  const fileOne = async () => (await fileCases(subject().store, 1))[0]!
  const claim = async (number: string, officer: string) => {
    const claimed = await subject().store.cases.claim(number, officer, at)
    if (typeof claimed !== 'object') throw new Error(`not claimed: ${claimed}`)
    return claimed
  }

  describe('claims', () => {
    test('fifty officers over a thousand cases: each is held by the one who was told so', async () => {
      const { store, rival } = subject()
      const numbers = await fileCases(store, 1000)
      const { winners } = await raceForCases([store, rival], 50, numbers)
      expect([...winners.values()].filter((officers) => officers.length !== 1)).toEqual([])
      const held = await Promise.all(numbers.map((number) => store.cases.byNumber(number)))
      expect(held.map((each) => each?.holder)).toEqual(numbers.map((number) => winners.get(number)?.[0]))
    }, 60_000)

    test('fifty officers over one case: one wins', async () => {
      const { store, rival } = subject()
      const number = await fileOne()
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, n) => (n % 2 ? store : rival).cases.claim(number, String(n), at)),
      )
      expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(49)
      expect(outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(1)
    })

    test('claiming again what one holds changes nothing', async () => {
      const number = await fileOne()
      const first = await claim(number, '3')
      expect(first).toMatchObject({ holder: '3', fence: 1 })
      expect(await claim(number, '3')).toEqual(first)
    })

    test('a case given back is free; who gave it back no longer has a say', async () => {
      const { cases } = subject().store
      const mine = await claim(await fileOne(), '3')
      const free = await cases.release(mine.number, '3', mine.fence, at)
      expect(free).toMatchObject({ fence: mine.fence + 1 })
      expect(free).not.toHaveProperty('holder')
      expect(await cases.save(deed(mine, '3', 'k1'))).toBe('lost')
      expect(await cases.release(mine.number, '3', mine.fence, at)).toBe('lost')
      expect(await claim(mine.number, '4')).toMatchObject({ holder: '4', fence: mine.fence + 2 })
    })

    test('an officer who held, gave back and holds again can do nothing with the old claim', async () => {
      const { cases } = subject().store
      const before = await claim(await fileOne(), '3')
      await cases.release(before.number, '3', before.fence, at)
      const now = await claim(before.number, '3')
      const late = deed({ ...now, fence: before.fence }, '3', 'k1')
      expect(await cases.save(late)).toBe('lost')
      expect(await cases.release(now.number, '3', before.fence, at)).toBe('lost')
      expect(await cases.save({ ...late, fence: now.fence })).toBe('done')
    })

    test('nobody but the holder writes or gives back', async () => {
      const { cases } = subject().store
      const mine = await claim(await fileOne(), '3')
      expect(await cases.save(deed(mine, '4', 'k1'))).toBe('lost')
      expect(await cases.release(mine.number, '4', mine.fence, at)).toBe('lost')
      expect((await cases.byNumber(mine.number))?.holder).toBe('3')
    })

    test('a case that does not exist is absent', async () => {
      const { cases } = subject().store
      expect(await cases.claim('R-9', '3', at)).toBe('absent')
      expect(await cases.release('R-9', '3', 1, at)).toBe('absent')
      expect(await cases.byNumber('R-9')).toBeUndefined()
    })
  })
}
