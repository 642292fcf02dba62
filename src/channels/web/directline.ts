import express, { type Request, type RequestHandler, type Router } from 'express'
import { Refused } from '../../base/index.ts'
import { openHands, problems, readUpload, type UploadBounds } from '../../http/index.ts'
import { fileBounds, type HandedFile } from '../../runtime/index.ts'
import { activityId, userOf } from './activity.ts'
import { type Chats, looksLikeOne } from './conversations.ts'
import { incoming } from './incoming.ts'
import type { Limits } from './limits.ts'
import { lifetimes, type Tokens } from './tokens.ts'

export interface DirectLineOptions {
  readonly chats: Chats
  readonly passes: Tokens
  readonly limits: Record<keyof Limits, RequestHandler>
  readonly origin: string | undefined
  onFault(error: unknown): void
}

/**
 * The REST half of Direct Line 3.0, as the official `botframework-directlinejs` uses it.
 * See https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function directLine({ chats, passes, limits, origin, onFault }: DirectLineOptions): Router {
  const router = express.Router()

  const opening = (id: string) => ({
    conversationId: id,
    token: passes.issue(id, 'chat'),
    expires_in: lifetimes.chat,
  })
  const withStream = (request: Request, id: string, watermark: number) => ({
    ...opening(id),
    streamUrl: `${wsOrigin(request, origin)}${request.baseUrl}/conversations/${id}/stream?watermark=${watermark}&t=${passes.issue(id, 'stream')}`,
    referenceGrammarId: '',
    user: { id: userOf(id) },
  })
  /** The conversation of this request's token, which must be the one in the path. */
  const mine: RequestHandler<{ id: string }> = async (request, _response, next) => {
    const bound = passes.open(bearer(request), 'chat')
    const asked = request.params.id
    if (asked !== bound) throw new Refused(looksLikeOne(asked) ? 'forbidden' : 'notFound')
    await chats.mustExist(bound)
    next()
  }

  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' })
    next()
  })

  router
    .route('/tokens/generate')
    .post(limits.starts, (_request, response) => void response.json(opening(chats.fresh())))
    .all(wrongMethod)

  router
    .route('/tokens/refresh')
    .post(limits.reads, (request, response) => void response.json(opening(passes.open(bearer(request), 'chat'))))
    .all(wrongMethod)

  router
    .route('/conversations')
    .post(limits.starts, async (request, response) => {
      const id = passes.open(bearer(request), 'chat')
      await chats.start(id)
      response.status(201).json(withStream(request, id, 0))
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id')
    .get(limits.reads, mine, (request, response) => {
      response.json(withStream(request, request.params.id, watermarkOf(request.query['watermark'])))
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id/activities')
    .get(limits.reads, mine, async (request, response) => {
      const { activities, watermark } = await chats.after(request.params.id, watermarkOf(request.query['watermark']))
      response.json({ activities, watermark: String(watermark) })
    })
    .post(limits.messages, mine, json, limits.receipts, async (request, response) => {
      const message = incoming(request.body, request.get('Idempotency-Key'))
      // What is no message has no row in the log; its id only has to be there.
      response.json({ id: message ? await chats.say(request.params.id, message) : activityId(request.params.id, 0) })
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id/upload')
    .post(limits.messages, limits.uploads, mine, upload(), limits.receipts, async (request, response) => {
      const message = incoming(request.body, request.get('Idempotency-Key'), response.locals.files)
      response.json({ id: message ? await chats.say(request.params.id, message) : activityId(request.params.id, 0) })
    })
    .all(wrongMethod)

  router.use(() => {
    throw new Refused('notFound')
  })
  router.use(problems(onFault))
  return router
}

/** @returns the sequence number after which to read. Clients that have none yet send it empty; `Number('')` would do by luck only. */
export function watermarkOf(value: unknown): number {
  if (value === undefined || value === '' || value === '-') return 0
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) throw new Refused('badRequest')
  return Number(value)
}

function bearer(request: Request): string {
  const [scheme, token, ...rest] = (request.get('Authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refused('noToken')
  if (rest.length > 0) throw new Refused('badToken')
  return token
}

/** 256 kB of JSON, never packed: a small packed body can unfold to any size. */
const parse = express.json({ limit: 256 * 1024, inflate: false })
const json: RequestHandler<{ id: string }> = (request, response, next) => {
  if (request.is('application/json') === false) throw new Refused('unsupported')
  parse(request, response, next)
}

/** As the official client sends it: a part `activity`, a message of at most 4000 characters and some marks, and the files. */
const bounds: UploadBounds = {
  files: fileBounds.count,
  eachFile: fileBounds.each,
  together: fileBounds.together,
  fields: ['activity'],
  eachField: 256 * 1024,
  tooLarge: 'fileTooLarge',
  tooMany: 'fileTooMany',
}

/** Puts the activity where a posted one stands, and the files beside it. Its sender's name and id in it are not looked at. */
function upload(): RequestHandler<{ id: string }, unknown, unknown, unknown, { files: readonly HandedFile[] }> {
  const handsOf = openHands(128 * 1024 * 1024)
  return async (request, response, next) => {
    const hands = handsOf()
    response.once('close', hands.letGo)
    try {
      const { fields, files } = await readUpload(request, hands, bounds)
      const { activity } = fields
      request.body = activity === undefined ? { type: 'message' } : parsed(activity)
      response.locals.files = files
    } catch (error) {
      // What is still on its way is not a next request.
      if (!request.readableEnded) response.set('Connection', 'close')
      throw error
    }
    next()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('badJson')
  }
}

const wrongMethod: RequestHandler = () => {
  throw new Refused('methodNotAllowed')
}

function wsOrigin(request: Request, origin: string | undefined): string {
  const address = origin ?? `${request.protocol}://${request.get('host') ?? ''}`
  if (!URL.canParse(address)) throw new Refused('badRequest')
  return new URL(address).origin.replace(/^http/, 'ws')
}
