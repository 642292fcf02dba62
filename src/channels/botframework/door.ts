import express, { type Request, type RequestHandler, type Router } from 'express'
import { z } from 'zod'
import { Refused } from '../../base/index.ts'
import { problems } from '../../http/index.ts'
import { type Incoming, readActivity } from './activity.ts'
import { isConnector } from './hosts.ts'
import { tenantOf } from './person.ts'
import { microsoft, type Plug } from './plug.ts'

export interface DoorOptions {
  plug(): Promise<Plug>
  /** Called with what is verified; the request is acknowledged when it resolves. @returns the body of an answer to an invoke. */
  take(activity: Incoming): Promise<void>
  /** Entra tenants whose people may write. */
  readonly tenants: ReadonlySet<string>
  readonly connectors?: readonly string[]
  onFault(error: unknown): void
}

/**
 * `POST /api/messages`. In this order, so that each step sees only what the one before let through: a token that could be
 * one, a body of a size and depth, an address of Microsoft's, the token's proof, a tenant of ours. Whoever is turned away
 * reads a fixed sentence.
 */
export function door({ plug, take, tenants, connectors, onFault }: DoorOptions): Router {
  const router = express.Router()
  const post: RequestHandler = async (request, response) => {
    const authorization = request.get('Authorization') ?? ''
    const activity = readActivity(request.body)
    if (!isConnector(activity.serviceUrl, connectors)) throw new Refused('forbidden')
    await verified(await plug(), authorization, request.body)
    if (!welcome(activity, tenants)) throw new Refused('notForUs')
    if (activity.type === 'message' && !activity.id) throw new Refused('badRequest')
    await take(activity)
    // An invoke wants an object, or the client says that something went wrong.
    response.status(200).json({})
  }
  router
    .route('/api/messages')
    .post(couldBeToken, json, post)
    .all(() => {
      throw new Refused('methodNotAllowed')
    })
  router.use('/api/messages', problems(onFault))
  return router
}

/** Told from a proof that failed: the keys could not be had just now, and Microsoft will try again. */
async function verified(plug: Plug, authorization: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await plug.verify(authorization, body)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('notSaved', { retryAfter: 5, cause: error })
  }
}

const welcome = (activity: Incoming, tenants: ReadonlySet<string>): boolean => {
  const tenant = tenantOf(activity)
  // Channels other than Teams (the web chat of Azure) know no tenants.
  return tenant === undefined ? activity.channelId !== 'msteams' : tenants.has(tenant.toLowerCase())
}

/** Three parts in base64url, issued by the Bot Framework for the bot's channel: everything else costs no look-up of keys. */
const couldBeToken: RequestHandler = (request, _response, next) => {
  const header = request.get('Authorization') ?? ''
  if (header === '') throw new Refused('noToken')
  const [, payload] = /^Bearer [\w-]{1,4096}\.([\w-]{1,8192})\.[\w-]{1,4096}$/.exec(header) ?? []
  if (payload === undefined || !Claims.safeParse(parsed(payload)).success) throw new Refused('badToken')
  next()
}

/** What the kit would let pass: a token without an end, and tokens of other bots and of the emulator. */
const Claims = z.object({ iss: z.literal(microsoft.issuer), exp: z.number() })

function parsed(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** 256 kB: Teams sends at most 28 kB of a message, and cards with their data. Never packed: a small packed body can unfold to any size. */
const parse = express.json({ limit: 256 * 1024, inflate: false })
const json: RequestHandler = (request: Request, response, next) => {
  if (request.is('application/json') === false) throw new Refused('unsupported')
  parse(request, response, next)
}
