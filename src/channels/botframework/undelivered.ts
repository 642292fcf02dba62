import { Undelivered } from '../../runtime/index.ts'

/** Codes after which trying again is in vain: refused as it is, blocked by the person, gone, or too large. */
const inVain: ReadonlySet<number> = new Set([400, 403, 404, 405, 409, 410, 413])

/**
 * A connector's refusal as the worker understands it. 429 and 503 may say when to come back, in seconds or as a date
 * (RFC 9110 §10.2.3).
 *
 * @param status absent where nothing answered: worth a new try.
 */
export function undelivered(status: number | undefined, retryAfter: string | undefined, cause: unknown): Error {
  if (status === undefined) return cause instanceof Error ? cause : new Error('the connector could not be reached')
  if (inVain.has(status)) return new Undelivered('never', String(status), { cause })
  return new Undelivered(seconds(retryAfter), String(status), { cause })
}

function seconds(retryAfter: string | undefined): number {
  if (retryAfter === undefined) return 0
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter)
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? 0 : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
