import express, { type Router } from 'express'
import { z } from 'zod'
import { Refused } from '../../base/index.ts'
import type { Envelope, Signed } from './envelope.ts'
import { readXml } from './xml.ts'

export interface CallbackOptions {
  readonly envelope: Envelope
  readonly corpId: string
  /** Our application; messages for another one that shares token and key are not for us. */
  readonly agentId: number
  /** Seconds since 1970. */
  now(): number
  /** Stores what came. Resolves before WeCom is answered; what it rejects with is what WeCom hears, and then it comes again. */
  taken(fields: Readonly<Record<string, string>>): Promise<void>
}

/** WeCom's own messages are a few kilobytes. */
const most = '256kb'

const Query = z.object({ msg_signature: z.string(), timestamp: z.string(), nonce: z.string() })
const Echo = Query.extend({ echostr: z.string() })

/** `GET|POST /wecom/callback`: an empty 200 as soon as the message is stored; the work comes after. */
export function callback({ envelope, corpId, agentId, now, taken }: CallbackOptions): Router {
  const router = express.Router()
  router
    .route('/wecom/callback')
    .get((request, response) => {
      const query = Echo.parse(request.query)
      const echo = envelope.open(query.echostr, signed(query), now())
      response.type('text/plain').send(echo)
    })
    .post(express.text({ type: () => true, limit: most, inflate: false }), async (request, response) => {
      const query = Query.parse(request.query)
      const body: unknown = request.body
      const encrypted = typeof body === 'string' ? readXml(body)['Encrypt'] : undefined
      if (encrypted === undefined) throw new Refused('badEnvelope')
      // Nothing of what is within is read before this line.
      const fields = readXml(envelope.open(encrypted, signed(query), now()))
      if (fields['ToUserName'] !== corpId) throw new Refused('notForUs')
      // 微信客服 rings for the whole company and names no application.
      if (fields['AgentID'] && fields['AgentID'] !== String(agentId)) throw new Refused('notForUs')
      await taken(fields)
      response.status(200).end()
    })
    .all(() => {
      throw new Refused('methodNotAllowed')
    })
  return router
}

const signed = ({ msg_signature, timestamp, nonce }: z.infer<typeof Query>): Signed => ({
  signature: msg_signature,
  timestamp,
  nonce,
})
