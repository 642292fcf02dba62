import express, { type Request, type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Attempts } from './attempts.ts'
import { type Gate, sameSite } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { opensWith, sealPassword } from './password.ts'
import { render } from './render.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly attempts: Attempts
  readonly gate: Gate
}

/** Changing a password, and setting a new one by the printed recovery key. The key pair stays; only its locks change. */
export function passwordPages({ options, attempts, gate }: Parts): Router {
  const { store, keyring, now } = options
  const router = express.Router()

  router.get('/password', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    render(res, 'password', { title: '改密码', signed })
  })

  router.post('/password', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const { officer, unlocked } = signed
    if (!unlocked) throw new Refused('noKey')
    const refuse = (says: string) => render(res, 'password', { title: '改密码', signed, says }, 400)
    attempts.book(officer.account, req.ip ?? '', now())
    const found = await store.officers.byAccount(officer.account)
    if (!(await opensWith(text(req, 'old'), found?.password))) return refuse('原来的密码不对，请再输一次。')
    attempts.succeeded(officer.account, req.ip ?? '')
    const fault = unfit(req)
    if (fault) return refuse(fault)
    const { record, key } = await sealPassword(text(req, 'password'))
    await unlocked.relock(record, key)
    await store.audit.append([{ who: `officer:${officer.id}`, what: 'password.changed' }], now())
    gate.take(res)
    res.redirect(303, '/console/sign-in?ready=1')
  })

  router.get('/recover', (_req, res) => render(res, 'recover', { title: '忘了密码' }))

  router.post('/recover', async (req, res) => {
    sameSite(req)
    const account = text(req, 'account')
    const refuse = (says: string, status = 400) => render(res, 'recover', { title: '忘了密码', account, says }, status)
    const fault = unfit(req)
    if (fault) return refuse(fault)
    const name = account.normalize('NFKC').trim().toLowerCase().slice(0, 100)
    attempts.book(name, req.ip ?? '', now())
    const found = await store.officers.byAccount(name)
    // The same stretching whether or not there is such an account, and whether or not the key fits.
    const { record, key } = await sealPassword(text(req, 'password'))
    const unlocked = found?.disabled === false ? await keyring.recover(found.id, text(req, 'recovery')) : undefined
    if (!found || !unlocked) {
      await store.audit.append(
        [{ who: 'system', what: 'recovery.refused', ...(found ? { object: found.id } : {}) }],
        now(),
      )
      return refuse(new Refused('badRecovery').message)
    }
    attempts.succeeded(name, req.ip ?? '')
    await unlocked.relock(record, key)
    await store.audit.append([{ who: `officer:${found.id}`, what: 'password.recovered' }], now())
    res.redirect(303, '/console/sign-in?ready=1')
  })

  return router
}

/** What is wrong with the new password, in words. */
function unfit(req: Request): string | undefined {
  const password = text(req, 'password')
  if (password !== text(req, 'again')) return '两次输入的新密码不一样，请再输一次。'
  return [...password].length < 10 || password.length > 200 ? '新密码至少 10 位，请改一下再提交。' : undefined
}

const text = (req: Request, name: string): string => {
  const given: unknown = req.body?.[name]
  return typeof given === 'string' ? given : ''
}
