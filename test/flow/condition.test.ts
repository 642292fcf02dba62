import { describe, expect, it } from 'vitest'
import { type Condition, type Holds, holds } from '../../src/flow/index.ts'
import { answers } from './toy.ts'

/** yes: answered so; no: answered otherwise; the rest gives no answer, each in its own way. */
const rain = {
  yes: answers({ rain: 'yes' }),
  no: answers({ rain: 'no' }),
  unknown: answers({ rain: { is: 'unknown' } }),
  skipped: answers({ rain: { is: 'skipped' } }),
  declined: answers({ rain: { is: 'declined' } }),
  absent: answers({}),
}

describe('a condition holds, does not hold, or is unknown', () => {
  const table: readonly (readonly [string, Condition, Readonly<Record<keyof typeof rain, Holds>>])[] = [
    [
      'a word',
      { rain: 'yes' },
      { yes: 'yes', no: 'no', unknown: 'unknown', skipped: 'unknown', declined: 'unknown', absent: 'unknown' },
    ],
    [
      'one of several',
      { rain: { oneOf: ['yes', 'often'] } },
      { yes: 'yes', no: 'no', unknown: 'unknown', skipped: 'unknown', declined: 'unknown', absent: 'unknown' },
    ],
    [
      'not a word',
      { rain: { not: 'yes' } },
      { yes: 'no', no: 'yes', unknown: 'unknown', skipped: 'unknown', declined: 'unknown', absent: 'unknown' },
    ],
    [
      'given at all',
      { rain: { given: true } },
      { yes: 'yes', no: 'yes', unknown: 'unknown', skipped: 'unknown', declined: 'unknown', absent: 'unknown' },
    ],
  ]
  it.each(table)('%s', (_name, condition, wanted) => {
    for (const [name, given] of Object.entries(rain))
      expect(holds(condition, given), name).toBe(wanted[name as keyof typeof rain])
  })

  it.each([
    ['yes', 'yes', 'yes'],
    ['yes', 'no', 'no'],
    ['no', 'yes', 'no'],
    ['no', 'no', 'no'],
    ['yes', 'unknown', 'unknown'],
    ['unknown', 'yes', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    // One failing test settles it, whatever is not known.
    ['unknown', 'no', 'no'],
    ['no', 'unknown', 'no'],
  ] as const)('of two tests, %s and %s make %s', (a, b, both) => {
    const value = { yes: 'yes', no: 'no', unknown: { is: 'unknown' as const } }
    expect(holds({ a: 'yes', b: 'yes' }, answers({ a: value[a], b: value[b] }))).toBe(both)
  })

  it('reads a list item first, then the form', () => {
    const given = answers({ colour: 'red', 'cars[0].colour': 'blue', size: 'big' })
    expect(holds({ colour: 'blue', size: 'big' }, given, 'cars[0].')).toBe('yes')
    expect(holds({ colour: 'blue' }, given)).toBe('no')
  })

  it('finds a word among several given', () => {
    expect(holds({ tools: 'saw' }, answers({ tools: ['axe', 'saw'] }))).toBe('yes')
    expect(holds({ tools: { not: 'saw' } }, answers({ tools: ['axe'] }))).toBe('yes')
  })

  it('an empty condition holds', () => expect(holds({}, answers({}))).toBe('yes'))
})
