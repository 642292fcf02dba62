import { describe, expect, it } from 'vitest'
import { type Conversation, step } from '../../src/dialogue/index.ts'
import { type Answers, count } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { honest } from '../support/honest-answers.ts'
import { otherThanAnswers, questions } from '../support/not-answers.ts'
import { type AtQuestion, everyQuestion } from '../support/places-in-forms.ts'
import { AT, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const all = everyQuestion(bot)
/** Questions whose answer is whatever is said, because it is meant for an officer. */
const closed = all.filter(({ field }) => !(field.kind === 'text' && field.whole))
const say = (at: AtQuestion, text: string) => step(bot, at.state, { type: 'said', text, at: AT, newCase: 'case-1' })

/** 嗯 answers a yes-or-no question, 好的 agrees to what is proposed, 6666 is a sum, and 我是党员会怎样 is asked to learn of just that. */
const meant: Readonly<Record<string, (at: AtQuestion) => boolean>> = {
  嗯: ({ field }) => field.kind === 'yesNo',
  嗯嗯: ({ field }) => field.kind === 'yesNo',
  好的: ({ path, field }) => path === 'hand_in' || path === 'prepare' || field.kind === 'statement',
  好的谢谢: ({ path }) => path === 'hand_in' || path === 'prepare',
  ＯＫ: ({ path }) => path === 'hand_in' || path === 'prepare',
  都行你定: ({ path }) => path === 'method_wish' || path === 'way_wish',
  '6666': ({ field }) => field.kind === 'amount',
  我是党员会怎样: ({ path }) => path === 'who',
}

/** Every utterance is tried at every so many-th question, another part of them at each, so that the whole takes seconds and not minutes. */
const SHARE = 4
const shareOf = (texts: readonly string[], at: AtQuestion) => {
  const q = all.indexOf(at)
  return texts.filter((_, n) => (n + q) % SHARE === 0)
}

/** Answers that hold something they did not hold before, wherever the form now lies. */
function written(before: Answers, { frame, drafts }: Conversation, flow: string): string[] {
  return [...(frame ? [frame] : []), ...drafts]
    .filter((form) => form.flow === flow)
    .flatMap((form) => Object.entries(form.answers))
    .filter(([path, a]) => a.is === 'given' && JSON.stringify(before[path]) !== JSON.stringify(a))
    .map(([path]) => path)
}

describe('a question or a command is never stored as an answer', () => {
  it('more than three hundred utterances are tried, each at a quarter of the questions of every flow', () => {
    expect(new Set([...questions, ...otherThanAnswers]).size).toBeGreaterThan(300)
    expect(new Set(all.map((at) => at.flow))).toEqual(new Set(bot.flows.map((f) => f.id)))
    const asked = all.map((at) => `${at.flow} ${at.path.replace(/\[\d\]/, '[]')}`)
    const declared = bot.flows.flatMap((f) =>
      f.steps.flatMap((s) => ('ask' in s && !s.ask.silent ? [`${f.id} ${s.ask.id}`] : [])),
    )
    expect(asked).toEqual(expect.arrayContaining(declared))
  })

  it.each(closed.map((at) => [`${at.flow} ${at.path}`, at] as const))('%s', (_name, at) => {
    const leaks = shareOf([...questions, ...otherThanAnswers], at).flatMap((text) => {
      if (meant[text]?.(at)) return []
      const { state, effects } = say(at, text)
      const paths = written(at.state.frame?.answers ?? {}, state, at.flow)
      return [
        ...paths.map((path) => `${text} → ${path}`),
        ...(effects.some((e) => e.type === 'submit') ? [`${text} → handed in`] : []),
      ]
    })
    expect(leaks).toEqual([])
  })

  it.each(closed.map((at) => [`${at.flow} ${at.path}`, at] as const))(
    '%s: a question is answered or explained, never taken for a failed answer',
    (_name, at) => {
      expect(shareOf(questions, at).filter((text) => say(at, text).state.misses > 0)).toEqual([])
    },
  )
})

describe('an honest answer is taken', () => {
  it('for every question there are answers as people give them', () => {
    expect(all.map((at) => `${at.flow} ${at.path}`).filter((key) => !honest[key])).toEqual([])
    expect(Object.values(honest).flat().length).toBeGreaterThan(400)
  })

  it.each(all.map((at) => [`${at.flow} ${at.path}`, at] as const))('%s', (key, at) => {
    const lost = (honest[key] ?? []).filter((text) => {
      const { state, effects, events } = say(at, text)
      if (effects.some((e) => e.type === 'submit') || events.some((e) => /^flow_(?:ended|started)/.test(e)))
        return false
      // A form that has to wait for something is kept with the answer in it.
      const kept = [...(state.frame ? [state.frame] : []), ...state.drafts].find((f) => f.flow === at.flow)
      const answers = kept?.answers ?? {}
      return at.field.kind === 'list' ? count(answers, at.path) === 0 : answers[at.path] === undefined
    })
    expect(lost).toEqual([])
  })
})
