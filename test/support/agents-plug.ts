import http from 'node:http'
import https from 'node:https'
import {
  authorizeJWT,
  ConnectorClient,
  clearJwksClients,
  HttpError,
  type Request,
  type WebResponse,
} from '@microsoft/agents-hosting'
import { Refused } from '../../src/base/index.ts'
import type { Plug, PlugOptions } from '../../src/channels/botframework/plug.ts'
import { Undelivered } from '../../src/runtime/index.ts'

/**
 * botbuilder's successor in the same port, to know that the channel can change over. It is given no keys of its own choice:
 * it fetches those of the Bot Framework from a fixed address, which `standFor` turns to the stand-in.
 *
 * What it leaves open and botbuilder does not is closed here: it never looks at the endorsements of a key, takes a token
 * without an end, and one without a service address (seen with 1.8.1).
 */
export async function agentsPlug({ appId, token, metadataUrl, patience }: PlugOptions): Promise<Plug> {
  const keys = await standFor(metadataUrl)
  const connection = { clientId: appId, validateIssuer: true, issuers: [issuer] }
  const authorize = authorizeJWT({ ...connection, connections: new Map([['bot', connection]]) })
  return {
    async verify(authorization, activity) {
      const endorsed = await keys()
      const claims = await claimsBy(authorize, authorization)
      const kid = headerOf(authorization)['kid']
      const channel = String(activity['channelId'])
      if (
        claims?.['iss'] !== issuer ||
        typeof claims['exp'] !== 'number' ||
        claims['serviceurl'] !== activity['serviceUrl'] ||
        !endorsed.get(String(kid))?.includes(channel)
      )
        throw new Refused('badToken')
    },
    async send(place, activity) {
      const client = ConnectorClient.createClientWithToken(place.serviceUrl, await token())
      const { httpClient } = client
      const plain = httpClient.request.bind(httpClient)
      // It waits for ever by itself.
      httpClient.request = (config) => plain({ ...config, signal: AbortSignal.timeout(patience * 1000) })
      const whole = {
        channelId: place.channelId,
        serviceUrl: place.serviceUrl,
        conversation: { id: place.conversation },
        from: { id: place.bot },
        ...(place.user === '' ? {} : { recipient: { id: place.user } }),
        ...activity,
        isTargetedActivity: () => false,
      }
      try {
        // Its own reader of activities drops citations; of a whole one it calls what is above and no more.
        const body = whole as unknown as Parameters<ConnectorClient['sendToConversation']>[1]
        const { id } = await client.sendToConversation(encodeURIComponent(place.conversation), body)
        return id
      } catch (error) {
        if (!(error instanceof HttpError)) throw error
        const wait = Number(error.response.headers.get('retry-after') ?? 0)
        throw new Undelivered([400, 403, 404, 413].includes(error.status) ? 'never' : wait, String(error.status))
      }
    },
  }
}

const issuer = 'https://api.botframework.com'
const home = 'login.botframework.com'
let keysUrl: URL | undefined

/** Turns the kit's fixed address to the stand-in's keys. @returns reads which channels each key is good for. */
async function standFor(metadataUrl: string): Promise<() => Promise<ReadonlyMap<string, readonly string[]>>> {
  const { jwks_uri: uri } = (await (await fetch(metadataUrl)).json()) as { jwks_uri: string } // the stand-in's
  keysUrl = new URL(uri)
  clearJwksClients()
  redirected()
  return async () => {
    const answer = await fetch(uri)
    if (!answer.ok) throw new Error('no keys')
    const { keys } = (await answer.json()) as { keys: { kid: string; endorsements?: string[] }[] } // the stand-in's
    return new Map(keys.map(({ kid, endorsements = [] }) => [kid, endorsements]))
  }
}

/** Of all that leaves by https, only what the kit asks the Bot Framework for is answered by the stand-in. */
let done = false
function redirected(): void {
  if (done) return
  done = true
  const plain = https.request.bind(https)
  https.request = ((options: https.RequestOptions, heard?: (answer: http.IncomingMessage) => void) => {
    if (options.hostname !== home || !keysUrl) return plain(options, heard)
    return http.request({ hostname: keysUrl.hostname, port: keysUrl.port, path: keysUrl.pathname }, heard)
  }) as typeof https.request // the one form the kit calls it in
}

/** The claims of a token the kit lets through; absent where it does not. */
async function claimsBy(authorize: ReturnType<typeof authorizeJWT>, authorization: string) {
  const request: Request = { method: 'POST', headers: { authorization } }
  let through = false
  const answer: WebResponse = {
    status: () => answer,
    setHeader: () => answer,
    send: () => answer,
    end: () => answer,
    headersSent: false,
    writableEnded: false,
  }
  await authorize(request, answer, () => {
    through = true
  })
  return through ? request.user : undefined
}

function headerOf(authorization: string): Readonly<Record<string, unknown>> {
  const [head = ''] = authorization.replace(/^Bearer /, '').split('.')
  return JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown> // its token was read before
}
