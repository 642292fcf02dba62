import express, { type Request, type Response, type Router } from 'express'
import { type Refusal, Refused } from '../base/index.ts'
import { LedgerQuery } from './api/ledger-shapes.ts'
import type { Desk } from './desk.ts'
import type { Gate } from './gate.ts'
import { linkWith } from './link-with.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

/** 重复举报台账, and what an officer does about duplicates on the page of a case. Works without script. */
export function ledgerPages({ desk, gate }: { readonly desk: Desk; readonly gate: Gate }): Router {
  const router = express.Router()
  const { ledger } = desk

  router.get('/ledger', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const { likely, ...query } = LedgerQuery.parse(req.query)
    const asked = { ...query, likely: likely === 'true' }
    const page = await ledger.list(signed, asked)
    const more = page.next === undefined ? undefined : linkWith(req, { cursor: page.next })
    const first = query.cursor === undefined ? undefined : linkWith(req, { cursor: undefined })
    render(res, 'ledger', { title: '重复举报台账', signed, ledger: page, query: asked, more, first })
  })

  /** Does it and goes back to the case; a refusal that an officer can do something about is told there. */
  async function deed(req: Request<{ number: string }>, res: Response, work: (signed: Signed) => Promise<string>) {
    const signed = await gate.change(req, req.body?.csrf)
    const back = (what: string) => `/console/cases/${encodeURIComponent(req.params.number)}?${what}#alike`
    try {
      res.redirect(303, back(`done=${await work(signed)}`))
    } catch (error) {
      if (!(error instanceof Refused) || !toldThere.has(error.code)) throw error
      res.redirect(303, back(`refused=${error.code}`))
    }
  }

  router.post('/cases/:number/links', (req, res) =>
    deed(req, res, async (signed) => {
      const { to, revision, newFactsApart } = req.body ?? {}
      const at = revision === undefined ? {} : { revision: Number(revision) }
      await ledger.link(signed, req.params.number, asNumber(to), { newFactsApart: newFactsApart === 'yes', ...at })
      return 'linked'
    }),
  )

  router.post('/cases/:number/links/revoke', (req, res) =>
    deed(req, res, async (signed) => {
      await ledger.unlink(signed, req.params.number, asNumber(req.body?.to))
      return 'unlinked'
    }),
  )

  router.post('/cases/:number/apart', (req, res) =>
    deed(req, res, async (signed) => {
      const apart = req.body?.apart !== 'false'
      await ledger.apart(signed, req.params.number, asNumber(req.body?.from), apart)
      return apart ? 'apart' : 'unapart'
    }),
  )

  return router
}

/** Refusals that are told on the page of the case; whatever hides a case stays an error of its own. */
export const toldThere: ReadonlySet<Refusal> = new Set([
  'linkSelf',
  'linkKind',
  'linkTwice',
  'linkChain',
  'linkSubs',
  'notYours',
  'stale',
] as const)

/** As people type it: in small letters, with blanks. */
const asNumber = (given: unknown): string =>
  typeof given === 'string' ? given.normalize('NFKC').trim().toUpperCase() : ''
