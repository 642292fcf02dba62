import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../src/flow/index.ts'
import {
  heardText,
  introduction,
  phoneIn,
  read,
  readAmount,
  readKnownBy,
  readPeople,
  readPeriod,
} from '../../src/reading/index.ts'
import { linesOf } from '../support/lines.ts'

/** One line is what a person types, a tab, and how it is read; `-` is not at all, `X …` impossible, `≈` loosely. */
const rows = (table: string): readonly (readonly [said: string, want: string])[] =>
  linesOf(`test/reading/tables/${table}.tsv`).map((line) => {
    const [said = '', want = ''] = line.split('\t')
    return [said, want]
  })

const bounds = ({ from, to, approx }: { from?: unknown; to?: unknown; approx?: true }) =>
  `${from ?? ''}~${to ?? ''}${approx ? ' ≈' : ''}`

describe('a time is read as a range of days, seen from Monday 23 November 2026', () => {
  it.each(rows('periods'))('%s → %s', (said, want) => {
    const is = readPeriod(said, '2026-11-23')
    expect(is === undefined ? '-' : 'impossible' in is ? `X ${is.impossible}` : bounds(is)).toBe(want)
    if (is && 'from' in is) expect(is.text).toBe(said)
  })
})

describe('a sum of money is read as a range of yuan', () => {
  it.each(rows('amounts'))('%s → %s', (said, want) => {
    const is = readAmount(said)
    expect(is ? bounds({ from: is.min, to: is.max, ...(is.approx ? { approx: true } : {}) }) : '-').toBe(want)
    if (is) expect(is.text).toBe(said)
  })
})

describe('yes and no are read in all the forms people give them', () => {
  const field: Scalar = {
    kind: 'yesNo',
    id: 'such',
    label: '情况',
    ask: '有这样的情况吗？',
    why: '要分清。',
    example: '没有。',
    aka: [],
    yes: [],
    no: [],
  }
  const around = { answers: {}, today: '2026-11-23', places: [] }
  it.each(rows('yes-no'))('%s → %s', (said, want) => {
    const is = read(field, heardText(said).plain.trim(), around)
    expect(is === undefined ? '-' : 'value' in is ? is.value : 'is' in is ? is.is : 'X').toBe(want)
  })

  it.each(['没有吧', '应该没有', '好像有', '可能有', '大概没有'])(
    '%s is not sure enough where the form asks for certainty',
    (said) => expect(read({ ...field, sure: true }, said, around)).toEqual({ is: 'unknown' }),
  )

  it('a denial of something else answers nothing: 没拿钱 to whether a meeting was held', () => {
    const meeting = { ...field, ask: '这件事经过班子集体研究了吗？', label: '集体研究', no: ['没开会'] }
    expect(read(meeting, '没拿钱', around)).toBeUndefined()
    expect(read(meeting, '没开会', around)).toEqual({ value: 'no' })
    const gain = { ...field, ask: '有没有人从中得到好处？', label: '好处' }
    expect(read(gain, '没拿钱', around)).toEqual({ value: 'no' })
  })
})

describe('people are read with their posts and units', () => {
  it.each(rows('people'))('%s → %s', (said, want) =>
    expect(
      readPeople(said)
        .map((p) => `${p.name ?? ''}/${p.post ?? ''}/${p.unit ?? ''}`)
        .join('|') || '-',
    ).toBe(want),
  )
})

describe('who speaks is told from whom they speak of', () => {
  it.each(rows('selves'))('%s → %s', (said, want) => expect(introduction(said).name?.value ?? '-').toBe(want))
})

describe('telephone numbers are read as typed and as spoken, and a wrong length is told', () => {
  it.each(rows('phones'))('%s → %s', (said, want) => {
    const is = phoneIn(said)
    if (!want.startsWith('X ')) return expect(is ?? '-').toBe(want)
    for (const words of want.slice(2).split(' ')) expect(is).toEqual({ impossible: expect.stringContaining(words) })
  })
})

describe('how a person knows what they tell', () => {
  it.each(rows('known-by'))('%s → %s', (said, want) => expect(readKnownBy(said) ?? '-').toBe(want))
})
