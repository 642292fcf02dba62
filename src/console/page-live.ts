import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { sight } from '../runtime/index.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'

/** Seconds between two looks: soon enough for a desk, and rare enough that fifty desks are no load. */
export const lookEvery = 20

/** Whether the queue, or one case, is still as it was. A number and nothing else; asking does not keep a session alive. */
export function livePages({ options, gate }: { readonly options: ConsoleOptions; readonly gate: Gate }): Router {
  const { store } = options
  const router = express.Router()

  router.get('/changes', async (req, res) => {
    const signed = await gate.peek(req)
    if (!signed) return void res.status(401).end()
    if (!signed.may.cases) throw new Refused('notFound')
    res.json({ stamp: await store.cases.seenBy(sight(signed.officer)).stamp() })
  })

  router.get('/cases/:number/changes', async (req, res) => {
    const signed = await gate.peek(req)
    if (!signed) return void res.status(401).end()
    const found = await store.cases.seenBy(sight(signed.officer)).stamp(req.params.number)
    if (found === '') throw new Refused('notFound')
    res.json({ stamp: found })
  })

  return router
}
