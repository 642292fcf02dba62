import { createHmac, randomBytes } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refused, readDraftCode } from '../../base/index.ts'
import { longest } from './incoming.ts'

/** Requests one source may make in a minute. */
export interface Limits {
  /** New conversations and tokens. */
  readonly starts: number
  readonly messages: number
  /** Messages with files. */
  readonly uploads: number
  /** Reads by watermark; the official client asks up to five times a second. */
  readonly reads: number
  /** Messages that hold what could be a receipt or a draft code: nobody types that many, but a guesser does. */
  readonly receipts: number
}

// Wide, because a whole town may sit behind one address of its provider: these stop a flood, not a crowd. Only guessing
// at receipts and draft codes is held tight (SECURITY W-2).
const usual: Limits = { starts: 3000, messages: 60_000, uploads: 300, reads: 60_000, receipts: 20 }

/** A limiter for each kind of request. One source's haste never slows another's. */
export function limits(perMinute: Partial<Limits> = {}): Record<keyof Limits, RequestHandler> {
  const { starts, messages, uploads, reads, receipts } = { ...usual, ...perMinute }
  return {
    starts: limiter(starts),
    messages: limiter(messages),
    uploads: limiter(uploads),
    reads: limiter(reads),
    receipts: limiter(receipts, (request) => !couldBeCode(request.body)),
  }
}

/**
 * Counts in memory only, under an HMAC of the address with a key that dies with the process: nothing that could lead
 * back to a person is kept, and even a memory dump holds no list of addresses.
 */
function limiter(limit: number, skip: (request: Request) => boolean = () => false): RequestHandler {
  const key = randomBytes(32)
  return rateLimit({
    windowMs: 60_000,
    limit,
    skip,
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

/**
 * True if twenty digits stand together once everything that is neither letter nor digit is left out, whatever it is, or
 * sixteen that check as a draft code does: numbers of cards and people have as many, and are evidence.
 */
function couldBeCode(body: unknown): boolean {
  const text =
    typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string' ? body.text : ''
  // Twice the longest message: characters outside the basic plane count as two here.
  const even = text.slice(0, 2 * longest).normalize('NFKC')
  const bare = even.replace(/[^\p{L}\p{N}]+/gu, '')
  return /\d{20}/.test(bare) || readDraftCode(even) !== undefined || readDraftCode(bare) !== undefined
}
