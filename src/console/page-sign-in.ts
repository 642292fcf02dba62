import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { fields, ownPath } from './form-fields.ts'
import { type Gate, sameSite } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Sessions } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly sessions: Sessions
  readonly gate: Gate
}

/** Signing in with password and code, and signing out, here or everywhere. */
export function signInPages({ options, sessions, gate }: Parts): Router {
  const { setup } = options
  const router = express.Router()
  const sso = options.single !== undefined

  router.get('/sign-in', async (req, res) => {
    const next = ownPath(req.query['next'])
    if (await gate.signed(req)) return res.redirect(303, next)
    const ready = readyWords[String(req.query['ready'])]
    render(res, 'sign-in', { title: '登录', next, ready, sso, unset: !(await setup.done()) })
  })

  router.post('/sign-in', async (req, res) => {
    sameSite(req)
    const [account, password, code, to] = fields(req, 'account', 'password', 'code', 'next')
    const next = ownPath(to)
    try {
      const before = (await gate.signed(req)) ?? (await gate.half(req))
      const opened = await sessions.open({ account, password, code, source: req.ip ?? '' })
      // The session this browser had dies: nobody can prepare one for somebody else.
      if (before) await sessions.close(before.idHash, before.officer.id)
      gate.give(res, opened)
      res.redirect(303, opened.half ? `/console/code?next=${encodeURIComponent(next)}` : next)
    } catch (error) {
      if (!(error instanceof Refused) || !(error.code in says)) throw error
      if (error.retryAfter !== undefined) res.set('Retry-After', String(error.retryAfter))
      render(res, 'sign-in', { title: '登录', next, account, sso, says: says[error.code] }, error.status)
    }
  })

  router.post('/sign-out', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await sessions.close(signed.idHash, signed.officer.id)
    gate.take(res)
    res.redirect(303, '/console/sign-in')
  })

  router.post('/sign-out-everywhere', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await sessions.closeAll(signed.officer.id)
    gate.take(res)
    res.redirect(303, '/console/sign-in?ready=everywhere')
  })

  return router
}

const readyWords: Readonly<Record<string, string>> = {
  '1': '账号设置好了，请登录。',
  some: '可以开始用了，请登录。还缺哪几个岗位，登录以后在“账号”页上写着。',
  everywhere: '这个账号在所有电脑上都退出了。',
}

/** The same words whichever of the three was wrong. */
const says: Readonly<Record<string, string>> = {
  badToken: '账号、密码或验证码不对。请检查后再试；验证码用过一次就要等下一个。',
  tooMany: '尝试的次数太多了，请过一会儿再登录。',
}
