import { z } from 'zod'
import { Undelivered } from '../../runtime/index.ts'
import { microsoft } from './plug.ts'

export interface AccessOptions {
  readonly appId: string
  readonly password: string
  readonly tenant: string
  /** Another address of the token endpoint, for tests. */
  readonly login?: string
  /** Milliseconds, from any beginning; for tests. */
  readonly now?: () => number
}

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().int().positive() })

/** Renewed this long before it ends, so that none runs out on its way. */
const before = 5 * 60_000
const patience = 10_000

/**
 * The connector's bearer token by client credentials (RFC 6749 §4.4), fetched once for all who ask at the same time and
 * kept until shortly before it ends. A failure is kept for nobody.
 *
 * @returns a function that @throws Undelivered naming the status; never the answer, which may hold what was sent.
 */
export function access({ appId, password, tenant, login = microsoft.login, now = Date.now }: AccessOptions) {
  let held: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined

  async function ask(): Promise<string> {
    const asked = now()
    const response = await fetch(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: microsoft.scope,
      }),
    })
    const read = response.ok ? Answer.safeParse(await response.json().catch(() => undefined)) : undefined
    if (!read?.success) throw new Undelivered(0, `token-${response.status}`)
    const { access_token: token, expires_in: seconds } = read.data
    held = { token, until: asked + Math.max(seconds * 1000 - before, seconds * 500) }
    return token
  }

  return async (): Promise<string> => {
    if (held && now() < held.until) return held.token
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
}
