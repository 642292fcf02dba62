import { expect, it } from 'vitest'
import { bot } from '../support/bot.ts'
import { tell, tellAll } from '../support/talk.ts'

it.each([
  ['我在许昌', '许昌'],
  ['许昌的', '许昌'],
  ['俺是南阳人', '南阳'],
  ['我在洛阳', '洛阳'],
])('%s is kept as the place for the questions that follow', (text, area) => {
  expect(tellAll(bot, [text]).state.area).toBe(area)
})

it('a place asked about is not taken for where somebody is', () => {
  expect(tellAll(bot, ['许昌备案要走几步']).state.area).toBeUndefined()
})

it('says honestly that nothing local is held', () => {
  expect(tellAll(bot, ['我是洛阳的']).text).toContain('没有洛阳自己的规定')
})

it('a place named after an answer asks the same for that place, and does not open the form that was offered', () => {
  const before = tellAll(bot, ['我要查一条规定'])
  const answered = { question: '哪些情形可以容错', cites: [] }
  const told = tell(
    bot,
    { ...before.state, last: answered, aside: { id: 'start_choice', about: 'tolerance-check' } },
    '许昌的',
  )
  expect(told.state.frame).toBeUndefined()
  expect(told.state.area).toBe('许昌')
  expect(told.effects[0]).toMatchObject({ type: 'search', area: '许昌', before: answered })
  expect(told.text).toContain('（答复）')
})
