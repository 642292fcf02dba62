import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { type Approval, type ApprovalKind, approvalKinds, mayAsk } from '../runtime/index.ts'
import { fields, text } from './form-fields.ts'
import type { Gate } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { render } from './render.ts'
import { ruleWords } from './retention-words.ts'
import type { SecondPerson } from './second-person.ts'
import type { Signed } from './session.ts'

interface Parts {
  readonly second: SecondPerson
  readonly gate: Gate
  readonly options: Pick<ConsoleOptions, 'kinds'>
}

/** Asking a second person, and being one. Works without script. */
export function approvalPages({ second, gate, options }: Parts): Router {
  const router = express.Router()
  const objectWords = ({ kind, object }: Approval) =>
    kind === 'retention' ? ruleWords(object, options.kinds) : kind === 'destroy' ? '销毁清单' : object

  async function show(res: Response, signed: Signed, extra: object = {}, status = 200) {
    const requests = await second.list(signed.officer)
    const kinds = approvalKinds.filter((kind) => !asked.has(kind) && mayAsk(kind, signed.officer))
    render(
      res,
      'approvals',
      { title: '双人确认', signed, requests, kinds, kindWords, stateWords, objectWords, ...extra },
      status,
    )
  }

  router.get('/approvals', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const kind = kindOf(req.query['kind'])
    const object = text(req.query['object']).slice(0, 80)
    await show(res, signed, { kind, object, done: doneWords[String(req.query['done'])] })
  })

  router.post('/approvals', async (req, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [object, reason] = fields(req, 'object', 'reason')
    const kind = kindOf(req.body?.kind)
    if (kind === undefined || asked.has(kind) || !mayAsk(kind, signed.officer)) throw new Refused('notFound')
    try {
      await second.ask(signed, { kind, object: object.trim(), reason })
      res.redirect(303, '/console/approvals?done=asked')
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'badRequest') throw error
      await show(res, signed, { kind, object, reason, says: '请写明为什么要做，300 字以内。' }, 400)
    }
  })

  for (const [name, agreed] of [
    ['agree', true],
    ['refuse', false],
  ] as const)
    router.post(`/approvals/:id/${name}`, async (req: Request<{ id: string }>, res) => {
      const signed = await gate.change(req, req.body?.csrf)
      await second.decide(signed, req.params.id, agreed)
      res.redirect(303, `/console/approvals?done=${name}`)
    })

  return router
}

/** Asked for on the page of retention, where what it is about is picked and not typed. */
const asked: ReadonlySet<ApprovalKind> = new Set(['retention', 'destroy'])

const kindOf = (given: unknown): ApprovalKind | undefined => approvalKinds.find((kind) => kind === given)

const kindWords: Readonly<Record<ApprovalKind, string>> = {
  identity: '查看举报人身份',
  export: '导出办件',
  key: '密钥操作',
  code: '重置验证码',
  retention: '设保管期限',
  destroy: '销毁办结的件',
}

const stateWords = { waiting: '等人同意', agreed: '已同意，还没有用', refused: '没有同意', used: '已用' } as const

const doneWords: Readonly<Record<string, string>> = {
  asked: '申请提好了，请同事来看。一天之内没有人处理就作废。',
  agree: '已同意。对方要在半小时之内做完，只能做一次。',
  refuse: '已记下：没有同意。',
}
