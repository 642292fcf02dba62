import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { lacking } from '../runtime/index.ts'
import { AuditQuery, QueueQuery } from './api/shapes.ts'
import type { Desk } from './desk.ts'
import type { Gate } from './gate.ts'
import { lackWords } from './lack-words.ts'
import { linkWith } from './link-with.ts'
import type { ConsoleOptions } from './options.ts'
import { lookEvery } from './page-live.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: Desk
  readonly gate: Gate
}

/** The queue and the audit. */
export function deskPages({ options, desk, gate }: Parts): Router {
  const { store, kinds } = options
  const router = express.Router()

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  router.get('/', async (req, res) => {
    const signed = await enter(req)
    if (!signed.may.cases) return res.redirect(303, homeOf(signed))
    const { open, ...filter } = QueueQuery.parse(req.query)
    // Before the list is read: what changes meanwhile is told, and not lost.
    const live = { live: await desk.stamp(signed.officer), every: lookEvery }
    const queue = await desk.list(signed, { ...filter, ...(open === 'false' ? {} : { open: true }) })
    const states = [...new Set(kinds.flatMap((kind) => kind.states.map(({ id }) => id)))]
    const more = queue.next === undefined ? undefined : linkWith(req, { cursor: queue.next })
    const first = filter.cursor === undefined ? undefined : linkWith(req, { cursor: undefined })
    const asked = { ...filter, open }
    const missing = signed.may.accounts ? lacking(await store.officers.list()).map((lack) => lackWords[lack]) : []
    const waiting = await desk.signs.waiting(signed.officer)
    render(res, 'queue', { title: '办件', signed, ...live, queue, waiting, states, kinds, asked, more, first, missing })
  })

  router.get('/waiting', async (req, res) => {
    const signed = await enter(req)
    const says = '您的账号还没有分配岗位，暂时什么都看不到。请找安全管理员（没有的话找系统管理员）分配。'
    render(res, 'message', { title: '等待分配岗位', signed, says })
  })

  router.get('/audit', async (req, res) => {
    const signed = await enter(req)
    const query = AuditQuery.parse(req.query)
    const audit = await desk.audit(signed.officer, query)
    const more = audit.next === undefined ? undefined : linkWith(req, { cursor: audit.next })
    render(res, 'audit', { title: '台账', signed, audit, query, more })
  })

  return router
}

/** Where somebody starts who has no business with cases. */
function homeOf({ may, officer }: Signed): string {
  if (may.accounts || may.roles) return '/console/officers'
  if (may.audit) return '/console/audit'
  return officer.role === '' ? '/console/waiting' : '/console/texts'
}
