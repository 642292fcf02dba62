import type { Configuration } from 'openid-client'
import { Refused } from '../base/index.ts'
import type { Clock, Secrets } from '../runtime/index.ts'

/** Signing in through the office's own sign-on service (OpenID Connect, code flow with PKCE). */
export interface SingleSignOn {
  /** @returns where to send the browser, and what its cookie keeps until it comes back. */
  begin(next: string): Promise<{ readonly to: string; readonly kept: string }>
  /**
   * @param asked query of the address the browser came back to.
   * @returns the account name the service vouches for, and where the officer wanted to go.
   * @throws Refused `ssoFailed` whatever was wrong: state, nonce, code, signature, time, or no name.
   */
  finish(asked: string, kept: string): Promise<{ readonly account: string; readonly next: string }>
}

interface Parts {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Claim of the ID token that is the account name here. */
  readonly claim: string
  /** Where the console is reached: `https://qingwen.example.cn`; asked when it is known. */
  readonly origin: () => string
  readonly secrets: Secrets
  readonly now: Clock
  readonly onFault: (error: unknown) => void
}

/** Time to type a password elsewhere. */
export const ssoMs = 10 * 60_000

interface Kept {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string
  readonly until: number
}

/** What the browser must bring back is sealed into its own cookie, so that any replica can finish what another began. */
export function singleSignOn(parts: Parts): SingleSignOn {
  const { secrets, now, onFault } = parts
  let known: Promise<Configuration> | undefined

  async function service() {
    // Not loaded where nobody signs in this way.
    const client = await import('openid-client')
    const { issuer, clientId, clientSecret } = parts
    // Plain http only on this very machine, where tests and proxies are.
    const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`)
    const options = local ? { execute: [client.allowInsecureRequests] } : {}
    known ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
    known.catch(() => {
      // Asked anew at the next sign-in: the service may only have been down.
      known = undefined
    })
    return { client, config: await known }
  }

  const back = () => `${parts.origin()}/console/sso/back`

  return {
    async begin(next) {
      try {
        const { client, config } = await service()
        const kept: Kept = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
          next,
          until: Date.parse(now()) + ssoMs,
        }
        const to = client.buildAuthorizationUrl(config, {
          redirect_uri: back(),
          scope: 'openid profile',
          state: kept.state,
          nonce: kept.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
        })
        return { to: to.href, kept: secrets.seal('sso', JSON.stringify(kept)) }
      } catch (error) {
        onFault(error)
        throw new Refused('ssoFailed', { cause: error })
      }
    },

    async finish(asked, sealed) {
      try {
        // Sealed by `begin`, and nobody else has the key.
        const kept = JSON.parse(secrets.open('sso', sealed)) as Kept
        if (Date.parse(now()) >= kept.until) throw new TypeError('too late')
        const { client, config } = await service()
        const tokens = await client.authorizationCodeGrant(config, new URL(back() + asked), {
          pkceCodeVerifier: kept.verifier,
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          idTokenExpected: true,
        })
        const account = tokens.claims()?.[parts.claim]
        if (typeof account !== 'string' || account === '') throw new TypeError('no account name in the token')
        return { account, next: kept.next }
      } catch (error) {
        throw new Refused('ssoFailed', { cause: error })
      }
    },
  }
}
