import express, { type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { fields, ownPath } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { codeAddress } from './one-time-code.ts'
import { qrOf } from './qr.ts'
import { render } from './render.ts'
import type { SecondFactor } from './second-factor.ts'
import type { Sessions, Signed } from './session.ts'

interface Parts {
  readonly sessions: Sessions
  readonly factor: SecondFactor
  readonly gate: Gate
}

/** Setting the code up at the first sign-in, opening one's key where another house vouched, and giving password and code once more before what matters. */
export function codePages({ sessions, factor, gate }: Parts): Router {
  const router = express.Router()

  async function showCode(res: Response, half: Signed, next: string, says?: string, status = 200) {
    const secret = await factor.offered(half.officer)
    // Four by four, as people copy it.
    const setUp = secret && {
      secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
      qr: qrOf(codeAddress(secret, half.officer.account)),
    }
    render(res, 'code', { title: secret ? '绑定验证码' : '验证码', csrf: half.csrf, next, setUp, says }, status)
  }

  router.get('/code', async (req, res) => {
    const next = ownPath(req.query['next'])
    const half = await gate.half(req)
    if (!half) return res.redirect(303, '/console/sign-in')
    await showCode(res, half, next)
  })

  router.post('/code', async (req, res) => {
    const half = await gate.changeHalf(req, req.body?.csrf)
    const [code, to] = fields(req, 'code', 'next')
    const next = ownPath(to)
    try {
      const whole = await sessions.finish(half, code, req.ip ?? '')
      gate.give(res, whole)
      res.redirect(303, whole.unlocked ? next : `/console/unlock?next=${encodeURIComponent(next)}`)
    } catch (error) {
      if (!(error instanceof Refused) || (error.code !== 'badCode' && error.code !== 'tooMany')) throw error
      if (error.retryAfter !== undefined) res.set('Retry-After', String(error.retryAfter))
      await showCode(res, half, next, error.message, error.status)
    }
  })

  router.get('/unlock', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const next = ownPath(req.query['next'])
    if (signed.unlocked) return res.redirect(303, next)
    render(res, 'unlock', { title: '打开钥匙', signed, next })
  })

  router.post('/unlock', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [password, to] = fields(req, 'password', 'next')
    const next = ownPath(to)
    try {
      await sessions.unlock(signed, password, req.ip ?? '')
      res.redirect(303, next)
    } catch (error) {
      if (!(error instanceof Refused) || (error.code !== 'badToken' && error.code !== 'tooMany')) throw error
      const says = error.code === 'tooMany' ? error.message : '密码不对，请再输一次。'
      render(res, 'unlock', { title: '打开钥匙', signed, next, says }, error.code === 'tooMany' ? 429 : 403)
    }
  })

  router.get('/confirm', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    render(res, 'confirm', { title: '再次确认', signed, next: ownPath(req.query['next']) })
  })

  router.post('/confirm', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [password, code, to] = fields(req, 'password', 'code', 'next')
    const next = ownPath(to)
    try {
      await sessions.confirm(signed, { password, code, source: req.ip ?? '' })
      res.redirect(303, next)
    } catch (error) {
      if (!(error instanceof Refused) || (error.code !== 'badToken' && error.code !== 'tooMany')) throw error
      const says = error.code === 'tooMany' ? error.message : '密码或验证码不对；验证码用过一次就要等下一个。'
      render(res, 'confirm', { title: '再次确认', signed, next, says }, error.code === 'tooMany' ? 429 : 403)
    }
  })

  return router
}
