import { type WecomBot, type WecomBotOptions, wecomBotIn } from '../../src/channels/index.ts'
import type { House } from '../../src/runtime/index.ts'
import type { ChannelSubject, Failure, Shown } from '../contracts/channel/subject.ts'
import { type AibotServer, aibotServer, botId, botSecret, from, type Mood, type Seen } from './aibot-server.ts'

/** Waits short enough for a test and far enough apart to tell them from each other; a busy machine must not look dead. */
export const quick = {
  beat: 20,
  dead: 2_000,
  letGo: 1_200,
  first: { cut: 20, mute: 20, refused: 20, evicted: 600_000 },
  most: { cut: 50, mute: 50, refused: 50, evicted: 600_000 },
} as const

/** Opens the bot's channel over a house, as main does. */
export const botOver = (house: House, url: string, nudge: () => void, more: Partial<WecomBotOptions> = {}): WecomBot =>
  wecomBotIn(house, { access: { id: botId, secret: botSecret, url }, nudge, pace: quick, ...more })

/** The long connection for the contract of channels. */
export const wecomBotSubject: ChannelSubject = {
  name: 'wecom bot',
  delivery: 'push',
  acknowledges: 'at once',
  limit: { most: 20_480, of: (text) => Buffer.byteLength(text) },
  async open(house, nudge) {
    const server = await aibotServer()
    const storing = new Set<Promise<unknown>>()
    const bot = botOver(house, server.url, nudge, {
      receive(arrival) {
        const stored = house.store.conversations.receive(arrival)
        storing.add(stored)
        return stored
      },
    })
    await server.connected()
    const frame = (body: unknown) => JSON.stringify({ cmd: 'aibot_msg_callback', headers: { req_id: 'r' }, body })
    const refused = async (text: string) => {
      const before = storing.size
      await server.raw(text)
      // There is no status on this line: what is not taken is met with silence.
      return storing.size === before ? 400 : 200
    }
    const { msgid, ...nameless } = from('wang')
    return {
      channel: bot.channel,
      async send(text, { id, person }) {
        await server.text(person, text, { msgid: id })
        await Promise.all(storing)
      },
      thread: (person) => ({ channel: 'wecom-bot', person }),
      sent: async (person) => server.seen(person).map(asRead),
      forgeries: {
        'no JSON': () => refused('{'),
        'no object': () => refused('null'),
        'no sender': () => refused(frame({ msgid, msgtype: 'text', text: { content: '你好' } })),
        'no id': () => refused(frame({ ...nameless, msgtype: 'text', text: { content: '你好' } })),
        'a type nobody knows': () => refused(frame({ ...from('wang'), msgtype: 'poem', poem: {} })),
        'a group without an id': () =>
          refused(frame({ ...from('wang', { chattype: 'group' }), msgtype: 'text', text: { content: '@清问 你好' } })),
      },
      fail(mode) {
        server.mood = moods[mode]
      },
      heal() {
        server.mood = 'good'
      },
      async close() {
        await bot.close()
        await server.close()
      },
    }
  },
}

const moods: Readonly<Record<Failure, Mood>> = { down: -1, stalled: 'never', busy: 846607, left: 60111 }

/** A person reads full-width signs as the signs they stand for. */
export function asRead({ text, card }: Seen): Shown {
  const buttons = card?.button_list ?? card?.checkbox?.option_list ?? []
  return {
    text: text
      .replaceAll('］（', '](')
      .replace(/[＜＞｀＊＃～＿]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
    buttons: buttons.map((each) => each.text),
  }
}

export type { AibotServer }
