import { expect, it } from 'vitest'
import { openContent } from '../../src/assembly.ts'

const { answerer } = openContent()
const ask = (text: string) => answerer.answer({ text, today: '2026-11-23' })

it('what a place holds on another matter does not answer for the one asked about', async () => {
  const found = await ask('云南的容错情形有哪些')
  expect(found.text).toContain('手里没有云南写到这一点的材料')
  expect(found.cites.length).toBeGreaterThan(0)
  expect(found.cites.every(({ region }) => region === '全国')).toBe(true)
})

it('what it holds on the matter is told', async () => {
  const found = await ask('云南怎么澄清')
  expect(found.cites.some(({ region }) => region === '云南省')).toBe(true)
  expect(found.text).not.toContain('手里没有云南')
})

it('whether one may report is the same everywhere, so nobody is asked for the place', async () => {
  for (const text of ['村里支书贪污扶贫款能举报吗', '支书把扶贫款装自己兜里了，俺想知道能举报不']) {
    const found = await ask(text)
    expect(found.outcome).toBe('grounded')
    expect(found.cites.every(({ region }) => region === '全国')).toBe(true)
  }
})

it('an answer for the whole country says which places have rules of their own', async () => {
  const found = await ask('哪些情形可以容错')
  expect(found.outcome).toBe('grounded')
  expect(found.text).toMatch(/许昌.*还有自己的规定/)
})
