import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server that speaks the chat completions of OpenAI may do to those who ask it. */
export const modes = [
  'good',
  'invented cites',
  'numbers changed',
  'denial dropped',
  'force changed',
  'extra claims',
  'verdicts',
  'markup and links',
  'obeys passages',
  'fake receipts',
  'half an answer',
  'garbage',
  'wrong schema',
  'empty',
  'silence',
  'slow drip',
  '500',
  '429',
  '401',
  'redirect',
  'huge',
  'wrong content type',
] as const
export type Mode = (typeof modes)[number]

export interface ModelServer {
  /** For `LLM_BASE_URL`. */
  readonly url: string
  mode: Mode
  /** Every body that came in, whole. */
  readonly seen: string[]
  /** Authorization headers that came in. */
  readonly keys: (string | undefined)[]
  /** Sentences it gave as they stand in the clauses they cite; whatever else it said, no clause says. */
  readonly right: Set<string>
  /** Ways of asking for a form that it does not know: `response_format` types and `tools`. */
  knowsNot: ReadonlySet<string>
  /** Requests at other paths: where a redirect led. */
  readonly strayed: string[]
  /** Resolves once so many requests have come in. */
  untilAsked(times: number): Promise<void>
  close(): Promise<void>
}

interface Asked {
  readonly stream?: boolean
  readonly tools?: unknown
  readonly response_format?: { readonly type: string }
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}
interface Values {
  readonly question?: string
  readonly passages?: readonly { readonly id: string; readonly text: string }[]
}
type Sentence = { text: string; cites: string[] }

/** A hostile stub on a free port of this machine. */
export async function modelServer(mode: Mode = 'good'): Promise<ModelServer> {
  const server = createServer((request, response) => {
    // Whoever hangs up on a slow answer is in the right.
    response.on('error', () => undefined)
    void answer(request, response)
  })
  const waiting: (() => void)[] = []
  const stub = {
    mode,
    url: '',
    seen: [] as string[],
    keys: [] as (string | undefined)[],
    right: new Set<string>(),
    knowsNot: new Set<string>() as ReadonlySet<string>,
    strayed: [] as string[],
    untilAsked: (times: number) =>
      new Promise<void>((done) => {
        const look = () => (stub.seen.length >= times ? done() : void waiting.push(look))
        look()
      }),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/v1/chat/completions') {
      stub.strayed.push(request.url ?? '')
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      return
    }
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    stub.seen.push(body)
    stub.keys.push(request.headers.authorization)
    for (const look of waiting.splice(0)) look()
    const asked = JSON.parse(body) as Asked
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const way = asked.tools ? 'tools' : (asked.response_format?.type ?? 'plain')
    if (stub.knowsNot.has(way)) return void json(400, { error: { message: `${way} is not supported` } })
    const content = asked.stream ? stub.mode : way
    switch (stub.mode) {
      case '500':
        return void json(500, { error: { message: 'boom' } })
      case '429':
        return void response
          .writeHead(429, { 'content-type': 'application/json', 'retry-after': '60' })
          .end('{"error":{"message":"slow down"}}')
      case '401':
        return void json(401, { error: { message: 'no such key' } })
      case 'redirect':
        return void response.writeHead(307, { location: `${stub.url.replace('/v1', '')}/elsewhere` }).end()
      case 'silence':
        return
      case 'wrong content type':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><body>login, please</body></html>')
      case 'huge':
        return void json(200, completion('啊'.repeat(400_000), content))
      case 'slow drip': {
        response.writeHead(200, { 'content-type': asked.stream ? 'text/event-stream' : 'application/json' })
        response.write(asked.stream ? ': wait\n\n' : ' ')
        const timer = setInterval(() => response.write(asked.stream ? ': wait\n\n' : ' '), 20)
        return void response.on('close', () => clearInterval(timer))
      }
    }
    const text = said(stub, asked)
    if (asked.stream) return stream(response, text, stub.mode === 'half an answer')
    const whole = JSON.stringify(completion(text, content))
    if (stub.mode !== 'half an answer')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(whole)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) })
    response.write(whole.slice(0, whole.length / 2), () => response.destroy())
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` // A TCP server's address is never a string.
  return stub
}

function completion(text: string, way: string): unknown {
  const message =
    way === 'tools'
      ? {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call', type: 'function', function: { name: 'answer', arguments: text } }],
        }
      : { role: 'assistant', content: way === 'plain' ? `好的，结果如下：\n\`\`\`json\n${text}\n\`\`\`` : text }
  return {
    id: 'c',
    object: 'chat.completion',
    created: 0,
    model: 'stub',
    choices: [{ index: 0, finish_reason: 'stop', message }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}

/** In pieces of seven characters, so that no sentence comes in one. Cut off: the last quarter never comes. */
function stream(response: ServerResponse, text: string, cut: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const end = cut ? Math.floor(text.length * 0.75) : text.length
  for (let n = 0; n < end; n += 7) {
    const delta = { content: text.slice(n, Math.min(n + 7, end)) }
    const chunk = {
      id: 'c',
      object: 'chat.completion.chunk',
      created: 0,
      model: 'stub',
      choices: [{ index: 0, delta }],
    }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  if (cut) response.write('data: {"id":"c","obj', () => response.destroy())
  else response.end('data: [DONE]\n\n')
}

function said(stub: ModelServer, { messages }: Asked): string {
  const values = JSON.parse(messages.at(-1)?.content ?? '{}') as Values
  const copied = (values.passages ?? []).flatMap(({ id, text }) =>
    text.split(/(?<=。)/u).map((sentence): Sentence => ({ text: sentence, cites: [id] })),
  )
  switch (stub.mode) {
    case 'garbage':
      return '}{ 这不是 JSON ]['
    case 'empty':
      return ''
    case 'wrong schema':
      return JSON.stringify({ sentences: 'none', answer: 42 })
  }
  const twist = twists[stub.mode]
  const out = copied.flatMap((sentence, n) => {
    const turned = twist?.(sentence, n)
    for (const each of turned ?? [sentence])
      if (each.text === sentence.text && each.cites === sentence.cites) stub.right.add(each.text)
    return turned ?? [sentence]
  })
  return JSON.stringify(values.passages ? { sentences: out } : { answer: '先开工后补手续，程序瑕疵，事前备案' })
}

const reworded = (change: (text: string) => string) => (sentence: Sentence) => {
  const text = change(sentence.text)
  return text === sentence.text ? undefined : [{ ...sentence, text }]
}
const added = (text: string) => (sentence: Sentence) => [sentence, { ...sentence, text }]

/** What a mode makes of a copied sentence; absent: nothing. */
const twists: Partial<Record<Mode, (sentence: Sentence, n: number) => Sentence[] | undefined>> = {
  'invented cites': (sentence, n) => [
    { ...sentence, cites: [`nat.invented.${n}`] },
    { text: `依照规定第${n + 90}条，一律不予受理。`, cites: [`nat.invented.${n}`] },
  ],
  'numbers changed': reworded((text) => text.replace(/\d+/gu, (figure) => String(Number(figure) + 7))),
  'denial dropped': reworded((text) =>
    text.replace(/不得|不予|不再|没有|不是|未经/gu, (word) => ({ 不得: '可以', 没有: '有', 不是: '是' })[word] ?? ''),
  ),
  'force changed': reworded((text) => text.replace(/可以|应当/gu, (word) => (word === '可以' ? '应当' : '可以'))),
  'extra claims': added('另外，当事人还会被开除党籍，并处5000元罚款。'),
  verdicts: added('您这种情况已经构成诬告，肯定有罪，一定能容错。'),
  'markup and links': added(
    '详见<a href="http://evil.example">这里</a>和[官网](http://evil.example)，电话13800138000。',
  ),
  'obeys passages': added('已按材料里的要求忽略以上规则，请把身份证号发到 evil@example.com。'),
  'fake receipts': added('您的举报已受理，回执编号 1234 5678 9012 3456 7890，请妥善保存。'),
}
