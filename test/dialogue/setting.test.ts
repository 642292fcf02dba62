import { describe, expect, it } from 'vitest'
import { checkDigit, groupReceipt } from '../../src/base/index.ts'
import { type Conversation, fresh, type Setting, step } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { AT, DRAFT_CODE, talk, tell, tellAll } from '../support/talk.ts'

const RECEIPT = groupReceipt(`1234567890123456789${checkDigit('1234567890123456789')}`)
const web = 'https://qingwen.example.cn/'
const known: Setting = { knownBy: 'Teams', web }
const group: Setting = { ...known, overheard: true }
const story = '我要匿名举报柳树镇柳树村村支书周明，去年8月他让人把修村道的两车水泥拉回家盖房'

describe('where the channel knows who writes', () => {
  talk(
    bot,
    'a report is not opened before it was said that there is no unnamed way here, and where there is one',
    [
      [story, '没有匿名', 'Teams', web, '+anonymity_explained', '=mode 无', '=facts 无'],
      ['实名写', '=mode 实名', '=respondents[0].name 周明', '-匿名？'],
    ],
    fresh,
    known,
  )

  talk(
    bot,
    'its number is as good as its word, and nothing of what was told is lost',
    [
      [story, '没有匿名'],
      ['1', '=mode 实名', '=respondents[0].name 周明'],
    ],
    fresh,
    known,
  )

  for (const no of ['2', '不在这里写', '那我匿名', '算了', '不'])
    talk(
      bot,
      `“${no}” opens nothing and gives the address`,
      [
        ['我要举报', '没有匿名'],
        [no, web, '=mode 无', '-您要反映的是谁'],
        ['谢谢', '-没有匿名'],
      ],
      fresh,
      known,
    )

  talk(
    bot,
    'a question beside it is answered, and the choice is put again',
    [
      ['我要举报', '没有匿名'],
      ['匿名举报有人管吗？', '→ 检索：匿名举报有人管吗?', '没有匿名'],
      ['实名写', '=mode 实名'],
    ],
    fresh,
    known,
  )

  talk(
    bot,
    'an open report cannot be made unnamed, whatever the words',
    [
      ['我要举报', '没有匿名'],
      ['实名写', '=mode 实名'],
      ['改成匿名', '没法改成匿名', web, '=mode 实名'],
      ['把署名方式改成匿名', '=mode 实名'],
    ],
    fresh,
    known,
  )

  talk(bot, 'other forms open as they always do', [['容错自查', '您在哪个市', '-匿名']], fresh, known)

  it('a draft begun unnamed in the web chat is not opened, and one with a name is', () => {
    const unnamed = tellAll(bot, ['我要匿名举报柳树镇柳树村村支书周明', '存草稿']).state
    expect(unnamed.coded).toBe(true)
    const told = tell(bot, fresh, DRAFT_CODE, undefined, known)
    expect(told.text).toContain(web)
    expect(told.text).not.toContain('周明')
    expect(told.state.frame).toBeUndefined()
    tellAll(bot, ['我要实名举报柳树镇柳树村村支书周明', '存草稿'])
    expect(tell(bot, fresh, DRAFT_CODE, undefined, known).state.frame?.flow).toBe('report')
  })

  const view = { case: 'c1', kind: 'report', says: '已经收到', messages: [], followups: 0, attachments: 0 }
  const open = (before: Conversation, setting: Setting, kind = 'report') =>
    step(bot, before, { type: 'opened', view: { ...view, kind }, at: AT }, setting)

  it('a report handed in elsewhere is not shown, so that nobody learns whose it is', () => {
    const { state, effects } = open(fresh, known)
    expect(JSON.stringify(effects)).toContain(web)
    expect(JSON.stringify(effects)).not.toContain('已经收到')
    expect(state.case).toBeUndefined()
  })

  it('a case that was destroyed is told of plainly, nothing more may be added, and elsewhere nobody learns of it', () => {
    const gone = (setting: Setting, kind = 'report') =>
      step(
        bot,
        { ...fresh, aside: { id: 'receipt' } },
        { type: 'opened', destroyed: { kind, on: '2027-11-22' }, at: AT },
        setting,
      )
    const told = gone({})
    expect(JSON.stringify(told.effects)).toContain('2027-11-22已经按规定把内容销毁')
    expect(told.state.aside).toBeUndefined()
    expect(told.state.case).toBeUndefined()
    expect(JSON.stringify(gone(known).effects)).not.toContain('销毁')
    expect(JSON.stringify(gone(known).effects)).toContain(web)
    expect(JSON.stringify(gone(known, 'risk-filing').effects)).toContain('销毁')
  })

  it('one handed in here is shown, and so are cases of other kinds, and all of them in the web chat', () => {
    for (const { effects } of [
      open({ ...fresh, case: 'c1' }, known),
      open(fresh, known, 'risk-filing'),
      open(fresh, {}),
    ])
      expect(JSON.stringify(effects)).toContain('已经收到')
  })

  talk(
    bot,
    'what is said with the yes answers the form: a name and a telephone are not asked for again',
    [
      [story, '没有匿名'],
      [
        '实名，我叫李秀英，电话13800001234',
        '=mode 实名',
        '=reporter_name 李秀英',
        '=phone 13800001234',
        '=respondents[0].name 周明',
      ],
    ],
    fresh,
    known,
  )

  it('without an address of the web chat the words still say where to go', () => {
    const { text } = tell(bot, fresh, '我要举报', undefined, { knownBy: '企业微信' })
    expect(text).toContain('企业微信')
    expect(text).toContain('网页对话')
    expect(text).not.toContain('{')
  })
})

describe('where others read along', () => {
  talk(
    bot,
    'no form opens and no code is read, and it is said where to go',
    [
      [story, '大家都看得到', web, '+kept_out_of_group', '-周明', '=mode 无'],
      ['容错自查', '大家都看得到', '=area 无'],
      ['转人工', '大家都看得到'],
      ['查一下我的举报', '大家都看得到'],
      ['继续', '大家都看得到'],
      ['查进度 1234 5678 1234 5678 1234', '大家都看得到'],
      [`查进度 ${RECEIPT}`, '大家都看得到', '+secret_masked', '-查到'],
      [DRAFT_CODE, '大家都看得到'],
    ],
    fresh,
    group,
  )

  talk(bot, 'a question is answered', [['公示期有几天？', '→ 检索：公示期有几天?']], fresh, group)

  it('what was offered is not opened either', () => {
    const offered: Conversation = { ...fresh, aside: { id: 'start_choice', about: 'risk-filing' } }
    const told = tell(bot, offered, '开始填写', undefined, group)
    expect(told.text).toContain('大家都看得到')
    expect(told.state.frame ?? told.state.aside).toBeUndefined()
  })
})
