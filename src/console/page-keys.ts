import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { worksCases } from '../runtime/index.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly gate: Gate
}

/** Fewer holders than this, and one forgotten password is near to losing what the unit received (SECURITY 3.6). */
const fewest = 3

/** Who can open what the unit receives; giving and taking back keys; one's own recovery key. */
export function keyPages({ options, gate }: Parts): Router {
  const { store, keyring, now } = options
  const router = express.Router()

  async function view(signed: Signed) {
    const officers = (await store.officers.list()).filter(
      (each) => worksCases(each) && each.unit === signed.officer.unit,
    )
    const { holders, escrow } = await keyring.standing(signed.officer.unit)
    const named = officers.map(({ id, name, account }) => ({ id, name, account, holds: holders.includes(id) }))
    return {
      title: '钥匙',
      signed,
      escrow,
      officers: named,
      few: holders.length < fewest ? fewest - holders.length : 0,
      mine: holders.includes(signed.officer.id),
      hasRecovery: await keyring.hasRecovery(signed.officer.id),
    }
  }

  /** @throws Refused `notFound` for a role that works no cases. */
  function works(signed: Signed | undefined): Signed {
    if (!signed) throw new Refused('noToken')
    if (!worksCases(signed.officer)) throw new Refused('notFound')
    return signed
  }

  router.get('/keys', async (req, res) => {
    const signed = works(await gate.signed(req))
    render(res, 'keys', { ...(await view(signed)), done: done[String(req.query['done'])] })
  })

  router.post('/keys/give', async (req, res) => {
    const signed = works(await gate.change(req, req.body?.csrf))
    const to = await store.officers.byId(String(req.body?.officer ?? ''))
    if (!signed.unlocked) throw new Refused('noKey')
    if (!to || to.disabled || !worksCases(to) || to.unit !== signed.officer.unit) throw new Refused('notFound')
    if (!(await keyring.admit(signed.unlocked, signed.officer.unit, to.id))) {
      const says = `${to.name}还没有登录过，或者您自己还没有钥匙。请本人先登录一次，再给钥匙。`
      return render(res, 'keys', { ...(await view(signed)), says }, 409)
    }
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what: 'key.given', object: to.id }], now())
    res.redirect(303, '/console/keys?done=given')
  })

  router.post('/keys/take', async (req, res) => {
    const signed = works(await gate.change(req, req.body?.csrf))
    const from = await store.officers.byId(String(req.body?.officer ?? ''))
    const { holders } = await keyring.standing(signed.officer.unit)
    if (!holders.includes(signed.officer.id)) throw new Refused('noKey')
    if (!from || !holders.includes(from.id)) throw new Refused('notFound')
    if ((await keyring.remove(signed.officer.unit, from.id)) === 'last') {
      const says = '只有这一位同事有钥匙，收回以后收到的件谁也打不开了。请先给另一位同事钥匙。'
      return render(res, 'keys', { ...(await view(signed)), says }, 409)
    }
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what: 'key.taken', object: from.id }], now())
    res.redirect(303, '/console/keys?done=taken')
  })

  router.post('/keys/recovery', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!signed.unlocked) throw new Refused('noKey')
    const printed = await signed.unlocked.printRecovery()
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what: 'key.recoveryMade' }], now())
    render(res, 'recovery', { title: '恢复钥匙', signed, printed })
  })

  return router
}

const done: Readonly<Record<string, string>> = {
  given: '钥匙给好了，这位同事现在能打开本单位的件。',
  taken: '钥匙收回了。以后收到的件用新钥匙密封，他打不开。',
}
