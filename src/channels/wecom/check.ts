import type { z } from 'zod'
import { type Checked, Undelivered } from '../../runtime/index.ts'
import { type Api, WecomRefusal } from './api.ts'
import { explain } from './says.ts'

/**
 * Tries one harmless call and says what came of it.
 *
 * @param good what is said where it worked; a code of `says.ts` where what came is not enough.
 * @returns within ten seconds; never rejects.
 */
export async function tried<T>(
  api: Api,
  { path, body, shape }: { readonly path: string; readonly body: unknown; readonly shape: z.ZodType<T> },
  good: (answer: T) => { readonly says: string } | { readonly code: string },
): Promise<Checked> {
  let late: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Undelivered(0, 'timeout')), LIMIT_MS)
  })
  try {
    const result = good(await Promise.race([api.post(path, body, shape), limit]))
    return 'code' in result ? failed(result.code) : { ok: true, ...result }
  } catch (error) {
    return failed(codeOf(error))
  } finally {
    clearTimeout(late)
  }
}

/** A call may wait for a token, too, and for a second one. */
const LIMIT_MS = 9_000

/** The short code an error of the API is kept under. */
export function codeOf(error: unknown): string {
  if (error instanceof WecomRefusal) return String(error.code)
  if (error instanceof Undelivered) return error.name.replace(/^Undelivered /, '')
  return 'line'
}

function failed(code: string): Checked {
  return {
    ok: false,
    ...(explain(code) ?? {
      says: `没有通过，企业微信给的代码是 ${code}。`,
      todo: '请在企业微信开发者文档的“全局错误码”里查这个代码。',
    }),
  }
}
