import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openModel } from '../../src/answer/ask-model.ts'
import { openBreaker } from '../../src/answer/breaker.ts'
import { openBudget } from '../../src/answer/budget.ts'
import type { Prompt } from '../../src/answer/prompts.ts'
import { type Speaker, Unanswered } from '../../src/answer/speaker.ts'

const prompt: Prompt = { name: 'answer', says: '', inputs: [], output: {} }
const request = { prompt, values: {} }
const form = z.object({ ok: z.literal(true) })

/** A speaker that does what `next` does, and counts. */
function speaker(next: (n: number, signal: AbortSignal) => Promise<unknown>) {
  const calls: number[] = []
  const plug: Speaker = {
    say(_, signal) {
      calls.push(calls.length)
      return next(calls.length, signal)
    },
    async *stream() {
      yield ''
    },
  }
  return { plug, calls }
}

describe('a breaker', () => {
  test('opens with the fifth failure in a row, lets one try after a rest, and closes when it works', () => {
    let now = 0
    const breaker = openBreaker(() => now)
    for (let n = 0; n < 4; n++) breaker.failed()
    expect(breaker.mayAsk()).toBe(true)
    breaker.worked()
    for (let n = 0; n < 5; n++) breaker.failed()
    expect([breaker.open, breaker.mayAsk()]).toEqual([true, false])
    now = 30_000
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false])
    breaker.failed()
    now = 60_001
    expect(breaker.mayAsk()).toBe(false)
    now = 90_000
    expect(breaker.mayAsk()).toBe(true)
    breaker.worked()
    expect([breaker.open, breaker.mayAsk(), breaker.mayAsk()]).toEqual([false, true, true])
  })
})

describe('a budget', () => {
  test('ends for one conversation, for all, and for those at once; and begins anew with the hour', () => {
    let now = 0
    const budget = openBudget(() => now, { all: 5, each: 2, atOnce: 2 })
    const places = [budget.take('a'), budget.take('b')]
    expect(budget.take('c')).toBeUndefined()
    for (const back of places) {
      back?.()
      back?.()
    }
    budget.take('a')?.()
    expect(budget.take('a')).toBeUndefined()
    budget.take('c')?.()
    budget.take('d')?.()
    expect(budget.take('e')).toBeUndefined()
    now = 3_600_000
    expect(budget.take('a')).toBeDefined()
  })
})

describe('a model behind its limits', () => {
  const faults: unknown[] = []
  const open = (plug: Speaker, time = 1000) => openModel(plug, (fault) => void faults.push(fault), { time })

  test('is asked once more where that may help, and not where it cannot', async () => {
    const second = speaker(async (n) => (n === 1 ? { ok: false } : { ok: true }))
    expect(await open(second.plug).begin('t').ask(request, form)).toEqual({ ok: true })
    expect(second.calls.length).toBe(2)
    const never = speaker(async () => Promise.reject(new Unanswered('refused', false)))
    expect(await open(never.plug).begin('t').ask(request, form)).toBeUndefined()
    expect(never.calls.length).toBe(1)
  })

  test('answers in time though it hears no signal, and both tries share the time', async () => {
    const deaf = speaker(() => new Promise(() => undefined))
    const asking = open(deaf.plug, 30).begin('t')
    expect(await asking.ask(request, form)).toBeUndefined()
    expect(deaf.calls.length).toBe(1)
    // Nothing is left of this question's time.
    expect(await asking.ask(request, form)).toBeUndefined()
    expect(deaf.calls.length).toBe(1)
  })

  test('ends what is under way when time is over', async () => {
    let ended = false
    const slow = speaker(
      (_, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            ended = true
          })
        }),
    )
    await open(slow.plug, 20).begin('t').ask(request, form)
    expect(ended).toBe(true)
  })
})
