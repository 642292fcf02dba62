import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { lacking, type Officer, roles, rolesOf, worksCases } from '../runtime/index.ts'
import { every, fields } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { lackWords } from './lack-words.ts'
import { addOfficer, chosenRoles } from './officers.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import type { SecondFactor } from './second-factor.ts'
import type { SecondPerson } from './second-person.ts'
import type { Signed } from './session.ts'
import { takeKeys } from './take-keys.ts'
import { unitPages } from './unit-pages.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly gate: Gate
  readonly factor: SecondFactor
  readonly second: SecondPerson
}

/** Accounts: made and closed by 系统管理, given roles and new codes by 安全管理. For everybody else they are not there. */
export function accountPages({ options, gate, factor, second }: Parts): Router {
  const { store, now } = options
  const router = express.Router()
  router.use(unitPages({ options, gate }))

  const line = (signed: Signed, what: string, object: string, note?: string) =>
    store.audit.append(
      [{ who: `officer:${signed.officer.id}`, what, object, ...(note === undefined ? {} : { note }) }],
      now(),
    )

  async function show(res: Response, signed: Signed, extra: object = {}, status = 200) {
    const [officers, units] = await Promise.all([store.officers.list(), store.units.list()])
    const rows = await Promise.all(
      officers.map(async (officer) => ({
        ...officer,
        roles: rolesOf(officer),
        unitName: units.find(({ id }) => id === officer.unit)?.name ?? officer.unit,
        bound: await factor.has(officer.id),
        resettable: signed.may.roles && (await second.agreed(signed.officer, 'code', officer.id)),
      })),
    )
    const missing = lacking(officers).map((lack) => lackWords[lack])
    render(res, 'officers', { title: '账号', signed, officers: rows, roles, units, missing, ...extra }, status)
  }

  /** The account a deed is about. @throws Refused `notFound`, the same for whoever may not and for an account that is not there. */
  async function about(req: Request<{ id: string }>, may: (signed: Signed) => boolean) {
    const signed = await gate.change(req, req.body?.csrf)
    const officer = await store.officers.byId(req.params.id)
    if (!may(signed) || !officer) throw new Refused('notFound')
    return { signed, officer }
  }

  router.get('/officers', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    if (!signed.may.accounts && !signed.may.roles) throw new Refused('notFound')
    await store.audit.append([{ who: `officer:${signed.officer.id}`, what: 'officers.viewed' }], now())
    await show(res, signed, { done: doneWords[String(req.query['done'])] })
  })

  router.post('/officers', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    if (!signed.may.accounts) throw new Refused('notFound')
    const [account, name, password, unit] = fields(req, 'account', 'name', 'password', 'unit')
    // Who gives roles is the security administrator's to say, as soon as there is one.
    const role = signed.may.roles ? every(req.body?.role) : []
    const refuse = (says: string) => show(res, signed, { says, account, name, role, unit }, 400)
    try {
      const made = { account, name, password, role, ...(unit === '' ? {} : { unit }) }
      const added = await addOfficer(store, made, `officer:${signed.officer.id}`, now())
      if (added === 'taken') return await refuse('这个账号名已经有人用了，请换一个。')
    } catch (error) {
      if (!(error instanceof Refused) || !(error.code in refusedWords)) throw error
      return await refuse(refusedWords[error.code] ?? error.message)
    }
    res.redirect(303, '/console/officers?done=added')
  })

  router.post('/officers/:id/roles', async (req: Request<{ id: string }>, res) => {
    const { signed, officer } = await about(req, ({ may }) => may.roles)
    try {
      const role = chosenRoles(every(req.body?.role))
      if (leavesNobody(await store.officers.list(), { ...officer, role })) throw new Refused('rolesApart')
      if (!worksCases({ role }) && (await store.hands.holding(officer.id)) > 0) throw new Refused('holdsCases')
      await store.officers.setRole(officer.id, role)
      await line(signed, 'officer.roles', officer.id, role)
      if (!worksCases({ role }) && !(await takeKeys(options, signed.officer.id, officer)))
        return res.redirect(303, '/console/officers?done=rolesLast')
    } catch (error) {
      if (!(error instanceof Refused) || !(error.code in refusedWords)) throw error
      return await show(res, signed, { says: refusedWords[error.code] }, 400)
    }
    res.redirect(303, '/console/officers?done=roles')
  })

  router.post('/officers/:id/close', async (req: Request<{ id: string }>, res) => {
    const { signed, officer } = await about(req, ({ may }) => may.accounts)
    if (officer.id === signed.officer.id || leavesNobody(await store.officers.list(), { ...officer, disabled: true }))
      return await show(res, signed, { says: '不能停用自己的账号，也不能停用最后一个系统管理员。' }, 400)
    // What it holds must not vanish with it: where that goes is decided first, and in one deed with the closing.
    if ((await store.hands.close(officer.id)) === 'holds')
      return res.redirect(303, `/console/officers/${officer.id}/hand-over`)
    await line(signed, 'officer.closed', officer.id)
    // Closed at once, whatever becomes of the keys: those who stay get new ones for what comes in from now on.
    const taken = await takeKeys(options, signed.officer.id, officer)
    res.redirect(303, `/console/officers?done=${taken ? 'closed' : 'closedLast'}`)
  })

  router.post('/officers/:id/reopen', async (req: Request<{ id: string }>, res) => {
    const { signed, officer } = await about(req, ({ may }) => may.accounts)
    await store.officers.setDisabled(officer.id, false)
    await line(signed, 'officer.reopened', officer.id)
    res.redirect(303, '/console/officers?done=reopened')
  })

  router.post('/officers/:id/code', async (req: Request<{ id: string }>, res) => {
    const { signed, officer } = await about(req, ({ may }) => may.roles)
    await second.pass(signed, 'code', officer.id)
    await store.officers.factors.drop(officer.id)
    await line(signed, 'officer.code', officer.id)
    res.redirect(303, '/console/officers?done=code')
  })

  return router
}

/** Whether a change would leave the house without anybody who keeps accounts. */
function leavesNobody(officers: readonly Officer[], changed: Officer): boolean {
  const after = officers.map((each) => (each.id === changed.id ? changed : each))
  return !after.some((each) => !each.disabled && rolesOf(each).includes('系统管理'))
}

const refusedWords: Readonly<Record<string, string>> = {
  badRequest: '账号用 2 到 32 位小写字母、数字、点、横线；姓名要填；密码至少 10 位。',
  holdsCases: '这个账号手里还有办件，不能把办件的岗位都去掉。请本人或者复核的同事先在“移交”页移交出去。',
  rolesApart: '系统、安全、审计三员不能由一个账号兼，三员也不看办件；系统管理员至少要留一个。请重新选。',
}

const doneWords: Readonly<Record<string, string>> = {
  added: '账号加好了。请把初始密码当面交给本人；第一次登录时要用手机绑定验证码。',
  roles: '岗位改好了，从下一次操作起按新岗位。这个账号要重新登录。',
  closed: '账号停用了，正在用的登录也都断开了。',
  rolesLast: '岗位改好了。本单位的钥匙只有这一位有，没有收回；请先让本人把钥匙交给另一位同事，再来收。',
  closedLast:
    '账号停用了。本单位的钥匙只有这一位有，没有收回，不然收到的件谁也打不开。请重新启用，让本人先把钥匙交给另一位同事。',
  reopened: '账号重新启用了。',
  code: '验证码重置了。本人下一次登录时重新绑定。',
}
