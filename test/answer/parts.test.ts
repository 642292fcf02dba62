import { expect, it } from 'vitest'
import { partsOf } from '../../src/answer/parts.ts'

it('a story goes with its question and is no question of its own', () => {
  expect(partsOf('队里修桥花了不少钱，会计把账本锁起来了。我跟他要过两回没给看。这事该找谁反映？')).toEqual([
    { text: '这事该找谁反映', told: '队里修桥花了不少钱，会计把账本锁起来了，我跟他要过两回没给看' },
  ])
})

it('two questions stay two, each with the story', () => {
  const parts = partsOf('我上个月寄了一封实名信，到今天没有人联系我。受理要几天告诉我？查完又要几天？')
  expect(parts.map(({ text }) => text)).toEqual(['受理要几天告诉我', '查完又要几天'])
  expect(parts.every(({ told }) => told.includes('实名信'))).toBe(true)
})
