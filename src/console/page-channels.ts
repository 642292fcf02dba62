import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Checked } from '../runtime/index.ts'
import type { ChannelDesk } from './channel-desk.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

/** The page that says of every channel whether it works and what to do if not. For 系统管理; for everybody else it is not there. */
export function channelPages({ desk, gate }: { readonly desk: ChannelDesk; readonly gate: Gate }): Router {
  const router = express.Router()

  async function show(res: Response, signed: Signed, extra: object = {}, status = 200) {
    const channels = await desk.list()
    render(res, 'channels', { title: '渠道', signed, channels, ...extra }, status)
  }

  router.get('/channels', async (req, res) => {
    const signed = keeper(await gate.signed(req))
    await show(res, signed, { done: doneWords[String(req.query['done'])] })
  })

  // Nothing is changed by it, but it goes out into the network and is written down: so it is a deed with the page's token.
  router.post('/channels/:name/check', async (req: Request<{ name: string }>, res) => {
    const signed = keeper(await gate.change(req, req.body?.csrf))
    const { name } = req.params
    const checked: Checked = await desk.check(signed.officer, name)
    await show(res, signed, { checked: { name, ...checked } })
  })

  for (const [path, deed, done] of [
    ['again', desk.again, 'again'],
    ['give-up', desk.giveUp, 'givenUp'],
  ] as const)
    router.post(`/channels/replies/:id/${path}`, async (req: Request<{ id: string }>, res) => {
      const signed = keeper(await gate.change(req, req.body?.csrf))
      try {
        await deed(signed.officer, req.params.id)
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'stale') throw error
        return show(res, signed, { says: '这一条刚刚已经有人处理过，下面是现在的样子。' }, error.status)
      }
      res.redirect(303, `/console/channels?done=${done}`)
    })

  return router
}

function keeper(signed: Signed | undefined): Signed {
  if (!signed) throw new Refused('noToken')
  if (signed.officer.role !== '系统管理') throw new Refused('notFound')
  return signed
}

const doneWords: Readonly<Record<string, string>> = {
  again: '放回去了，马上再发。',
  givenUp: '不再发了。对方的对话记录里还留着这句话。',
}
