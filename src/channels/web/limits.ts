import { createHmac, randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refused } from '../../base/index.ts'

/** Requests one source may make in a minute. */
export interface Limits {
  /** New conversations and tokens. */
  readonly starts: number
  readonly messages: number
  /** Reads by watermark; the official client asks up to five times a second. */
  readonly reads: number
}

// Wide, because a whole village or office may sit behind one address: two dozen people may start and thirty may talk at once.
const usual: Limits = { starts: 60, messages: 240, reads: 3000 }

/** A limiter for each kind of request. One source's haste never slows another's. */
export function limits(perMinute: Partial<Limits> = {}): Record<keyof Limits, RequestHandler> {
  const { starts, messages, reads } = { ...usual, ...perMinute }
  return { starts: limiter(starts), messages: limiter(messages), reads: limiter(reads) }
}

/**
 * Counts in memory only, under an HMAC of the address with a key that dies with the process: nothing that could lead
 * back to a person is kept, and even a memory dump holds no list of addresses.
 */
function limiter(limit: number): RequestHandler {
  const key = randomBytes(32)
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Its checks print addresses and hints to the console.
    validate: false,
    keyGenerator: (request) =>
      createHmac('sha256', key)
        .update(ipKeyGenerator(request.ip ?? ''))
        .digest('base64url'),
    handler: (_request, _response, next) => next(new Refused('tooMany')),
  })
}
