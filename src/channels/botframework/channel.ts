import type { Router } from 'express'
import { Refused } from '../../base/index.ts'
import { type Arrival, type Channel, type Memory, type Task, Undelivered } from '../../runtime/index.ts'
import { access } from './access.ts'
import type { Incoming } from './activity.ts'
import { checkTeams } from './check.ts'
import { door } from './door.ts'
import { type Heard, hear } from './hear.ts'
import { isConnector } from './hosts.ts'
import { asMarkdown } from './markdown.ts'
import { identityOf, inGroup, personOf, placeOf } from './person.ts'
import { openPlaces } from './places.ts'
import { microsoft, type Plug, type PlugOptions } from './plug.ts'
import { render } from './render.ts'
import { explain } from './says.ts'

export interface BotFrameworkOptions {
  readonly appId: string
  readonly password: string
  /** Entra tenant of the app's registration. */
  readonly tenant: string
  /** Other tenants whose people may write. */
  readonly tenants?: readonly string[]
  /** Address of the web chat, `https://qingwen.example.cn`: where one can write unnamed, hand in files, read originals. */
  readonly origin?: string
  readonly memory: Memory
  /** Stores an arrival; see `Conversations.receive`. */
  receive(arrival: Arrival): Promise<unknown>
  /** Called when something was stored, so that it is worked on at once. */
  nudge(): void
  onFault(error: unknown): void
  /** Told when what comes in cannot be verified (`keys`), and `undefined` when it can again. */
  trouble?(code: string | undefined): void
  /** For tests: other addresses than Microsoft's, another kit. */
  readonly stand?: {
    readonly login?: string
    readonly metadataUrl?: string
    readonly connectors?: readonly string[]
    readonly patience?: number
    plug?(options: PlugOptions): Promise<Plug>
  }
}

export interface BotFrameworkChannel {
  readonly channel: Channel
  /** `POST /api/messages`; to be mounted at the root. */
  readonly router: Router
}

/** Teams, and any other channel of the Bot Framework. */
export function botFrameworkChannel(options: BotFrameworkOptions): BotFrameworkChannel {
  const {
    appId,
    password,
    tenant,
    tenants = [],
    origin,
    memory,
    receive,
    nudge,
    onFault,
    trouble,
    stand = {},
  } = options
  const places = openPlaces(memory, name)
  const account = { appId, password, tenant, ...(stand.login === undefined ? {} : { login: stand.login }) }
  const metadataUrl = stand.metadataUrl ?? microsoft.metadataUrl
  const token = access(account)
  const open = stand.plug ?? (async (parts: PlugOptions) => (await import('./sdk.ts')).botbuilderPlug(parts))
  let plugged: Promise<Plug> | undefined
  const plug = () => {
    plugged ??= open({
      appId,
      token,
      metadataUrl,
      patience: stand.patience ?? 15,
    })
    return plugged
  }
  // The kit costs a second to load: now, while nobody waits.
  plug().catch(onFault)

  let failing = false
  const went = (code: string | undefined) => {
    if (code !== undefined || failing) trouble?.(code)
    failing = code !== undefined
  }

  /** The plug, and told of when nobody can be let in because the keys cannot be had. */
  async function minded(): Promise<Plug> {
    const open = await plug()
    return {
      ...open,
      async verify(authorization, activity) {
        try {
          await open.verify(authorization, activity)
          went(undefined)
        } catch (error) {
          if (!(error instanceof Refused)) went('keys')
          throw error
        }
      },
    }
  }

  /** Said past the outbox, because it answers nothing that is kept; if it is lost, nothing is. */
  function notify(activity: Incoming, outgoing: Parameters<Plug['send']>[1]): void {
    plug()
      .then((open) => open.send(placeOf(activity), outgoing))
      .catch(onFault)
  }

  async function take(activity: Incoming): Promise<void> {
    const person = personOf(activity)
    for (const heard of hear(activity, name)) {
      if (heard.type === 'notice') {
        const text = asMarkdown(notices[heard.notice](origin))
        notify(activity, { type: 'message', text, textFormat: 'markdown' })
      } else if (heard.type !== 'nothing' && (await counts(heard, person))) {
        await places.keep(person, placeOf(activity))
        await receive(heard.arrival)
        nudge()
        if (heard.arrival.event.type === 'said') notify(activity, { type: 'typing' })
      }
    }
  }

  /** A thumb on an older answer is about a question the core has left. */
  const counts = async (heard: Exclude<Heard, { type: 'notice' | 'nothing' }>, person: string): Promise<boolean> =>
    heard.type === 'arrival' || heard.about === (await places.lastAnswer(person))

  async function deliver(task: Task, text: string): Promise<void> {
    const place = await places.find(task.person)
    if (!place || !isConnector(place.serviceUrl, stand.connectors)) throw new Undelivered('never', 'unknown place')
    const group = inGroup(task.person)
    let id = ''
    for (const activity of render(task.say, text, { place, group, ...(origin === undefined ? {} : { origin }) }))
      id = await (await plug()).send(place, activity)
    if (task.say.version !== undefined && id !== '') await places.answered(task.person, id)
  }

  const channel: Channel = {
    name,
    delivery: 'push',
    deliver,
    setting: (person) => ({
      knownBy: 'Teams',
      ...(inGroup(person) ? { overheard: true as const } : {}),
      ...(origin === undefined ? {} : { web: `${origin}/` }),
    }),
    member(person) {
      const known = identityOf(person)
      return known && `${known.tenant}/${known.object}`
    },
    check: () => checkTeams(account, metadataUrl),
    explain,
  }
  const allowed = new Set([tenant, ...tenants].map((each) => each.toLowerCase()))
  const { connectors } = stand
  const router = door({ plug: minded, take, tenants: allowed, onFault, ...(connectors ? { connectors } : {}) })
  return { channel, router }
}

const name = 'teams'

const notices = {
  files: (origin: string | undefined) =>
    `这里还收不了图片和文件。请用网页发：${origin === undefined ? '本机关的网页对话' : `${origin}/`}；交过材料的，凭回执编号就能补。要紧的内容，也可以写成文字发在这里。`,
  tooLong: () => '内容太长了，没有收下：请分成几条发，每条不超过 4000 字。',
} as const
