import { describe, expect, it } from 'vitest'
import { check, defineFlow, defineRule, type Flow, type Rule } from '../../src/flow/index.ts'
import { general, local, toy } from './toy.ts'

const clauses = new Set(['law.1', 'law.2', 'law.3'])
const planted = (change: Partial<Flow>, rules: readonly Rule[] = [local, general]) =>
  check([{ ...toy, ...change }], rules, clauses)
const steps = (from: number, ...instead: Flow['steps']) => ({
  steps: [...toy.steps.slice(0, from), ...instead, ...toy.steps.slice(from + instead.length)],
})
const first = toy.steps[0] as Extract<Flow['steps'][number], { ask: unknown }>
const question = { id: 'more', kind: 'text' as const, label: '更多', ask: '还有吗？', why: '要全。', example: '没有' }
const withStep = (step: unknown, at = 8) =>
  defineFlow({ ...toy, steps: [...toy.steps.slice(0, at), step, ...toy.steps.slice(at)] as Flow['steps'] })

describe('check reads the content before it opens', () => {
  it('finds nothing wrong with a sound form', () => expect(check([toy], [local, general], clauses)).toEqual([]))

  it.each<[string, string[], RegExp]>([
    [
      'a cite of a question that resolves nowhere',
      planted(steps(0, { ...first, ask: { ...first.ask, cite: 'law.9' } })),
      /cites law\.9, which is not in knowledge/,
    ],
    [
      'a cite of a telling that resolves nowhere',
      check([withStep({ tell: 'x', says: [{ text: '话', cites: ['law.8'] }] })], [local, general], clauses),
      /tells x: cites law\.8/,
    ],
    [
      'a cite of a rule that resolves nowhere',
      check([toy], [defineRule({ ...local, notes: [{ cite: 'law.7', says: '话' }] }), general], clauses),
      /rule loan\.here: cites law\.7/,
    ],
    ['a question asked twice', planted(steps(1, first)), /asks area twice/],
    [
      'a condition over what is asked later',
      check([withStep({ ask: question, only: { sign: 'yes' } }, 0)], [local, general], clauses),
      /reads sign before it is asked/,
    ],
    [
      'a condition over an option there is not',
      check([withStep({ ask: question, only: { years: 'ancient' } })], [local, general], clauses),
      /reads years as ancient, which is not an option/,
    ],
    [
      'a part that reads an option there is not',
      check(
        [withStep({ rest: 'drivers', each: [{ ask: question, unless: { years: 'ancient' } }] })],
        [local, general],
        clauses,
      ),
      /part more reads years as ancient/,
    ],
    [
      'a part that reads what nobody asks',
      check(
        [withStep({ rest: 'drivers', each: [{ ask: question, only: { weather: 'fine' } }] })],
        [local, general],
        clauses,
      ),
      /part more reads weather before it is asked/,
    ],
    [
      'the rest of a list there is not',
      check([withStep({ rest: 'cars', each: [{ ask: question }] })], [local, general], clauses),
      /asks the rest of cars, which is no list/,
    ],
    [
      'a judgement without a rule',
      check([withStep({ judge: 'weather' })], [local, general], clauses),
      /judges weather, for which there is no rule/,
    ],
    [
      'handing in without a signature before it',
      check([withStep({ ask: question }, 8)], [local, general], clauses),
      /hands in without a statement/,
    ],
    [
      'a rule over what no form asks',
      check(
        [toy],
        [
          defineRule({
            ...local,
            conditions: [{ cite: 'law.1', says: '天气好', side: 'look', when: { weather: 'fine' } }],
          }),
          general,
        ],
        clauses,
      ),
      /reads weather, which toy does not ask/,
    ],
    [
      'a rule no form judges by',
      check([toy], [local, general, defineRule({ ...general, id: 'idle', topic: 'idle' })], clauses),
      /no flow judges idle/,
    ],
    [
      'a question without a reason',
      planted(steps(0, { ...first, ask: { ...first.ask, why: ' ' } })),
      /area: has no why/,
    ],
    [
      'a question without an example',
      planted(steps(0, { ...first, ask: { ...first.ask, example: '' } })),
      /area: has no example/,
    ],
    ['one edition listed twice', check([toy, toy], [local, general], clauses), /stands twice/],
    ['a matter that is no field', planted({ matter: 'thing' }), /thing is named and is not a field/],
  ])('%s', (_what, faults, words) => {
    expect(faults.join('\n')).toMatch(words)
  })

  it('says everything wrong at once', () => {
    expect(
      planted({ ...steps(0, { ...first, ask: { ...first.ask, cite: 'law.9', why: '' } }), matter: 'thing' }).length,
    ).toBe(3)
  })
})
