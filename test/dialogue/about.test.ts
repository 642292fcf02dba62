import { expect, it } from 'vitest'
import { about } from '../../bot/about.ts'
import { fears } from '../../bot/fears.ts'
import { fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { tell, tellAll } from '../support/talk.ts'

const says = (id: string) =>
  about.find((one) => one.id === id)?.says[0] ?? fears.find((one) => one.id === id)?.says[0]?.text ?? id

it.each([
  ['你能干啥', 'able'],
  ['请问您能帮我做什么？', 'able'],
  ['怎么用', 'able'],
  ['你说的准不准', 'reliable'],
  ['你讲的靠得住吗', 'reliable'],
  ['靠谱不', 'reliable'],
  ['你不会是瞎编的吧', 'reliable'],
  ['收费吗', 'cost'],
  ['在这问要不要钱', 'cost'],
  ['我说的话会被记录吗', 'kept'],
  ['聊天记录你们保存吗', 'kept'],
  ['会不会有人知道我来问过', 'seen'],
  ['我写的这些谁能看到', 'seen'],
  ['俺不会打字', 'typing'],
  ['你听得懂方言吗', 'typing'],
  ['我怕得很', 'afraid'],
  ['不敢说', 'afraid'],
])('%s is a question about the assistant', (text, id) => {
  expect(tellAll(bot, [text]).text).toContain(says(id))
})

it.each([
  '你们的处分决定准不准许复议',
  '举报收费吗',
  '村长收钱了你们管不管',
  '谈话的时候会不会录音',
  '我举报他会不会有人知道是我',
  '会议纪要要保存几年',
  '我不敢说是谁收了多少钱但是村里都在传',
  '容错备案收钱不',
  '刚才说错了，是班子定的',
  '你说错了，我是南阳的',
  '举报信写错了有依据吗',
])('%s is about the matter and not about the assistant', (text) => {
  const { text: told } = tellAll(bot, [text])
  for (const { says } of about) expect(told).not.toContain(says[0])
})

it('in a form it is answered, and the question that was open follows', () => {
  const { text, state } = tellAll(bot, ['我要举报村长', '这个收费不'])
  expect(text).toContain(says('cost'))
  expect(text).toMatch(/实名.*匿名/)
  expect(state.frame?.answers['mode']).toBeUndefined()
})

it.each(['会不会有人知道我来问过', '我说的话会被记录吗', '我怕得很'])(
  'where the channel knows who writes, nothing else is promised: %s',
  (text) => {
    const { text: told } = tell(bot, fresh, text, undefined, { knownBy: '企业微信' })
    expect(told).toContain('企业微信认得您')
    expect(told).not.toMatch(/不问您是谁，日志|名字可以不留|\{by\}/)
  },
)

it('somebody who is only afraid is asked what of, and every choice leads to an answer', () => {
  const { say } = tellAll(bot, ['我害怕'])
  expect(say?.choices?.map(({ label }) => label)).toEqual(fears.find(({ id }) => id === 'afraid')?.choices)
})
