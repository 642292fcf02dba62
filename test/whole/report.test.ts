import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AtDesk,
  fillsReport,
  handsIn,
  officer,
  type Person,
  person,
  type WholeHouse,
  wholeHouse,
} from '../support/house.ts'

interface Queue {
  readonly cases: readonly { readonly number: string; readonly state: string; readonly answered: boolean }[]
  readonly total: number
}
interface File {
  readonly state: string
  readonly messages: readonly { readonly from: string; readonly text: string; readonly question?: true }[]
  readonly transcript: readonly { readonly from: string; readonly text: string }[]
  readonly form: {
    readonly sections: readonly {
      readonly rows: readonly { readonly path: string; readonly value: string; readonly said: string }[]
    }[]
  }
}

const digits = (text: string) => text.replace(/\D/g, '')
const last = (texts: readonly { readonly text: string }[]) => texts.at(-1)?.text ?? ''

let house: WholeHouse
let desk: AtDesk
beforeAll(async () => {
  house = await wholeHouse()
  desk = await officer(house)
}, 60_000)
afterAll(() => house.close())

/** Waits until something an officer did has reached the person, who reads as a client that polls does. */
const hears = (who: Person, words: string) =>
  expect.poll(async () => (await who.all()).some((each) => each.from === 'bot' && each.text.includes(words))).toBe(true)

const queue = () => desk.get<Queue>('/cases?limit=200')

test('a report is handed in, claimed and asked about; the question is seen in the chat and by receipt, and the answer comes back', async () => {
  const reporter = await person(house.url)
  const receipt = await handsIn(reporter)
  expect(receipt).toMatch(/^(\d{4} ){4}\d{4}$/)
  expect((await reporter.say(receipt.slice(-4))).length).toBeGreaterThan(0)

  const [row] = (await queue()).cases
  expect(row).toMatchObject({ state: '待受理' })
  expect(JSON.stringify(row)).not.toContain('周明')
  const at = `/cases/${row!.number}` // The expectation before would have failed.
  const form = (await desk.get<File>(at)).form.sections.flatMap((section) => section.rows)
  expect(form.find((each) => each.path === 'respondents[0].name')?.value).toContain('周明')
  expect(form.find((each) => each.path === 'mode')).toMatchObject({ value: '匿名' })

  expect((await desk.post(`${at}/claim`)).status).toBe(200)
  const question = '那两车水泥是哪个牌子的？'
  const asked = () => desk.post(`${at}/actions`, { action: 'ask', reason: question }, { 'idempotency-key': 'ask-1' })
  expect((await asked()).status).toBe(200)
  expect((await asked()).status).toBe(200)

  await hears(reporter, question)
  expect((await reporter.all()).filter((each) => each.text.includes(question))).toHaveLength(1)

  // In a chat of its own, on another device: the receipt is all that is needed.
  const elsewhere = await person(house.url)
  await elsewhere.say('我有回执')
  expect((await elsewhere.say(receipt)).some((each) => each.text.includes(question))).toBe(true)
  await elsewhere.say('袋子上写的是天瑞牌')

  const file = await desk.get<File>(at)
  expect(file.messages.map(({ from, text }) => [from, text.includes(question) || text.includes('天瑞牌')])).toEqual([
    ['officer', true],
    ['person', true],
  ])
  expect((await queue()).cases.find((each) => each.number === row!.number)).toMatchObject({ answered: true })
})

describe('a receipt', () => {
  test('is the same when the last message is sent again, and there is one case', async () => {
    const before = (await queue()).total
    const reporter = await person(house.url)
    const receipt = await handsIn(reporter, 'the-last-message')
    const repeats = await Promise.all([1, 2, 3].map(() => reporter.post('属实', 'the-last-message')))
    expect(repeats.map((each) => each.status)).toEqual([200, 200, 200])
    const shown = (await reporter.all()).flatMap((each) => each.receipt ?? [])
    expect(shown).toEqual([receipt])
    expect((await queue()).total).toBe(before + 1)
  })

  test('is shown to whoever reads the chat again before it was confirmed, and to nobody afterwards', async () => {
    const reporter = await person(house.url)
    const receipt = await handsIn(reporter)
    const shows = async () =>
      JSON.stringify(await reporter.all())
        .replace(/\D/g, '')
        .includes(digits(receipt))
    expect(await shows()).toBe(true)
    const wrong = String((Number(receipt.slice(-4)) + 1) % 10_000).padStart(4, '0')
    await reporter.say(wrong)
    expect(await shows()).toBe(true)
    await reporter.say(receipt.slice(-4))
    expect(await shows()).toBe(false)
    await reporter.say('把我的回执编号再告诉我一遍')
    expect(await shows()).toBe(false)
  })

  test('that a person types stands nowhere in the log, the case or the audit', async () => {
    const reporter = await person(house.url)
    const receipt = await handsIn(reporter)
    await reporter.say(receipt.slice(-4))
    const elsewhere = await person(house.url)
    const opened = await elsewhere.say(receipt)
    expect(last(opened)).not.toContain('没有找到')
    for (const chat of [reporter, elsewhere])
      expect(digits(JSON.stringify(await chat.all()))).not.toContain(digits(receipt))
    for (const { number } of (await queue()).cases)
      expect(digits(JSON.stringify(await desk.get<File>(`/cases/${number}`)))).not.toContain(digits(receipt))
  })

  test('that is wrong in one digit opens nothing', async () => {
    const reporter = await person(house.url)
    const receipt = await handsIn(reporter)
    const wrong = `${receipt.slice(0, -1)}${(Number(receipt.at(-1)) + 1) % 10}`
    const stranger = await person(house.url)
    const heard = await stranger.say(wrong)
    expect(JSON.stringify(heard)).not.toContain('待受理')
    expect(JSON.stringify(heard)).not.toContain('完整收到')
  })
})

test('a report that is filled but not confirmed is in no queue', async () => {
  const before = (await queue()).total
  await fillsReport(await person(house.url))
  expect((await queue()).total).toBe(before)
})
