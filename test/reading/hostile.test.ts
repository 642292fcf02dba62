import { expect, it } from 'vitest'
import type { Scalar } from '../../src/flow/index.ts'
import {
  fillersOff,
  heardText,
  heardYesNo,
  introduction,
  periodIn,
  phoneIn,
  read,
  readAmount,
  readKnownBy,
  readNumberOf,
  readPeople,
  scriptOf,
  trimWhere,
  unitIn,
} from '../../src/reading/index.ts'

const field: Scalar = {
  kind: 'yesNo',
  id: 'x',
  label: '情况',
  ask: '有吗？',
  why: '。',
  example: '。',
  aka: [],
  yes: [],
  no: [],
}
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  periodIn: (t) => periodIn(t, '2026-11-23'),
  readAmount,
  yesNo: (t) => read(field, t, { answers: {}, today: '2026-11-23', places: [] }),
  heardYesNo: (t) => heardYesNo({ ...field, yes: ['没有', '没', '的', '是'], no: ['王大'] }, t),
  introduction,
  readPeople,
  readKnownBy,
  readNumberOf,
  phoneIn,
  unitIn,
  trimWhere,
  scriptOf,
  fillersOff,
  heardText,
}
const seeds = [
  ...['一二三四五', '12345', '1.', '8月', '3万', '去年', '腊月', '到', '1 ', 'a ', 'jubao ', ' '],
  ...[
    '没有',
    '对，',
    '应该',
    '的',
    '嗯',
    '他他',
    '不是',
    '我叫',
    '王',
    '村支书',
    '王大贵和',
    '县局',
    '听',
    '〔2026',
    '就在',
  ],
]

/** The quickest of a few runs, so that a busy machine does not count. */
function took(reader: (text: string) => unknown, text: string): number {
  const runs = Array.from({ length: 4 }, () => {
    const start = performance.now()
    reader(text)
    return performance.now() - start
  })
  return Math.min(...runs)
}

// Twice the text takes about twice the time. A pattern that can blow up takes thousands of times as long: the bound tells
// the two apart on any machine, and below a tick of the clock nothing is compared.
it.each(Object.keys(readers))('%s takes no more than its share of time for hostile text', (name) => {
  const reader = readers[name] ?? String
  for (const seed of seeds) {
    const of = (length: number) => seed.repeat(length).slice(0, length)
    reader(of(100))
    const [half, full] = [took(reader, of(2000)), took(reader, of(4000))]
    if (full > 8) expect.soft(full / Math.max(half, 1), `${name} ${seed}`).toBeLessThan(8)
  }
})
