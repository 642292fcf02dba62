import { kfChannel } from '../../src/channels/index.ts'
import type { House } from '../../src/runtime/index.ts'
import type { ChannelSubject, Shown } from '../contracts/channel/subject.ts'
import { callbackOf, postTo, recorded, seal } from './wecom-caller.ts'
import { forgedCallbacks } from './wecom-forged.ts'
import { kfAccount, kfSecret, type SentByKf } from './wecom-server.ts'
import { modeOf, type OpenWecom, openWecom, seconds } from './wecom-subject.ts'

export interface OpenKf extends OpenWecom {
  readonly kf: ReturnType<typeof kfChannel>
  /** What the person does in WeChat, without the bell. @returns its id */
  writes(person: string, text: string, id?: string): void
  event(body: Record<string, unknown>): void
  /** Rings, as WeCom does; resolves when what there was is stored. */
  ring(): Promise<number>
}

export async function openKf(
  house: House,
  nudge: () => void,
  more: Partial<Parameters<typeof kfChannel>[0]> = {},
): Promise<OpenKf> {
  let kf: ReturnType<typeof kfChannel> | undefined
  let pulled: Promise<void> = Promise.resolve()
  const open = await openWecom(house, nudge, {
    onBell(account, token) {
      pulled = kf?.bell(account, token) ?? Promise.resolve()
    },
  })
  kf = kfChannel({
    corpId: seal.receiver,
    secret: kfSecret,
    apiUrl: open.server.url,
    memory: house.store.memory,
    conversations: house.store.conversations,
    outbox: house.store.outbox,
    nudge,
    now: () => Date.parse(house.clock()),
    onFault: house.onFault,
    patience: 400,
    ...more,
  })
  let n = 0
  const inbox = open.server.inbox
  return {
    ...open,
    kf,
    writes(person, text, id = `kf-${++n}`) {
      inbox.push({
        msgid: id,
        open_kfid: kfAccount,
        external_userid: person,
        // Each a second after the one before, as people write.
        send_time: seconds(house) + ++n,
        origin: 3,
        msgtype: 'text',
        text: { content: text },
      })
    },
    event: (body) =>
      void inbox.push({ msgid: `e-${++n}`, send_time: seconds(house), origin: 4, msgtype: 'event', event: body }),
    async ring() {
      const { status } = await postTo(open.url, callbackOf(recorded('kf-bell', { ACCOUNT: kfAccount }), seconds(house)))
      await pulled
      return status
    },
  }
}

/** 微信客服 for the contract of channels: people write into the stand-in's inbox and the bell rings. WeChat's window has a suite of its own. */
export const kfSubject: ChannelSubject = {
  name: 'WeChat customer service',
  delivery: 'push',
  acknowledges: 'at once',
  limit: { most: 2048, of: (text) => Buffer.byteLength(text) },
  async open(house, nudge) {
    const open = await openKf(house, nudge, { bounds: { messages: 1000, seconds: 48 * 3600 } })
    open.server.window = 1000
    // What cannot be pulled has not come yet; that it comes later is shown in a suite of its own.
    open.server.only = 'kf/send_msg'
    return {
      channel: open.kf.channel,
      async send(text, { id, person }) {
        open.writes(person, text, id)
        const status = await open.ring()
        if (status !== 200) throw new Error(`WeCom hears ${status}`)
      },
      thread: (person) => ({ channel: 'kf', person: `${kfAccount}/${person}` }),
      sent: async (person) => open.server.bySupport.filter(({ touser }) => touser === person).map(shown),
      forgeries: forgedCallbacks(open.url, seconds(house)),
      fail(mode) {
        open.server.mode = modeOf[mode]
      },
      heal() {
        open.server.mode = 'good'
      },
      close: open.close,
    }
  },
}

export function shown({ text, msgmenu }: SentByKf): Shown {
  return {
    text: text?.content ?? msgmenu?.head_content ?? '',
    buttons: msgmenu?.list.map(({ click }) => click.content) ?? [],
  }
}
