import { createHmac, generateKeyPairSync } from 'node:crypto'
import type { Microsoft } from './microsoft.ts'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/**
 * Authorization headers nobody may come in with: forged, stale, or made for somebody else. Where a token may name an
 * address to fetch keys from, it names the canary.
 */
export function forgedTokens(ms: Microsoft, canary: string): Readonly<Record<string, string | undefined>> {
  const now = Math.floor(Date.now() / 1000)
  const good = ms.signed()
  const [head = '', body = '', signature = ''] = good.split('.')
  const bearer = (token: string) => `Bearer ${token}`
  const unsigned = (header: unknown, claims: unknown = ms.claims()) => `${base64url(header)}.${base64url(claims)}`
  const hmac = unsigned({ alg: 'HS256', typ: 'JWT', kid: 'main' })
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  return {
    'no header': undefined,
    'an empty header': '',
    'a password': `Basic ${Buffer.from('bot:bot').toString('base64')}`,
    'the scheme alone': 'Bearer',
    garbage: bearer('garbage'),
    'two parts of three': bearer(`${head}.${body}`),
    'no algorithm': bearer(`${unsigned({ alg: 'none', typ: 'JWT', kid: 'main' })}.`),
    'no algorithm, with a signature': bearer(`${unsigned({ alg: 'none', typ: 'JWT', kid: 'main' })}.${signature}`),
    'the public key as a password': bearer(
      `${hmac}.${createHmac('sha256', ms.publicPem).update(hmac).digest('base64url')}`,
    ),
    'another key under the same name': bearer(ms.signed({}, {}, stranger)),
    'a changed signature': bearer(`${head}.${body}.${flipped}`),
    'changed claims under the old signature': bearer(
      `${head}.${base64url({ ...ms.claims(), exp: now + 9999 })}.${signature}`,
    ),
    'a key nobody knows': bearer(ms.signed({}, { kid: 'unknown' })),
    'no name of a key': bearer(ms.signed({}, { kid: undefined })),
    'a key of its own': bearer(ms.signed({}, { kid: 'x', jku: `${canary}/keys`, x5u: `${canary}/keys` }, stranger)),
    'another issuer': bearer(ms.signed({ iss: canary })),
    'an issuer of other bots': bearer(
      ms.signed({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    ),
    'the issuer of an emulator': bearer(
      ms.signed({ iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0' }),
    ),
    'another bot': bearer(ms.signed({ aud: '00000000-0000-0000-0000-000000000000' })),
    'no bot': bearer(ms.signed({ aud: undefined as never })),
    'an hour too late': bearer(ms.signed({ nbf: now - 7200, exp: now - 3600 })),
    'an hour too early': bearer(ms.signed({ nbf: now + 3600, exp: now + 7200 })),
    'no end': bearer(ms.signed({ exp: undefined as never })),
    'another service address': bearer(ms.signed({ serviceurl: `${canary}/amer/` })),
    'no service address': bearer(ms.signed({ serviceurl: undefined as never })),
    'a key of another channel': bearer(ms.signed({}, { kid: ms.otherKid }, ms.otherKey)),
  }
}
