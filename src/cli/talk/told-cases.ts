import type { Answer, Answers, Value } from '../../flow/index.ts'

/** What a note says of two cases: `R-1003 与 R-1001 同一被举报人 同一事实 另有一条新事实`. */
export interface Relation {
  readonly later: string
  readonly earlier: string
  readonly samePerson: boolean
  readonly sameFact: boolean
  readonly fresh: number
}

const COUNTS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3 }

export function relationsIn(note: string): readonly Relation[] {
  const found = [...note.matchAll(/([A-Z]-\d+)\s*(?:与|和|跟|同)\s*([A-Z]-\d+)((?:(?![A-Z]-\d+)[^。；;])*)/g)]
  return found.map(([, one = '', other = '', says = '']) => {
    const [earlier = '', later = ''] = [one, other].sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
    const count = /另有\s*([一两二三\d])/.exec(says)?.[1]
    return {
      ...{ later, earlier },
      samePerson: /同一?(?:个)?(?:被举报人|对象|人)/.test(says),
      sameFact: /同一?(?:个|件)?(?:事实|事|问题)/.test(says),
      fresh:
        count === undefined
          ? /另有|新事实/.test(says) && !/没有新|无新/.test(says)
            ? 1
            : 0
          : (COUNTS[count] ?? Number(count)),
    }
  })
}

interface Story {
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly what: string
  readonly place: string
  readonly time: { readonly text: string; readonly from: string; readonly to: string }
  readonly amount: { readonly text: string; readonly min: number; readonly max: number }
}

const year = (n: number, month: string, last: string) => ({ from: `${n}-${month}-01`, to: `${n}-${month}-${last}` })

const stories: readonly Story[] = [
  {
    ...{ name: '郑伟民', unit: '清河镇政府', post: '副镇长', place: '清河镇' },
    what: '修村道的时候收了施工队老板两万元现金，后来路面没压实就验收了',
    time: { text: '2025年8月', ...year(2025, '08', '31') },
    amount: { text: '两万元', min: 20_000, max: 20_000 },
  },
  {
    ...{ name: '贺春生', unit: '县水利站', post: '站长', place: '东关水库' },
    what: '把抗旱的水泵租给外面的养殖场，租金没有入账',
    time: { text: '2026年3月', ...year(2026, '03', '31') },
    amount: { text: '六千元', min: 6000, max: 6000 },
  },
  {
    ...{ name: '鲁桂芳', unit: '北街社区居委会', post: '主任', place: '北街社区' },
    what: '给自己妹妹一家报了困难补助，真正困难的几户没有报',
    time: { text: '2026年5月', ...year(2026, '05', '31') },
    amount: { text: '三千元', min: 3000, max: 3000 },
  },
]

/** What a later case has beside the matter of an earlier one. */
const more: readonly Omit<Story, 'name' | 'unit' | 'post'>[] = [
  {
    what: '今年清明前后让司机用公车接送孩子上学，一周有三四次',
    place: '县城',
    time: { text: '2026年4月', ...year(2026, '04', '30') },
    amount: { text: '没有花钱', min: 0, max: 0 },
  },
  {
    what: '中秋节收了包工头送的两箱酒和四条烟',
    place: '清河镇',
    time: { text: '2025年9月', ...year(2025, '09', '30') },
    amount: { text: '五千元', min: 5000, max: 5000 },
  },
  {
    what: '用扶贫项目的水泥修了自己老家的院子',
    place: '下湾村',
    time: { text: '2025年11月', ...year(2025, '11', '30') },
    amount: { text: '八千元', min: 8000, max: 8000 },
  },
]

/** The form of a case: its own story, or that of the case it repeats with as much beside it as is said. */
export function told(kind: string, number: string, all: readonly string[], relations: readonly Relation[]): Answers {
  const relation = relations.find(({ later }) => later === number)
  const own = storyAt(all.indexOf(number))
  const first = relation ? storyAt(all.indexOf(relation.earlier)) : undefined
  const about = first && relation?.samePerson ? first : own
  const facts = [first && relation?.sameFact ? first : own, ...more.slice(0, relation?.fresh ?? 0)]
  if (kind !== 'report') return { unit: said(about.unit), matter: said(about.what) }
  const named = relation === undefined || all.indexOf(number) % 2 === 0
  return {
    mode: said(named ? '实名' : '匿名'),
    ...(named
      ? { reporter_name: said(reporters[all.indexOf(number) % reporters.length] ?? ''), phone: said('13800001234') }
      : {}),
    'respondents[0].name': said(about.name),
    'respondents[0].unit': said(about.unit),
    'respondents[0].post': said(about.post),
    ...Object.assign({}, ...facts.map(factAt)),
    statement: { is: 'given', value: true, said: '属实', turn: 9 },
  }
}

const reporters = ['李秀英', '邱志远', '潘美兰']
const storyAt = (n: number): Story => stories[Math.max(0, n) % stories.length] as Story // there are three

function factAt({ what, place, time, amount }: Omit<Story, 'name' | 'unit' | 'post'>, n: number): Answers {
  return {
    [`facts[${n}].what`]: said(what),
    [`facts[${n}].place`]: said(place),
    [`facts[${n}].time`]: said(time, time.text),
    ...(amount.max === 0 ? {} : { [`facts[${n}].amount`]: said(amount, amount.text) }),
  }
}

const said = (value: Value, words?: string): Answer => ({
  is: 'given',
  value,
  said: words ?? (typeof value === 'string' ? value : ''),
  turn: 1,
})
