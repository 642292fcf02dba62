import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { has, sight } from '../runtime/index.ts'
import { fields } from './form-fields.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import type { HoldView } from './retention-desk.ts'
import type { Signed } from './session.ts'

/** A sentence or two, as for every reason. */
const longestReason = 300

/** Cases that are not to be destroyed for now: held by whoever works them, or by who keeps the periods. */
export interface HoldDesk {
  /** The hold on a case of this officer's unit. */
  of(signed: Signed, number: string): Promise<Omit<HoldView, 'number'> | undefined>
  /** @param from the case's own page is for who sees the case, the page of retention for who keeps the periods. @throws Refused `notFound`; `badRequest` without a reason. */
  set(signed: Signed, from: Page, number: string, reason: string): Promise<void>
  /** @throws Refused `notFound` */
  lift(signed: Signed, from: Page, number: string): Promise<void>
}
type Page = 'case' | 'retention'

export function openHoldDesk({ store, secrets, now }: Pick<ConsoleOptions, 'store' | 'secrets' | 'now'>): HoldDesk {
  const { retention, cases, officers } = store

  /** @throws Refused `notFound` for a case this officer does not see, or does not keep the period of. */
  async function about({ officer }: Signed, from: Page, number: string): Promise<string> {
    const seen =
      from === 'retention'
        ? has(officer, '安全管理')
        : (await cases.seenBy(sight(officer)).byNumber(number)) !== undefined
    const id = seen ? await retention.idOf(officer.unit, number) : undefined
    if (id === undefined) throw new Refused('notFound')
    return id
  }

  return {
    async of({ officer }, number) {
      const id = await retention.idOf(officer.unit, number)
      const hold = id === undefined ? undefined : await retention.holdOf(id)
      if (!hold) return undefined
      const name = (await officers.list()).find((each) => each.id === hold.who)?.name ?? hold.who
      return { reason: secrets.open(`hold/${id}`, hold.reason), who: name, on: hold.on }
    },

    async set(signed, from, number, reason) {
      const id = await about(signed, from, number)
      const why = reason.trim()
      if (why === '' || why.length > longestReason || /\p{Cc}/u.test(why.replace(/[\r\n]/g, '')))
        throw new Refused('badRequest')
      const at = now()
      const { officer } = signed
      const line = { who: `officer:${officer.id}`, what: 'hold.set', object: number }
      const hold = { reason: secrets.seal(`hold/${id}`, why), who: officer.id, on: at.slice(0, 10) }
      // One that stands already stays with its own reason: two who hold it want the same.
      await retention.hold(id, hold, line, at)
    },

    async lift(signed, from, number) {
      const id = await about(signed, from, number)
      // Where nobody holds it, that is what was wanted.
      await retention.lift(id, { who: `officer:${signed.officer.id}`, what: 'hold.lifted', object: number }, now())
    },
  }
}

/** Holding a case and letting it go, from its own page and from the page of retention. */
export function holdPages({ desk, gate }: { readonly desk: HoldDesk; readonly gate: Gate }): Router {
  const router = express.Router()

  router.post('/retention/holds', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!has(signed.officer, '安全管理')) throw new Refused('notFound')
    const [number, reason] = fields(req, 'number', 'reason')
    await desk.set(signed, 'retention', number.trim().toUpperCase(), reason)
    res.redirect(303, '/console/retention?done=held')
  })

  router.post('/retention/holds/lift', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!has(signed.officer, '安全管理')) throw new Refused('notFound')
    await desk.lift(signed, 'retention', fields(req, 'number')[0])
    res.redirect(303, '/console/retention?done=lifted')
  })

  router.post('/cases/:number/hold', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.set(signed, 'case', req.params.number, fields(req, 'reason')[0])
    res.redirect(303, `/console/cases/${encodeURIComponent(req.params.number)}?done=held`)
  })

  router.post('/cases/:number/hold/lift', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.lift(signed, 'case', req.params.number)
    res.redirect(303, `/console/cases/${encodeURIComponent(req.params.number)}?done=lifted`)
  })

  return router
}
