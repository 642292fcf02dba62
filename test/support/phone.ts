import { Secret, TOTP } from 'otpauth'

/** An authenticator app with one account in it. */
export interface Phone {
  /** The next code the house has not seen: a fixed clock leaves three for one moment, a running one always more. */
  code(at?: string): string
}

export function phone(secret: string): Phone {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) })
  let last = 0
  return {
    code(at = new Date().toISOString()) {
      const now = Math.floor(Date.parse(at) / 30_000)
      const step = Math.max(now - 1, last + 1)
      if (step > now + 1) throw new Error('all codes of this moment are used up: let the clock go on')
      last = step
      return totp.generate({ timestamp: step * 30_000 })
    },
  }
}

/** Signs in for the first time as a browser would, sets the code up and leaves. @param at the time of the house. */
export async function bindPhone(url: string, account: string, password: string, at?: string): Promise<Phone> {
  const form = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie }, redirect: 'manual' })
  const first = await form('/console/sign-in', { account, password })
  const cookie = cookieFrom(first)
  const page = await (await fetch(`${url}/console/code`, { headers: { cookie } })).text()
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(page)?.[1]
  const csrf = /name="csrf" value="([\w-]+)"/.exec(page)?.[1]
  if (!secret || !csrf) throw new Error(`no code is offered to ${account}: ${first.status}`)
  const own = phone(secret)
  const bound = await form('/console/code', { csrf, code: own.code(at) }, cookie)
  if (bound.status !== 303) throw new Error(`the code was not taken: ${bound.status}`)
  return own
}

export const cookieFrom = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
