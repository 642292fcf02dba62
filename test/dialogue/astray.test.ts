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

describe('somebody who goes on telling, whatever is asked', () => {
  talk(bot, 'loses nothing of it, and is asked the same again', [
    ['我要举报我们支书，他把俺家地占了三分盖鸡棚', '=facts[0].what 他把俺家地占了三分盖鸡棚', '=facts[0].amount 无'],
    ['前年秋上', '=facts[0].time 2024-09-01~2024-11-30', '=mode 无', '实名，还是匿名'],
    ['不给钱 俺去要他还骂俺', '实名，还是匿名', '=mode 无'],
    ['亲眼看的', '=facts[0].known_by 亲见'],
    ['匿名', '=mode 匿名'],
  ])

  it('the sum told with the time is kept', () => {
    const { state } = tellAll(bot, ['我要匿名举报会计刘三', '村里奖励款被会计扣了', '2024年10月，三千块，说是公用了'])
    expect(state.frame?.answers['facts[0].amount']).toMatchObject({ value: { min: 3000, max: 3000 } })
    expect(state.frame?.answers['facts[0].known_by']).toBeUndefined()
  })
})

describe('what becomes of a report that was handed in', () => {
  it.each(['我想撤回之前的举报', '举报能撤回吗', '交上去的材料我想撤回'])('%s opens no form', (text) => {
    const { text: told, state } = tellAll(bot, [text])
    expect(state.frame).toBeUndefined()
    expect(told).toContain('已经交了的，我这里撤不回来')
  })

  it.each(['我那个举报写错了一个日子咋改', '举报材料漏写了一个人怎么补'])(
    '%s is told how, and of no accusation',
    (text) => {
      const { text: told } = tellAll(bot, [text])
      expect(told).toContain('改过来就好')
      expect(told).not.toMatch(/诬告|刑/)
    },
  )

  it('who does not know whether to speak is asked in', () => {
    expect(tellAll(bot, ['有个事不晓得该不该说']).text).toContain('您先说给我听听')
  })
})
