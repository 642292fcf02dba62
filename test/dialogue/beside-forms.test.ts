import { describe, expect, it } from 'vitest'
import { type Event, fresh, step } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { AT, talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const answered = {
  outcome: 'grounded',
  text: '（答复）',
  cites: [],
  suggestions: [],
  asked: { question: '匿名举报有人管吗' },
} as const

describe('thumbs', () => {
  const once = () => tell(bot, fresh, '匿名举报有人管吗', answered).state

  it('a thumb down asks why, and is linked to the question it is about', () => {
    const asked = tell(bot, once(), '👎 没用')
    expect(asked.events).toContain('feedback:down')
    expect(asked.state.aside?.id).toBe('feedback_reason')
    const { effects, events } = tell(bot, asked.state, '没条文')
    expect(events).toContain('gap_linked')
    expect(effects).toContainEqual({
      type: 'gap',
      question: '匿名举报有人管吗',
      why: 'thumbs-down',
      reason: '没有条文',
    })
  })

  it('the reason is one of a few; own words are never kept', () => {
    const asked = tell(bot, once(), '答非所问')
    const { effects } = tell(bot, asked.state, '我家的事王大贵你们都看不懂')
    const gap = effects.find((e) => e.type === 'gap')
    expect(JSON.stringify(gap)).not.toContain('王大贵')
  })

  it('a thumb up is counted and asks nothing', () => {
    const { effects, state } = tell(bot, once(), '👍')
    expect(effects).toContainEqual({ type: 'gap', question: '匿名举报有人管吗', why: 'thumbs-up' })
    expect(state.aside).toBeUndefined()
  })

  it('without an answer before it, 没用 is what it always was', () => {
    expect(tell(bot, fresh, '没用').events).toContain('handoff_offered')
  })
})

describe('a person is asked for', () => {
  talk(bot, '填到一半转人工：先看清会给什么，不转就回到原来的表', [
    ['我要实名举报周家店村会计孙有福', '+flow_started:report'],
    ['我叫何青', '=reporter_name 何青'],
    ['转人工', '+handoff_requested', '+flow_started:hand-over', '=about 检举控告'],
    ['金额那一项不会写，能不能帮我看看', '=wish 金额那一项不会写，能不能帮我看看', '孙有福', '-何青', '确认'],
    ['先不提交', '没有转', '+flow_resumed:report', '电话'],
  ])

  it('what is handed over holds the form, and neither name nor number of its writer', () => {
    const { effects, text } = tellAll(bot, [
      '我要实名举报周家店村会计孙有福',
      '我叫何青，电话13800000000',
      '转人工',
      '想当面说',
      '确认',
    ])
    const submit = effects.find((e) => e.type === 'submit')
    expect(submit).toMatchObject({ kind: 'hand-over', flow: 'hand-over' })
    expect(JSON.stringify(submit)).toContain('孙有福')
    expect(JSON.stringify(submit)).not.toMatch(/何青|13800000000/)
    expect(text).toContain('{{receipt}}')
  })
})

describe('later is a fourth way not to answer', () => {
  talk(bot, '材料后面再补：不是没有', [
    ['我要匿名举报周家店村会计孙有福'],
    ['去年3月他把修渠款转到自己账上，我看见转账单了'],
    ['不知道'],
    ['跳过'],
    ['照片在家里 回头再发行不', '=evidence later', '+evidence_deferred', '凭回执'],
  ])
})

describe('one question, several items', () => {
  talk(bot, '两件事各说各的来源', [
    ['我要匿名举报周家店村会计孙有福'],
    ['去年3月他把修渠款转到自己账上。听说他还收了施工队三万块'],
    ['转账是我亲眼看见的，那三万是听我二叔说的', '=facts[0].known_by 亲见', '=facts[1].known_by 转述'],
  ])
})

describe('the script of the person', () => {
  talk(bot, '寫繁體就用繁體答，換回簡體就用簡體', [
    ['我要匿名舉報周家店村會計孫有福', '時候'],
    ['没听清，请再说一遍', '时候', '-時候'],
  ])
})

describe('who comes back', () => {
  it('the next day an open form says where it stood, at once and in three lines at most', () => {
    const { state } = tellAll(bot, ['我要做事前备案 许昌', '市水利局'])
    const next: Event = { type: 'said', text: '在吗', at: '2026-11-24T09:30:00+08:00', newCase: 'case-2' }
    const say = step(bot, state, next).effects.find((e) => e.type === 'say')
    expect(say?.text).toContain('上次写到')
    const soon: Event = { ...next, at: AT }
    expect(step(bot, state, soon).effects.find((e) => e.type === 'say')?.text).not.toContain('上次写到')
  })

  talk(bot, '码抄错、丢了：不耽误人', [
    ['D 1111 2222 3333 4445', '没有找到'],
    ['没抄下来', '自动删除'],
    ['回执编号找不到了', '没有办法替您找回'],
    ['1111 2222 3333 4444 5556', '没有查到'],
    ['算了', '-没有查到'],
  ])
})

describe('a deed told before any form', () => {
  const notFound = { outcome: 'no-match', text: '（没有）', cites: [], suggestions: [] } as const

  it('is offered to be written down, and what was told is not asked for again', () => {
    const told = tell(bot, fresh, '我们镇文化站站长把培训费领了没办班', notFound)
    expect(told.state.aside).toMatchObject({ id: 'start_choice', about: 'report' })
    const { state } = tell(bot, told.state, '匿名')
    expect(state.frame?.answers['respondents[0].post']).toMatchObject({ value: '站长' })
    expect(Object.keys(state.frame?.answers ?? {})).toContain('facts[0].what')
  })

  it('a question about a deed is answered and offers nothing of the kind', () => {
    expect(tell(bot, fresh, '站长把培训费领了没办班，会给什么处分？').state.aside).toBeUndefined()
  })
})

describe('files', () => {
  const photo = { name: '照片1.jpg', type: 'image/jpeg', size: 1000, stripped: true }
  const sent = (text: string, state = fresh) =>
    step(bot, state, { type: 'said', text, at: AT, newCase: 'case-1', files: [photo] })

  it('go to the case that is open', () => {
    const { effects, events } = sent('', { ...fresh, case: 'case-9' })
    expect(effects).toContainEqual({ type: 'attach', case: 'case-9', file: 0 })
    expect(events).toEqual(expect.arrayContaining(['attachment_saved', 'exif_stripped']))
  })

  it('are not kept before there is a case, and the person is told when they can be sent', () => {
    const { effects } = sent('', tellAll(bot, ['我要匿名举报周家店村会计孙有福']).state)
    expect(effects.some((e) => e.type === 'attach')).toBe(false)
    expect(effects.find((e) => e.type === 'say')?.text).toMatch(/交(?:件|上去)/)
  })

  it('words beside a file are still heard', () => {
    const open = tellAll(bot, ['我要匿名举报周家店村会计孙有福']).state
    const { state } = sent('去年3月他把修渠款转到自己账上', { ...open, case: 'case-9' })
    expect(Object.keys(state.frame?.answers ?? {})).toContain('facts[0].what')
  })
})
