import { setTimeout as wait } from 'node:timers/promises'
import { Fault } from '../../base/index.ts'
import { openBreaker } from './breaker.ts'
import type { Embedder } from './embedder.ts'
import { readEmbeddings } from './reply.ts'

/** An embedding server that speaks the OpenAI protocol (`POST <baseUrl>/embeddings`), such as one for bge-m3 or Qwen3-Embedding on the office's own machine. */
export interface Endpoint {
  /** Ends in the version, e.g. `http://10.0.0.5:8000/v1`. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly model: string
}

export interface EndpointSettings {
  /** Longest a question may wait, both attempts together, in milliseconds: the answer is there in 10 ms without it. */
  readonly questionMs?: number
  /** Longest one attempt with a batch of texts may take, in milliseconds. */
  readonly batchMs?: number
  /** Texts in one request; servers set their own limits. */
  readonly batch?: number
  /** Pause before the second attempt, in milliseconds. */
  readonly pauseMs?: number
  /** Milliseconds, never going back. */
  readonly now?: () => number
}

/** The largest answer read: 32 texts of 4096 dimensions take some 3 MB. */
const mostBytes = 32 * 1024 * 1024

/** Sends public clause texts and policy questions, which the caller has redacted, to an embedding server; nothing else. */
export function openEndpoint(endpoint: Endpoint, settings: EndpointSettings = {}): Embedder {
  const { questionMs = 2000, batchMs = 30_000, batch = 16, pauseMs = 200, now = () => performance.now() } = settings
  const url = `${endpoint.baseUrl.replace(/\/+$/, '')}/embeddings`
  const breaker = openBreaker(now)

  const once = async (input: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]> => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${endpoint.apiKey}` },
      body: JSON.stringify({ model: endpoint.model, input, encoding_format: 'float' }),
      // Another address was not agreed to, and would get the texts and the key.
      redirect: 'error',
      signal,
    })
    if (!reply.ok) {
      await reply.body?.cancel()
      throw new Unavailable(`状态码 ${reply.status}`, reply.status === 429 || reply.status >= 500)
    }
    return readEmbeddings(await readText(reply), input.length)
  }

  const ask = async (input: readonly string[], attemptMs: number, allMs: number, signal?: AbortSignal) => {
    if (!breaker.open()) throw new Fault(['向量模型接连没有答复，先停用一会儿，检索照常。'])
    const whole = AbortSignal.any([AbortSignal.timeout(allMs), ...(signal ? [signal] : [])])
    const attempt = () => once(input, AbortSignal.any([AbortSignal.timeout(attemptMs), whole]))
    try {
      const found = await attempt().catch(async (error: unknown) => {
        if (whole.aborted || !isWorthRepeating(error)) throw error
        await wait(pauseMs, undefined, { signal: whole })
        return attempt()
      })
      breaker.ended(true)
      return found
    } catch (error) {
      // Whoever gives up waiting says nothing about the server.
      if (signal?.aborted) throw signal.reason
      breaker.ended(false)
      throw new Fault([`向量模型没有给出可用的结果（${reasonOf(error)}），检索照常。`], { cause: error })
    }
  }

  return {
    model: endpoint.model,
    // Not measured, for want of a model here: each office should try it on its own questions.
    weight: 0.5,
    async question(text, signal) {
      const [vector] = await ask([text], questionMs, questionMs, signal)
      if (!vector) throw new Fault(['向量模型没有给出向量，检索照常。'])
      return vector
    },
    async texts(list, signal) {
      const found: Float32Array[] = []
      for (let at = 0; at < list.length; at += batch)
        found.push(...(await ask(list.slice(at, at + batch), batchMs, 2 * batchMs + pauseMs, signal)))
      return found
    },
  }
}

/** The server answered, but not with vectors. */
class Unavailable extends Error {
  readonly again: boolean
  constructor(why: string, again: boolean) {
    super(why)
    this.again = again
  }
}

/** A dropped line, a full or failing server: once more. A wrong answer would only come again. */
function isWorthRepeating(error: unknown): boolean {
  return error instanceof Unavailable ? error.again : !(error instanceof Fault)
}

/** For the log: no address, no key, no text. */
function reasonOf(error: unknown): string {
  if (error instanceof Fault || error instanceof Unavailable) return error.message
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return '没有及时答复'
  return '连不上'
}

/** The body as text, cut off when it grows beyond all reason. */
async function readText(reply: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of reply.body ?? []) {
    size += part.byteLength
    if (size > mostBytes) throw new Fault(['答复太长'])
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
