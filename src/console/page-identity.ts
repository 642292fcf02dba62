import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Desk } from './desk.ts'
import { formView } from './form-view.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import { openReveal, type Reason, reasons } from './reveal.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: Desk
  readonly gate: Gate
}

/** Who reported: asked for by one officer, agreed to by another, then shown to the one who asked. Each step is a line of the ledger. */
export function identityPages({ options, desk, gate }: Parts): Router {
  const { store, now, flows, clauses } = options
  const reveal = openReveal(options)
  const router = express.Router()

  router.get('/cases/:number/identity', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    await show(res, signed, req.params.number)
  })

  router.post('/cases/:number/identity/ask', (req, res) =>
    step(req, res, async ({ officer }, number) => {
      const why = String(req.body?.why)
      if (!Object.hasOwn(reasons, why)) throw new Refused('badRequest')
      await reveal.ask(officer, number, why as Reason) // one of its keys, by the line above
    }),
  )

  router.post('/cases/:number/identity/agree', (req, res) =>
    step(req, res, ({ officer }, number) => reveal.agree(officer, number)),
  )

  /** One step; only for who may open the case at all. */
  async function step(
    req: Request<{ number: string }>,
    res: Response,
    work: (signed: Signed, number: string) => Promise<void>,
  ) {
    const signed = await gate.change(req, req.body?.csrf)
    const { number } = req.params
    if (!(await desk.open(signed, number)).identity) throw new Refused('notFound')
    await work(signed, number)
    res.redirect(303, `/console/cases/${encodeURIComponent(number)}/identity`)
  }

  async function show(res: Response, signed: Signed, number: string) {
    const { officer, unlocked } = signed
    const file = await desk.open(signed, number)
    if (!file.identity) throw new Refused('notFound')
    const asked = await reveal.asked(number)
    const mine = asked?.by === officer.id
    const names = await store.officers.list()
    const name = (id: string | undefined) => names.find((each) => each.id === id)?.name
    const sections = mine && asked.agreedBy !== undefined ? await opened() : undefined
    render(res, 'identity', {
      ...{ title: `办件 ${number} 身份`, signed, number, reasons, mine, sections },
      asked: asked && { why: reasons[asked.why], by: name(asked.by), agreedBy: name(asked.agreedBy) },
    })

    async function opened() {
      const sealed = await store.cases.byNumber(number)
      const identity = sealed && (await unlocked?.identity(sealed))
      if (!identity) throw new Refused('noKey')
      // Before it is shown: a view nobody wrote down must not happen.
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'identity.viewed', object: number }], now())
      return formView(
        { ...file.form, flow: file.kind, answers: identity.answers, findings: [], concluded: [] },
        flows,
        clauses,
      ).sections
    }
  }

  return router
}
