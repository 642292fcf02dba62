import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { Refused } from '../../base/index.ts'
import { problems } from '../../http/index.ts'
import type { Desk } from '../desk.ts'
import { sendFile } from '../file-view.ts'
import { type Gate, sameSite } from '../gate.ts'
import { docxFile } from '../papers.ts'
import { mustBeFresh } from '../second-person.ts'
import type { Sessions, Signed } from '../session.ts'
import type { TextDesk } from '../text-desk.ts'
import type { TextUploads } from '../text-upload.ts'
import { WriteDown } from './clerk-shapes.ts'
import { CloseGap, GapQuery, GiveGap, ReopenGap } from './gap-shapes.ts'

import { Give, HandOver, HeldQuery } from './hand-shapes.ts'

import { Apart, LedgerQuery, Link } from './ledger-shapes.ts'

import { openapi } from './openapi.ts'
import { DocumentQuery } from './paper-shapes.ts'
import { type ApiRoute, type Operation, routes } from './routes.ts'
import { Action, AuditQuery, Confirm, QueueQuery, SignIn } from './shapes.ts'
import { AskSignOff, DecideSignOff } from './sign-off-shapes.ts'
import { TextPlace } from './text-shapes.ts'
import { SetWall } from './wall-shapes.ts'

interface Parts {
  readonly desk: Desk
  readonly texts: TextDesk
  readonly uploads: TextUploads
  readonly gate: Gate
  readonly sessions: Sessions
  readonly onFault: (error: unknown) => void
}

interface Call extends Signed {
  readonly req: Request
  readonly res: Response
  readonly id: string
}

/** The JSON API under `/api/v1`. Every route stands in the table; what is not there does not exist. */
export function api({ desk, texts, uploads, gate, sessions, onFault }: Parts): Router {
  const router = express.Router()
  router.use(express.json({ limit: '64kb', strict: true }))
  const document = openapi()
  router.get('/openapi.json', (_req, res) => void res.json(document))

  const answers: Record<Exclude<Operation, 'openSession'>, (call: Call) => unknown> = {
    readSession: ({ csrf, officer }) => ({ csrf, officer: face(officer) }),
    confirmSession: async ({ req, ...signed }) =>
      sessions.confirm(signed, { ...Confirm.parse(body(req)), source: req.ip ?? '' }),
    closeSession: async ({ idHash, officer, res }) => {
      await sessions.close(idHash, officer.id)
      gate.take(res)
    },
    listCases: ({ req, ...seat }) => {
      const { open, ...filter } = QueueQuery.parse(req.query)
      return desk.list(seat, { ...filter, ...(open === undefined ? {} : { open: open === 'true' }) })
    },
    readCase: ({ id, ...seat }) => desk.open(seat, id),
    readFile: async ({ id, req, res, ...seat }) =>
      sendFile(res, await desk.file(seat, id, String(req.params['fileId'] ?? ''))),
    claimCase: ({ id, ...seat }) => desk.claim(seat, id),
    releaseCase: ({ id, ...seat }) => desk.release(seat, id),
    giveCase: ({ id, req, ...seat }) => desk.hands.give(seat, id, Give.parse(body(req)).to),
    takeBackCase: ({ id, ...seat }) => desk.hands.takeBack(seat, id),
    readHeld: ({ req, ...seat }) => desk.hands.held(seat, HeldQuery.parse(req.query).from),
    handOver: async ({ req, ...seat }) => {
      const key = keyOf(req)
      const deed = HandOver.parse(body(req))
      // Whose cases they are is looked at first: what is not theirs is not there, fresh or not.
      if (!(await desk.hands.held(seat, deed.from)).from.mine) mustBeFresh(seat)
      return desk.hands.handOver(seat, { ...deed, key })
    },
    listForms: ({ officer }) => ({
      forms: desk.clerk.forms(officer).map(({ flow }) => desk.clerk.form(officer, flow)),
    }),
    writeDown: async ({ req, ...seat }) => {
      const done = await desk.clerk.handIn(seat, { ...WriteDown.parse(body(req)), key: keyOf(req) })
      if ('lacks' in done) throw new Refused('formLacks')
      return done
    },
    readWall: ({ id, ...seat }) => desk.walls.view(seat, id),
    setWall: ({ id, req, ...seat }) => {
      const { account, walled } = SetWall.parse(body(req))
      return desk.walls.set(seat, id, account, walled)
    },
    listSignOffs: async ({ officer, may }) => {
      if (!may.cases) throw new Refused('notFound')
      return { signOffs: await desk.signs.waiting(officer) }
    },
    askSignOff: ({ id, req, ...seat }) => desk.signs.ask(seat, id, AskSignOff.parse(body(req)).paper, keyOf(req)),
    decideSignOff: ({ id, req, ...seat }) => {
      const { signed, reason } = DecideSignOff.parse(body(req))
      return desk.signs.decide(seat, id, String(req.params['signOffId'] ?? ''), signed, reason)
    },
    readSignOff: async ({ id, req, res, ...seat }) =>
      sendFile(
        res,
        await docxFile((await desk.signs.open(seat, id, String(req.params['signOffId'] ?? ''), 'docx')).sheet),
      ),
    actOnCase: ({ id, req, ...seat }) => {
      const key = req.get('idempotency-key')
      if (key !== undefined && (key === '' || key.length > 100)) throw new Refused('badRequest')
      return desk.act(seat, id, { ...Action.parse(body(req)), key })
    },
    readDocument: async ({ id, req, res, ...seat }) => {
      const { paper } = DocumentQuery.parse(req.query)
      sendFile(res, await docxFile(await desk.paper(seat, id, paper, 'docx')))
    },
    readDuplicates: ({ id, ...seat }) => desk.ledger.linkCandidates(seat, id),
    linkCase: ({ id, req, ...seat }) => {
      const { to, ...deed } = Link.parse(body(req))
      return desk.ledger.link(seat, id, to, deed)
    },
    unlinkCase: ({ id, req, ...seat }) => desk.ledger.unlink(seat, id, String(req.params['to'] ?? '')),
    tellApart: ({ id, req, ...seat }) => {
      const { from, apart } = Apart.parse(body(req))
      return desk.ledger.apart(seat, id, from, apart)
    },
    readLedger: ({ req, ...seat }) => {
      const { likely, ...query } = LedgerQuery.parse(req.query)
      return desk.ledger.list(seat, { ...query, likely: likely === 'true' })
    },
    readStatistics: (seat) => desk.statistics.read(seat),
    readAudit: ({ officer, req }) => desk.audit(officer, AuditQuery.parse(req.query)),
    readGaps: ({ officer, req }) => desk.gaps.list(officer, GapQuery.parse(req.query).state),
    giveGap: ({ officer, id, req }) => desk.gaps.act(officer, id, { type: 'give', ...GiveGap.parse(body(req)) }),
    closeGap: ({ officer, id, req }) => desk.gaps.act(officer, id, { type: 'close', ...CloseGap.parse(body(req)) }),
    reopenGap: ({ officer, id, req }) => desk.gaps.act(officer, id, { type: 'reopen', ...ReopenGap.parse(body(req)) }),
    listTexts: async ({ officer }) => ({ texts: (await texts.list(officer)).rows }),
    proposeText: async ({ officer, req, res }) => {
      await texts.mayKeep(officer)
      const { file, given, charset } = await uploads(req, res)
      const come = await texts.propose(officer, file, given, charset)
      if (come.type !== 'kept') throw new Refused('textSays')
      return { text: come.row, notes: come.notes }
    },
    publishText: async ({ officer, id, req }) => {
      const { row, revision } = await texts.publish(officer, { id, ...TextPlace.parse(body(req)) })
      return { text: row, revision }
    },
  }

  async function signIn(req: Request, res: Response) {
    sameSite(req)
    const opened = await sessions.open({ ...SignIn.parse(body(req)), source: req.ip ?? '' })
    if (opened.half) {
      // A program cannot scan a picture: the code is set up on the page.
      await sessions.close(opened.idHash, opened.officer.id)
      throw new Refused('codeFirst')
    }
    gate.give(res, opened)
    res.status(201).json({ token: opened.id, csrf: opened.csrf, until: opened.until, officer: face(opened.officer) })
  }

  for (const route of routes) {
    if (route.id === 'openSession') {
      router.post(route.path, signIn)
      continue
    }
    const answer = answers[route.id]
    router[route.method](route.path.replace(/\{(\w+)\}/g, ':$1'), async (req, res) => {
      const signed = route.method === 'get' ? await gate.signed(req) : await gate.change(req, req.get('x-csrf'))
      if (!signed) throw new Refused('noToken')
      const sent = await answer({ ...signed, req, res, id: String(req.params['id'] ?? '') })
      if (res.headersSent) return
      if (route.status === 204) res.status(204).end()
      else res.status(route.status).json(sent)
    })
  }
  router.use(unknown)
  router.use(problems(onFault))
  return router
}

/** A known path with another method is told which methods there are; everything else is not found. */
function unknown(req: Request, res: Response, next: NextFunction): void {
  const here = (routes as readonly ApiRoute[]).filter(({ path }) => pattern(path).test(req.path))
  if (here.length > 0) res.set('Allow', here.map(({ method }) => method.toUpperCase()).join(', '))
  next(new Refused(here.length > 0 ? 'methodNotAllowed' : 'notFound'))
}

const pattern = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)

/** @throws Refused `unsupported` where the body is not JSON: a plain form of another site cannot say it is. */
function body(req: Request): unknown {
  if (!req.is('application/json')) throw new Refused('unsupported')
  return req.body
}

/** @throws Refused `badRequest` where a deed that is only done once comes without a key of its own. */
function keyOf(req: Request): string {
  const key = req.get('idempotency-key') ?? ''
  if (key === '' || key.length > 100) throw new Refused('badRequest')
  return key
}

const face = ({ account, name, role }: Signed['officer']) => ({ account, name, role })
