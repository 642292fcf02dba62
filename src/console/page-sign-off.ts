import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { sendFile } from './file-view.ts'
import { fields } from './form-fields.ts'
import type { Gate } from './gate.ts'
import { docxFile } from './papers.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'
import type { SignDesk } from './sign-desk.ts'

type Where = Request<{ number: string; id: string }>

/** Papers handed to a second officer: handing in, looking, deciding, printing. Works without script. */
export function signOffPages({ desk, gate }: { readonly desk: SignDesk; readonly gate: Gate }): Router {
  const router = express.Router()
  const path = (number: string, id: string) => `/console/cases/${encodeURIComponent(number)}/sign-offs/${id}`

  async function show(
    res: Response,
    signed: Signed,
    { number, id }: Where['params'],
    extra: object = {},
    status = 200,
  ) {
    const file = await desk.open(signed, number, id, 'view')
    render(res, 'sign-off', { title: `文书复核 ${number}`, signed, number, file, ...extra }, status)
  }

  async function read(req: Where) {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  router.post('/cases/:number/sign-offs', async (req: Request<{ number: string }>, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [paper, key] = fields(req, 'paper', 'key')
    if (key === '' || key.length > 100) throw new Refused('badRequest')
    const { id } = await desk.ask(signed, req.params.number, paper, key)
    res.redirect(303, `${path(req.params.number, id)}?done=asked`)
  })

  router.get('/cases/:number/sign-offs/:id', async (req: Where, res) => {
    await show(res, await read(req), req.params, { done: doneWords[String(req.query['done'])] })
  })

  router.get('/cases/:number/sign-offs/:id/print', async (req: Where, res) => {
    const signed = await read(req)
    const { number, id } = req.params
    const { sheet } = await desk.open(signed, number, id, 'print')
    render(res, 'paper', { title: `文书 ${number}`, signed, number, paper: sheet, docx: `${path(number, id)}/docx` })
  })

  router.get('/cases/:number/sign-offs/:id/docx', async (req: Where, res) => {
    const { sheet } = await desk.open(await read(req), req.params.number, req.params.id, 'docx')
    sendFile(res, await docxFile(sheet))
  })

  router.post('/cases/:number/sign-offs/:id', async (req: Where, res) => {
    const signed = await gate.change(req, req.body?.csrf)
    const [how, reason] = fields(req, 'how', 'reason')
    const { number, id } = req.params
    try {
      await desk.decide(signed, number, id, how === 'sign', reason)
    } catch (error) {
      if (!(error instanceof Refused) || !['badRequest', 'stale'].includes(error.code)) throw error
      const says = error.code === 'badRequest' ? '退回要写明哪里要改，500 字以内。' : '这一稿已经有人处理过了。'
      return await show(res, signed, req.params, { says, reason }, error.status)
    }
    res.redirect(303, `${path(number, id)}?done=${how === 'sign' ? 'signed' : 'returned'}`)
  })

  return router
}

const doneWords: Readonly<Record<string, string>> = {
  asked: '已经送复核。复核的同事登录以后，在办件列表上面就看得到。',
  signed: '复核同意了。这一稿的内容定下来了，可以打印、下载。',
  returned: '已经退回，写的话只有本单位办件的人看得到。',
}
