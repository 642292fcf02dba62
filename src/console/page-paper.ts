import express, { type Router } from 'express'
import { Refused } from '../base/index.ts'
import type { Desk } from './desk.ts'
import { sendFile } from './file-view.ts'
import type { Gate } from './gate.ts'
import { docxFile } from './papers.ts'
import { render } from './render.ts'

/** The official papers of a case: as a file, and as a page for paper and PDF. */
export function paperPages({ desk, gate }: { readonly desk: Desk; readonly gate: Gate }): Router {
  const router = express.Router()

  router.get('/cases/:number/papers/:id', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    const { number, id } = req.params
    const paper = await desk.paper(signed, number, id, 'print')
    render(res, 'paper', { title: `文书 ${number}`, signed, number, paper })
  })

  router.get('/cases/:number/papers/:id/docx', async (req, res) => {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    sendFile(res, await docxFile(await desk.paper(signed, req.params.number, req.params.id, 'docx')))
  })

  return router
}
