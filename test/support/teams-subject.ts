import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { botFrameworkChannel } from '../../src/channels/index.ts'
import type { House } from '../../src/runtime/index.ts'
import type { ChannelSubject, OpenChannel, Shown } from '../contracts/channel/subject.ts'
import { forgedTokens } from './forged-tokens.ts'
import { type Microsoft, openMicrosoft, type SentActivity } from './microsoft.ts'

type Options = Parameters<typeof botFrameworkChannel>[0]
type Plug = NonNullable<NonNullable<Options['stand']>['plug']>

/** Teams for the contract of channels. @param plug another kit than botbuilder. */
export const teamsSubject = (name: string, plug?: Plug): ChannelSubject => ({
  name,
  delivery: 'push',
  acknowledges: 'at once',
  // Teams takes about 28 kB of a message.
  limit: { most: 28_000, of: (text) => Buffer.byteLength(text) },
  open: (house, nudge) => openTeams(house, nudge, plug),
})

export interface OpenTeams extends OpenChannel {
  readonly ms: Microsoft
  /** Posts a body as the Bot Framework does. @param authorization absent: a good token; `null`: none. */
  post(body: unknown, authorization?: string | null): Promise<Response>
  /** A message of a person in their own chat, as Teams words it; to be changed. */
  message(text: string, id: string, person: string): Record<string, unknown>
  /** Everything shown to a person, as it was sent. */
  activities(person: string): readonly SentActivity[]
}

/** The same id for the same name, as a directory would give. */
export const objectOf = (person: string): string => {
  const hash = createHash('sha256').update(person).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export async function openTeams(house: House, nudge: () => void, plug?: Plug): Promise<OpenTeams> {
  const ms = await openMicrosoft()
  const teams = botFrameworkChannel({
    appId: ms.appId,
    password: ms.password,
    tenant: ms.tenant,
    origin: 'https://qingwen.example.cn',
    memory: house.store.memory,
    receive: house.store.conversations.receive,
    nudge,
    onFault: house.onFault,
    trouble: (code) => house.traffic.trouble('teams', code),
    stand: {
      login: ms.url,
      metadataUrl: ms.metadataUrl,
      connectors: [new URL(ms.serviceUrl).origin],
      patience: 1,
      ...(plug ? { plug } : {}),
    },
  })
  const app = express()
  app.use(teams.router)
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages` // a TCP server's address is never a string

  const conversationOf = (person: string) => `a:1${objectOf(person)}`
  const message = (text: string, id: string, person: string) => ({
    type: 'message',
    id,
    timestamp: '2026-11-30T01:30:00.000Z',
    channelId: 'msteams',
    serviceUrl: ms.serviceUrl,
    from: { id: `29:1${objectOf(person)}`, name: '某某', aadObjectId: objectOf(person) },
    conversation: { conversationType: 'personal', tenantId: ms.tenant, id: conversationOf(person) },
    recipient: { id: `28:${ms.appId}`, name: '清问' },
    textFormat: 'plain',
    text,
    attachments: [{ contentType: 'text/html', content: `<div><p>${text}</p></div>` }],
    entities: [{ type: 'clientInfo', locale: 'zh-CN', country: 'CN', platform: 'Windows' }],
    channelData: { tenant: { id: ms.tenant } },
    locale: 'zh-CN',
  })
  const post = (body: unknown, authorization: string | null | undefined = `Bearer ${ms.signed()}`) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const activities = (person: string) =>
    ms.sent
      .filter((each) => each.conversation === conversationOf(person) && each.activity.type === 'message')
      .map((each) => each.activity)
  const forged = forgedTokens(ms, 'https://canary.example.cn')
  return {
    ms,
    channel: teams.channel,
    message,
    post,
    activities,
    async send(text, { id, person }) {
      const answer = await post(message(text, id, person))
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    },
    thread: (person) => ({ channel: 'teams', person: `u:${ms.tenant}:${objectOf(person)}` }),
    sent: async (person) => activities(person).map(shown),
    forgeries: Object.fromEntries(
      Object.entries(forged).map(([name, authorization]) => [
        name,
        async () => (await post(message('你好', 'forged', 'wang'), authorization ?? null)).status,
      ]),
    ),
    fail: ms.fail,
    heal: ms.heal,
    async close() {
      await new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      })
      await ms.close()
    },
  }
}

/** As Teams draws it: markup done, citations and cards beside it. */
export function shown(activity: SentActivity): Shown {
  const card = activity.attachments?.[0]?.content as Card | undefined // the only kind we send
  const names = activity.entities?.flatMap((each) => each.citation?.map((c) => c.appearance.name) ?? []) ?? []
  return {
    text: [asDrawn(activity.text ?? ''), activity.summary ?? '', ...names].filter(Boolean).join('\n'),
    buttons: [
      ...(activity.suggestedActions?.actions.map((each) => each.title) ?? []),
      ...(card?.actions.map((each) => each.title) ?? []),
    ],
    ...(card ? { card: card.body.map((block) => block.inlines.map((run) => run.text).join('')).join('\n') } : {}),
  }
}

interface Card {
  readonly body: readonly { readonly inlines: readonly { readonly text: string }[] }[]
  readonly actions: readonly { readonly title: string }[]
}

/** A strict reader of markdown: what a backslash or an entity keeps is shown, and any mark left bare is gone, as markup is. */
export function asDrawn(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/\\([!-/:-@[-`{-~])|&(amp|lt|gt);|\[(\d+)\]|[*_~`#|<>[\]]/g, (_, kept, entity, mark) => {
      if (kept !== undefined) return kept
      if (entity !== undefined) return { amp: '&', lt: '<', gt: '>' }[entity as 'amp' | 'lt' | 'gt'] // the three that are matched
      return mark === undefined ? '' : `[${mark}]`
    })
}
