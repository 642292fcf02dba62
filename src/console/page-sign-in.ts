import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { type Gate, sameSite } from './gate.ts'
import { addFirstOfficer } from './officers.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Sessions } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly sessions: Sessions
  readonly gate: Gate
}

/** First set-up, signing in and signing out. */
export function signInPages({ options, sessions, gate }: Parts): Router {
  const { setup, store, now } = options
  const router = express.Router()

  async function maySetUp(token: string) {
    if (await setup.done()) throw new Refused('setupDone')
    if (!setup.fits(token)) throw new Refused('notFound')
  }

  router.get('/setup', async (req, res) => {
    const token = text(req.query['token'])
    await maySetUp(token)
    render(res, 'setup', { title: '首次设置', token })
  })

  router.post('/setup', async (req, res) => {
    sameSite(req)
    const [token, account, name, password, again] = fields(req, 'token', 'account', 'name', 'password', 'again')
    await maySetUp(token)
    const refuse = (says: string) => render(res, 'setup', { title: '首次设置', token, account, name, says }, 400)
    if (password !== again) return refuse('两次输入的密码不一样，请再输一次。')
    try {
      const added = await addFirstOfficer(store, { account, name, password }, now())
      if (added === 'setupDone') throw new Refused('setupDone')
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      return refuse('账号用 2 到 32 位小写字母、数字、点、横线；姓名要填；密码至少 10 位。请改一下再提交。')
    }
    res.redirect(303, '/console/sign-in?ready=1')
  })

  router.get('/sign-in', async (req, res) => {
    const next = path(req.query['next'])
    if (await gate.signed(req)) return res.redirect(303, next)
    const ready = req.query['ready'] !== undefined
    render(res, 'sign-in', { title: '登录', next, ready, unset: !(await setup.done()) })
  })

  router.post('/sign-in', async (req, res) => {
    sameSite(req)
    const [account, password, to] = fields(req, 'account', 'password', 'next')
    const next = path(to)
    try {
      const before = await gate.signed(req)
      const opened = await sessions.open(account, password, req.ip ?? '')
      // A new id at every sign-in, and the old one dies: nobody can prepare a session for somebody else.
      if (before) await sessions.close(before.idHash, before.officer.id)
      gate.give(res, opened)
      res.redirect(303, next)
    } catch (error) {
      if (!(error instanceof Refused) || !(error.code in says)) throw error
      if (error.retryAfter !== undefined) res.set('Retry-After', String(error.retryAfter))
      render(res, 'sign-in', { title: '登录', next, account, says: says[error.code] }, error.status)
    }
  })

  router.post('/sign-out', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await sessions.close(signed.idHash, signed.officer.id)
    gate.take(res)
    res.redirect(303, '/console/sign-in')
  })

  return router
}

const says: Readonly<Record<string, string>> = {
  badToken: '账号或密码不对。请检查后再试。',
  tooMany: '尝试的次数太多了，请过一会儿再登录。',
}

function fields<const N extends readonly string[]>(req: Request, ...names: N): { [K in keyof N]: string } {
  return names.map((name) => text(req.body?.[name])) as { [K in keyof N]: string } // one text for each name
}

const text = (given: unknown) => (typeof given === 'string' ? given : '')

/** Only our own pages: `//elsewhere` and `/console@elsewhere` are other hosts to a browser. */
function path(next: unknown): string {
  return typeof next === 'string' && /^\/console(?:[/?][\w\-./?=&%]*)?$/.test(next) ? next : '/console'
}
