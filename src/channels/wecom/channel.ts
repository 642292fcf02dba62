import type { Router } from 'express'
import { z } from 'zod'
import type { Setting } from '../../dialogue/index.ts'
import type { Arrival, Channel, Memory } from '../../runtime/index.ts'
import { type Api, wecomApi } from './api.ts'
import { callback } from './callback.ts'
import { tried } from './check.ts'
import { delivery, ToMember, toNobody } from './deliver.ts'
import { envelope } from './envelope.ts'
import { channelName, type Incoming, incoming } from './incoming.ts'
import { markCard, onPressed } from './pressed.ts'
import { remembering } from './remember.ts'
import { explain } from './says.ts'

/** One application of a WeCom company, as its page in the console shows it. */
export interface WecomApp {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  readonly token: string
  readonly aesKey: string
  /** Where the API is; `https://qyapi.weixin.qq.com`, or a private deployment's own. */
  readonly apiUrl: string
}

export interface WecomOptions {
  readonly app: WecomApp
  readonly memory: Memory
  /** Stores what came, to be worked on. */
  receive(arrival: Arrival): Promise<unknown>
  /** Says that something was stored. */
  nudge(): void
  /** Milliseconds since 1970. */
  now(): number
  /** Our public address, for links to originals. */
  readonly origin?: string
  /** 微信客服 rang; absent where it is not set up. Must not throw. */
  onBell?(account: string, token: string | undefined): void
  /** Told of what went wrong where nobody waits for it. Must not throw. */
  onFault(error: unknown): void
  /** Milliseconds an answer of WeCom is waited for; for tests. */
  readonly patience?: number
}

export interface WecomChannel {
  readonly channel: Channel
  /** `/wecom/callback`; to be mounted at the root. */
  readonly router: Router
}

/** The application in WeCom: cadres write to it in the client, its callback comes here, and we write back through the API. */
export function wecomChannel(options: WecomOptions): WecomChannel {
  const { app, memory, receive, nudge, now, origin, onBell, onFault, patience } = options
  const seconds = () => Math.floor(now() / 1000)
  const { apiUrl: url, corpId, secret, agentId } = app
  const api = wecomApi({ url, corpId, secret, now, ...(patience === undefined ? {} : { patience }) })
  const kept = remembering(memory, channelName, ToMember, toNobody)
  const buttons = { kept, receive, show: showing(api, agentId, onFault) }

  async function take(came: Incoming): Promise<void> {
    switch (came.type) {
      case 'nothing':
        return
      case 'bell':
        onBell?.(came.account, came.token)
        return
      case 'arrival':
        await receive(came.arrival)
        break
      case 'pressed':
        await onPressed(buttons, came)
        break
    }
    nudge()
  }

  const router = callback({
    envelope: envelope({ token: app.token, aesKey: app.aesKey, receiver: corpId }),
    corpId,
    agentId,
    now: seconds,
    taken: (fields) => take(incoming(fields)),
  })
  const deliver = delivery({ api, agentId, kept, now: seconds, ...(origin === undefined ? {} : { origin }) })
  const setting: Setting = { knownBy: '企业微信', ...(origin === undefined ? {} : { web: origin }) }
  // Reads the application's own page: it asks for token, secret, number and address at once, and writes to nobody.
  const check = () =>
    tried(api, { path: `agent/get?agentid=${agentId}`, body: undefined, shape: App }, ({ close }) =>
      close === 1
        ? { code: 'closed' }
        : { says: '企业号、应用编号和密钥都对，接口通。能不能收到消息，要看管理后台“接收消息”页面保存时有没有通过。' },
    )
  return {
    channel: {
      name: channelName,
      delivery: 'push',
      deliver,
      setting: () => setting,
      member: (person) => person,
      check,
      explain,
    },
    router,
  }
}

const App = z.object({ agentid: z.number(), close: z.number().optional() })

function showing(api: Api, agentId: number, onFault: (error: unknown) => void) {
  return (pressed: Extract<Incoming, { type: 'pressed' }>, words: string) =>
    void markCard(api, agentId, pressed, words).catch(onFault)
}
