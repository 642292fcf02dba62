import { bareText } from '../base/index.ts'
import type { Answer, List, Value } from '../flow/index.ts'
import {
  type Around,
  aboutTheForm,
  introduction,
  nameIn,
  type Person,
  POSTS,
  readAmount,
  readPeriod,
  readPerson,
  saysNothing,
  speaksOfMoney,
} from '../reading/index.ts'

/** The parts of one new list item, read out of a sentence; absent parts are asked later. */
export type Item = Readonly<Record<string, Answer>>

const WISH =
  /^.*?(?:我|俺|咱)?(?:要|想|来|得)?(?:匿名|实名)?(?:举报|检举|控告|揭发|告发|反映)(?:一下|一个|一件|的是|下)?/u
const HEARD = {
  转述: /听说|听人说|听.{1,6}说|跟我说|告诉我|都在?传/,
  推测: /估计|可能是|我猜|怀疑|八成/,
  亲见: /亲眼|我看见|我看到|我撞见|我瞧见/,
} as const

/**
 * The items an answer or an opening sentence tells of; 听说 begins another, because it is known in another way.
 * `leniently`: the question was not understood once before, so any words are taken as they are.
 */
export function openItems(list: List, whole: string, around: Around, leniently = false): readonly Item[] {
  const self = /我叫|我是|我的(?:名字|姓名)|本人/.test(whole) ? introduction(whole) : undefined
  const said = self?.name && bareText(self.rest).length > 1 ? self.rest : whole
  if (saysNothing(said) || aboutTheForm(said)) return []
  if (list.each.some((p) => p.ask.id === 'post')) return people(list, said, leniently)
  const pieces = said.split(/(?=听说|(?:还有|另外)(?:一件|一个|件)事)/).filter((s) => bareText(s).length > 1)
  return pieces.flatMap((piece, n) => {
    const item = factIn(piece.replace(/^[,，。;；\s]+|[,，;；\s]+$/g, ''), around)
    if (!item) return []
    // Told in one breath with the one before: its time is not asked for again, and none is made up for it.
    const together = n > 0 && !item['time'] && list.each.some((p) => p.ask.id === 'with_previous')
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
  const period = readPeriod(said, around.today)
  const amount = speaksOfMoney(said) ? readAmount(moneyIn(said)) : undefined
  const known = Object.entries(HEARD).find(([, words]) => words.test(said))?.[0]
  return {
    ...(period && !('impossible' in period) ? { time: { ...period, text: timeWords(said) } } : {}),
    ...(amount ? { amount } : {}),
    ...(known ? { known_by: known } : {}),
  }
}

/** One person, or several where each is named or called by a post: 支书王大贵和会计李二狗. */
function people(list: List, said: string, leniently: boolean): readonly Item[] {
  const pieces = said.split(/[、;；\n]|(?:，|,)?(?:以及|还有)|和|跟|与/).map((s) => s.trim())
  const each = pieces.map((p) => (POST.test(p) || nameIn(p) !== undefined ? readPerson(p) : undefined))
  const several = pieces.length > 1 && each.every((p) => p?.name !== undefined || p?.post !== undefined)
  const found = several ? each : [readPerson(said)]
  const taken = found.filter((p): p is Person => p !== undefined)
  if (taken.length === 0 && leniently && said.length <= 60)
    return [{ [list.main]: { is: 'given', value: said, said, turn: 0 } }]
  return taken.map((person) =>
    Object.fromEntries(
      Object.entries(person).map(([id, value]) => [id, { is: 'given', value: value as string, said, turn: 0 }]),
    ),
  )
}

const POST = new RegExp(POSTS)

/** What the opening sentence of a report tells of the matter, once the wish and the person are taken out. */
export function matterIn(said: string): string {
  const rest = said
    .replace(WISH, '')
    .replace(/^[,，\s]*(?:我|俺)?(?:要|想)?(?:实名|匿名)?(?:举报|检举|控告|揭发|反映)(?:一下|的是)?/u, '')
    .replace(/^(?:个|的|了|[,，。\s])+/u, '')
  const person = readPerson(said)
  const words = [person?.unit, person?.post, person?.name].filter((w): w is string => w !== undefined)
  const bare = words.reduce((t, w) => t.replace(w, ''), rest)
  return bare.replace(/^(?:我们|俺们|咱们|我|这个|那个|的|是|一个|王八蛋|混蛋|狗东西|[,，。\s吧啊呢了])+/u, '').trim()
}

/** The words of the sum only, so that a year or a count beside it is not read as money. */
function moneyIn(said: string): string {
  return (
    /(?:大概|大约|约|差不多)?[零〇一壹二贰两三四五六七八九十百千万亿\d.,wW]+[多几来]?[十百千万亿wW]*(?:左右)?(?:块钱?|元|万|千块|[wW])(?:左右|上下|多|吧)*/.exec(
      said.replace(/(?:\d{2,4}|[一二三四五六七八九十]+)[年月日号]/g, ''),
    )?.[0] ?? said
  )
}

/** The words of the time only: 去年八月份. */
function timeWords(said: string): string {
  const from = said.slice(
    Math.max(0, said.search(/大前年|前年|去年|今年|本年|\d{2,4}年|[\d一二三四五六七八九十]+月|上个?月/)),
  )
  return (
    /(?:(?:大前年|前年|去年|今年|本年|\d{2,4}年|[零〇一二三四五六七八九]{2,4}年)?的?(?:[\d一二三四五六七八九十]+月(?:份)?|上个?月|年初|年底|上半年|下半年|腊月|正月|春节|中秋|国庆|[春夏秋冬][天里季])?(?:初|底|左右|前后)?的?(?:[\d一二三四五六七八九十]+[号日])?)(?:(?:开始)?[到至](?:现在|今天))?/.exec(
      from,
    )?.[0] || said
  )
}
