import type { Request, Response } from 'express'
import { Refused } from '../base/index.ts'
import { longestMs, type Opened, type Sessions, type Signed, sameToken } from './session.ts'

/** Who may pass: reads the session of a request, and turns away changes that another site may have started. */
export interface Gate {
  /** The session of the cookie or of `Authorization: Bearer`, if there is a live one. A half session is none. */
  signed(req: Request): Promise<Signed | undefined>
  /** The same for what a page asks by itself while nobody touches it: it keeps no session alive. */
  peek(req: Request): Promise<Signed | undefined>
  /** The session of somebody whose code is still to come. */
  half(req: Request): Promise<Signed | undefined>
  /** As `change`, for a half session. */
  changeHalf(req: Request, token: unknown): Promise<Signed>
  /**
   * The session of a request that changes something.
   * @throws Refused `noToken` without a session; `foreignOrigin` from another site; `forbidden` without its token.
   */
  change(req: Request, token: unknown): Promise<Signed>
  give(res: Response, opened: Opened): void
  take(res: Response): void
}

export function guard(sessions: Sessions, secure: boolean): Gate {
  // `__Host-` binds the cookie to this host, path / and https; browsers refuse the prefix over plain http.
  const cookie = secure ? '__Host-qingwen-console' : 'qingwen-console'
  const attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const

  async function session(req: Request, half: boolean, touch = true) {
    const id = bearer(req) ?? cookieOf(req, cookie)
    const found = id === undefined ? undefined : await sessions.read(id, touch)
    return found?.half === half ? found : undefined
  }

  async function change(req: Request, token: unknown, half: boolean) {
    sameSite(req)
    const found = await session(req, half)
    if (!found) throw new Refused('noToken')
    // A bearer header cannot be sent by another site's page, so it is its own proof.
    const proven = bearer(req) !== undefined || (typeof token === 'string' && sameToken(token, found.csrf))
    if (!proven) throw new Refused('forbidden')
    return found
  }

  return {
    signed: (req) => session(req, false),
    peek: (req) => session(req, false, false),
    half: (req) => session(req, true),
    change: (req, token) => change(req, token, false),
    changeHalf: (req, token) => change(req, token, true),
    give: (res, { id }) => void res.cookie(cookie, id, { ...attributes, maxAge: longestMs }),
    take: (res) => void res.clearCookie(cookie, attributes),
  }
}

/**
 * Fetch Metadata first, Origin for browsers without it; a program sends neither and is held to the token alone.
 * @throws Refused `foreignOrigin`
 */
export function sameSite(req: Request): void {
  const site = req.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') throw new Refused('foreignOrigin')
  const origin = req.get('origin')
  if (origin === undefined) return
  // Hosts only: behind a proxy that ends TLS the scheme we see is not the one the browser saw.
  if (!URL.canParse(origin) || new URL(origin).host !== req.host) throw new Refused('foreignOrigin')
}

function bearer(req: Request): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(req.get('authorization') ?? '')?.[1]
}

/** The value of a cookie as it was sent; of two with one name the first. */
export function cookieOf(req: Request, name: string): string | undefined {
  for (const part of (req.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}
