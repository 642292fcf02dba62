import type { ErrorRequestHandler } from 'express'
import { broken, refusalOf } from '../http/index.ts'
import { ownPath } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'

/** Turns what a page refused into a page that says so. Of what broke it says only that something did. */
export function pageErrors(gate: Gate, onFault: (error: unknown) => void): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const refused = refusalOf(error)
    if (!refused) {
      onFault(error)
      return render(res, 'message', { title: '没有办成', says: broken, kept: written(req.body) }, 500)
    }
    if (refused.code === 'noToken' && req.method === 'GET') {
      // Only a path of ours, so that the link cannot be bent to lead elsewhere.
      return res.redirect(303, `/console/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
    }
    if (refused.code === 'confirmFirst') {
      const back = req.method === 'GET' ? req.originalUrl : backFrom(req.get('referer'))
      const confirm = `/console/confirm?next=${encodeURIComponent(back)}`
      const signed = await gate.signed(req).catch(() => undefined)
      const way = { href: confirm, says: '输入密码和验证码' }
      return render(
        res,
        'message',
        { title: '先确认是您本人', signed, says: refused.message, way, kept: written(req.body) },
        403,
      )
    }
    if (refused.code === 'noKey') {
      const signed = await gate.signed(req).catch(() => undefined)
      // Signed in through another house: the password that opens the key was never typed here.
      if (signed && !signed.unlocked && req.method === 'GET')
        return res.redirect(303, `/console/unlock?next=${encodeURIComponent(req.originalUrl)}`)
    }
    if (refused.retryAfter !== undefined) res.set('Retry-After', String(refused.retryAfter))
    const signed = await gate.signed(req).catch(() => undefined)
    const says = refused.code === 'noToken' ? expired : refused.message
    render(
      res,
      'message',
      { title: '没有办成', signed, says, kept: refused.code === 'foreignOrigin' ? undefined : written(req.body) },
      refused.status,
    )
  }
}

/** The page the deed was tried from, if it is one of ours. */
function backFrom(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '/console'
  const { pathname, search } = new URL(referer)
  return ownPath(pathname + search)
}

const expired = '登录已经过期，刚才的操作没有做。请重新登录后再试。'

/** What the officer had written is shown back to be copied: an hour's wording must not die with a session. */
function written(body: unknown): string | undefined {
  const reason = (body as { reason?: unknown } | undefined)?.reason
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}
