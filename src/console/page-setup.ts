import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import { lacking } from '../runtime/index.ts'
import { fields, text } from './form-fields.ts'
import { sameSite } from './gate.ts'
import { addFirstOfficer, addOfficer, NewOfficer } from './officers.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'

/**
 * First set-up. It asks for the three administrators and is content with one: an office of one person must be able to
 * begin, and is told what is still missing.
 */
export function setupPages({ setup, store, now }: ConsoleOptions): Router {
  const router = express.Router()

  async function maySetUp(token: string) {
    if (await setup.done()) throw new Refused('setupDone')
    if (!setup.fits(token)) throw new Refused('notFound')
  }

  router.get('/setup', async (req, res) => {
    const token = text(req.query['token'])
    await maySetUp(token)
    render(res, 'setup', { title: '首次设置', token, others: others([]), alone: true })
  })

  router.post('/setup', async (req, res) => {
    sameSite(req)
    const [token, account, name, password, again] = fields(req, 'token', 'account', 'name', 'password', 'again')
    await maySetUp(token)
    const alone = req.body?.alone !== undefined
    const given = administrators.map(({ key, role }) => {
      const [account, name, password] = fields(req, `${key}_account`, `${key}_name`, `${key}_password`)
      return { key, role, account, name, password }
    })
    const more = given.filter((each) => each.account !== '' || each.name !== '' || each.password !== '')
    const refuse = (says: string) =>
      render(res, 'setup', { title: '首次设置', token, account, name, alone, others: others(given), says }, 400)
    if (password !== again) return refuse('两次输入的密码不一样，请再输一次。')
    // Looked at before the first one is made: half an office would be worse than none.
    if (more.some(({ account, name, password }) => !NewOfficer.safeParse({ account, name, password }).success))
      return refuse(`${fit}安全管理员、审计管理员要么三项都填，要么都空着。`)
    const names = [account, ...more.map((each) => each.account)].map((each) => each.trim().toLowerCase())
    if (new Set(names).size < names.length) return refuse('几个账号的名字不能一样，请换一个。')
    try {
      const added = await addFirstOfficer(store, { account, name, password, alone }, now())
      if (added === 'setupDone') throw new Refused('setupDone')
      for (const { account, name, password, role } of more)
        await addOfficer(store, { account, name, password, role }, 'system', now())
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      return refuse(`${fit}请改一下再提交。`)
    }
    const missing = lacking(await store.officers.list()).length
    res.redirect(303, missing > 0 ? '/console/sign-in?ready=some' : '/console/sign-in?ready=1')
  })

  return router
}

const fit = '账号用 2 到 32 位小写字母、数字、点、横线；姓名要填；密码至少 10 位。'

const administrators = [
  { key: 'security', role: '安全管理', title: '安全管理员', says: '分配岗位、管密钥和验证码，看不到办件。' },
  { key: 'auditor', role: '审计管理', title: '审计管理员', says: '只看台账，查谁在什么时候看了、动了哪一件。' },
] as const

/** The two other administrators as the form shows them, with what was typed (never a password). */
function others(given: readonly { readonly key: string; readonly account: string; readonly name: string }[]) {
  return administrators.map((each) => {
    const typed = given.find(({ key }) => key === each.key)
    return { ...each, account: typed?.account ?? '', name: typed?.name ?? '' }
  })
}
