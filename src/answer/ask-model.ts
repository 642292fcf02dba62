import type { z } from 'zod'
import { Fault } from '../base/index.ts'
import { type Breaker, openBreaker } from './breaker.ts'
import { type Allowance, type Budget, openBudget } from './budget.ts'
import { type Request, type Speaker, Unanswered, type Why } from './speaker.ts'

/** A model behind its limits. Nothing it does can make a question fail: it answers in time, or there is no answer. */
export interface Model {
  /** Begins one question: all that is asked for it shares one time limit. @param thread whose conversation, for the budget alone. */
  begin(thread: string): Asking
  /** Ends all that is being asked, and asks nothing any more. */
  stop(): void
  /** True while nothing is asked because too much failed. */
  readonly resting: boolean
}

export interface Asking {
  /** @returns absent if the model is off, slow, broken, or its answer is not of this form. */
  ask<T>(request: Request, form: z.ZodType<T>): Promise<T | undefined>
  /** The pieces of an answer as they come; ends early, without an error, where anything is off. */
  stream(request: Request): AsyncIterable<string>
}

export interface ModelLimits {
  /** Milliseconds for one question, everything in it. */
  readonly time: number
  readonly allowance?: Allowance
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number
}

/** A person waits fifteen seconds at most; the words of the clauses themselves are ready at once. */
const patience: ModelLimits = { time: 15_000 }
/** One retry. */
const tries = 2
/** In less than this share of its time a request would only be cut off. */
const worthTrying = 0.1

const says: Readonly<Record<Why, string>> = {
  timeout: '太慢',
  refused: '不认 LLM_API_KEY',
  overloaded: '报错或者太忙',
  unsupported: '不支持所要的格式',
  unreachable: '连不上，或者回的不是 JSON',
  garbage: '回的内容不合格式',
  stopped: '正在停止',
}

/** @param failed told once for each question that had to do without, never with content. */
export function openModel(
  speaker: Speaker,
  failed: (fault: unknown) => void,
  { time, allowance, now = () => performance.now() }: ModelLimits = patience,
): Model {
  const breaker = openBreaker(now)
  const budget = openBudget(now, allowance)
  const stopping = new AbortController()
  const tell = (error: unknown) => {
    const why: Why = error instanceof Unanswered ? error.why : 'unreachable'
    const rest = breaker.open ? '；连着几次不成，先停一会儿再试' : ''
    failed(new Fault([`语言模型没有用上：${says[why]}；已用条款原文作答${rest}。`]))
  }
  return {
    begin(thread) {
      const until = now() + time
      const limits: Limits = { breaker, budget, thread, stopping: stopping.signal, left: () => until - now(), time }
      return {
        async ask(request, form) {
          try {
            return await within(limits, (signal) => speaker.say(request, signal), form)
          } catch (error) {
            tell(error)
            return undefined
          }
        },
        async *stream(request) {
          try {
            yield* streamed(limits, (signal) => speaker.stream(request, signal))
          } catch (error) {
            tell(error)
          }
        },
      }
    },
    stop: () => stopping.abort(),
    get resting() {
      return breaker.open
    },
  }
}

interface Limits {
  readonly breaker: Breaker
  readonly budget: Budget
  readonly thread: string
  readonly stopping: AbortSignal
  /** Milliseconds left for this question. */
  readonly left: () => number
  readonly time: number
}

/** @returns absent without a word where nothing may be asked. @throws Unanswered after the last try. */
async function within<T>(
  limits: Limits,
  say: (signal: AbortSignal) => Promise<unknown>,
  form: z.ZodType<T>,
): Promise<T | undefined> {
  const { breaker, left, time } = limits
  for (let attempt = 1; ; attempt++) {
    const giveBack = mayAsk(limits)
    if (!giveBack) return undefined
    try {
      const said = form.safeParse(await inTime(limits, say))
      if (!said.success) throw new Unanswered('garbage', true)
      breaker.worked()
      return said.data
    } catch (error) {
      breaker.failed()
      const again = !(error instanceof Unanswered) || error.again
      if (!again || attempt >= tries || left() < time * worthTrying) throw error
    } finally {
      giveBack()
    }
  }
}

async function* streamed(limits: Limits, open: (signal: AbortSignal) => AsyncIterable<string>): AsyncIterable<string> {
  const giveBack = mayAsk(limits)
  if (!giveBack) return
  const end = new AbortController()
  let whole = false
  try {
    const pieces = open(end.signal)[Symbol.asyncIterator]()
    for (;;) {
      const piece = await inTime(limits, () => pieces.next())
      if (piece.done) break
      yield piece.value
    }
    whole = true
    limits.breaker.worked()
  } catch (error) {
    limits.breaker.failed()
    whole = true
    throw error
  } finally {
    // Whoever stops listening half-way has heard enough: the server is not to blame.
    if (!whole) limits.breaker.worked()
    end.abort()
    giveBack()
  }
}

/** @returns what gives the place back; absent if nothing may be asked. */
function mayAsk({ breaker, budget, thread, stopping, left, time }: Limits): (() => void) | undefined {
  if (stopping.aborted || left() < time * worthTrying) return undefined
  const giveBack = budget.take(thread)
  if (!giveBack) return undefined
  if (breaker.mayAsk()) return giveBack
  giveBack()
  return undefined
}

/** Ends when the time is over, whether or not whoever is waited for hears the signal. */
async function inTime<T>({ left, stopping }: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    const stop = (why: 'timeout' | 'stopped') => {
      reject(new Unanswered(why, false))
      end.abort()
    }
    timer = setTimeout(() => stop('timeout'), Math.max(1, left()))
    stopping.addEventListener('abort', () => stop('stopped'), { once: true, signal: end.signal })
  })
  try {
    return await Promise.race([work(end.signal), over])
  } finally {
    clearTimeout(timer)
    end.abort()
  }
}
