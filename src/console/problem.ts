import type { ErrorRequestHandler, Response } from 'express'
import { z } from 'zod'
import { type Refusal, Refused, refusals } from '../base/index.ts'

/** RFC 9457 problem document; `code` is the stable code of the refusal, `type` the same as a URN. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
})

export function problem(code: Refusal): z.infer<typeof Problem> {
  const [status, says] = refusals[code]
  return { type: `urn:qingwen:problem:${code}`, title: says, status, code }
}

/** Sends a refusal as its problem document. */
export function sendProblem(res: Response, refused: Refused): void {
  if (refused.retryAfter !== undefined) res.set('Retry-After', String(refused.retryAfter))
  if (refused.code === 'noToken' || refused.code === 'badToken') res.set('WWW-Authenticate', 'Bearer')
  send(res, problem(refused.code))
}

/** The refusal behind an error of a body parser or a schema; `undefined` for a fault of our own. */
export function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (error instanceof z.ZodError) return new Refused('badRequest')
  // body-parser and the router mark what the sender did wrong with a 4xx and a type.
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown }
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  if (type === 'entity.parse.failed') return new Refused('badJson')
  if (status === 404) return new Refused('notFound')
  if (status === 413) return new Refused('tooLong')
  return new Refused(status === 415 ? 'unsupported' : 'badRequest')
}

/** Ends the API's part of the router: what was refused is told; of what broke, only that something did. */
export function problems(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    const refused = refusalOf(error)
    if (refused) return sendProblem(res, refused)
    onFault(error)
    send(res, { type: 'urn:qingwen:problem:fault', title: broken, status: 500, code: 'fault' })
  }
}

/** What is said when the fault is ours. */
export const broken = '系统出了点问题，请稍后再试一次。'

function send(res: Response, document: z.infer<typeof Problem>): void {
  res.status(document.status).type('application/problem+json').send(JSON.stringify(document))
}
