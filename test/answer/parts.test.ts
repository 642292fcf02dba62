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

it.each([
  ['支书把修路款装自己兜里了，俺想知道能举报不', '支书把修路款装自己兜里了'],
  ['我们所长天天让司机接孩子上学，这种能反映吗', '我们所长天天让司机接孩子上学'],
])('the story told in one breath with its question goes with it: %s', (text, story) => {
  expect(partsOf(text)).toEqual([{ text: text.slice(story.length + 1), told: story }])
})

it.each(['处分影响期满了，还能提拔吗', '怎么申请澄清，我能自己写吗', '你好，请问错告怎么办'])(
  'what is no story stays one question: %s',
  (text) => {
    expect(partsOf(text)).toEqual([{ text, told: '' }])
  },
)
