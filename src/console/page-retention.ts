import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { has } from '../runtime/index.ts'
import { sendFile } from './file-view.ts'
import { every, fields } from './form-fields.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { docxFile } from './papers.ts'
import { render } from './render.ts'
import type { RetentionDesk } from './retention-desk.ts'
import { sparedWords, titleOf } from './retention-words.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly desk: RetentionDesk
  readonly gate: Gate
}

/** How long cases are kept, what is over, and what is left of what was destroyed. Works without script. */
export function retentionPages({ options, desk, gate }: Parts): Router {
  const router = express.Router()
  const { kinds, retention: shape } = options

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  async function show(res: Response, signed: Signed, extra: object = {}, status = 200) {
    const { officer } = signed
    const [rules, due, lists, holds, certificates] = await Promise.all([
      desk.kinds(signed),
      desk.due(officer),
      desk.lists(officer),
      desk.holds(officer),
      desk.certificates(officer),
    ])
    const keeps = has(officer, '安全管理')
    const parts = { rules, due, lists, holds, certificates, keeps, stateWords, says: shape.says }
    render(res, 'retention', { title: '保管', signed, ...parts, ...extra }, status)
  }

  router.get('/retention', async (req, res) => {
    await show(res, await enter(req), { done: doneWords[String(req.query['done'])] })
  })

  router.post('/retention/rules', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [kind, number, unit, basis] = fields(req, 'kind', 'number', 'unit', 'basis')
    const months = /^\d{1,4}$/.test(number) ? Number(number) * (unit === 'years' ? 12 : 1) : Number.NaN
    await told(res, signed, '期限写整数，最长一百年（写 0 就是不设期限）；依据要写，300 字以内。', async () => {
      await desk.askRule(signed, { kind, months, basis })
      res.redirect(303, '/console/retention?done=asked')
    })
  })

  router.post('/retention/rules/set', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [kind, months] = fields(req, 'kind', 'months')
    await desk.setRule(signed, kind, Number(months))
    res.redirect(303, '/console/retention?done=set')
  })

  router.post('/retention/lists', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [reason] = fields(req, 'reason')
    await told(res, signed, '请至少勾一件到期的，并写明看过什么、为什么可以销毁，300 字以内。', async () => {
      const id = await desk.propose(signed, every(req.body?.number), reason)
      res.redirect(303, `/console/retention/lists/${id}?done=listed`)
    })
  })

  router.get('/retention/lists/:id', async (req, res) => {
    const signed = await enter(req)
    const list = await desk.list(signed.officer, req.params.id)
    const cases = list.cases.map((each) => ({
      ...each,
      title: titleOf(each.kind, kinds),
      stageSays: each.why === undefined ? stageWords[each.stage] : sparedWords[each.why],
    }))
    const request = await desk.request(signed.officer, list.id)
    const keeps = has(signed.officer, '安全管理')
    const done = doneWords[String(req.query['done'])]
    const parts = { list, cases, request, keeps, stateWords, done }
    render(res, 'retention-list', { title: '保管：销毁清单', signed, ...parts })
  })

  router.post('/retention/lists/:id/drop', async (req: Request<{ id: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.drop(signed, req.params.id)
    res.redirect(303, '/console/retention?done=dropped')
  })

  router.post('/retention/lists/:id/run', async (req: Request<{ id: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    await desk.run(signed, req.params.id)
    res.redirect(303, `/console/retention/lists/${encodeURIComponent(req.params.id)}?done=run`)
  })

  router.get('/retention/certificates/:number', async (req, res) => {
    const signed = await enter(req)
    const { number } = req.params
    const paper = await desk.certificate(signed.officer, number, 'print')
    const back = '/console/retention'
    const docx = `/console/retention/certificates/${encodeURIComponent(number)}/docx`
    render(res, 'paper', { title: `销毁证明 ${number}`, signed, number: '保管', paper, back, docx })
  })

  router.get('/retention/certificates/:number/docx', async (req, res) => {
    const signed = await enter(req)
    sendFile(res, await docxFile(await desk.certificate(signed.officer, req.params.number, 'docx')))
  })

  /** Shows the page again, with what was wrong. */
  async function told(res: Response, signed: Signed, says: string, work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      await show(res, signed, { bad: says }, 400)
    }
  }

  return router
}

const stateWords = { listed: '等另一位同事同意', agreed: '正在销毁', done: '已经办完' } as const

const stageWords = {
  listed: '还没有动',
  keys: '密钥已经销毁',
  files: '附件已经删除',
  done: '已经销毁',
  kept: '没有销毁',
} as const

const doneWords: Readonly<Record<string, string>> = {
  asked: '申请提好了。请另一位安全管理员或者系统管理员在“双人确认”里同意，再回到这里设上。',
  set: '保管期限设好了。',
  listed: '清单提好了。请一位复核的同事在“双人确认”里看过、同意，再回到这里销毁。',
  held: '暂缓好了，这件不会列进到期的。',
  lifted: '暂缓取消了。',
  dropped: '清单撤回了，一件也没有动。',
  run: '办完了。每一件的结果在下面；销毁了的，证明在“保管”页上。',
}
