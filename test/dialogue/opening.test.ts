import { describe, expect, it } from 'vitest'
import report from '../../bot/flows/report.ts'
import { openItems } from '../../src/dialogue/open-list.ts'
import { itemSaid } from '../../src/dialogue/per-item.ts'
import type { Answer, Answers, List } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { linesOf } from '../support/lines.ts'
import { tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

type Part = { text?: string; min?: number; max?: number } | string | undefined

const value = (answers: Answers, path: string): Part => {
  const a: Answer | undefined = answers[path]
  return a?.is === 'given' ? (a.value as Part) : undefined
}
const words = (part: Part): string => (typeof part === 'object' ? (part.text ?? '') : (part ?? ''))

/**
 * One line is what a person says first, a tab, the mode, a tab, the accused as name/post/unit, a tab, the deeds as a word
 * of theirs/time/amount/source. `-` is nothing, `?`, `*` and an empty part of a deed are left open.
 */
const rows = linesOf('test/dialogue/openings/told.tsv').map((line) => {
  const [said = '', mode = '', people = '', deeds = ''] = line.split('\t')
  const list = (t: string) => (t === '-' ? [] : t.split('|').map((item) => item.split('/')))
  return { said, mode, people: list(people), deeds: list(deeds) }
})

describe('a report told in one breath is heard whole: who, what, when, how much and how it is known', () => {
  it.each(rows)('$said', ({ said, mode, people, deeds }) => {
    const answers = tellAll(bot, [said]).state.frame?.answers ?? {}
    if (mode !== '*') expect(words(value(answers, 'mode')) || '-').toBe(mode)
    people.forEach((want, n) => {
      for (const [k, part] of ['name', 'post', 'unit'].entries())
        if (want[k] !== '?') expect(words(value(answers, `respondents[${n}].${part}`)), part).toBe(want[k])
    })
    expect(Object.keys(answers).filter((p) => p.startsWith(`respondents[${people.length}]`))).toEqual([])
    deeds.forEach(([word = '', time, amount, source], n) => {
      const part = (id: string) => value(answers, `facts[${n}].${id}`)
      expect(words(part('what')) || words(part('topic'))).toContain(word)
      const told = words(part('time'))
      if (time === '-') expect(told).toBe('')
      else if (time) expect(told.replace(time, '').length, `${told} says ${time} and little else`).toBeLessThan(5)
      const sum = part('amount')
      const bounds = typeof sum === 'object' ? `${sum.min}~${sum.max}` : '-'
      if (amount === '*') expect(bounds).not.toBe('-')
      else if (amount) expect(bounds).toBe(amount)
      if (sum) expect(words(sum).length, 'its own words only').toBeLessThan(11)
      if (source) expect(words(part('known_by'))).toBe(source)
    })
    expect(Object.keys(answers).filter((p) => p.startsWith(`facts[${deeds.length}]`))).toEqual([])
  })

  it.each([
    '我要举报',
    '我要匿名举报',
    '我想反映个事',
    '你好，我要举报一个人',
    '我是党员，我要举报',
    '我要举报我们村支书王大贵',
    '中，我要反映他',
  ])('where nothing was told, nothing is made up: %s', (said) => {
    const answers = tellAll(bot, [said]).state.frame?.answers ?? {}
    expect(Object.keys(answers).filter((p) => p.startsWith('facts'))).toEqual([])
  })

  it.each([
    '会计齐玉兰跟我说村支书吴有福去年把树卖了，我要举报',
    '我要举报，妇女主任齐玉兰告诉我村支书吴有福去年把树卖了',
  ])('who told of it is not accused of it: %s', (said) => {
    const answers = tellAll(bot, [said]).state.frame?.answers ?? {}
    expect(words(value(answers, 'respondents[0].name'))).toBe('吴有福')
    expect(answers['respondents[1].name']).toBeUndefined()
  })

  it('nothing that was told is lost, though it could not be divided', () => {
    const story = '他在村里横着走谁家的红白事都要坐上席不请就给脸色看大伙都躲着'
    const answers = tellAll(bot, [`俺要匿名举报村主任佟大海${story}`]).state.frame?.answers ?? {}
    expect(value(answers, 'facts[0].what')).toBe(story)
  })
})

const around = { answers: {}, today: '2026-11-23', places: [] }
const listOf = (id: string): List => {
  const step = report.steps.find((s) => 'ask' in s && s.ask.id === id)
  if (!step || !('ask' in step) || step.ask.kind !== 'list') throw new Error(`no list ${id}`)
  return step.ask
}
const items = (id: string, said: string, leniently = false) =>
  openItems(listOf(id), said, around, leniently).map((item) =>
    Object.fromEntries(Object.keys(item).map((part) => [part, words(value(item, part))])),
  )

describe('who is accused, asked for by itself', () => {
  it.each([
    '俺亲眼瞅见的，就在他办公室',
    '就在他办公室',
    '我看见了',
    '不想说了',
    '上次说过',
    '我们领导',
    '昨天晚上',
    '村里的',
    '是他',
    '车牌号不记得了',
  ])('a sentence is never a name, not even at the second asking: %s', (said) =>
    expect(items('respondents', said, true)).toEqual([]),
  )
  it.each(['土行孙', '老表'])('at the second asking a few characters may be a name: %s', (said) =>
    expect(items('respondents', said, true)).toEqual([{ name: said }]),
  )
  it.each([
    ['下河村村主任刘长根和会计刘二毛', '下河村', '下河村'],
    ['上庄的支书李满仓、会计李小满', '上庄', '上庄'],
    ['里屯会计王小二和里庄会计王小三', '里屯', '里庄'],
    ['反映一下上河镇镇长王强和镇财政所所长李四', '上河镇', '镇财政所'],
  ])('%s: the village keeps its first character, and the unit is everybody’s without one', (said, first, second) =>
    expect(items('respondents', said).map((p) => p['unit'])).toEqual([first, second]),
  )
})

describe('what was done, asked for by itself', () => {
  it.each([
    ['去年8月他把树卖了，还有今年3月他把低保给了他弟', ['去年8月他把树卖了', '今年3月他把低保给了他弟']],
    ['他去年把树卖了，今年又把地包给他弟弟', ['他去年把树卖了', '今年又把地包给他弟弟']],
    ['他女儿去年结婚收了礼，后来一直没退', ['他女儿去年结婚收了礼，后来一直没退']],
    ['他去年收了五百块说给办证，后来也没给办', ['他去年收了五百块说给办证，后来也没给办']],
    ['他把粮食卖了听说卖了四千多', ['他把粮食卖了听说卖了四千多']],
    ['他家盖房用的是公家的砖，还有照片为证', ['他家盖房用的是公家的砖，还有照片为证']],
    ['另外一户也被他扣了钱', ['另外一户也被他扣了钱']],
  ])('%s', (said, deeds) => expect(items('facts', said).map((f) => f['what'] ?? f['topic'])).toEqual(deeds))

  it.each([
    ['今年清明他俩下馆子花了一千二', '一千二'],
    ['去年他收了俺八百才给盖章', '八百'],
    ['他给了中间人两万三，是去年的事', '两万三'],
    ['去年交了3500才给办', '3500'],
    ['去年他收了人家一块手表', undefined],
    ['去年他摆了三十桌', undefined],
  ])('%s: a bare figure behind 花了 and 收了 is money', (said, sum) =>
    expect(items('facts', said)[0]?.['amount']).toBe(sum),
  )

  it('他把水泥拉到自己家 is no stretch of time', () =>
    expect(items('facts', '他把水泥拉到自己家')[0]?.['time']).toBeUndefined())
})

describe('第2条是我亲眼看见的', () => {
  const given = (said: string): Answer => ({ is: 'given', value: said, said, turn: 1 })
  const told = { ...around, answers: { 'facts[0].what': given('把树卖了'), 'facts[1].what': given('把地包了') } }
  it('answers how the second is known', () =>
    expect(itemSaid(report, '第2条是我亲眼看见的 我当时就在边上', told)).toMatchObject([
      { type: 'fill', path: 'facts[1].known_by', value: '亲见' },
    ]))
  it('changes what was said of it before', () =>
    expect(
      itemSaid(report, '第二件我是听邻居说的', {
        ...told,
        answers: { ...told.answers, 'facts[1].known_by': given('亲见') },
      }),
    ).toMatchObject([{ type: 'correct', path: 'facts[1].known_by' }]))
  it('says so where there is no such item', () =>
    expect(itemSaid(report, '第5条是我亲眼看见的', told)).toEqual([{ type: 'noSuch', n: 5 }]))
  it.each(['第2条删掉', '我亲眼看见的', '第2个问题是什么'])('is no answer where no item is told of: %s', (said) =>
    expect(itemSaid(report, said, told)).toEqual([]),
  )
})
