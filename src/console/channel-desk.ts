import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Channel, Checked, Clock, Officer, Store, TrafficBook } from '../runtime/index.ts'

/** A channel as it is set up here: which variables it needs, and which of them are there. Never a value of one. */
export interface ChannelSetup {
  /** As in threads: `web`, `wecom-bot` … */
  readonly name: string
  readonly title: string
  readonly needs: readonly { readonly variable: string; readonly set: boolean }[]
}

export interface ChannelView {
  readonly name: string
  readonly title: string
  /** `half`: some variables are there and some are not. */
  readonly setUp: 'yes' | 'no' | 'half'
  readonly missing: readonly string[]
  readonly needs: readonly string[]
  /** It runs in this very process, so that it can be checked from here. */
  readonly here: boolean
  readonly checkable: boolean
  readonly lastIn?: string
  readonly lastOut?: string
  readonly trouble?: { readonly at: string; readonly says: string; readonly todo?: string }
  /** Replies that wait to be delivered. */
  readonly waiting: number
  readonly dead: readonly DeadView[]
}

/** A reply that could not be delivered. To whom and what it says is nobody's business here. */
export interface DeadView {
  /** Stands for the reply's key, which names a person. */
  readonly id: string
  readonly tries: number
  readonly why: string
}

export interface ChannelDesk {
  list(): Promise<readonly ChannelView[]>
  /** Really tries it; at most `LIMIT_MS`. @throws Refused `notFound` where it cannot be tried from here. */
  check(officer: Officer, name: string): Promise<Checked>
  /** @throws Refused `stale` if it is not undeliverable any more. */
  again(officer: Officer, id: string): Promise<void>
  giveUp(officer: Officer, id: string): Promise<void>
}

export interface ChannelDeskParts {
  readonly store: Store
  readonly channels: readonly ChannelSetup[]
  readonly plugs: ReadonlyMap<string, Channel>
  readonly traffic: TrafficBook
  readonly now: Clock
}

/** Longer than a channel's own patience, shorter than an officer's. */
const LIMIT_MS = 12_000

export function openChannelDesk({ store, channels, plugs, traffic, now }: ChannelDeskParts): ChannelDesk {
  const note = (officer: Officer, what: string, object: string) =>
    store.audit.append([{ who: `officer:${officer.id}`, what, object }], now())

  async function deadOf(id: string) {
    const dead = (await store.outbox.dead()).find((task) => idOf(task.key) === id)
    if (!dead) throw new Refused('stale')
    return dead
  }

  return {
    async list() {
      const [waiting, dead] = await Promise.all([store.outbox.waiting(), store.outbox.dead()])
      return Promise.all(
        channels.map(async ({ name, title, needs }): Promise<ChannelView> => {
          const plug = plugs.get(name)
          const { lastIn, lastOut, trouble } = await traffic.read(name)
          const missing = needs.filter(({ set }) => !set).map(({ variable }) => variable)
          return {
            name,
            title,
            setUp: missing.length === 0 ? 'yes' : missing.length === needs.length ? 'no' : 'half',
            missing,
            needs: needs.map(({ variable }) => variable),
            here: plug !== undefined,
            checkable: plug?.check !== undefined,
            ...(lastIn === undefined ? {} : { lastIn }),
            ...(lastOut === undefined ? {} : { lastOut }),
            ...(trouble === undefined ? {} : { trouble: { at: trouble.at, ...explained(plug, trouble.what) } }),
            waiting: waiting[name] ?? 0,
            dead: dead
              .filter((task) => task.channel === name)
              .map(({ key, tries, why = '' }) => ({ id: idOf(key), tries, why: explained(plug, bare(why)).says })),
          }
        }),
      )
    },

    async check(officer, name) {
      const plug = plugs.get(name)
      if (!plug?.check) throw new Refused('notFound')
      await note(officer, 'channel.checked', name)
      return inTime(plug.check())
    },

    async again(officer, id) {
      const { key, channel } = await deadOf(id)
      if (!(await store.outbox.revive(key))) throw new Refused('stale')
      await note(officer, 'reply.sentAgain', channel)
    },

    async giveUp(officer, id) {
      const { key, channel } = await deadOf(id)
      if (!(await store.outbox.drop(key))) throw new Refused('stale')
      await note(officer, 'reply.givenUp', channel)
    },
  }
}

const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 20)
const bare = (why: string) => why.replace(/^Undelivered /, '')

function explained(plug: Channel | undefined, what: string): { readonly says: string; readonly todo?: string } {
  return plug?.explain?.(what) ?? { says: `没有发成，对方给的代码是 ${what || '（没有）'}。` }
}

async function inTime(checking: Promise<Checked>): Promise<Checked> {
  let late: NodeJS.Timeout | undefined
  const limit = new Promise<Checked>((resolve) => {
    late = setTimeout(
      () => resolve({ ok: false, says: `等了 ${LIMIT_MS / 1000} 秒没有结果。`, todo: '请看看网络，过一会儿再试。' }),
      LIMIT_MS,
    )
  })
  try {
    return await Promise.race([checking, limit])
  } finally {
    clearTimeout(late)
  }
}
