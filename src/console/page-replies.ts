import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'
import type { ReplyDesk } from './reply-desk.ts'

/** The templates with the clauses they rest on, for whoever keeps the texts. Works without script. */
export function replyPages({ desk, gate }: { readonly desk: ReplyDesk; readonly gate: Gate }): Router {
  const router = express.Router()

  router.get('/replies', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const done = req.query['done'] === 'looked' ? '记下了，办件的同事又可以用它。' : undefined
    render(res, 'replies', { title: '回复模板', signed, replies: await desk.list(signed.officer), done })
  })

  router.post('/replies/:id', async (req: Request<{ id: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.looked(signed.officer, req.params.id)
    res.redirect(303, '/console/replies?done=looked')
  })

  return router
}
