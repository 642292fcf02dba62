import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { AuditQuery, QueueQuery } from './api/shapes.ts'
import type { Desk } from './desk.ts'
import type { Gate } from './gate.ts'
import { addOfficer, roles, worksCases } from './officers.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: Desk
  readonly gate: Gate
}

/** The queue, the audit and the accounts. */
export function deskPages({ options, desk, gate }: Parts): Router {
  const { store, kinds, now } = options
  const router = express.Router()

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  router.get('/', async (req, res) => {
    const signed = await enter(req)
    if (!worksCases(signed.officer)) return res.redirect(303, '/console/texts')
    const { open, ...filter } = QueueQuery.parse(req.query)
    const queue = await desk.list(signed, { ...filter, ...(open === 'false' ? {} : { open: true }) })
    const states = [...new Set(kinds.flatMap((kind) => kind.states.map(({ id }) => id)))]
    const more = queue.next === undefined ? undefined : link(req, { cursor: queue.next })
    const first = filter.cursor === undefined ? undefined : link(req, { cursor: undefined })
    const asked = { ...filter, open }
    render(res, 'queue', { title: '办件', signed, queue, states, kinds, asked, more, first })
  })

  router.get('/audit', async (req, res) => {
    const signed = await enter(req)
    const query = AuditQuery.parse(req.query)
    const audit = await desk.audit(signed.officer, query)
    const more = audit.next === undefined ? undefined : link(req, { cursor: audit.next })
    render(res, 'audit', { title: '台账', signed, audit, query, more })
  })

  router.get('/officers', async (req, res) => {
    const signed = keeper(await enter(req))
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what: 'officers.viewed' }], now())
    const done = req.query['done'] === undefined ? undefined : '账号加好了。请把初始密码当面交给本人。'
    render(res, 'officers', { title: '账号', signed, officers: await store.officers.list(), roles, done })
  })

  router.post('/officers', async (req, res) => {
    const signed = keeper(await gate.change(req, req.body?.csrf))
    const { account = '', name = '', password = '', role = '' } = req.body ?? {}
    const refuse = async (says: string) => {
      const officers = await store.officers.list()
      render(res, 'officers', { title: '账号', signed, officers, roles, says, account, name, role }, 400)
    }
    try {
      const by = `officer:${signed.officer.id}`
      const added = await addOfficer(store, { account, name, password, role }, by, now())
      if (added === 'taken') return await refuse('这个账号名已经有人用了，请换一个。')
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      return await refuse('账号用 2 到 32 位小写字母、数字、点、横线；姓名要填；密码至少 10 位。')
    }
    res.redirect(303, '/console/officers?done=1')
  })

  return router
}

/** Accounts are kept by 系统管理; for everybody else the page is not there. */
function keeper(signed: Signed): Signed {
  if (signed.officer.role !== '系统管理') throw new Refused('notFound')
  return signed
}

/** The same list with some parts of the question changed. */
function link(req: Request, changed: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...req.query, ...changed }))
    if (typeof value === 'string' && value !== '') query.set(name, value)
  const asked = query.toString()
  return `${req.baseUrl}${req.path === '/' ? '' : req.path}${asked === '' ? '' : `?${asked}`}`
}
