import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../../base/index.ts'
import { bindingMinutes, worksCases } from '../../runtime/index.ts'
import { text } from '../form-fields.ts'
import type { Gate } from '../gate.ts'
import type { ConsoleOptions } from '../options.ts'
import { render } from '../render.ts'
import type { Signed } from '../session.ts'
import type { BindingCodes } from './binding-codes.ts'
import type { OpenedDesks } from './opened-desks.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly codes: BindingCodes
  readonly opened: OpenedDesks
  readonly gate: Gate
}

/** Where an officer binds a chat to their account, opens their desk for it and ends both. For who works cases; for others it is not there. */
export function chatPages({ options, codes, opened, gate }: Parts): Router {
  const { store, channels, chat, now } = options
  const router = express.Router()

  /** @throws Refused `notFound` for a role that works no cases. */
  function works(signed: Signed | undefined): Signed {
    if (!signed) throw new Refused('noToken')
    if (!worksCases(signed.officer)) throw new Refused('notFound')
    return signed
  }

  const titleOf = (name: string) => channels.find((each) => each.name === name)?.title ?? name

  async function show(res: Response, signed: Signed, extra: object = {}): Promise<void> {
    const bound = (await store.bindings.list(signed.officer.id)).map(({ channel, since }) => ({
      channel,
      since: moment(since),
      title: titleOf(channel),
    }))
    const open = (await opened.seat(signed.officer.id)) !== undefined
    const content = chat?.content ?? false
    render(res, 'chat', { title: '聊天办件', signed, bound, open, content, minutes: bindingMinutes, ...extra })
  }

  const change = async (req: Request) => works(await gate.change(req, req.body?.csrf))

  router.get('/chat', async (req, res) => {
    const signed = works(await gate.signed(req))
    await show(res, signed, { done: done[String(req.query['done'])] })
  })

  router.post('/chat/code', async (req, res) => {
    const signed = await change(req)
    const code = await codes.show(signed.officer)
    await show(res, signed, { code: `${code.slice(0, 4)} ${code.slice(4)}` })
  })

  router.post('/chat/unbind', async (req, res) => {
    const { officer } = await change(req)
    const channel = text(req.body?.channel)
    if (!(await store.bindings.drop(officer.id, channel))) throw new Refused('notFound')
    await store.audit.append([{ who: `officer:${officer.id}`, what: 'chat.unbound', object: channel }], now())
    res.redirect(303, '/console/chat?done=unbound')
  })

  router.post('/chat/open', async (req, res) => {
    await opened.open(await change(req))
    res.redirect(303, '/console/chat?done=opened')
  })

  router.post('/chat/close', async (req, res) => {
    const { officer } = await change(req)
    await opened.close(officer.id)
    res.redirect(303, '/console/chat?done=closed')
  })

  return router
}

/** Beijing time to the minute, from an instant in UTC. */
const moment = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const done: Readonly<Record<string, string>> = {
  unbound: '解除好了，那边不再能办件。',
  opened: '打开了，聊天里要用到内容的口令现在可以用。',
  closed: '关上了，聊天里只能看列表、认领和放回。',
}
