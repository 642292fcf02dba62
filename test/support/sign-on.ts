import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** An office's sign-on service on a free port, which lets the named account in without asking. */
export interface SignOn {
  readonly issuer: string
  close(): Promise<void>
}

export const client = { id: 'qingwen', secret: 'a-secret-of-the-test-only' }

/** @param redirectUri where the console wants its browsers back. @param account what the service calls the person. */
export async function signOnService(redirectUri: string, account: () => string): Promise<SignOn> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address is never a string
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only-for-tests'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/enter/${uid}` },
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/enter/')) return void answer(req, res)
    void (async () => {
      const { params } = await provider.interactionDetails(req, res)
      const grant = new provider.Grant({ accountId: account(), clientId: String(params['client_id']) })
      grant.addOIDCScope('openid profile')
      const grantId = await grant.save()
      const result = { login: { accountId: account() }, consent: { grantId } }
      await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
    })()
  })
  return {
    issuer,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A browser that follows redirects between houses and keeps each one's cookies. @returns the last answer that was no redirect. */
export async function follow(
  from: string,
  jar: Map<string, Map<string, string>>,
  stopAt?: string,
): Promise<{ url: string; response: Response }> {
  let url = from
  for (let hop = 0; hop < 12; hop++) {
    const { host } = new URL(url)
    const own = jar.get(host) ?? new Map<string, string>()
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1) === '') own.delete(pair.slice(0, at))
      else own.set(pair.slice(0, at), pair.slice(at + 1))
    }
    jar.set(host, own)
    const to = response.headers.get('location')
    if (to === null) return { url, response }
    url = new URL(to, url).href
    if (stopAt !== undefined && url.startsWith(stopAt)) return { url, response }
  }
  throw new Error('led in circles')
}
