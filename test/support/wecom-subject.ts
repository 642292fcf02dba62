import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { wecomChannel } from '../../src/channels/index.ts'
import { problems } from '../../src/http/index.ts'
import type { House } from '../../src/runtime/index.ts'
import type { ChannelSubject, Failure, Shown } from '../contracts/channel/subject.ts'
import { agentId, callbackOf, postTo, seal, textOf } from './wecom-caller.ts'
import { forgedCallbacks } from './wecom-forged.ts'
import { corpSecret, type WecomMode, type WecomServer, wecomServer } from './wecom-server.ts'

/** The application in WeCom over a house, behind a door of its own. */
export interface OpenWecom {
  readonly url: string
  readonly server: WecomServer
  readonly wecom: ReturnType<typeof wecomChannel>
  close(): Promise<void>
}

export const seconds = (house: House): number => Math.floor(Date.parse(house.clock()) / 1000)

export async function openWecom(
  house: House,
  nudge: () => void = () => undefined,
  more: Partial<Parameters<typeof wecomChannel>[0]> = {},
): Promise<OpenWecom> {
  const server = await wecomServer()
  const wecom = wecomChannel({
    app: {
      corpId: seal.receiver,
      agentId,
      secret: corpSecret,
      token: seal.token,
      aesKey: seal.aesKey,
      apiUrl: server.url,
    },
    memory: house.store.memory,
    receive: house.store.conversations.receive,
    nudge,
    now: () => Date.parse(house.clock()),
    onFault: house.onFault,
    // Nothing here is far away; what does not answer in this time never will.
    patience: 400,
    ...more,
  })
  const app = express()
  app.set('query parser', 'simple')
  app.use(wecom.router)
  app.use(problems(house.onFault))
  const door = createServer(app)
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`, // A TCP server's address is never a string.
    server,
    wecom,
    async close() {
      door.closeAllConnections()
      await new Promise((done) => door.close(done))
      await server.close()
    },
  }
}

/** How the contract's failures look at WeCom. */
export const modeOf: Readonly<Record<Failure, WecomMode>> = {
  down: 'down',
  stalled: 'stalled',
  busy: '45009',
  left: '60111',
}

/** WeCom's application for the contract of channels: messages sealed by the vendor's own library, replies taken by a stand-in. */
export const wecomSubject: ChannelSubject = {
  name: 'WeCom application',
  delivery: 'push',
  acknowledges: 'at once',
  limit: { most: 2048, of: (text) => Buffer.byteLength(text) },
  async open(house, nudge) {
    const open = await openWecom(house, nudge)
    const { server, url } = open
    const ids = new Map<string, string>()
    const idOf = (id: string) =>
      ids.get(id) ?? ids.set(id, String(4_561_255_354_251_000_000n + BigInt(ids.size))).get(id)!
    return {
      channel: open.wecom.channel,
      async send(text, { id, person }) {
        const answer = await postTo(url, callbackOf(textOf(person, idOf(`${id}`), text), seconds(house)))
        if (answer.status !== 200 || (await answer.text()) !== '') throw new Error(`WeCom hears ${answer.status}`)
      },
      thread: (person) => ({ channel: 'wecom', person }),
      sent: async (person) => server.sent.filter(({ touser }) => touser === person).map(shown),
      forgeries: forgedCallbacks(url, seconds(house)),
      fail(mode) {
        server.mode = modeOf[mode]
      },
      heal() {
        server.mode = 'good'
      },
      close: open.close,
    }
  },
}

function shown({ text, template_card }: WecomServer['sent'][number]): Shown {
  return { text: text?.content ?? '', buttons: template_card?.button_list.map((button) => button.text) ?? [] }
}
