import { z } from 'zod'
import type { Setting } from '../../dialogue/index.ts'
import {
  type Arrival,
  type Channel,
  type Conversations,
  type Memory,
  type Outbox,
  Undelivered,
} from '../../runtime/index.ts'
import { codeOf, explain, remembering, tried, wecomApi } from '../wecom/index.ts'
import { type Bounds, opened, windowBounds } from './budget.ts'
import { asksForRest, delivery, sendRest } from './deliver.ts'
import { ToPerson, toNobody } from './kept.ts'
import { channelName, type Pulled } from './message.ts'
import { pull } from './pull.ts'

export interface KfOptions {
  readonly corpId: string
  /** 微信客服 has a secret of its own. */
  readonly secret: string
  readonly apiUrl: string
  readonly memory: Memory
  readonly conversations: Pick<Conversations, 'load' | 'log' | 'receive'>
  readonly outbox: Pick<Outbox, 'hurry'>
  nudge(): void
  /** Milliseconds since 1970. */
  now(): number
  readonly origin?: string
  onFault(error: unknown): void
  /** Told when what people wrote cannot be pulled, and `undefined` when it can again. */
  trouble?(code: string | undefined): void
  readonly patience?: number
  /** Milliseconds after which a pull that failed is tried again, the first time. */
  readonly againAfter?: number
  /** What WeChat allows; others only in tests. */
  readonly bounds?: Bounds
}

export interface KfChannel {
  readonly channel: Channel
  /** There is something to be pulled. Resolves when it is stored; never rejects. */
  bell(account: string, token?: string): Promise<void>
  /** Pulls what came while nobody listened, from every account. Never rejects. */
  catchUp(): Promise<void>
}

const Accounts = z.object({ account_list: z.array(z.object({ open_kfid: z.string() })).default([]) })

/** 微信客服: citizens write in WeChat, a bell rings at the callback, and we pull what they wrote and send what is answered. */
export function kfChannel(options: KfOptions): KfChannel {
  const { againAfter = 2000 } = options
  const { corpId, secret, apiUrl: url, memory, conversations, outbox, nudge, now, origin, onFault, patience } = options
  const api = wecomApi({ url, corpId, secret, now, ...(patience === undefined ? {} : { patience }) })
  const kept = remembering(memory, channelName, ToPerson, toNobody)
  const seconds = () => Math.floor(now() / 1000)
  const line = {
    api,
    kept,
    bounds: options.bounds ?? windowBounds,
    now: seconds,
    conversations,
    ...(origin === undefined ? {} : { origin }),
  }

  async function taken(came: Pulled): Promise<void> {
    switch (came.type) {
      case 'nothing':
        return
      case 'failed':
        onFault(new Undelivered('never', `kf-${came.why}`))
        return
      case 'came': {
        const { code, at, arrival } = came
        if (code !== undefined) await kept.amend(arrival.person, (was) => ({ ...was, welcome: { code, at } }))
        await conversations.receive(arrival)
        return
      }
      case 'wrote':
        await wrote(came.arrival, came.at)
    }
  }

  async function wrote(arrival: Arrival, at: number): Promise<void> {
    const before = await kept.recall(arrival.person)
    await kept.amend(arrival.person, (was) => ({ ...was, window: opened(was.window, at) }))
    await outbox.hurry(arrival)
    if (arrival.event.type === 'said' && asksForRest(before, arrival.event.text)) {
      // If it fails it stays folded, and the word can be said again.
      await sendRest(line, arrival).catch(onFault)
      return
    }
    await conversations.receive(arrival)
  }

  // One pull of an account at a time: what rings meanwhile is pulled by one more after it.
  const pulls = new Map<string, Promise<void>>()
  let failing = false
  const went = (code: string | undefined) => {
    if (code !== undefined || failing) options.trouble?.(code)
    failing = code !== undefined
  }
  function bell(account: string, token?: string, tries = 0): Promise<void> {
    const next = (pulls.get(account) ?? Promise.resolve())
      .then(() => pull({ api, memory, taken, onFault }, account, token))
      .then(() => went(undefined))
      .catch((error: unknown) => {
        went(codeOf(error))
        onFault(error)
        // The bell does not ring again for what it has rung for, so a pull that failed is made up for.
        setTimeout(() => void bell(account, undefined, tries + 1), Math.min(60_000, againAfter * 2 ** tries)).unref()
      })
      .then(nudge)
    pulls.set(account, next)
    return next
  }

  async function catchUp(): Promise<void> {
    try {
      const { account_list } = await api.post('kf/account/list', { offset: 0, limit: 100 }, Accounts)
      await Promise.all(account_list.map(({ open_kfid }) => bell(open_kfid)))
    } catch (error) {
      went(codeOf(error))
      onFault(error)
    }
  }

  const check = () =>
    tried(api, { path: 'kf/account/list', body: { offset: 0, limit: 100 }, shape: Accounts }, ({ account_list }) =>
      account_list.length === 0
        ? { code: 'kf-no-account' }
        : { says: `密钥对，接口通，有 ${account_list.length} 个客服账号。` },
    )

  const setting: Setting = { knownBy: '微信', ...(origin === undefined ? {} : { web: origin }) }
  const channel: Channel = {
    name: channelName,
    delivery: 'push',
    deliver: delivery(line),
    setting: () => setting,
    check,
    explain,
  }
  return { channel, bell: (account, token) => bell(account, token), catchUp }
}
