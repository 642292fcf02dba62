import { describe, expect, it } from 'vitest'
import { fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { talk, tell, tellAll } from '../support/talk.ts'

describe('what is told at another question is put where it belongs', () => {
  talk(bot, 'who it was, at the question what happened', [
    ['我要匿名举报村支书', '=mode 匿名'],
    ['柳树村支书周大明', '=respondents[0].name 周大明', '=facts 无', '什么时候、在哪里、做了什么'],
  ])

  it('one more thing of the deed, at the question when', () => {
    const { text, state } = tellAll(bot, [
      '我要匿名举报村支书周大明',
      '低保给他侄子周强',
      '周强家三层楼还开着小车，我们村好几户真困难的没有',
    ])
    expect(JSON.stringify(state.frame?.answers['facts[0].what'])).toMatch(/低保.*三层楼.*没有/)
    expect(text).toMatch(/什么时候/)
  })

  it('what it rests on, at the question where', () => {
    const { state } = tellAll(bot, [
      '我要匿名举报村支书周大明',
      '去年春天他把低保给他侄子周强，我听村里人说的',
      '有公示栏的照片',
    ])
    expect(JSON.stringify(state.frame?.answers['facts[0].place'] ?? '无')).not.toContain('照片')
    expect(JSON.stringify(state.frame?.answers['evidence'])).toContain('公示栏的照片')
  })

  it('somebody who gives up at the question for the unit has not named one', () => {
    const { state, text } = tellAll(bot, [
      '我要匿名举报村支书周大明',
      '去年春天在村部他把低保给他侄子周强，我听村里人说的',
      '算了不敢了',
    ])
    expect(JSON.stringify(state.frame?.answers)).not.toContain('不敢')
    expect(text).toContain('留草稿')
  })
})

it('a question behind the deed does not lose the deed', () => {
  const offered = {
    ...fresh,
    aside: { id: 'start_choice', about: 'report', told: '村支书把低保给他侄子了咋办' },
  }
  const { state } = tell(bot, offered, '那填吧')
  expect(JSON.stringify(state.frame?.answers['facts[0].what'])).toContain('低保给他侄子')
  expect(JSON.stringify(state.frame?.answers)).not.toMatch(/"value":"[^"]*咋办/)
})

it('the wish once more, while the form is open, is heard as one to go on', () => {
  const { text } = tellAll(bot, ['我要举报', '我要举报'])
  expect(text).not.toMatch(/没太听明白|没听准/)
  expect(text).toMatch(/实名.*匿名/)
})

it.each(['行，写吧', '那就写吧', '我想好了，举报吧'])('a form offered some questions ago is opened by %s', (text) => {
  const offered = { ...fresh, aside: { id: 'start_choice', about: 'report', told: '村支书把低保给他侄子了' } }
  const { state } = tellAll(bot, ['要不要钱啊', '多久有答复', text], offered)
  expect(JSON.stringify(state.frame?.answers['facts[0].what'])).toContain('低保')
})

it('and not by words that only agree to what was said last', () => {
  const offered = { ...fresh, aside: { id: 'start_choice', about: 'report', told: '村支书把低保给他侄子了' } }
  expect(tellAll(bot, ['多久有答复', '好的'], offered).state.frame).toBeUndefined()
  expect(tellAll(bot, ['先不用', '写吧'], offered).state.frame).toBeUndefined()
})
