import { webTokens } from '../../src/channels/index.ts'
import { draftCodeOf, type Thread, take, takeWaiting } from '../../src/runtime/index.ts'
import type { ChannelSubject, Shown } from '../contracts/channel/subject.ts'
import { fakeHouse } from './fake-house.ts'
import { line, type Opened } from './line.ts'
import { webServer } from './web-server.ts'

/** The web chat for the contract of channels: our own Direct Line, asked as its clients ask it. */
export const webSubject: ChannelSubject = {
  name: 'web chat',
  delivery: 'log',
  acknowledges: 'when committed',
  async open(house) {
    const secret = Buffer.alloc(32, 7)
    // What only the browser holds stands, sealed, in its token.
    const passes = webTokens(secret, house.clock)
    const server = await webServer(
      fakeHouse(() => []),
      {
        take: (arrival) => take(house, arrival),
        collect: (thread) => takeWaiting(house, thread),
        attend: house.present.attend,
        secret,
        log: house.store.conversations.log,
        async showReceipt(id) {
          const nonce = await house.store.cases.receiptNonce(id)
          return nonce === undefined ? undefined : house.receipts.show(nonce)
        },
        showDraftCode: (id) => draftCodeOf(house, id),
        now: house.clock,
        onFault: house.onFault,
      },
    )
    const client = line(server.url)
    const chats = new Map<string, Promise<Opened>>()
    const known = new Map<string, Opened>()
    async function chatOf(person: string): Promise<Opened> {
      const chat = await (chats.get(person) ?? chats.set(person, client.open()).get(person)!)
      known.set(person, chat)
      return chat
    }
    const post = async (chat: Pick<Opened, 'conversationId' | 'token'>, body: unknown) =>
      (await client.call('POST', `/conversations/${chat.conversationId}/activities`, chat.token, body)).status
    const message = { type: 'message', text: '你好' }
    return {
      channel: server.web.channel,
      async send(text, { id, person }) {
        const answer = await client.say(await chatOf(person), text, id)
        if (!answer.ok) throw new Error(`${answer.status}`)
      },
      thread(person): Thread {
        const chat = known.get(person)
        if (!chat) return { channel: 'web', person: '' }
        return { channel: 'web', person: chat.conversationId, secret: passes.open(chat.token, 'chat').secret }
      },
      async sent(person) {
        const shown: Shown[] = []
        for (let watermark = '0'; ; ) {
          const batch = await client.read(await chatOf(person), watermark)
          for (const { from, text, suggestedActions, channelData, entities } of batch.activities)
            if (from.role === 'bot')
              shown.push({
                text: [text, ...(entities?.[0].citation ?? []).map((c) => c.appearance.name)].join('\n'),
                buttons: suggestedActions?.actions.map((each) => each.title) ?? [],
                ...(channelData.card
                  ? { card: channelData.card.rows.map((r) => `${r.label}：${r.value}`).join('\n') }
                  : {}),
              })
          if (batch.activities.length === 0) return shown
          watermark = batch.watermark
        }
      },
      forgeries: {
        'no token': () => post({ conversationId: 'A'.repeat(22), token: '' }, message),
        'a token of nobody': () => post({ conversationId: 'A'.repeat(22), token: 'A'.repeat(64) }, message),
        'no JSON': () => post({ conversationId: 'A'.repeat(22), token: '' }, '{'),
      },
      close: () => server.close(),
    }
  },
}
