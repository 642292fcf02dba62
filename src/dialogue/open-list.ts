import { bareText } from '../base/index.ts'
import type { Answer, List, Value } from '../flow/index.ts'
import {
  type Around,
  aboutTheForm,
  amountIn,
  deedsIn,
  introduction,
  type Person,
  periodIn,
  readKnownBy,
  readPeople,
  saysNothing,
} from '../reading/index.ts'

/** The parts of one new list item, read out of a sentence; absent parts are asked later. */
export type Item = Readonly<Record<string, Answer>>

/** In a story papers are as often what it is about as what it rests on, and a guess is said in so many words. */
const GUESSED = /估计|可能是|我猜|怀疑|八成/

/** Told in one breath with the deed before; 后来 and 另外 are of another time. */
const TOGETHER = /^(?:听说|还|也|又)/

/**
 * The items an answer or an opening sentence tells of: people, or deeds, each with what is said of it.
 * `leniently`: the question was not understood once before, so any words are taken as they are.
 */
export function openItems(list: List, whole: string, around: Around, leniently = false): readonly Item[] {
  const self = /我叫|我是|我的(?:名字|姓名)|本人/.test(whole) ? introduction(whole) : undefined
  const said = self?.name && bareText(self.rest).length > 1 ? self.rest : whole
  if (saysNothing(said) || aboutTheForm(said)) return []
  if (list.each.some((p) => p.ask.id === 'post')) return people(list, said, leniently)
  return deedsIn(said, around.today).flatMap((piece, n) => {
    const item = factIn(piece, around)
    if (!item) return []
    // Told in one breath with the one before: its time is not asked for again, and none is made up for it.
    const together =
      n > 0 && !item['time'] && TOGETHER.test(piece) && list.each.some((p) => p.ask.id === 'with_previous')
    return [together ? { ...item, with_previous: { is: 'given' as const, value: 'yes', said: piece, turn: 0 } } : item]
  })
}

function factIn(said: string, around: Around): Item | undefined {
  const give = (value: Extract<Answer, { is: 'given' }>['value']): Answer => ({ is: 'given', value, said, turn: 0 })
  if (said === '') return undefined
  const more = toldOf(said, around)
  const parts = Object.entries(more).map(([id, value]) => [id, give(value)] as const)
  return {
    ...(said.length < 8 && !more['time'] ? { topic: give(said) } : { what: give(said) }),
    ...Object.fromEntries(parts),
  }
}

/** What the words of a fact say of its time, its sum and how it is known. */
export function toldOf(said: string, around: Around): Readonly<Record<string, Value>> {
  const time = periodIn(said, around.today)
  const amount = amountIn(said)
  const source = readKnownBy(said)
  const known = source === '材料' || (source === '推测' && !GUESSED.test(said)) ? undefined : source
  return {
    ...(time && 'period' in time ? { time: time.period } : {}),
    ...(amount ? { amount } : {}),
    ...(known ? { known_by: known } : {}),
  }
}

/** Those an answer names. */
function people(list: List, said: string, leniently: boolean): readonly Item[] {
  const taken = readPeople(said)
  if (taken.length === 0 && leniently && mayBeName(said))
    return [{ [list.main]: { is: 'given', value: said, said, turn: 0 } }]
  return peopleItems(taken, said)
}

/** Items of a list of people. */
export const peopleItems = (people: readonly Person[], said: string): readonly Item[] =>
  people.map((person) =>
    Object.fromEntries(
      Object.entries(person).map(([id, value]) => [
        id,
        { is: 'given' as const, value: value as string, said, turn: 0 },
      ]),
    ),
  )

/** A few characters that tell nothing else may be a name we do not know; a sentence never is one. */
const mayBeName = (said: string): boolean =>
  /^\p{Script=Han}{1,6}$/u.test(bareText(said)) &&
  !/[我俺咱看说在时这那哪谁啥么吗吧呢了过]|亲[眼耳手]|听|见|知道|[收拿送给占贪骗吃卖扣打骂要想写填改等走做搞弄]|不|没|是|的$|他|她|昨|今天|明天|前天|去年|今年|前年|谢/.test(
    said,
  )
