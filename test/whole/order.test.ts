import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillsReport, officer, person, type WholeHouse, wholeHouse } from '../support/house.ts'

let house: WholeHouse
beforeAll(async () => {
  house = await wholeHouse()
}, 60_000)
afterAll(() => house.close())

test('messages that come at the same moment are taken one after the other, each with its own answer', async () => {
  const who = await person(house.url)
  const greeted = (await who.all()).length
  const words = Array.from({ length: 12 }, (_, n) => `匿名举报有人管吗，第 ${n} 次问`)
  const answers = await Promise.all(words.map((text) => who.post(text)))
  expect(answers.map((each) => each.status)).toEqual(words.map(() => 200))
  const after = (await who.all()).slice(greeted)
  expect(after.map((each) => each.from)).toEqual(words.flatMap(() => ['person', 'bot']))
  expect(
    after
      .filter((each) => each.from === 'person')
      .map((each) => each.text)
      .sort(),
  ).toEqual([...words].sort())
})

test('two answers to a form at the same moment are both kept', async () => {
  for (let round = 0; round < 5; round++) {
    const who = await person(house.url)
    await who.say('我要实名举报')
    await Promise.all([who.post('我叫李秀英'), who.post('我的电话是13800000000')])
    const form = (await who.say('看看填了什么')).map((each) => each.text).join('\n')
    expect(form).toContain('李秀英')
    expect(form).toContain('138****0000')
  }
})

test('the same message, sent many times at once and again later, has one effect', async () => {
  const who = await person(house.url)
  await fillsReport(who)
  const before = (await who.all()).length
  const sent = () => who.post('属实', 'once')
  const answers = await Promise.all(Array.from({ length: 8 }, sent))
  expect(answers.map((each) => each.status)).toEqual(answers.map(() => 200))
  const ids = await Promise.all(answers.map(async (each) => ((await each.json()) as { id: string }).id))
  expect(new Set(ids).size).toBe(1)
  await who.post('8888')
  await sent()
  const after = (await who.all()).slice(before)
  expect(after.filter((each) => each.text === '属实')).toHaveLength(1)
  expect(after.flatMap((each) => each.receipt ?? [])).toHaveLength(1)
})

test('an id means one message in its own conversation only', async () => {
  const [one, other] = [await person(house.url), await person(house.url)]
  await one.say('在吗', '1')
  await other.say('匿名举报有人管吗', '1')
  expect((await other.all()).some((each) => each.text === '匿名举报有人管吗')).toBe(true)
})

test('many people hand in at the same moment: every form once, every receipt its own', async () => {
  const desk = await officer(house)
  const total = async () => (await desk.get<{ total: number }>('/cases')).total
  const before = await total()
  const people = await Promise.all(Array.from({ length: 12 }, () => person(house.url)))
  await Promise.all(people.map(fillsReport))
  const heard = await Promise.all(people.map((who) => who.say('属实')))
  const receipts = heard.flatMap((all) => all.flatMap((each) => each.receipt ?? []))
  expect(new Set(receipts).size).toBe(people.length)
  expect(await total()).toBe(before + people.length)
})
