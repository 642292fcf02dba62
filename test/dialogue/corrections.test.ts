import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { honest } from '../support/honest-answers.ts'
import { kept, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'
import { corrections, forms } from './corrections.ts'
import { plainStory, unclear } from './no-corrections.ts'

withoutClockOrChance()

const states = new Map<string, Conversation>()
const at = (name: string): Conversation => {
  const known = states.get(name)
  if (known) return known
  const { said, asks } = forms[name] as (typeof forms)[string]
  const { state } = tellAll(bot, said)
  expect(state.asked, name).toBe(asks)
  states.set(name, state)
  return state
}

const answersOf = (state: Conversation) =>
  Object.fromEntries(Object.keys(state.frame?.answers ?? {}).map((path) => [path, kept(state, path)]))

describe('更正：说法各样，改到该改的那一项，别的不动', () => {
  it.each(corrections)('%s：“%s”', (form, text, expected) => {
    const before = at(form)
    const said = typeof text === 'string' ? [text] : text
    const told = tellAll(bot, said, before)
    const [old, now] = [answersOf(before), answersOf(told.state)]
    expect(told.text).not.toBe('')
    expect(told.events.filter((e) => e.startsWith('case_saved'))).toEqual([])
    for (const [path, value] of Object.entries(expected))
      if (path === '话') expect(told.text).toMatch(new RegExp(value))
      else if (path === '检索') expect(told.effects.filter((e) => e.type === 'search').length).toBe(Number(value))
      else expect(kept(told.state, path), path).toBe(value)
    const may = ['话', ...Object.keys(expected), ...ALONG]
    const others = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((p) => !may.includes(p))
    for (const path of others) expect(now[path], `${path} was to stay`).toBe(old[path])
  })
})

/** What the form reads out of other answers by itself. */
const ALONG = [
  'item',
  'remedied',
  'redline',
  'facts[0].about',
  'facts[1].about',
  'look_1',
  'look_3',
  'look_4',
  'look_5',
]

describe('讲事情的话不是更正', () => {
  describe.each(['举报问事情', '举报问地点', '举报问证据', '备案问风险', '申请问佐证'])('%s', (form) => {
    it.each(plainStory)('“%s”', (text) => {
      const before = at(form)
      const { state, events } = tell(bot, before, text)
      expect(events.filter((e) => e.startsWith('slot_corrected') || e === 'item_removed')).toEqual([])
      for (const [path, value] of Object.entries(answersOf(before)))
        if (!path.endsWith('.about')) expect(kept(state, path), path).toBe(value)
    })
  })
})

/** What people really told of the facts of a report, on other days. */
const stories = Object.entries(honest).flatMap(([key, texts]) =>
  key.startsWith('report facts') ? texts.filter((t) => t.length >= 6) : [],
)

describe('真实的回答里没有更正', () => {
  const corrects = (form: string, text: string) =>
    tell(bot, at(form), text).events.some((e) => e.startsWith('slot_corrected') || e === 'item_removed')

  it('讲事情的话，在问事情、问地点的时候都不改前面的回答', () => {
    expect(stories.length).toBeGreaterThan(40)
    for (const form of ['举报问事情', '举报问地点'])
      expect(
        stories.filter((text) => corrects(form, text)),
        form,
      ).toEqual([])
  })

  it.each(Object.keys(forms))('%s：对这一问的真实回答', (form) => {
    const { frame, asked } = at(form)
    const texts = honest[`${frame?.flow} ${asked}`] ?? []
    expect(texts.filter((text) => corrects(form, text))).toEqual([])
  })
})

describe('更正说不准是哪一项的，问清楚再改', () => {
  it.each(unclear)('%s：“%s”', (form, text, words) => {
    const before = at(form)
    const { state, text: reply } = tell(bot, before, text)
    expect(answersOf(state)).toEqual(answersOf(before))
    expect(reply).toMatch(new RegExp(words))
  })
})
