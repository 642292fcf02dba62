import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { wecomApi } from '../../src/channels/wecom/index.ts'
import { nothingSent, paceBounds, sentOne, waitFor } from '../../src/channels/wecom/pace.ts'
import { render } from '../../src/channels/wecom/render.ts'
import { startWorker, type Worker } from '../../src/runtime/index.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { callbackOf, postTo, recorded, seal, textOf } from '../support/wecom-caller.ts'
import { corpSecret, type WecomServer, wecomServer } from '../support/wecom-server.ts'
import { type OpenWecom, openWecom, seconds } from '../support/wecom-subject.ts'

const until = (holds: () => unknown) => expect.poll(holds, { timeout: 20_000, interval: 5 }).toBeTruthy()

describe('the token', () => {
  let server: WecomServer
  let now = 1_000_000
  beforeEach(async () => {
    server = await wecomServer()
  })
  afterEach(() => server.close())
  const api = (patience = 400) =>
    wecomApi({ url: server.url, corpId: seal.receiver, secret: corpSecret, now: () => now, patience })
  const body = { touser: 'wang', agentid: 1, msgtype: 'text', text: { content: '好' } }
  const send = (of: ReturnType<typeof api>) => of.post('message/send', body, z.object({}))

  test('is fetched once for all who wait, kept, and fetched anew before it ends', async () => {
    const one = api(20_000)
    await Promise.all(Array.from({ length: 50 }, () => send(one)))
    expect(server.tokens).toHaveLength(1)
    now += 6800 * 1000
    await send(one)
    expect(server.tokens).toHaveLength(1)
    now += 200 * 1000
    await send(one)
    expect(server.tokens).toHaveLength(2)
  })

  test.each(['42001', '40014'] as const)(
    'is renewed when WeCom takes it back with %s, and the message goes out',
    async (mode) => {
      const one = api()
      await send(one)
      server.mode = mode
      await send(one)
      expect([server.tokens.length, server.sent.length]).toEqual([2, 2])
    },
  )

  test.each(['down', 'stalled', 'cut', 'nonsense', 'half', '45009', '-1'] as const)(
    'no error of a line that is %s holds the secret, the token or the person',
    async (mode) => {
      const one = api()
      await send(one)
      server.mode = mode
      const error: unknown = await send(one).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(Error)
      const all = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).cause) // it is one
      for (const secret of [corpSecret, ...server.tokens, 'wang']) expect(all).not.toContain(secret)
    },
  )
})

describe('the pace to one member', () => {
  test('is never above 30 in a minute and 1000 in an hour', () => {
    let kept = nothingSent
    const at: number[] = []
    for (let now = 1_000_000; now < 1_000_000 + 3 * 3600; now++)
      for (let n = 0; n < 3 && waitFor(kept, now) === 0; n++) {
        kept = sentOne(kept, now)
        at.push(now)
      }
    const most = (span: number) =>
      Math.max(...at.map((from) => at.filter((each) => each >= from && each < from + span).length))
    expect(most(60)).toBe(paceBounds.minute)
    expect(most(3600)).toBeLessThanOrEqual(paceBounds.hour)
    expect(at.length).toBeGreaterThan(2000)
  })
})

describe('a card', () => {
  const choices = (labels: readonly string[]) => labels.map((label) => ({ label, value: label }))

  test('has at most six buttons, none alike, and its words stand in the text', () => {
    const labels = ['实名举报，留下姓名和电话', '实名举报，只留下电话', '先不写']
    const [text, card] = render({ type: 'say', text: '怎么写？', choices: choices(labels) }, '怎么写？', 't-1')
    for (const label of labels) expect(text).toMatchObject({ text: { content: expect.stringContaining(label) } })
    const buttons = card?.msgtype === 'template_card' ? card.template_card.button_list : []
    expect(buttons.map(({ key }) => key)).toEqual(labels)
    expect(new Set(buttons.map((button) => button.text)).size).toBe(3)
    for (const button of buttons) expect([...button.text].length).toBeLessThanOrEqual(10)
    const seven = choices(['一', '二', '三', '四', '五', '六', '七'])
    expect(render({ type: 'say', text: '哪个？', choices: seven }, '哪个？', 't-1')).toHaveLength(1)
  })

  let scratch: ScratchHouse
  let open: OpenWecom
  let worker: Worker
  beforeEach(async () => {
    scratch = await scratchHouse([])
    const channels = new Map()
    const house = { ...scratch.house, channels }
    open = await openWecom(house, () => worker?.nudge(), { origin: 'https://web.example' })
    channels.set('wecom', open.wecom.channel)
    worker = startWorker(house)
  })
  afterEach(async () => {
    await worker.stop()
    await open.close()
    await scratch.close()
  })
  let n = 0
  const post = (inner: string) => postTo(open.url, callbackOf(inner, seconds(scratch.house)))
  const cards = () => open.server.sent.filter(({ msgtype }) => msgtype === 'template_card')
  async function says(text: string) {
    const before = open.server.sent.length
    await post(textOf('wang', String(++n), text))
    await until(async () => {
      const rows = await scratch.house.store.conversations.log({ channel: 'wecom', person: 'wang' }, 0, 100)
      return (
        rows.at(-1)?.from === 'bot' &&
        rows.some((row) => row.from === 'person' && row.text === text) &&
        open.server.sent.length > before
      )
    })
  }
  const press = (task: string, key: string, code: string) =>
    post(recorded('card-pressed', { FROM: 'wang', TASK: task, KEY: key, CODE: code }))
  const said = async () =>
    (await scratch.house.store.conversations.log({ channel: 'wecom', person: 'wang' }, 0, 100)).flatMap((row) =>
      row.from === 'person' ? [row.text] : [],
    )

  test('pressed is said once however often it is repeated, and shows what was chosen', async () => {
    await says('容错自查')
    await says('许昌')
    await until(() => cards().length > 0)
    const card = cards().at(-1)
    const task = card?.template_card?.task_id ?? ''
    for (let copy = 0; copy < 3; copy++) await press(task, '正在做', card?.response_code ?? '')
    await until(async () => (await said()).includes('正在做'))
    await until(() => open.server.updates.length === 1)
    expect(open.server.updates[0]).toMatchObject({ userids: ['wang'], name: '已选：正在做' })
    expect((await said()).filter((text) => text === '正在做')).toHaveLength(1)
  })

  test('of an older question answers nothing', async () => {
    await says('容错自查')
    await says('许昌')
    await until(() => cards().length > 0)
    const old = cards().at(-1)
    await says('正在做')
    await press(old?.template_card?.task_id ?? '', '还没做', old?.response_code ?? '')
    await until(() => open.server.updates.length === 1)
    expect(open.server.updates[0]?.name).toContain('已过去')
    expect(await said()).not.toContain('还没做')
  })

  test('no unnamed report is taken here, and the way to one is shown', async () => {
    await says('我要匿名举报')
    expect(open.server.sent.map(({ text }) => text?.content ?? '').join('')).toContain('https://web.example')
    const { state } = await scratch.house.store.conversations.load({ channel: 'wecom', person: 'wang' })
    expect(state?.frame).toBeUndefined()
  })
})
