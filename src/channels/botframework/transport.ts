import { AsyncLocalStorage } from 'node:async_hooks'
import { undelivered } from './undelivered.ts'

const bodies = new AsyncLocalStorage<string>()

/**
 * Sends this body instead of the one the kit writes: its serializer knows a few properties of an entity and drops the others,
 * among them all citations and the mark of a model's words (seen with botbuilder 4.23.3).
 */
export const withBody = <T>(body: unknown, call: () => Promise<T>): Promise<T> => bodies.run(JSON.stringify(body), call)

/** As the kit hands a request on. */
interface Request {
  readonly url: string
  readonly method: string
  readonly body?: unknown
  readonly headers: { toJson(): Record<string, string> }
}

/**
 * What the vendor's kit sends with instead of its own client, which tries three times by itself and holds a worker for it:
 * one try, no redirects (a token must not follow one), an end after `seconds`. Trying again is the outbox's work, which
 * survives a restart.
 *
 * Its `sendRequest` @throws Undelivered for an answer that is none, and what `fetch` throws.
 */
export function plainTransport(seconds: number) {
  return {
    async sendRequest(request: Request) {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.toJson(),
        redirect: 'error',
        signal: AbortSignal.timeout(seconds * 1000),
        ...bodyOf(request),
      })
      const text = await response.text()
      if (!response.ok) throw undelivered(response.status, response.headers.get('retry-after') ?? undefined, undefined)
      const headers = Object.fromEntries(response.headers)
      return { request, status: response.status, bodyAsText: text, headers: { toJson: () => headers } }
    },
  }
}

function bodyOf({ method, body }: Request): { readonly body?: string } {
  if (typeof body !== 'string') return {}
  return { body: method === 'POST' ? (bodies.getStore() ?? body) : body }
}
