import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { clerkChannels } from '../runtime/index.ts'
import type { ClerkDesk } from './clerk-desk.ts'
import { fields, text } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly desk: ClerkDesk
  readonly gate: Gate
  readonly now: () => string
}

/** Writing down what came by phone, letter or visit, on the same form as in the chat. Works without script. */
export function clerkPages({ desk, gate, now }: Parts): Router {
  const router = express.Router()

  function show(
    res: Response,
    signed: Signed,
    flow: string,
    body: Readonly<Record<string, unknown>>,
    extra: object = {},
    status = 200,
  ) {
    const form = desk.form(signed.officer, flow, countsIn(body))
    const today = now().slice(0, 10)
    const was = (path: string) => [body[path] ?? []].flat().map(String)
    const key = text(body['key']) || randomUUID()
    const asked = {
      channel: text(body['channel']),
      received: text(body['received']) || today,
      receipt: body['receipt'],
    }
    render(
      res,
      'written-down',
      {
        title: `登记 ${form.title}`,
        signed,
        form,
        was,
        key,
        today,
        asked,
        counts: countsIn(body),
        channelWords,
        ...extra,
      },
      status,
    )
  }

  router.get('/written-down', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    render(res, 'write-down', { title: '登记来电来信来访', signed, forms: desk.forms(signed.officer) })
  })

  router.get('/written-down/:flow', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    show(res, signed, req.params.flow, {})
  })

  router.post('/written-down/:flow', async (req: Request<{ flow: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { flow } = req.params
    const body: Record<string, unknown> = req.body ?? {}
    const [key, channel, received, how] = fields(req, 'key', 'channel', 'received', 'do')
    const words = wordsIn(body)
    if (how.startsWith('more:')) {
      const list = how.slice(5)
      return show(res, signed, flow, { ...body, [`n.${list}`]: String((countsIn(body)[list] ?? 1) + 1) })
    }
    const looked = desk.look(signed.officer, flow, words)
    if (how === 'look') return show(res, signed, flow, body, { looked })
    const by = clerkChannels.find((each) => each === channel)
    if (by === undefined || key === '' || key.length > 100)
      return show(res, signed, flow, body, { looked, says: '请选来的方式。' }, 400)
    try {
      const deed = { key, flow, channel: by, received, words, receipt: body['receipt'] === 'yes' }
      const done = await desk.handIn(signed, deed)
      if ('lacks' in done) {
        const says = done.lacks.lacks ? `还缺一项：${done.lacks.lacks.label}。` : '有几格没有看懂，标在下面。'
        return show(res, signed, flow, body, { looked: done.lacks, says }, 422)
      }
      render(res, 'written', { title: '登记好了', signed, ...done, key, flow })
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      show(res, signed, flow, body, { looked, says: '收到的日期要在今天或者今天以前，不早于十年。' }, 400)
    }
  })

  router.post('/written-down/:flow/receipt', async (req: Request<{ flow: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.receiptKept(signed, text(req.body?.key))
    res.redirect(303, '/console')
  })

  return router
}

const channelWords = { phone: '来电', letter: '来信', visit: '来访' } as const

/** How many of each list the page has room for: `n.facts`. */
function countsIn(body: Readonly<Record<string, unknown>>): Record<string, number> {
  const found = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('n.') && /^\d{1,2}$/.test(text(value)) ? [[name.slice(2), Number(value)] as const] : [],
  )
  return Object.fromEntries(found)
}

/** Lines are sent under their paths with `a.` before them, so that none is taken for a field of the page. */
function wordsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const found = Object.entries(body).flatMap(([name, value]) => {
    if (!/^a\.[a-z][a-z0-9_]*(\[\d{1,2}\]\.[a-z][a-z0-9_]*)?$/.test(name)) return []
    const words = [value]
      .flat()
      .filter((each) => typeof each === 'string' && each !== '')
      .join('、')
    return words.length > 4000 ? [] : [[name.slice(2), words] as const]
  })
  return Object.fromEntries(found)
}
