import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { ownPath } from './form-fields.ts'
import { cookieOf, type Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Sessions } from './session.ts'
import { type SingleSignOn, ssoMs } from './single-sign-on.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly single: SingleSignOn
  readonly sessions: Sessions
  readonly gate: Gate
}

/** There and back through the office's sign-on service. It stands for the password only: the code is still asked. */
export function singleSignOnPages({ options, single, sessions, gate }: Parts): Router {
  const { store, now } = options
  const router = express.Router()
  const secure = options.secureCookies
  const cookie = secure ? '__Host-qingwen-sso' : 'qingwen-sso'
  // Lax: the browser comes back from another site, and must bring it.
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

  router.get('/sso', async (req, res) => {
    const { to, kept } = await single.begin(ownPath(req.query['next']))
    res.cookie(cookie, kept, { ...attributes, maxAge: ssoMs })
    res.redirect(303, to)
  })

  router.get('/sso/back', async (req, res) => {
    const kept = cookieOf(req, cookie)
    // Once: whoever comes back with the same address again has nothing to show with it.
    res.clearCookie(cookie, attributes)
    if (kept === undefined) throw new Refused('ssoFailed')
    const at = req.originalUrl.indexOf('?')
    const { account, next } = await single.finish(at < 0 ? '' : req.originalUrl.slice(at), decodeURIComponent(kept))
    const found = await store.officers.byAccount(account)
    // Nobody is made an officer by a service outside, and a closed account stays closed.
    if (!found || found.disabled) {
      await store.audit.append(
        [{ who: 'system', what: 'session.refused', ...(found ? { object: found.id } : {}) }],
        now(),
      )
      throw new Refused('ssoFailed')
    }
    const { password: _, ...officer } = found
    gate.give(res, await sessions.vouched(officer))
    // A page and no redirect: the strict cookie is only sent from a page of our own.
    const way = { href: `/console/code?next=${encodeURIComponent(next)}`, says: '继续，输入验证码' }
    render(res, 'message', { title: '单点登录', heading: '单点登录成功', says: ssoSays, way })
  })

  return router
}

const ssoSays =
  '还要输入手机上的验证码。另外，打开加密的办件要用您在清问里设的密码，单点登录代替不了；到时候页面会请您输入。'
