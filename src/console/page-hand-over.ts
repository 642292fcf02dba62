import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { type Officer, worksCases } from '../runtime/index.ts'
import type { Desk } from './desk.ts'
import { every, fields, text } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { receiver } from './hand-desk.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import { mustBeFresh } from './second-person.ts'
import type { Signed } from './session.ts'
import { takeKeys } from './take-keys.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: Desk
  readonly gate: Gate
}

/** Handing cases over when somebody leaves: by the officer, by 复核, or with the account by whoever closes it. Works without script. */
export function handOverPages({ options, desk, gate }: Parts): Router {
  const { store, keyring, kinds, now } = options
  const router = express.Router()

  async function show(res: Response, signed: Signed, from: string | undefined, extra: object = {}, status = 200) {
    const held = await desk.hands.held(signed, from)
    const { unit } = signed.officer
    const [officers, history] = await Promise.all([store.officers.list(), store.hands.history(unit)])
    const name = (id: string) => officers.find((each) => each.id === id)?.name ?? id
    const second = signed.officer.role.split('、').includes('复核')
    const others = second ? officers.filter((each) => each.unit === unit && worksCases(each)) : []
    const rows = history.map((each) => ({ ...each, from: name(each.from), by: name(each.by) }))
    render(
      res,
      'hand-over',
      { title: '移交', signed, held, others, history: rows, key: randomUUID(), ...extra },
      status,
    )
  }

  router.get('/hand-over', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const from = text(req.query['from']) || undefined
    await show(res, signed, from, { done: doneWords[String(req.query['done'])] })
  })

  router.post('/hand-over', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [from, which, key] = fields(req, 'from', 'which', 'key')
    const to = every(req.body?.to)
    const numbers = which === 'all' ? undefined : every(req.body?.number)
    const own = from === '' || from === signed.officer.account
    try {
      // Somebody else's cases: whoever left a desk open must not have them all moved in one press.
      if (!own) {
        await desk.hands.held(signed, from)
        mustBeFresh(signed)
      }
      if (key === '' || key.length > 100 || (numbers !== undefined && numbers.length === 0))
        throw new Refused('badRequest')
      await desk.hands.handOver(signed, { from: own ? undefined : from, to, numbers, key })
    } catch (error) {
      if (!(error instanceof Refused) || !['badRequest', 'cannotTake'].includes(error.code)) throw error
      const says = error.code === 'badRequest' ? '请至少选一件，再至少选一位接手的同事。' : error.message
      return await show(res, signed, own ? undefined : from, { says, which, numbers, to }, error.status)
    }
    res.redirect(303, `/console/hand-over?done=done${own ? '' : `&from=${encodeURIComponent(from)}`}`)
  })

  /** The account, for whoever keeps accounts. @throws Refused `notFound`, the same for all that is not theirs. */
  async function leaver(req: Request<{ id: string }>, signed: Signed | undefined): Promise<Officer> {
    if (!signed) throw new Refused('noToken')
    const officer = await store.officers.byId(req.params.id)
    if (!signed.may.accounts || !officer || officer.id === signed.officer.id) throw new Refused('notFound')
    return officer
  }

  async function others({ unit, id }: Officer): Promise<readonly Officer[]> {
    const { holders } = await keyring.standing(unit)
    const all = await store.officers.list()
    return all.filter((o) => o.id !== id && !o.disabled && o.unit === unit && worksCases(o) && holders.includes(o.id))
  }

  /** How many, and never which: who keeps accounts sees no case. */
  async function leaving(res: Response, signed: Signed, officer: Officer, extra: object = {}, status = 200) {
    const [count, colleagues] = await Promise.all([store.hands.holding(officer.id), others(officer)])
    const page = { title: '账号 移交', signed, officer, count, colleagues, key: randomUUID() }
    render(res, 'leaving', { ...page, ...extra }, status)
  }

  router.get('/officers/:id/hand-over', async (req: Request<{ id: string }>, res) => {
    const signed = await gate.signed(req)
    const officer = await leaver(req, signed)
    if (signed) await leaving(res, signed, officer)
  })

  router.post('/officers/:id/hand-over', async (req: Request<{ id: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const officer = await leaver(req, signed)
    mustBeFresh(signed)
    const [key, how] = fields(req, 'key', 'how')
    const to = every(req.body?.to)
    const known = (await others(officer)).filter(({ account }) => to.includes(account))
    const says = '请选接手的同事，或者选“都放回待认领”。'
    if (key === '' || key.length > 100 || (how !== 'free' && known.length === 0))
      return await leaving(res, signed, officer, { says, how }, 400)
    const done = await store.hands.handOver({
      ...{ key: `${signed.officer.id}/${officer.id}/${key}`, from: officer.id, by: signed.officer.id },
      to: how === 'free' ? [] : known.map((each) => receiver(each, kinds)),
      ...{ unit: officer.unit, seen: 'house', giver: 'closed', at: now() },
    })
    if (done === 'cannot') return await leaving(res, signed, officer, { says: new Refused('cannotTake').message }, 409)
    const taken = await takeKeys(options, signed.officer.id, officer)
    res.redirect(303, `/console/officers?done=${taken ? 'closed' : 'closedLast'}`)
  })

  return router
}

const doneWords: Readonly<Record<string, string>> = {
  done: '移交好了，记在下面的表里。移交出去的件，原来的人不再看得到。',
}
