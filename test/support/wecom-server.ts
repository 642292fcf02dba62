import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong at WeCom. `token` modes take the token back once; the others last until they are changed. */
export type WecomMode =
  | 'good'
  | '42001'
  | '40014'
  | '45009'
  | '-1'
  | '60111'
  | 'invaliduser'
  | 'down'
  | 'stalled'
  | 'cut'
  | 'nonsense'
  | 'half'

/** One message as the API was asked to send it. */
export interface SentToMember {
  readonly touser: string
  readonly agentid: number
  readonly msgtype: string
  readonly text?: { readonly content: string }
  readonly template_card?: {
    readonly task_id: string
    readonly main_title: { readonly title: string; readonly desc: string }
    readonly button_list: readonly { readonly text: string; readonly key: string; readonly style: number }[]
  }
  /** Given out with a card; good for one update. */
  readonly response_code?: string
}

export interface SentByKf {
  readonly touser: string
  readonly open_kfid: string
  readonly msgtype: string
  readonly text?: { readonly content: string }
  readonly msgmenu?: {
    readonly head_content: string
    readonly list: readonly { readonly click: { readonly id: string; readonly content: string } }[]
  }
}

/** A stand-in for WeCom's API on a free port of this machine, as strict as its documentation. */
export interface WecomServer {
  readonly url: string
  mode: WecomMode
  /** The one path that goes wrong; absent: all. */
  only: string | undefined
  readonly sent: SentToMember[]
  /** Updates of cards that were taken. */
  readonly updates: { readonly userids: readonly string[]; readonly response_code: string; readonly name: string }[]
  readonly bySupport: SentByKf[]
  /** Welcome messages by their code. */
  readonly welcomes: { readonly code: string; readonly text: string }[]
  /** What people wrote to 微信客服, oldest first; the cursor counts in it. */
  readonly inbox: Record<string, unknown>[]
  /** Tokens given out, newest last. */
  readonly tokens: string[]
  /** Paths asked, in order, without their queries. */
  readonly asked: string[]
  /** How many messages a person of 微信客服 takes since they wrote last. */
  window: number
  /** Milliseconds a token lives by its own word. */
  lifetime: number
  /** Messages one answer of sync_msg holds at most. */
  page: number
  newResponseCode(): string
  close(): Promise<void>
}

export const corpSecret = 'a-secret-of-the-application'
export const kfSecret = 'a-secret-of-kf'
export const kfAccount = 'wkAJ2GCAAASSm4_FhToWMFea0xAFfd3Q'

export async function wecomServer(): Promise<WecomServer> {
  const codes = new Set<string>()
  const welcomeCodes = new Set<string>()
  const tasks = new Set<string>()
  const live = new Map<string, string>()
  const since = new Map<string, number>()
  let n = 0
  const server = createServer((request, response) => {
    response.on('error', () => undefined)
    void answer(request, response)
  })
  const stub: WecomServer & { url: string } = {
    url: '',
    mode: 'good',
    only: undefined,
    sent: [],
    updates: [],
    bySupport: [],
    welcomes: [],
    inbox: [],
    tokens: [],
    asked: [],
    window: 5,
    lifetime: 7200,
    page: 1000,
    newResponseCode() {
      const code = `code-${++n}`
      codes.add(code)
      return code
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }

  function failed(response: ServerResponse): boolean {
    switch (stub.mode) {
      case 'down':
        response.writeHead(503).end('unavailable')
        return true
      case 'stalled':
        return true
      case 'cut':
        response.destroy()
        return true
      case 'nonsense':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in, please</html>')
        return true
      case 'half':
        response.writeHead(200, { 'content-length': 100 })
        response.write('{"errcode":0,', () => response.destroy())
        return true
      default:
        return false
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://wecom')
    const path = url.pathname.replace('/cgi-bin/', '')
    stub.asked.push(path)
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const hit = stub.only === undefined || stub.only === path
    if (hit && failed(response)) return
    const json = (value: object) =>
      void response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(value))
    const no = (errcode: number) => json({ errcode, errmsg: 'no', hint: '[1700000000_1_0]' })
    if (path === 'gettoken') {
      const secret = url.searchParams.get('corpsecret') ?? ''
      if (secret !== corpSecret && secret !== kfSecret) return void no(40001)
      const token = `token-${++n}-of-a-length-that-is-usual-for-tokens`
      stub.tokens.push(token)
      live.set(token, secret)
      return void json({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: stub.lifetime })
    }
    const token = url.searchParams.get('access_token') ?? ''
    if (stub.mode === '42001' || stub.mode === '40014') {
      const errcode = Number(stub.mode)
      stub.mode = 'good'
      live.clear()
      return void no(errcode)
    }
    if (!live.has(token)) return void no(40014)
    if (path.startsWith('kf/') && live.get(token) !== kfSecret) return void no(48002)
    if (hit && (stub.mode === '45009' || stub.mode === '-1')) return void no(Number(stub.mode))
    const asked = JSON.parse(body || '{}')
    switch (path) {
      case 'message/send':
        if (stub.mode === '60111') return void no(60111)
        if (stub.mode === 'invaliduser')
          return void json({ errcode: 0, errmsg: 'ok', invaliduser: asked.touser, msgid: `m${++n}` })
        return void send(asked)
      case 'message/update_template_card':
        if (!codes.delete(asked.response_code)) return void no(45037)
        stub.updates.push({
          userids: asked.userids,
          response_code: asked.response_code,
          name: asked.button?.replace_name,
        })
        return void json({ errcode: 0, errmsg: 'ok' })
      case 'agent/get':
        return void json({ errcode: 0, errmsg: 'ok', agentid: Number(url.searchParams.get('agentid')), close: 0 })
      case 'kf/account/list':
        return void json({ errcode: 0, errmsg: 'ok', account_list: [{ open_kfid: kfAccount, name: '清问' }] })
      case 'kf/sync_msg':
        return void sync(asked)
      case 'kf/send_msg':
        return void bySupport(asked)
      case 'kf/send_msg_on_event':
        if (welcomeCodes.has(asked.code) || Buffer.byteLength(JSON.stringify(asked)) > 4096) return void no(95021)
        welcomeCodes.add(asked.code)
        stub.welcomes.push({ code: asked.code, text: asked.text?.content ?? asked.msgmenu.head_content })
        return void json({ errcode: 0, errmsg: 'ok', msgid: `w${++n}` })
      default:
        return void no(40004)
    }

    function send(message: SentToMember): void {
      const card = message.template_card
      if (message.text && (message.text.content === '' || Buffer.byteLength(message.text.content) > 2048))
        return void no(45002)
      if (card) {
        if (!/^[\w@-]{1,128}$/.test(card.task_id) || tasks.has(card.task_id)) return void no(42014)
        const keys = new Set(card.button_list.map(({ key }) => key))
        if (card.button_list.length > 6 || keys.size < card.button_list.length) return void no(40058)
        if ([...keys].some((key) => key === '' || Buffer.byteLength(key) > 1024)) return void no(40058)
        tasks.add(card.task_id)
      }
      const response_code = card ? stub.newResponseCode() : undefined
      stub.sent.push({ ...message, ...(response_code === undefined ? {} : { response_code }) })
      json({ errcode: 0, errmsg: 'ok', msgid: `m${++n}`, ...(response_code === undefined ? {} : { response_code }) })
    }

    function sync({ cursor, limit = 1000, open_kfid }: { cursor?: string; limit?: number; open_kfid?: string }): void {
      if (open_kfid !== kfAccount) return void no(95000)
      const from = cursor ? Number(cursor.slice(1)) : 0
      const list = stub.inbox.slice(from, from + Math.min(limit, stub.page))
      const next = from + list.length
      json({
        errcode: 0,
        errmsg: 'ok',
        next_cursor: `c${next}`,
        has_more: next < stub.inbox.length ? 1 : 0,
        msg_list: list,
      })
    }

    function bySupport(message: SentByKf): void {
      if (stub.mode === '60111') return void no(40003)
      if (message.open_kfid !== kfAccount) return void no(95000)
      if (message.text && Buffer.byteLength(message.text.content) > 2048) return void no(45002)
      const wrote = stub.inbox.filter(
        (each) => each['external_userid'] === message.touser && each['origin'] === 3,
      ).length
      const key = `${message.touser} ${wrote}`
      if (wrote === 0) return void no(95002)
      if ((since.get(key) ?? 0) >= stub.window) return void no(95001)
      since.set(key, (since.get(key) ?? 0) + 1)
      stub.bySupport.push(message)
      json({ errcode: 0, errmsg: 'ok', msgid: `k${++n}` })
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // A TCP server's address is never a string.
  return stub
}
