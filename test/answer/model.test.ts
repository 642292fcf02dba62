import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answers } from '../../bot/answers.ts'
import { openModelFor } from '../../src/answer/index.ts'
import { readPrompts } from '../../src/answer/prompts.ts'
import { Fault } from '../../src/base/index.ts'
import type { Found } from '../../src/dialogue/index.ts'
import type { Answerer } from '../../src/runtime/index.ts'
import { type Mode, type ModelServer, modelServer, modes } from '../support/model-server.ts'
import { library, answerer as plain, today } from './asking.ts'

const prompts = readPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
const key = 'sk-canary-4711'

const questions: readonly (readonly [text: string, area?: string])[] = [
  ['实名举报多久告知受理情况'],
  ['上级交办的检举控告多久办结'],
  ['诬告陷害从重处理的情形有哪些'],
  ['对政务处分不服怎么申诉'],
  ['信访部门收到信访事项几天转送'],
  ['许昌备案有哪几步', '许昌市'],
  ['许昌备案的正面清单有哪些', '许昌市'],
  ['南阳容错程序有几步', '南阳市'],
  ['检举控告材料能不能转给被举报人'],
  ['诬告陷害他人治安上怎么处罚'],
  ['备案等于免责吗', '许昌市'],
  ['泄露举报人信息追究责任吗'],
]

const servers: ModelServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

interface Opened {
  readonly stub: ModelServer
  readonly answerer: Answerer
  readonly faults: unknown[]
  stop(): void
}

/** A model behind small limits, so that nothing has to be waited for. */
async function open(mode: Mode, more: { time?: number; provisional?: true } = {}): Promise<Opened> {
  const stub = await modelServer(mode)
  servers.push(stub)
  const faults: unknown[] = []
  const { time = 3000, ...rest } = more
  const access = { baseUrl: stub.url, apiKey: key, model: 'stub' }
  const failed = (fault: unknown) => void faults.push(fault)
  const model = openModelFor({ access, failed, limits: { time } })
  const answerer = model.beside({ plain, library, phrases: answers, prompts, ...rest })
  return { stub, faults, answerer, stop: model.stop }
}

const asked = (answerer: Answerer, [text, area]: (typeof questions)[number], model: { thread: string } | undefined) =>
  answerer.answer({ text, today, ...(area === undefined ? {} : { area }), ...(model ? { model } : {}) })

/** What the house itself puts before a sentence: whose word it is, and where it holds. */
const introduced = /^(?:据官方答问，|据报道，|据调研材料反映（只供参考），|提示：)?(?:在[\p{Script=Han}、]{2,12}，)?/u

const bare = (text: string) => text.replace(/〔\d+〕|\s/gu, '')

/** Time enough for an answer that comes, and little to wait for one that does not. */
const slow: ReadonlySet<Mode> = new Set(['silence', 'slow drip'])

beforeAll(async () => {
  // The client is loaded with the first question; that must not count against the small limits here.
  const { answerer } = await open('good', { time: 15_000 })
  await asked(answerer, questions[0]!, { thread: 'warm' }) // There are twelve.
}, 60_000)

describe('a question a model may word', () => {
  test.each(modes)('is answered whatever the server does: %s', async (mode) => {
    const { stub, answerer, faults } = await open(mode, { time: slow.has(mode) ? 150 : 3000 })
    const found: { own: Found; with: Found }[] = []
    for (const question of questions)
      found.push({
        own: await plain.answer({ text: question[0], today, ...(question[1] ? { area: question[1] } : {}) }),
        with: await asked(answerer, question, { thread: question[0] }),
      })

    for (const { own, with: answer } of found) {
      expect(answer.outcome).toBe(own.outcome)
      expect(answer.text.length).toBeGreaterThan(5)
      // What is not marked as a model's is the answer without one, to the letter.
      if (!answer.ai) expect(answer).toEqual(own)
      else {
        expect(answer.text).toContain(answers.written)
        expect(answer.cites.every(({ id }) => own.cites.some((cite) => cite.id === id))).toBe(true)
        const right = [...stub.right].map((text) => bare(text).replace(introduced, ''))
        const lines = answer.text.split('\n').filter((line) => /〔\d+〕/u.test(line))
        for (const line of lines) expect(right).toContain(bare(line).replace(introduced, ''))
      }
      expect(answer.text).not.toMatch(/evil|<|>|\]\(|1380013|1234 ?5678|开除党籍，并处/u)
    }
    expect(stub.strayed).toEqual([])
    const told = found.filter((each) => each.with.ai).length
    if (mode === 'good') expect(told).toBeGreaterThanOrEqual(8)
    if (faults.length > 0) {
      for (const fault of faults) expect(fault).toBeInstanceOf(Fault)
      const log = faults.flatMap((fault) => (fault instanceof Fault ? fault.faults : [])).join('\n')
      expect(log).not.toContain(key)
      for (const [text] of questions) expect(log).not.toContain(text)
      expect(log).not.toContain('127.0.0.1')
    }
  })

  test.each([
    '500',
    '429',
    'silence',
    'slow drip',
    'garbage',
    'redirect',
    'huge',
    'half an answer',
    'wrong schema',
  ] as const)('is not asked of a server that has failed five times: %s', async (mode) => {
    const { stub, answerer, faults } = await open(mode, { time: slow.has(mode) ? 150 : 3000 })
    for (const question of questions) await asked(answerer, question, { thread: question[0] })
    expect(stub.seen.length).toBeLessThanOrEqual(6)
    expect(stub.seen.length).toBeGreaterThanOrEqual(5)
    expect(faults.length).toBeLessThanOrEqual(5)
  })

  test('goes out redacted, as a value, with its clauses as data, and the key in the header alone', async () => {
    const { stub, answerer } = await open('good')
    await asked(answerer, ['实名举报多久告知受理情况，邮箱abc@qq.com，微信wx_abc123'], { thread: 'private-thread' })
    const [body = ''] = stub.seen
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] }
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(messages[0]?.content).toBe(prompts.answer.says)
    const values = JSON.parse(messages[1]?.content ?? '') as { question: string; passages: { id: string }[] }
    expect(values.question).toContain('实名举报多久告知受理情况')
    expect(values.passages.length).toBeGreaterThan(0)
    for (const secret of ['abc@qq.com', 'wx_abc123', 'private-thread', key]) expect(body).not.toContain(secret)
    expect(stub.keys).toEqual([`Bearer ${key}`])
  })

  test.each([
    ['nobody said that a model may be asked', '上级交办的检举控告多久办结', undefined],
    ['somebody is accused', '我们镇长拿了低保户的钱，实名举报多久告知受理情况', { thread: 't' }],
    ['somebody is named as reported', '举报张建国要多久告知受理情况', { thread: 't' }],
    ['it is a story', `实名举报多久告知受理情况${'，后来又过了一阵子'.repeat(20)}`, { thread: 't' }],
    ['it is answered at the door', '我想自杀', { thread: 't' }],
    ['nothing is found', '火星上的土豆怎么种', { thread: 't' }],
  ] as const)('is not sent where %s', async (_, text, model) => {
    const { stub, answerer } = await open('good')
    const found = await asked(answerer, [text], model)
    expect(found.ai).toBeUndefined()
    expect(stub.seen).toEqual([])
  })

  test('is not sent where it leans on the one before, which may not be sent', async () => {
    const { stub, answerer } = await open('good')
    await answerer.answer({
      text: '那要几天',
      today,
      model: { thread: 't' },
      before: { question: '上级交办的检举控告多久办结', cites: [] },
    })
    expect(stub.seen).toEqual([])
  })

  test.each([
    [['json_schema'], 2],
    [['json_schema', 'tools'], 3],
    [['json_schema', 'tools', 'json_object'], 4],
  ] as const)(
    'is asked in another way of a server that does not know %s, and from then on at once',
    async (unknown, most) => {
      const { stub, answerer } = await open('good')
      stub.knowsNot = new Set(unknown)
      let found: Found | undefined
      for (let n = 0; n < 2 && !found?.ai; n++)
        found = await asked(answerer, ['信访部门收到信访事项几天转送'], { thread: 't' })
      expect(found?.ai).toBe(true)
      expect(stub.seen.length).toBeLessThanOrEqual(most + 1)
      const before = stub.seen.length
      expect((await asked(answerer, ['上级交办的检举控告多久办结'], { thread: 't' })).ai).toBe(true)
      expect(stub.seen.length).toBe(before + 1)
    },
  )

  test('has its clauses searched for with the words of a provisional answer, which is never shown', async () => {
    const { stub, answerer } = await open('good', { provisional: true })
    const found = await asked(answerer, ['先上车后买票行不行', '许昌市'], { thread: 't' })
    expect(stub.seen.length).toBeGreaterThanOrEqual(1)
    expect(stub.seen[0]).toContain(JSON.stringify(prompts.provisional.says).slice(1, 40))
    expect(found.text).not.toContain('先开工后补手续，程序瑕疵，事前备案')
    stub.mode = '500'
    const without = await open('good')
    const own = await plain.answer({ text: '先上车后买票行不行', area: '许昌市', today })
    expect(await asked(without.answerer, ['先上车后买票行不行', '许昌市'], undefined)).toEqual(own)
  })

  test('is answered at once when the house is closing, and nothing is asked any more', async () => {
    const { stub, answerer, stop } = await open('silence', { time: 15_000 })
    const waiting = asked(answerer, ['上级交办的检举控告多久办结'], { thread: 't' })
    await stub.untilAsked(1)
    stop()
    expect((await waiting).outcome).toBe('grounded')
    await asked(answerer, ['信访部门收到信访事项几天转送'], { thread: 't' })
    expect(stub.seen.length).toBe(1)
  })
})
