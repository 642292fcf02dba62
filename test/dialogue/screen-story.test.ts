import { expect, it } from 'vitest'
import { doors as written } from '../../bot/doors.ts'
import { type Door, screen } from '../../src/dialogue/index.ts'

const doors: readonly Door[] = written

it('a family quarrel told beside a question of ours turns nobody away', () => {
  const story =
    '我跟儿媳妇吵了一架，她骂我管闲事，我跟老伴也闹别扭。我二月份实名举报了队里的会计，上礼拜听说查完了。他们该几天给我回话？'
  expect(screen(doors, story)).toBeUndefined()
})

it('a child at school, told beside a question of ours, is no question about school', () => {
  const story = '活一直在推，纪委给设了三个月考验期。我天天在工地，孩子中考都没顾上接。考验期干好了能不能免？'
  expect(screen(doors, story)).toBeUndefined()
})

it('what is asked at the end of a story still stands at its door', () => {
  const story = '我去年实名举报了队里的会计，后来没有下文。这两天村里人看我眼神都不对。你帮我查查是谁举报的我？'
  expect(screen(doors, story)).toMatchObject({ kind: 'refused' })
})

it('danger told in the middle of a story is heard, whatever is asked at its end', () => {
  const story = '我实名举报了队里的会计，一直没有下文。我真的不想活了。到底几天给我回话？'
  expect(screen(doors, story)).toMatchObject({ kind: 'safety' })
})
