import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Found } from '../dialogue/index.ts'
import { GapQuery } from './api/gap-shapes.ts'
import type { GapDeed, GapDesk } from './gap-desk.ts'
import { outcomeSays, states, whySays } from './gap-view.ts'
import { opinionOf } from './gap-words.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: GapDesk
  readonly gate: Gate
}

type OfTopic = Request<{ id: string }>

/** The gap ledger: the list of topics, and a page for each. Works without script. */
export function gapPages({ options, desk, gate }: Parts): Router {
  const router = express.Router()
  const words = { opinion: opinionOf, whySays, states }

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  async function show(res: Response, signed: Signed, id: string, extra: object = {}, status = 200) {
    const topic = await desk.open(signed.officer, id)
    const officers = (await options.store.officers.list()).filter(({ disabled }) => !disabled)
    const others = topic.may.move
      ? (await options.store.gaps.topics({ limit: 200 })).filter((other) => other.id !== id)
      : []
    const page = { title: `知识缺口 ${id}`, signed, topic, officers, others, texts: options.texts(), ...words }
    render(res, 'gap', { ...page, ...extra }, status)
  }

  /** Does it and shows the topic anew; a refusal is told there, with what was written still in its field. */
  async function deed(req: OfTopic, res: Response, work: (signed: Signed) => Promise<{ id: string; done: string }>) {
    const signed = await gate.change(req, req.body?.csrf)
    try {
      const { id, done } = await work(signed)
      res.redirect(303, `/console/gaps/${encodeURIComponent(id)}?done=${done}`)
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'notFound') throw error
      const { note, text } = req.body ?? {}
      await show(res, signed, req.params.id, { says: told(error), note, text }, error.status)
    }
  }

  const acts = (name: string, read: (body: Readonly<Record<string, unknown>>) => GapDeed, done: string) =>
    router.post(`/gaps/:id/${name}`, (req: OfTopic, res) =>
      deed(req, res, async ({ officer }) => {
        await desk.act(officer, req.params.id, { ...read(req.body ?? {}), revision: Number(req.body?.revision) })
        return { id: req.params.id, done }
      }),
    )

  router.get('/gaps', async (req, res) => {
    const signed = await enter(req)
    const { state } = GapQuery.parse(req.query)
    const { topics } = await desk.list(signed.officer, state)
    render(res, 'gaps', { title: '知识缺口', signed, topics, state, ...words })
  })

  router.get('/gaps/:id', async (req, res) => {
    const signed = await enter(req)
    await show(res, signed, req.params.id, { done: doneWords[String(req.query['done'])] })
  })

  acts('give', ({ to }) => ({ type: 'give', to: one(to) }), 'given')
  acts('close', ({ text, note }) => ({ type: 'close', text: one(text), note: one(note) }), 'closed')
  acts('reopen', () => ({ type: 'reopen' }), 'reopened')

  router.post('/gaps/:id/move', (req: OfTopic, res) =>
    deed(req, res, async ({ officer }) => {
      const { wording, to, revision } = req.body ?? {}
      const chosen = wording === undefined ? [] : [wording].flat().map(String)
      const wordings = chosen.includes('all') ? ('all' as const) : chosen
      const where = to === undefined || to === '' ? {} : { to: String(to) }
      const id = await desk.move(officer, req.params.id, { wordings, ...where, revision: Number(revision) })
      return { id, done: 'moved' }
    }),
  )

  // Nothing of anybody's is changed by it, but it is written down: so it is a deed with the page's token.
  router.post('/gaps/:id/ask', async (req: OfTopic, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { found } = await desk.ask(signed.officer, req.params.id)
    await show(res, signed, req.params.id, { found: foundView(found) })
  })

  return router
}

const one = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined)

const foundView = ({ outcome, text, cites }: Found) => ({
  says: outcomeSays(outcome),
  answered: outcome === 'grounded',
  text,
  cites: cites.map(({ instrument, label, authority }) => `《${instrument}》${label}（${authority}）`),
})

const doneWords: Readonly<Record<string, string>> = {
  given: '交办好了。',
  closed: '已经了结。再有人问而没有答上来，它会自己重新打开。',
  reopened: '重新打开了。',
  moved: '归到这里了，次数一并带过来。',
}

function told({ code, message }: Refused): string {
  if (code === 'badRequest')
    return '请选一份文件或答法，或者写明为什么不答（500 字以内），两样选一样；归类时请先选说法。'
  if (code === 'stale') return '刚刚有同事改动过这一题，下面是现在的样子，您的这一步没有做。'
  return message
}
