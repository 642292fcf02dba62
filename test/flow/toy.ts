import { type Answers, defineFlow, defineRule, type Value } from '../../src/flow/index.ts'

const said = { why: '好对上条件。', example: '可以这样答' } as const

/** A small form with one of each: a condition, a list with parts, a rest, a telling, a judgement, a submission. */
export const toy = defineFlow({
  id: 'toy',
  edition: '2026-01-01',
  title: '借车申请',
  opening: '借车要填几项。',
  opensOn: [[['借车']]],
  closing: '没有提交。',
  steps: [
    {
      ask: {
        id: 'area',
        kind: 'place',
        label: '地方',
        ask: '在哪个市？',
        cite: 'law.1',
        effect: '不说地方就没有本地规定。',
        ...said,
      },
    },
    { ask: { id: 'licence', kind: 'yesNo', sure: true, label: '驾照', ask: '有驾照吗？', ...said } },
    {
      ask: {
        id: 'years',
        kind: 'choice',
        label: '驾龄',
        ask: '开了几年？',
        ...said,
        options: {
          new: { label: '不满一年', words: ['刚拿'] },
          old: { label: '一年以上', words: ['多年'], cite: 'law.2' },
        },
      },
      only: { licence: 'yes' },
    },
    {
      ask: {
        id: 'drivers',
        kind: 'list',
        item: '驾驶人',
        label: '驾驶人',
        main: 'name',
        ask: '谁来开？',
        ...said,
        each: [
          { ask: { id: 'name', kind: 'text', label: '姓名', ask: '叫什么？', ...said } },
          {
            ask: { id: 'note', kind: 'text', label: '备注', ask: '有什么要说的？', ...said },
            unless: { name: { given: true } },
          },
        ],
      },
    },
    { tell: 'care', only: { years: 'new' }, says: [{ text: '新手请走慢车道。', cites: ['law.3'] }] },
    { rest: 'drivers', each: [{ ask: { id: 'phone', kind: 'phone', label: '电话', ask: '电话多少？', ...said } }] },
    { judge: 'loan' },
    { ask: { id: 'sign', kind: 'statement', label: '确认', ask: '回复确认。', ...said } },
    { submit: { kind: 'loan' } },
  ],
})

export const local = defineRule({
  id: 'loan.here',
  topic: 'loan',
  title: '本地借车规定',
  region: '本市',
  decidedBy: '车队',
  inForce: {},
  conditions: [
    { cite: 'law.2', says: '驾龄满一年', side: 'positive', when: { years: 'old' } },
    { cite: 'law.1', says: '没有驾照', side: 'negative', when: { licence: 'no' } },
    { cite: 'law.3', says: '车况合适', side: 'look', when: { years: { oneOf: ['old'] } }, officerDecides: true },
  ],
  notes: [{ cite: 'law.3', says: '新手另议。', only: { years: 'new' } }],
})

export const general = defineRule({
  id: 'loan.any',
  topic: 'loan',
  title: '通行规定',
  decidedBy: '各地车队',
  inForce: {},
  conditions: [{ cite: 'law.1', says: '有驾照', side: 'look', when: { licence: 'yes' } }],
})

/** Answers by path; a value, or one of the three ways of not answering. */
export function answers(
  values: Readonly<Record<string, Value | { readonly is: 'unknown' | 'skipped' | 'declined' }>>,
): Answers {
  return Object.fromEntries(
    Object.entries(values).map(([path, v]) => [
      path,
      typeof v === 'object' && 'is' in v
        ? { is: v.is, said: '…', turn: 1 }
        : { is: 'given' as const, value: v as Value, said: `说${path}`, turn: 1 },
    ]),
  )
}
