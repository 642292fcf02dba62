import type { ErrorRequestHandler, Response } from 'express'
import { Refused } from '../../base/index.ts'

/**
 * Answers every error of these endpoints as an RFC 9457 problem document; `code` is the stable code of the refusal.
 * What is not a refusal is ours: `onFault` is told, the client is not.
 */
export function problems(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    const refused = asRefused(error)
    if (refused) return refuse(response, refused)
    onFault(error)
    send(response, 500, 'fault', '系统出了点问题，请稍后再试一次。')
  }
}

/** Sends one refusal. */
export function refuse(response: Response, refused: Refused): void {
  if (refused.retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(refused.retryAfter)))
  if (refused.status === 401) response.set('WWW-Authenticate', 'Bearer')
  send(response, refused.status, refused.code, refused.message)
}

function send(response: Response, status: number, code: string, title: string): void {
  const problem = { type: `urn:qingwen:problem:${code}`, title, status, code }
  response.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Express and its body parser say what was wrong with a request by `status` and `type`. */
function asRefused(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (typeof error !== 'object' || error === null) return undefined
  const status = 'status' in error ? error.status : undefined
  const type = 'type' in error ? error.type : undefined
  if (status === 413) return new Refused('tooLong', { cause: error })
  if (status === 415) return new Refused('unsupported', { cause: error })
  if (type === 'entity.parse.failed') return new Refused('badJson', { cause: error })
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refused('badRequest', { cause: error })
  return undefined
}
