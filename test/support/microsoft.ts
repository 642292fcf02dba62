import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Failure } from '../contracts/channel/subject.ts'

/** What a connector was asked to show: the conversation, the activity as it came, and the bearer it came with. */
export interface Recorded {
  readonly conversation: string
  readonly activity: SentActivity
  readonly authorization: string | undefined
}

export interface SentActivity {
  readonly type: string
  readonly text?: string
  readonly textFormat?: string
  readonly summary?: string
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[]
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] }
  readonly entities?: readonly {
    readonly type: string
    readonly additionalType?: readonly string[]
    readonly citation?: readonly { readonly position: number; readonly appearance: { readonly name: string } }[]
  }[]
  readonly channelData?: { readonly feedbackLoop?: unknown }
}

/**
 * A local stand-in for Microsoft: signing keys and their metadata, the token endpoint, and a connector that records what it
 * is asked to show. After the documented protocol; nothing of it leaves this machine.
 */
export interface Microsoft {
  readonly url: string
  readonly serviceUrl: string
  readonly metadataUrl: string
  readonly appId: string
  readonly tenant: string
  readonly password: string
  readonly sent: Recorded[]
  /** Calls by kind: `token`, `metadata`, `keys`, `connector`. */
  readonly calls: Record<'token' | 'metadata' | 'keys' | 'connector', number>
  /** Header and claims of a token the Bot Framework would send, to be changed and signed. */
  claims(): Claims
  /** A signed token. @param key absent: the published one. */
  signed(claims?: Partial<Claims>, header?: Readonly<Record<string, unknown>>, key?: KeyObject): string
  readonly publicPem: string
  /** A key that is published for other channels only: its kid. */
  readonly otherKid: string
  readonly otherKey: KeyObject
  fail(mode: Failure | 'no-token' | 'no-keys'): void
  heal(): void
  close(): Promise<void>
}

export interface Claims {
  readonly iss: string
  readonly aud: string
  readonly serviceurl: string
  readonly nbf: number
  readonly exp: number
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function openMicrosoft(): Promise<Microsoft> {
  const main = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sent: Recorded[] = []
  const calls = { token: 0, metadata: 0, keys: 0, connector: 0 }
  let failing: Failure | 'no-token' | 'no-keys' | undefined
  const hanging = new Set<ServerResponse>()
  const state = { url: '' }
  const issued = new Set<string>()
  const secrets = { appId: randomUUID(), tenant: randomUUID(), password: 'a secret of the stand-in' }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (pathname.endsWith('/openidconfiguration')) {
      calls.metadata++
      if (failing === 'no-keys') return answer(503, {})
      return answer(200, { issuer: 'https://api.botframework.com', jwks_uri: `${state.url}/keys` })
    }
    if (pathname === '/keys') {
      calls.keys++
      return answer(200, {
        keys: [
          {
            ...main.publicKey.export({ format: 'jwk' }),
            kid: 'main',
            use: 'sig',
            endorsements: ['msteams', 'webchat'],
          },
          { ...other.publicKey.export({ format: 'jwk' }), kid: 'other', use: 'sig', endorsements: ['telegram'] },
        ],
      })
    }
    if (pathname === `/${secrets.tenant}/oauth2/v2.0/token`) {
      calls.token++
      const asked = new URLSearchParams(await bodyOf(request))
      const right =
        asked.get('grant_type') === 'client_credentials' &&
        asked.get('client_id') === secrets.appId &&
        asked.get('client_secret') === secrets.password &&
        asked.get('scope') === 'https://api.botframework.com/.default'
      if (failing === 'no-token') return answer(503, {})
      if (!right) return answer(401, { error: 'invalid_client' })
      const token = randomUUID()
      issued.add(token)
      return answer(200, { token_type: 'Bearer', expires_in: 3599, access_token: token })
    }
    const to = /^\/amer\/v3\/conversations\/([^/]+)\/activities$/.exec(pathname)?.[1]
    if (to === undefined || request.method !== 'POST') return answer(404, {})
    calls.connector++
    const activity = JSON.parse(await bodyOf(request)) as SentActivity
    const { authorization } = request.headers
    if (!issued.has(authorization?.replace('Bearer ', '') ?? '')) return answer(401, {})
    // Typing goes nowhere while it is failing either, and is no reply.
    if (failing === 'stalled') return void hanging.add(response)
    if (failing === 'down') return answer(503, {})
    if (failing === 'busy') return answer(429, {}, { 'retry-after': '7' })
    if (failing === 'left')
      return answer(403, { error: { code: 'MessageWritesBlocked', message: 'The bot is blocked or uninstalled' } })
    sent.push({ conversation: decodeURIComponent(to), activity, authorization })
    return answer(201, { id: `a${sent.length}` })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address is never a string

  const serviceUrl = `${state.url}/amer/`
  const claims = (): Claims => {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: 'https://api.botframework.com',
      aud: secrets.appId,
      serviceurl: serviceUrl,
      nbf: now - 60,
      exp: now + 3600,
    }
  }
  return {
    url: state.url,
    serviceUrl,
    metadataUrl: `${state.url}/v1/.well-known/openidconfiguration`,
    ...secrets,
    sent,
    calls,
    claims,
    signed(changed = {}, header = {}, key = main.privateKey) {
      const content = `${base64url({ alg: 'RS256', typ: 'JWT', kid: 'main', ...header })}.${base64url({ ...claims(), ...changed })}`
      return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
    },
    publicPem: main.publicKey.export({ type: 'spki', format: 'pem' }) as string, // what this format gives
    otherKid: 'other',
    otherKey: createPrivateKey(other.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    fail(mode) {
      failing = mode
    },
    heal() {
      failing = undefined
      for (const response of hanging) response.destroy()
      hanging.clear()
    },
    close: () =>
      new Promise((done) => {
        for (const response of hanging) response.destroy()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer) // no encoding is set
  return Buffer.concat(chunks).toString()
}
