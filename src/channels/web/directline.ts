import express, { type Request, type RequestHandler, type Router } from 'express'
import { Refused } from '../../base/index.ts'
import { openHands, problems, readUpload, type UploadBounds } from '../../http/index.ts'
import { fileBounds, type HandedFile } from '../../runtime/index.ts'
import { activityId, userOf } from './activity.ts'
import { type Chats, looksLikeOne } from './conversations.ts'
import { incoming } from './incoming.ts'
import type { Limits } from './limits.ts'
import { type Chat, lifetimes, type Tokens } from './tokens.ts'

export interface DirectLineOptions {
  readonly chats: Chats
  readonly passes: Tokens
  readonly limits: Record<keyof Limits, RequestHandler>
  readonly origin: string | undefined
  onFault(error: unknown): void
}

/** What is found out about a request on its way: whose it is, and the files it brings. */
interface Found {
  chat: Chat
  files: readonly HandedFile[]
}
type Step = RequestHandler<{ id: string }, unknown, unknown, Request['query'], Found>

/**
 * The REST half of Direct Line 3.0, as the official `botframework-directlinejs` uses it.
 * See https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function directLine({ chats, passes, limits, origin, onFault }: DirectLineOptions): Router {
  const router = express.Router()

  const opening = (chat: Chat) => ({
    conversationId: chat.id,
    token: passes.issue(chat, 'chat'),
    expires_in: lifetimes.chat,
  })
  const withStream = (request: Request, chat: Chat, watermark: number) => ({
    ...opening(chat),
    streamUrl: `${wsOrigin(request, origin)}${request.baseUrl}/conversations/${chat.id}/stream?watermark=${watermark}&t=${passes.issue(chat, 'stream')}`,
    referenceGrammarId: '',
    user: { id: userOf(chat.id) },
  })
  /** The conversation of this request's token, which must be the one in the path. */
  const mine: Step = async (request, response, next) => {
    const bound = passes.open(bearer(request), 'chat')
    const asked = request.params.id
    if (asked !== bound.id) throw new Refused(looksLikeOne(asked) ? 'forbidden' : 'notFound')
    await chats.mustExist(bound)
    response.locals.chat = bound
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
      const chat = passes.open(bearer(request), 'chat')
      await chats.start(chat)
      response.status(201).json(withStream(request, chat, 0))
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id')
    .get(limits.reads, mine, (request, response) => {
      response.json(withStream(request, response.locals.chat, watermarkOf(request.query['watermark'])))
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id/activities')
    .get(limits.reads, mine, async (request, response) => {
      const { activities, watermark } = await chats.after(response.locals.chat, watermarkOf(request.query['watermark']))
      response.json({ activities, watermark: String(watermark) })
    })
    .post(limits.messages, mine, json, limits.receipts, async (request, response) => {
      const message = incoming(request.body, request.get('Idempotency-Key'))
      const { chat } = response.locals
      // What is no message has no row in the log; its id only has to be there.
      response.json({ id: message ? await chats.say(chat, message) : activityId(chat.id, 0) })
    })
    .all(wrongMethod)

  router
    .route('/conversations/:id/upload')
    .post(limits.messages, limits.uploads, mine, upload(), limits.receipts, async (request, response) => {
      const message = incoming(request.body, request.get('Idempotency-Key'), response.locals.files)
      const { chat } = response.locals
      response.json({ id: message ? await chats.say(chat, message) : activityId(chat.id, 0) })
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

function bearer(request: Pick<Request, 'get'>): string {
  const [scheme, token, ...rest] = (request.get('Authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refused('noToken')
  if (rest.length > 0) throw new Refused('badToken')
  return token
}

/** 256 kB of JSON, never packed: a small packed body can unfold to any size. */
const parse = express.json({ limit: 256 * 1024, inflate: false })
const json: Step = (request, response, next) => {
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
function upload(): Step {
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
