import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { sight } from '../runtime/index.ts'
import type { Desk } from './desk.ts'
import { fields } from './form-fields.ts'
import { formView } from './form-view.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { SecondPerson } from './second-person.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: Desk
  readonly gate: Gate
  readonly second: SecondPerson
}

/** Who reported (SECURITY 3.5): asked for by one officer, agreed to by another, then shown once to the one who asked. Each step is a line of the ledger. */
export function identityPages({ options, desk, gate, second }: Parts): Router {
  const { store, now, flows, clauses } = options
  const router = express.Router()

  /** The case, for who may open it. @throws Refused `notFound`, also where no identity lies beside it; `noKey`. */
  async function about(signed: Signed, number: string) {
    const file = await desk.open(signed, number)
    if (!file.identity) throw new Refused('notFound')
    return file
  }

  async function show(res: Response, signed: Signed, number: string, extra: object = {}, status = 200) {
    const mine = (await second.list(signed.officer)).find(
      (each) => each.mine && each.kind === 'identity' && each.object === number && !each.over,
    )
    const state = mine?.state === 'waiting' || mine?.state === 'agreed' ? mine.state : undefined
    render(res, 'identity', { title: `办件 ${number} 身份`, signed, number, state, ...extra }, status)
  }

  router.get('/cases/:number/identity', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    await about(signed, req.params.number)
    await show(res, signed, req.params.number)
  })

  router.post('/cases/:number/identity/ask', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { number } = req.params
    await about(signed, number)
    const [reason] = fields(req, 'reason')
    try {
      await second.ask(signed, { kind: 'identity', object: number, reason })
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      return await show(res, signed, number, { says: '请写明为什么要看，300 字以内。', reason }, 400)
    }
    res.redirect(303, `/console/cases/${encodeURIComponent(number)}/identity`)
  })

  router.post('/cases/:number/identity/view', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { officer, unlocked } = signed
    const { number } = req.params
    const file = await about(signed, number)
    const sealed = await store.cases.seenBy(sight(officer)).byNumber(number)
    const identity = sealed && (await unlocked?.identity(sealed))
    // Before the request is used up: it is good for one look.
    if (!identity) throw new Refused('noKey')
    await second.pass(signed, 'identity', number)
    // Before it is shown: a view nobody wrote down must not happen.
    await store.audit.append([{ who: `officer:${officer.id}`, what: 'identity.viewed', object: number }], now())
    const form = { ...file.form, flow: file.kind, answers: identity.answers, findings: [], concluded: [] }
    render(res, 'identity', {
      ...{ title: `办件 ${number} 身份`, signed, number },
      sections: formView(form, flows, clauses).sections,
    })
  })

  return router
}
