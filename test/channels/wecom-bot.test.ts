import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WecomBot } from '../../src/channels/index.ts'
import { startWorker, type Worker } from '../../src/runtime/index.ts'
import { type AibotServer, aibotServer, botId, from } from '../support/aibot-server.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { botOver, quick } from '../support/wecom-bot-subject.ts'

let server: AibotServer
let scratch: ScratchHouse
let bots: WecomBot[]
let workers: Worker[]

beforeEach(async () => {
  server = await aibotServer()
  scratch = await scratchHouse([])
  bots = []
  workers = []
}, 60_000)
afterEach(async () => {
  server.mood = 'good'
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(bots.map((bot) => bot.close()))
  await server.close()
  await scratch.close()
})

/** One process of the house: its own bot and worker over the one store. */
function replica(more: Parameters<typeof botOver>[3] = {}, working = true): WecomBot {
  const worker: { nudge(): void } = { nudge: () => undefined }
  const bot = botOver(scratch.house, server.url, () => worker.nudge(), {
    origin: 'https://qingwen.example.cn',
    ...more,
  })
  bots.push(bot)
  if (working) {
    const running = startWorker({ ...scratch.house, channels: new Map([[bot.channel.name, bot.channel]]) })
    worker.nudge = running.nudge
    workers.push(running)
  }
  return bot
}

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 20_000, interval: 10 })
const texts = (chat: string) => server.seen(chat).map((each) => each.text)
const last = (chat: string) => server.seen(chat).at(-1)
const cardOf = (chat: string) => server.seen(chat).findLast((each) => each.card)?.card
const press = (user: string, task_id: string | undefined, event_key: string) =>
  server.event(user, {
    eventtype: 'template_card_event',
    template_card_event: { card_type: 'button_interaction', task_id, event_key },
  })

describe('the bot of WeCom', () => {
  test('shows at once that it looks, and puts the answer in that very place', async () => {
    replica({}, false)
    await server.connected()
    const reqId = await server.text('wang', '许昌的容错事前备案要公示几天')
    await eventually(() => server.open('wang')).toEqual(['正在查……'])
    replicaWorker()
    await eventually(() => server.open('wang')).toEqual([])
    expect(texts('wang')).toHaveLength(1)
    expect(texts('wang')[0]).toContain('依据：')
    const streams = server.frames.filter((each) => each.reqId === reqId)
    expect(streams.map((each) => each.body.stream?.finish)).toEqual([false, true])
  })

  test('ends what it began with a plain sentence when nothing can be stored', async () => {
    replica({
      receive: async () => {
        throw new Error('disk full')
      },
    })
    await server.text('wang', '你好')
    await eventually(() => texts('wang').join('')).toContain('没有收下')
    expect(server.open('wang')).toEqual([])
  })

  test('ends it when the answer takes too long, and sends the answer after it', async () => {
    replica({ pace: { ...quick, patience: 50 } }, false)
    await server.text('wang', '你好')
    await eventually(() => texts('wang')).toEqual([expect.stringContaining('另外发给您')])
    replicaWorker()
    await eventually(() => texts('wang').length).toBe(2)
    expect(texts('wang')[1]).toContain('您好')
  })

  test('cut off in the middle it comes back, and the answer and the end still come', async () => {
    replica({}, false)
    await server.text('wang', '你好')
    await eventually(() => server.open('wang')).toHaveLength(1)
    server.cut()
    replicaWorker()
    await eventually(() => texts('wang').join('')).toContain('您好')
    expect(server.open('wang')).toEqual([])
    expect(server.signIns.good).toBe(2)
  })

  test('after a restart it ends what the process before it had begun', async () => {
    const first = replica({}, false)
    await server.text('wang', '你好')
    await eventually(() => server.open('wang')).toHaveLength(1)
    server.mood = 'never'
    server.cut()
    bots = []
    void first.close()
    server.mood = 'good'
    replica()
    await eventually(() => texts('wang').join('')).toMatch(/您好/)
    await eventually(() => server.open('wang')).toEqual([])
  })

  test('of two processes one holds the line, and the other takes over when it goes', async () => {
    const first = replica()
    await server.connected()
    replica()
    await server.text('wang', '你好')
    await eventually(() => texts('wang').length).toBe(1)
    expect(server.signIns.good).toBe(1)
    bots = bots.filter((bot) => bot !== first)
    await first.close()
    await eventually(() => server.signIns.good).toBe(2)
    await server.text('wang', '谢谢')
    await eventually(() => texts('wang').length).toBe(2)
  })

  test('thrown out by another program it stays away, says so, and comes back when it is asked to', async () => {
    const bot = replica()
    await server.connected()
    const { WebSocket } = await import('ws')
    const other = new WebSocket(server.url)
    other.on('open', () =>
      other.send(
        JSON.stringify({
          cmd: 'aibot_subscribe',
          headers: { req_id: 'aibot_subscribe_1' },
          body: { bot_id: botId, secret: 'a secret of the test bot' },
        }),
      ),
    )
    await eventually(() => bot.channel.canDeliver?.()).toBe(false)
    await eventually(async () => (await scratch.house.traffic.read('wecom-bot')).trouble?.what).toBe('evicted')
    expect(server.signIns.good).toBe(2)
    other.terminate()
    expect(await bot.channel.check?.()).toMatchObject({ ok: true })
    expect(server.signIns.good).toBe(3)
  })

  test('with a wrong secret the check says which variables to look at', async () => {
    const bot = replica({
      access: { id: botId, secret: 'wrong', url: server.url },
      pace: { ...quick, first: { ...quick.first, refused: 600_000 }, most: { ...quick.most, refused: 600_000 } },
    })
    await eventually(() => server.signIns.bad).toBe(1)
    expect(await bot.channel.check?.()).toMatchObject({ ok: false, todo: expect.stringContaining('WECOM_BOT_SECRET') })
  })

  test('choices come as a card; a press is the choice, once, and an older card no longer counts', async () => {
    replica()
    await server.text('wang', '容错自查')
    await eventually(() => texts('wang').length).toBe(1)
    await server.text('wang', '许昌')
    await eventually(() => cardOf('wang')?.button_list?.map((each) => each.text)).toEqual([
      '还没做',
      '正在做',
      '已经做完',
    ])
    const card = cardOf('wang')
    const doing = card?.button_list?.[1]?.key ?? ''
    await press('wang', card?.task_id, doing)
    await press('wang', card?.task_id, doing)
    await eventually(async () => (await stateOf('wang'))?.turn).toBe(3)
    await eventually(() => server.frames.filter((each) => each.cmd === 'aibot_respond_update_msg').length).toBe(1)
    await eventually(() => texts('wang').filter(Boolean).length).toBe(3)
    await press('wang', 'c-older', doing)
    await server.text('wang', '谢谢')
    await eventually(async () => (await stateOf('wang'))?.turn).toBe(4)
  })

  test('a thumb is about the last answer, and about nothing else', async () => {
    replica()
    await server.text('wang', '许昌的容错事前备案要公示几天', { msgid: 'q1' })
    await eventually(() => texts('wang').length).toBe(1)
    const id = server.frames.find((each) => each.body?.stream?.feedback)?.body.stream?.feedback?.id ?? ''
    const thumb = (given: string) =>
      server.event('wang', { eventtype: 'feedback_event', feedback_event: { id: given, type: 1 } })
    await thumb('another')
    await thumb(id)
    await eventually(async () => (await stateOf('wang'))?.turn).toBe(2)
    await eventually(() => texts('wang').length).toBe(2)
  })

  test('greets whoever comes in, in answer to the event', async () => {
    replica()
    await server.event('wang', { eventtype: 'enter_chat' })
    await eventually(() => cardOf('wang')).toBeDefined()
    // A welcome holds words alone, so what can be chosen comes after it.
    expect(server.frames.map((each) => each.cmd)).toEqual(['aibot_respond_welcome_msg', 'aibot_send_msg'])
    expect(texts('wang')[0]).toContain('我是清问')
  })

  test('in a group it hears only what calls it, answers the group, and opens no form', async () => {
    replica()
    const group = { chatid: 'room1', chattype: 'group' } as const
    await server.text('wang', '中午吃什么', group)
    await server.text('wang', '@清问 我要举报', group)
    await eventually(() => texts('room1').join('')).toContain('大家都看得到')
    expect(texts('room1')).toHaveLength(1)
    expect((await stateOf('room1 wang'))?.frame).toBeUndefined()
  })

  test('takes the words beside a picture, and says where pictures can be handed in', async () => {
    replica()
    const item = [
      { msgtype: 'text', text: { content: '你好' } },
      { msgtype: 'image', image: { url: 'http://x' } },
    ]
    await server.message({ ...from('wang'), msgtype: 'mixed', mixed: { msg_item: item } })
    await eventually(() => texts('wang').length).toBe(2)
    expect(texts('wang').join('')).toContain('https://qingwen.example.cn')
    await server.message({ ...from('wang'), msgtype: 'file', file: { url: 'http://x' } })
    await eventually(() => texts('wang').length).toBe(3)
    expect(last('wang')?.text).toContain('收不了')
  })

  test('what was spoken is marked as spoken', async () => {
    const heard: unknown[] = []
    replica({
      receive: async (arrival) => {
        heard.push(arrival.event)
        return 'seen'
      },
    })
    await server.message({ ...from('wang'), msgtype: 'voice', voice: { content: '容错是什么' } })
    await eventually(() => heard).toEqual([{ type: 'said', text: '容错是什么', spoken: true }])
  })

  test('says nothing of anybody to the memory it keeps', async () => {
    replica()
    await server.text('wang', '我要反映柳树镇周明的事')
    await eventually(() => texts('wang').length).toBe(2)
    for (const key of ['streams', 'person/wang'])
      expect((await scratch.house.store.memory.recall('wecom-bot', key)).value ?? '').not.toMatch(/周明|柳树/)
  })
})

function replicaWorker(): void {
  const [bot] = bots
  if (!bot) throw new Error('no bot is open')
  workers.push(startWorker({ ...scratch.house, channels: new Map([[bot.channel.name, bot.channel]]) }))
}

const stateOf = async (person: string) =>
  (await scratch.house.store.conversations.load({ channel: 'wecom-bot', person })).state
