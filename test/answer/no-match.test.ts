import { describe, expect, it } from 'vitest'
import { ask, flows, talk } from './asking.ts'

const things = ['茶几', '渔网', '风筝', '钢琴', '望远镜', '胡琴', '跳绳', '鱼缸', '雨伞', '沙发', '冰箱', '算盘']
const unanswerable = things.flatMap((thing) => [
  `${thing}的木料是哪一年砍的`,
  `${thing}上的红漆怎么调`,
  `${thing}要摆在屋里什么朝向`,
])

describe('a question nothing is held about', () => {
  it('is told so in at least five ways, each with a next step', async () => {
    const texts = await Promise.all(unanswerable.map(async (q) => (await ask(q)).text))
    const beginnings = new Set(texts.map((text) => text.slice(0, 8)))
    expect(beginnings.size).toBeGreaterThanOrEqual(5)
    expect(new Set(texts.map((text) => text.slice(-8))).size).toBeGreaterThanOrEqual(5)
  })

  it('seldom hears one sentence twice in five, and never thrice', async () => {
    const texts = await Promise.all(unanswerable.map(async (q) => (await ask(q)).text))
    const runs = texts.slice(4).map((_, n) => texts.slice(n, n + 5))
    const most = (run: readonly string[]) => Math.max(...run.map((t) => run.filter((other) => other === t).length))
    expect(runs.filter((run) => most(run) > 1).length / runs.length).toBeLessThan(0.4)
    expect(Math.max(...runs.map(most))).toBeLessThan(3)
  })

  it('never begins alike twice running', async () => {
    for (let n = 1; n < unanswerable.length; n++) {
      const [before = '', now = ''] = [unanswerable[n - 1], unanswerable[n]]
      const first = await ask(before)
      expect((await talk(undefined, before, now)).text.slice(0, 8), now).not.toBe(first.text.slice(0, 8))
    }
  })

  it('is told otherwise when it is asked again, and alike to the next person', async () => {
    const question = '算盘上的红漆怎么调'
    const first = await ask(question)
    expect((await ask(question)).text).toBe(first.text)
    expect((await talk(undefined, question, question)).text).not.toBe(first.text)
  })

  it.each([
    ['我们会计天天开着铲车去赶集', 'report'],
    ['村长家的羊把麦田踩了', 'report'],
    ['我单位院墙上的瓷砖掉了', 'tolerance-check'],
  ])('%s offers the form that fits', async (text, flow) => {
    const found = await ask(text)
    expect([found.outcome, found.flow]).toEqual(['no-match', flow])
    expect(flows).toContain(flow)
  })
})
