import express, { type Router } from 'express'
import { z } from 'zod'
import { Refused } from '../base/index.ts'
import { fields } from './form-fields.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'

const Unit = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[^\p{C}]*$/u),
  upper: z.string(),
})

/** Adding a unit and naming the one above, from the page of accounts. */
export function unitPages({ options, gate }: { readonly options: ConsoleOptions; readonly gate: Gate }): Router {
  const { store, now } = options
  const router = express.Router()

  router.post('/units', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!signed.may.accounts) throw new Refused('notFound')
    const [id, name, upper] = fields(req, 'id', 'name', 'upper')
    const unit = Unit.parse({ id, name, upper })
    const known = await store.units.list()
    // One above the other, and no unit above itself.
    if (unit.upper !== '' && (unit.upper === unit.id || !known.some((each) => each.id === unit.upper)))
      throw new Refused('badRequest')
    const kept = { id: unit.id, name: unit.name, ...(unit.upper === '' ? {} : { upper: unit.upper }) }
    const there = known.some((each) => each.id === unit.id)
    if (there) await store.units.change(kept)
    else await store.units.add(kept)
    const what = there ? 'unit.changed' : 'unit.added'
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what, object: unit.id }], now())
    res.redirect(303, '/console/officers')
  })

  return router
}
