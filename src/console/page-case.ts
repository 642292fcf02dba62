import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import { Refused, refusals } from '../base/index.ts'
import type { Facts } from '../intake/index.ts'
import type { Desk } from './desk.ts'
import { sendFile } from './file-view.ts'
import { text } from './form-fields.ts'
import type { Gate } from './gate.ts'
import type { HoldDesk } from './page-hold.ts'
import { toldThere } from './page-ledger.ts'
import { lookEvery } from './page-live.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly desk: Desk
  readonly holds: HoldDesk
  readonly gate: Gate
}

/** The page of one case, and what an officer does there. Works without script. */
export function casePages({ desk, holds, gate }: Parts): Router {
  const router = express.Router()

  async function show(res: Response, signed: Signed, number: string, extra: object = {}, status = 200, asked = '') {
    const file = await desk.open(signed, number)
    const alike = file.kind === 'report' ? await desk.ledger.linkCandidates(signed, number) : undefined
    const hold = await holds.of(signed, number)
    const live = { live: `1.${file.revision}`, every: lookEvery }
    const reply = file.replies.find(({ id }) => id === asked)
    const filled = reply ? { action: reply.action, reason: reply.text } : {}
    const shown = { signed, file, ...filled, alike, hold, ...live, key: randomUUID(), ...extra }
    render(res, 'case', { title: `办件 ${file.number}`, ...shown }, status)
  }

  /** Does it and shows the case anew; a refusal is told on the case page, with what was written still there. */
  async function deed(req: Request<{ number: string }>, res: Response, work: (signed: Signed) => Promise<string>) {
    const signed = await gate.change(req, req.body?.csrf)
    const { number } = req.params
    try {
      const done = await work(signed)
      res.redirect(303, `/console/cases/${encodeURIComponent(number)}?done=${done}`)
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'notFound' || error.code === 'noKey') throw error
      const { action, reason, items } = req.body ?? {}
      const written = { action, reason, inputs: inputsIn(req.body), items: [items ?? []].flat() }
      await show(res, signed, number, { says: told(error), ...written }, error.status)
    }
  }

  router.get('/cases/:number', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const done = doneWords[String(req.query['done'])]
    const code = [...toldThere].find((each) => each === req.query['refused'])
    const extra = { done, ...(code ? { says: refusals[code][1] } : {}) }
    await show(res, signed, req.params.number, extra, 200, text(req.query['reply']))
  })

  router.get('/cases/:number/files/:id', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    sendFile(res, await desk.file(signed, req.params.number, req.params.id))
  })

  router.post('/cases/:number/claim', (req, res) =>
    deed(req, res, async (signed) => {
      await desk.claim(signed, req.params.number)
      return 'claimed'
    }),
  )

  router.post('/cases/:number/release', (req, res) =>
    deed(req, res, async (signed) => {
      await desk.release(signed, req.params.number)
      return 'released'
    }),
  )

  router.post('/cases/:number/give', (req, res) =>
    deed(req, res, async (signed) => {
      await desk.hands.give(signed, req.params.number, text(req.body?.to))
      return 'given'
    }),
  )

  router.post('/cases/:number/take-back', (req, res) =>
    deed(req, res, async (signed) => {
      await desk.hands.takeBack(signed, req.params.number)
      return 'takenBack'
    }),
  )

  router.post('/cases/:number/actions', (req, res) =>
    deed(req, res, async (signed) => {
      const { action, reason, key, revision, items } = req.body ?? {}
      if (typeof action !== 'string' || typeof reason !== 'string' || typeof key !== 'string' || key.length > 100)
        throw new Refused('badRequest')
      const inputs = inputsIn(req.body)
      const picked = [items ?? []].flat().filter((each) => typeof each === 'string')
      await desk.act(signed, req.params.number, {
        action,
        reason,
        key,
        revision: Number(revision),
        inputs,
        items: picked,
      })
      return 'acted'
    }),
  )

  return router
}

/** Fields named `in.<id>` are what the move has to be told; the moves know which they are, and refuse others. */
function inputsIn(body: unknown): Facts {
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {})
  return Object.fromEntries(
    fields.flatMap(([name, value]: [string, unknown]): [string, string | string[]][] => {
      if (!name.startsWith('in.')) return []
      if (typeof value === 'string') return [[name.slice(3), value]]
      return Array.isArray(value) ? [[name.slice(3), value.filter((each) => typeof each === 'string')]] : []
    }),
  )
}

const doneWords: Readonly<Record<string, string>> = {
  claimed: '认领好了，这件由您办理。',
  released: '已经放回，别的同事可以认领。',
  given: '交好了，由那位同事办理。他还没有动手以前，您可以收回。',
  takenBack: '收回来了，这件由您办理。',
  linked: '并好了。两张回执都继续有效；不合适的话，随时可以撤销。',
  unlinked: '并案撤销了，两件都和原来一样。',
  apart: '记下了，以后不再提示这两件。',
  unapart: '取消了，以后还会提示。',
  held: '记下了：办结以后先不销毁。',
  lifted: '暂缓取消了。',
  acted: '已经记下；要告诉对方的，已经告诉了。',
}

function told({ code, message }: Refused): string {
  return code === 'badRequest' ? '请把要填的填全，话写清楚：1000 字以内，不要带特殊符号。' : message
}
