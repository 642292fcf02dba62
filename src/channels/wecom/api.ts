import { z } from 'zod'
import { Undelivered } from '../../runtime/index.ts'

/** Where WeCom's API is, and who asks. */
export interface ApiAccess {
  /** `https://qyapi.weixin.qq.com`, or a private deployment's own. */
  readonly url: string
  readonly corpId: string
  /** Secret of one application; each has a token of its own. */
  readonly secret: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds an answer is waited for. */
  readonly patience?: number
}

/** WeCom said no. `code` is its errcode; neither it nor this error names anybody. */
export class WecomRefusal extends Error {
  override readonly name: string
  readonly code: number

  constructor(code: number) {
    super(`WeCom answered ${code}`)
    this.name = `WecomRefusal ${code}`
    this.code = code
  }
}

export interface Api {
  /**
   * Posts to an endpoint (`message/send`) and reads what `shape` says of the answer; without a body it gets.
   *
   * @throws WecomRefusal for an errcode that is a no
   * @throws Undelivered for one that says when to try again, and for a line that is down, cut, slow or talks nonsense
   */
  post<T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T>
}

/** An answer has seconds: a worker with sixteen replies in hand must be done before its lease of a minute is over. */
const usualPatience = 8000
/** Longer than the longest answer we ask for (1000 messages of 微信客服). Bytes. */
const mostBytes = 8 * 1024 * 1024
/** A token is renewed this long before its time, so that none dies on its way. Milliseconds. */
const early = 5 * 60_000

const Answered = z.object({ errcode: z.number().int().default(0) })
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

/** Errcodes that mean the token, not the request, is wrong; 40001 is what a renewed secret gives. */
const staleToken: ReadonlySet<number> = new Set([40001, 40014, 42001, 42007, 42009])
/** Busy, and over the limit of a minute: seconds to wait, https://developer.work.weixin.qq.com/document/path/90312 */
const busy: Readonly<Record<number, number>> = { [-1]: 5, 45009: 60, 45033: 10, 6000: 5 }

/** WeCom's API with one application's token: fetched once for all who wait, kept till shortly before it ends, renewed when WeCom takes it back. */
export function wecomApi(access: ApiAccess): Api {
  const { url, corpId, secret, now, patience = usualPatience } = access
  let kept: { readonly token: string; readonly until: number } | undefined
  let fetching: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    const asked = new URLSearchParams({ corpid: corpId, corpsecret: secret })
    const answer = await call(`${url}/cgi-bin/gettoken?${asked}`, patience)
    const { access_token, expires_in } = read(answer, Token)
    kept = { token: access_token, until: now() + expires_in * 1000 - early }
    return access_token
  }

  function token(): Promise<string> {
    if (kept && kept.until > now()) return Promise.resolve(kept.token)
    fetching ??= fetchToken().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return {
    async post(path, body, shape) {
      for (let attempt = 1; ; attempt++) {
        const used = await token()
        const asked = `${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(used)}`
        const answer = await call(`${url}/cgi-bin/${asked}`, patience, body)
        // One new token a call: if WeCom takes that back, too, something else is wrong.
        if (attempt === 1 && staleToken.has(answer.errcode)) {
          if (kept?.token === used) kept = undefined
          continue
        }
        return read(answer, shape)
      }
    },
  }
}

type Answer = z.infer<typeof Answered> & { readonly whole: unknown }

/** Addresses hold secret or token, so no error of ours has one in it, and no cause. */
async function call(address: string, patience: number, body?: unknown): Promise<Answer> {
  let text: string
  try {
    const response = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Undelivered(response.status === 429 ? 60 : 0, `http-${response.status}`)
    text = await bounded(response)
  } catch (error) {
    if (error instanceof Undelivered) throw error
    throw new Undelivered(0, error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'line')
  }
  const whole = json(text)
  const read = Answered.safeParse(whole)
  if (!read.success) throw new Undelivered(0, 'nonsense')
  const wait = busy[read.data.errcode]
  if (wait !== undefined) throw new Undelivered(wait, String(read.data.errcode))
  return { ...read.data, whole }
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > mostBytes) throw new Undelivered(0, 'too-long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is told as nonsense by the schema.
    return undefined
  }
}

function read<T>({ errcode, whole }: Answer, shape: z.ZodType<T>): T {
  if (errcode !== 0) throw new WecomRefusal(errcode)
  const read = shape.safeParse(whole)
  if (!read.success) throw new Undelivered(0, 'nonsense')
  return read.data
}
