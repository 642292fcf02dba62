import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../base/index.ts'
import { charsets, type Given, originalAuthorities } from '../publishing/index.ts'
import type { TextRow } from '../runtime/index.ts'
import { worksCases } from '../runtime/index.ts'
import { sendFile } from './file-view.ts'
import { type Gate, sameSite } from './gate.ts'
import { render } from './render.ts'
import type { Signed } from './session.ts'
import type { TextDesk } from './text-desk.ts'
import { givenIn, type TextUploads } from './text-upload.ts'
import { changeViews, needWords, outlineWords, sizeWords, stateWords, whyWords } from './text-view.ts'

interface Parts {
  readonly texts: TextDesk
  readonly uploads: TextUploads
  readonly gate: Gate
  readonly names: () => Promise<(by: string) => string>
  /** Title of a form by the id of its flow. */
}

/** The library of texts: list, upload, review, publishing. Works without script. */
export function textPages({ texts, uploads, gate, names }: Parts): Router {
  const router = express.Router()

  async function enter(req: Request): Promise<Signed> {
    const signed = await gate.signed(req)
    if (!signed) throw new Refused('noToken')
    return signed
  }

  async function shelf(res: Response, signed: Signed, extra: object = {}, status = 200) {
    const { rows, keeps } = await texts.list(signed.officer)
    const of = (state: TextRow['state']) => rows.filter((row) => row.state === state)
    const known = knownIn(rows)
    const parts = { known, waiting: of('waiting'), published: of('published'), withdrawn: of('withdrawn'), keeps }
    const words = { who: await names(), needWords, charsets, authorities: originalAuthorities }
    render(res, 'texts', { title: '文件', signed, ...parts, ...words, given: {}, ...extra }, status)
  }

  async function sheet(res: Response, signed: Signed, id: string, extra: object = {}, status = 200) {
    const { review, keeps } = await texts.review(signed.officer, id)
    const known = knownIn((await texts.list(signed.officer)).rows)
    const { row } = review
    const mine = row.proposed.by === `officer:${signed.officer.id}`
    const view = {
      review,
      row,
      keeps,
      mine,
      changes: changeViews(review.changes),
      seesCases: worksCases(signed.officer),
    }
    const words = {
      who: await names(),
      needWords,
      outlineWords,
      sizeWords,
      stateWords,
      whyWords,
      authorities: originalAuthorities,
    }
    // No title of a text in the window's: those end up in histories and screenshots.
    render(
      res,
      'text',
      { title: `文件 ${row.id}`, signed, known, ...view, ...words, given: row.says, ...extra },
      status,
    )
  }

  /** Does it and shows the text anew; a refusal is told on its page. */
  async function deed(
    req: Request<{ id: string }>,
    res: Response,
    work: (signed: Signed, place: { id: string; revision: number }) => Promise<string>,
  ) {
    const signed = await gate.change(req, req.body?.csrf)
    const { id } = req.params
    try {
      const revision = Number(req.body?.revision)
      if (!Number.isSafeInteger(revision)) throw new Refused('badRequest')
      const done = await work(signed, { id, revision })
      res.redirect(303, `/console/texts/${encodeURIComponent(id)}?done=${done}`)
    } catch (error) {
      if (error instanceof Wrong) return sheet(res, signed, id, { wrong: error.wrong, given: error.given }, 400)
      if (!(error instanceof Refused) || error.code === 'notFound' || error.code === 'forbidden') throw error
      await sheet(res, signed, id, { says: error.message }, error.status)
    }
  }

  router.get('/texts', async (req, res) => shelf(res, await enter(req)))

  router.post('/texts', async (req, res) => {
    sameSite(req)
    const before = await enter(req)
    await texts.mayKeep(before.officer)
    let given: Given = {}
    try {
      const upload = await uploads(req, res)
      const { officer } = await gate.change(req, upload.csrf)
      given = upload.given
      const come = await texts.propose(officer, upload.file, given, upload.charset)
      if (come.type === 'kept') return res.redirect(303, `/console/texts/${come.row.id}?done=proposed`)
      await shelf(res, before, { given, wrong: come.type === 'wrong' ? come.wrong : [] }, 400)
    } catch (error) {
      if (!(error instanceof Refused) || passes.has(error.code)) throw error
      await shelf(res, before, { given, says: error.message }, error.status)
    }
  })

  router.get('/texts/:id', async (req, res) =>
    sheet(res, await enter(req), req.params.id, { done: doneWords[String(req.query['done'])] }),
  )

  router.get('/texts/:id/file', async (req, res) => {
    const { officer } = await enter(req)
    sendFile(res, await texts.file(officer, req.params.id))
  })

  router.post('/texts/:id/says', (req, res) =>
    deed(req, res, async ({ officer }, place) => {
      const given = givenIn(req.body ?? {})
      const amended = await texts.amend(officer, place, given)
      if ('wrong' in amended) throw new Wrong(amended.wrong, given)
      return 'amended'
    }),
  )

  router.post('/texts/:id/strike', (req, res) =>
    deed(req, res, async ({ officer }, place) => {
      const { clause, passage } = req.body ?? {}
      if (typeof clause !== 'string' || typeof passage !== 'string') throw new Refused('badRequest')
      await texts.strike(officer, place, { clause, passage })
      return 'struck'
    }),
  )

  router.post('/texts/:id/publish', (req, res) =>
    deed(req, res, async ({ officer }, place) => {
      await texts.publish(officer, place)
      return 'published'
    }),
  )

  router.post('/texts/:id/withdraw', (req, res) =>
    deed(req, res, async ({ officer }, place) => {
      await texts.withdraw(officer, place)
      return 'withdrawn'
    }),
  )

  return router
}

/** The texts a new one may be an edition of: id and title. */
function knownIn(rows: readonly TextRow[]): readonly (readonly [id: string, title: string])[] {
  const titles = new Map<string, string>()
  // Newest first: the first title met is the one it has now.
  for (const { state, text, says } of rows)
    if (state === 'published' && text && !titles.has(text)) titles.set(text, says.title ?? '')
  return [...titles]
}

/** What is no matter of this page: who it was, and who may. */
const passes = new Set(['noToken', 'forbidden', 'foreignOrigin', 'notFound', 'unsupported'])

const doneWords: Readonly<Record<string, string>> = {
  proposed: '收下了。请核对下面的内容；发布要由另一位同事来做。',
  amended: '改好了。',
  struck: '这一处已经划掉，发布以后答复不会把它当作依据。',
  published: '已经发布，答复从现在起可以引用它。',
  withdrawn: '已经撤回。',
}

/** What was written in the form does not fit; shown again with what was written. */
class Wrong extends Error {
  readonly wrong: readonly string[]
  readonly given: Given
  constructor(wrong: readonly string[], given: Given) {
    super('wrong')
    this.wrong = wrong
    this.given = given
  }
}
