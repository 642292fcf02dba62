import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { barsOf } from './bars.ts'
import type { Desk } from './desk.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'

/** 统计: charts drawn on the server, each with its table. */
export function statisticsPages({ desk, gate }: { readonly desk: Desk; readonly gate: Gate }): Router {
  const router = express.Router()
  router.get('/statistics', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const statistics = await desk.statistics.read(signed)
    render(res, 'statistics', { title: '统计', signed, statistics, barsOf })
  })
  return router
}
