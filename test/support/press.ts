import type { Authority } from '../../src/base/index.ts'
import { defineFlow, defineRule } from '../../src/flow/index.ts'
import type { ClauseEntry, HeldClause, Instrument, Library } from '../../src/knowledge/index.ts'
import { type OursContent, openPress, oursOf, type Press, type PressOptions } from '../../src/publishing/index.ts'
import type { Store } from '../../src/runtime/index.ts'

const entry = (id: string, label: string, text: string, more: Partial<ClauseEntry> = {}): ClauseEntry => ({
  id,
  label,
  text,
  grade: 'B',
  ...more,
})

export const instrument = (
  id: string,
  title: string,
  region: string,
  clauses: readonly ClauseEntry[],
  more: Partial<Instrument> & { authority?: Authority } = {},
): Instrument => ({
  id,
  title,
  region,
  issuer: '某机关',
  authority: '正式条文',
  held: 'digest',
  validity: {},
  source: { title: `${title}的来源`, kind: '转述' },
  clauses,
  ...more,
})

export const filing = instrument('qinghe.filing', '清河市容错事项事前备案办法', '清河市', [
  entry('qinghe.filing.who', '第2条', '清河的申请由牵头单位党组集体研究、主要负责人签字后书面提出。', { article: '2' }),
  entry('qinghe.filing.when', '第3条', '清河要求在项目开工前十个工作日报送材料，逾期不予受理。', { article: '3' }),
  entry('qinghe.filing.open', '没有写明的', '清河的材料没有写明能不能撤回备案。', { status: 'gap' }),
])
const neighbour = instrument('baiquan.filing', '白泉市容错事项事前备案办法', '白泉市', [
  entry('baiquan.filing.who', '第2条', '白泉的申请由牵头单位党组集体研究、主要负责人签字后书面提出。', {
    article: '2',
  }),
])

const clauses = new Map<string, HeldClause>(
  [filing, neighbour].flatMap((of) =>
    of.clauses.map((each): [string, HeldClause] => [
      each.id,
      {
        entry: each,
        instrument: of,
        cite: {
          id: each.id,
          instrument: of.title,
          label: each.label,
          region: of.region,
          authority: of.authority,
          held: of.held,
        },
      },
    ]),
  ),
)

/** Two neighbouring cities whose rules read alike. */
export const library: Library = {
  instruments: [filing, neighbour],
  clauses,
  guides: [
    {
      id: 'guide.filing',
      title: '备案怎么办',
      asks: ['备案怎么办'],
      sentences: [{ text: '要在启动前提出。', cites: ['qinghe.filing.when'] }],
    },
    {
      id: 'guide.other',
      title: '别的',
      asks: ['别的'],
      sentences: [{ text: '别处的。', cites: ['baiquan.filing.who'] }],
    },
  ],
  lists: new Map(),
  places: [
    { name: '清源省', short: '清源' },
    { name: '清河市', short: '清河', within: '清源省' },
    { name: '白泉市', short: '白泉', within: '清源省' },
  ],
  asks: [],
  words: [],
  calendar: { coveredFrom: '2026-01-01', coveredUntil: '2026-12-31', off: new Set(), work: new Set() },
  version: 'test',
}

const flow = (id: string, title: string, cite: string, judge?: string) =>
  defineFlow({
    id,
    edition: '2026-11-01',
    title,
    opening: '请说说情况。',
    opensOn: [[[title]]],
    closing: '好了。',
    steps: [
      {
        ask: { kind: 'text', id: 'matter', label: '事项', ask: '是什么事项？', why: '要写明。', example: '修路', cite },
      },
      ...(judge === undefined ? [] : [{ judge }]),
      { submit: { kind: id } },
    ],
  })

/** What rests on which clause: a form that cites one, a form that only judges by a rule that cites one, and bystanders. */
export const content: OursContent = {
  flows: [
    flow('filing', '事前备案', 'qinghe.filing.when'),
    flow('check', '对照', 'baiquan.filing.who', 'filing-check'),
    flow('other', '别的表', 'baiquan.filing.who'),
  ],
  rules: [
    defineRule({
      id: 'qinghe-check',
      topic: 'filing-check',
      title: '清河备案对照',
      region: '清河市',
      decidedBy: '机关',
      inForce: {},
      conditions: [{ cite: 'qinghe.filing.who', says: '集体研究', side: 'positive', when: { matter: 'x' } }],
    }),
  ],
  guides: library.guides,
  kinds: [
    {
      id: 'filing',
      title: '备案件',
      moves: [
        { action: 'accept', title: '受理', cite: 'qinghe.filing.when' },
        { action: 'decline', title: '不予受理', cite: 'baiquan.filing.who' },
      ],
    },
    { id: 'other', title: '别的件', moves: [{ action: 'accept', title: '受理' }] },
  ],
  doors: [{ id: 'door', cites: ['qinghe.filing.who'] }],
}

export const ours = oursOf(content)

/** Publishing over a store, with the library above. */
export function pressFor(store: Store, now: () => string, more: Partial<PressOptions> = {}): Press {
  return openPress({ store, library, ours, now, ...more })
}

/** A regulation, as a text file; `third` and `second` are what 第三条 and 第二条 say. */
export function regulation(
  third = '应当在项目开工前十个工作日报送材料，逾期不予受理。',
  second = '申请由牵头单位党组集体研究、主要负责人签字后书面提出。',
): string {
  return [
    '清河市容错事项事前备案办法',
    '第一条 为了激励干部担当作为，根据有关规定，结合清河实际，制定本办法。',
    `第二条 ${second}`,
    `第三条 ${third}`,
    '第四条 市纪委监委会同组织部门对材料进行审核，必要时听取专家意见。',
    '第五条 情况发生重大变化的，原单位应当及时补充说明。',
    '第六条 弄虚作假、隐瞒事实的，不适用本办法，并依规依纪追究责任。',
    '第七条 审核人员应当保守工作秘密，不得泄露有关内容。',
    '',
  ].join('\n')
}

export const txt = (text: string, name = '办法.txt') => ({ name, bytes: new TextEncoder().encode(text) })

/** What must be said of the regulation when it is handed in. */
export const said = {
  title: '清河市容错事项事前备案办法',
  region: '清河市',
  authority: '正式条文',
  issuer: '清河市纪委监委',
  from: '2026-01-01',
} as const
