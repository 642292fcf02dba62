import type { ClauseEntry, HeldClause, HeldList, Instrument, Library, Place } from '../../src/knowledge/index.ts'

/** A library of a dozen made-up clauses: national, two cities of one province, an old text and a title only. */
const instruments: readonly Instrument[] = [
  {
    ...text('law', '中华人民共和国试验管理法', '全国'),
    short: '试验管理法',
    aliases: ['试验法'],
    clauses: [
      {
        ...clause('law.50', '第50条', '捏造事实诬告他人的，处1000元以下罚款。', ['诬告罚多少钱']),
        article: '50',
        formerly: [{ article: '42', until: '2025-12-31' }],
      },
      { ...clause('law.51', '第51条', '写错字的，免予处罚。', ['写错字']), article: '51' },
      { ...clause('law.old', '旧的第8条', '旧办法规定晒谷场由队长管理。'), validity: { until: '2020-12-31' } },
      { ...clause('law.note', '技术说明', '晒谷场数据表。'), answerable: false },
    ],
  },
  {
    ...text('xu', '许昌市备案办法', '许昌市'),
    authority: '官方答问',
    clauses: [
      clause(
        'xu.step.1',
        '第一步',
        '许昌备案第一步，开会研究并形成纪要。',
        ['备案第一步', '事前备案走几步'],
        '备案的步骤',
      ),
      clause('xu.step.2', '第二步', '许昌备案第二步，书面提出申请。', ['备案第二步'], '备案的步骤'),
    ],
    lists: [{ id: 'xu.step', title: '许昌备案的步骤', items: ['xu.step.1', 'xu.step.2'] }],
  },
  {
    ...text('nan', '南阳市容错办法', '南阳市'),
    authority: '官方答问',
    clauses: [
      clause('nan.step', '第一步', '南阳容错第一步，书面提出申请。', ['容错第一步'], '容错的步骤'),
      { ...clause('nan.named', '名称', '南阳有《谷物细则》，只有名称。', ['谷物细则']), status: 'name-only' },
    ],
  },
]

const places: readonly Place[] = [
  { name: '河南省', short: '河南' },
  { name: '许昌市', short: '许昌', within: '河南省', held: true },
  { name: '南阳市', short: '南阳', within: '河南省', held: true },
  { name: '郑州市', short: '郑州', within: '河南省' },
  { name: '禹州市', short: '禹州', within: '许昌市' },
  { name: '湖北省', short: '湖北' },
  { name: '荆州市', short: '荆州', within: '湖北省' },
  { name: '公安县', short: '公安', within: '荆州市' },
]

const clauses = new Map<string, HeldClause>(
  instruments.flatMap((instrument) =>
    instrument.clauses.map((entry): [string, HeldClause] => [
      entry.id,
      {
        entry,
        instrument,
        cite: {
          id: entry.id,
          instrument: instrument.title,
          label: entry.label,
          region: entry.region ?? instrument.region,
          authority: instrument.authority,
          held: entry.status === 'name-only' ? 'name-only' : instrument.held,
        },
      },
    ]),
  ),
)

export const library: Library = {
  instruments,
  clauses,
  guides: [],
  asks: [],
  lists: new Map(
    instruments.flatMap((instrument) =>
      (instrument.lists ?? []).map((list): [string, HeldList] => [list.id, { ...list, instrument }]),
    ),
  ),
  places,
  words: [{ say: ['坑人', '害人'], text: ['诬告'] }],
  calendar: { coveredFrom: '2026-01-01', coveredUntil: '2026-12-31', off: new Set(), work: new Set() },
  version: 'planted',
}

function text(id: string, title: string, region: string): Omit<Instrument, 'clauses'> {
  return {
    id,
    title,
    region,
    issuer: '试验机关',
    authority: '正式条文',
    held: 'digest',
    validity: {},
    source: { title: '试验', kind: '试验' },
  }
}

function clause(id: string, label: string, says: string, words: readonly string[] = [], heading?: string): ClauseEntry {
  return { id, label, text: says, words, grade: 'A', ...(heading ? { heading } : {}) }
}
