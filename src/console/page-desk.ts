import express, { type Request, type Response, type Router } from 'express'
import type { z } from 'zod'
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

type Asked = z.infer<typeof QueueQuery>

/** A case's number, or the beginning of one: says nothing of anybody. */
const isNumber = (q: string) => /^[A-Za-z]?-?\d{0,12}$/.test(q.normalize('NFKC').trim())

/** The queue and the audit. */
export function deskPages({ options, desk, gate }: Parts): Router {
  const { store, kinds } = options
  const router = express.Router()

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  async function showQueue(res: Response, signed: Signed, asked: Asked, pages: object) {
    const { open, ...filter } = asked
    // Before the list is read: what changes meanwhile is told, and not lost.
    const live = { live: await desk.stamp(signed.officer), every: lookEvery }
    const queue = await desk.list(signed, { ...filter, ...(open === 'false' ? {} : { open: true }) })
    const states = [...new Set(kinds.flatMap((kind) => kind.states.map(({ id }) => id)))]
    const missing = signed.may.accounts ? lacking(await store.officers.list()).map((lack) => lackWords[lack]) : []
    const waiting = await desk.signs.waiting(signed.officer)
    render(res, 'queue', { title: '办件', signed, ...live, queue, waiting, states, kinds, asked, missing, ...pages })
  }

  router.get('/', async (req, res) => {
    const signed = await enter(req)
    if (!signed.may.cases) return res.redirect(303, homeOf(signed))
    const { q, ...asked } = QueueQuery.parse(req.query)
    // Words of a case stand in no address: it would be kept by the browser and by every machine on the way.
    if (q !== undefined && !isNumber(q)) return res.redirect(303, linkWith(req, { q: undefined }))
    await showQueue(
      res,
      signed,
      { ...asked, q },
      {
        link: (cursor: string | undefined) => linkWith(req, { cursor }),
      },
    )
  })

  router.get('/find', (_, res) => res.redirect(303, '/console'))

  router.post('/find', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!signed.may.cases) throw new Refused('notFound')
    const { csrf: _, ...given } = req.body
    await showQueue(res, signed, QueueQuery.parse(given), {})
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
