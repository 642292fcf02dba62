import type { ErrorRequestHandler, Response } from 'express'
import { z } from 'zod'
import { Refused } from '../base/index.ts'

/** RFC 9457 problem document; `code` is the stable code of the refusal, `type` the same as a URN. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** What is said when the fault is ours: no more than that there was one. */
export const broken = '系统出了点问题，请稍后再试一次。'

/**
 * Answers every error as a problem document. What is not a refusal is ours: `onFault` is told, the sender is not.
 */
export function problems(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const refused = refusalOf(error)
    // A full disk is refused politely to the sender, and must not go unheard by those who can make room.
    if (!refused || refused.code === 'notSaved') onFault(refused?.cause ?? error)
    const { retryAfter } = refused ?? {}
    if (retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(retryAfter)))
    if (refused?.code === 'noToken' || refused?.code === 'badToken') response.set('WWW-Authenticate', 'Bearer')
    send(response, refused?.code ?? 'fault', refused?.status ?? 500, refused?.message ?? broken)
  }
}

/** The refusal behind an error of the framework, a body parser or a schema; `undefined` for a fault of our own. */
export function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (error instanceof z.ZodError) return new Refused('badRequest')
  // The router and its body parsers mark what the sender did wrong with a 4xx and a type.
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown }
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  if (type === 'entity.parse.failed') return new Refused('badJson')
  const byStatus = { 404: 'notFound', 413: 'tooLong', 415: 'unsupported' } as const
  return new Refused(byStatus[status as keyof typeof byStatus] ?? 'badRequest')
}

function send(response: Response, code: string, status: number, title: string): void {
  const document: Problem = { type: `urn:qingwen:problem:${code}`, title, status, code }
  response.status(status).type('application/problem+json').send(JSON.stringify(document))
}
