import type { Router } from 'express'
import type { Channel, House } from '../runtime/index.ts'
import { kfChannel } from './kf/index.ts'
import { type WecomApp, wecomChannel } from './wecom/index.ts'

export interface WecomSetUp {
  /** `kfSecret`: 微信客服's own; absent: it is not set up. */
  readonly app: WecomApp & { readonly kfSecret?: string }
  readonly origin: string | undefined
  nudge(): void
}

export interface WecomDoors {
  readonly channels: readonly Channel[]
  /** `/wecom/callback`, for both. */
  readonly router: Router
  /** Pulls what was written to 微信客服 while nobody listened. Never rejects. */
  catchUp(): Promise<void>
}

/** WeCom's application and 微信客服 over a house: two channels behind one callback. */
export function wecomDoors(house: House, { app, origin, nudge }: WecomSetUp): WecomDoors {
  const { store, onFault } = house
  const { kfSecret } = app
  const common = {
    memory: store.memory,
    nudge,
    now: () => Date.now(),
    onFault,
    ...(origin === undefined ? {} : { origin }),
  }
  const kf =
    kfSecret === undefined
      ? undefined
      : kfChannel({
          ...common,
          corpId: app.corpId,
          apiUrl: app.apiUrl,
          secret: kfSecret,
          conversations: store.conversations,
          outbox: store.outbox,
          trouble: (code) => house.traffic.trouble('kf', code),
        })
  const wecom = wecomChannel({
    ...common,
    app,
    receive: (arrival) => store.conversations.receive(arrival),
    ...(kf ? { onBell: (account, token) => void kf.bell(account, token) } : {}),
  })
  return {
    channels: kf ? [wecom.channel, kf.channel] : [wecom.channel],
    router: wecom.router,
    catchUp: async () => kf?.catchUp(),
  }
}
