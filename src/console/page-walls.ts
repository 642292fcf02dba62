import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { text } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'
import type { WallDesk } from './wall-desk.ts'

/** Who does not see a case because it concerns them. Works without script. */
export function wallPages({ desk, gate }: { readonly desk: WallDesk; readonly gate: Gate }): Router {
  const router = express.Router()

  router.get('/cases/:number/walls', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const { number } = req.params
    const wall = await desk.view(signed, number)
    const done = doneWords[String(req.query['done'])]
    render(res, 'walls', { title: `回避 ${number}`, signed, wall, done })
  })

  router.post('/cases/:number/walls', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { number } = req.params
    const account = text(req.body?.account)
    const walled = req.body?.how !== 'lift'
    await desk.set(signed, number, account, walled)
    // Who has just walled themselves off finds nothing there any more.
    const own = walled && account === signed.officer.account
    res.redirect(
      303,
      own ? '/console' : `/console/cases/${encodeURIComponent(number)}/walls?done=${walled ? 'raised' : 'lifted'}`,
    )
  })

  return router
}

const doneWords: Readonly<Record<string, string>> = {
  raised: '设好了。这位同事从现在起看不到这一件，也看不到有人设过回避。',
  lifted: '取消了。这位同事又看得到这一件。',
}
