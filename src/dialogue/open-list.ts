import type { Answer, List } from '../flow/index.ts'
import { type Around, speaksOfMoney } from './read/index.ts'
import { readAmount } from './read/amount.ts'
import { readPeriod } from './read/period.ts'
import { readPerson } from './read/person.ts'

/** The parts of one new list item, read out of a sentence; absent parts are asked later. */
export type Item = Readonly<Record<string, Answer>>

const WISH = /^.*?(?:我|俺|咱)?(?:要|想|来|得)?(?:匿名|实名)?(?:举报|检举|控告|揭发|告发|反映)(?:一下|一个|一件|的是|下)?/u
const HEARD = { 转述: /听说|听人说|听.{1,6}说|跟我说|告诉我|都在?传/, 推测: /估计|可能是|我猜|怀疑|八成/, 亲见: /亲眼|我看见|我看到|我撞见|我瞧见/ } as const

/** Reads an answer to a list's own question as one item. */
export function openItem(list: List, said: string, around: Around, turn: number): Item | undefined {
  const parts = new Set(list.each.map((p) => p.ask.id))
  const give = (value: Extract<Answer, { is: 'given' }>['value']): Answer => ({ is: 'given', value, said, turn })
  if (parts.has('post')) {
    const person = readPerson(said)
    if (!person) return undefined
    return Object.fromEntries(Object.entries(person).map(([id, value]) => [id, give(value as string)]))
  }
  const what = said.trim()
  if (what === '') return undefined
  const period = readPeriod(said, around.today)
  const amount = speaksOfMoney(said) ? readAmount(moneyIn(said)) : undefined
  const known = Object.entries(HEARD).find(([, words]) => words.test(said))?.[0]
  return {
    ...(what.length < 8 && !period ? { topic: give(what) } : { what: give(what) }),
    ...(period && !('impossible' in period) ? { time: give({ ...period, text: timeWords(said) }) } : {}),
    ...(amount ? { amount: give(amount) } : {}),
    ...(known ? { known_by: give(known) } : {}),
  }
}

/** What the opening sentence of a report tells of the matter, once the wish and the person are taken out. */
export function matterIn(said: string): string {
  const rest = said.replace(WISH, '').replace(/^(?:个|的|了|[,，。\s])+/u, '')
  const person = readPerson(said)
  const words = [person?.unit, person?.post, person?.name].filter((w): w is string => w !== undefined)
  const bare = words.reduce((t, w) => t.replace(w, ''), rest)
  return bare.replace(/^(?:我们|俺们|咱们|我|这个|那个|的|是|一个|王八蛋|混蛋|狗东西|[,，。\s吧啊呢了])+/u, '').trim()
}

/** The words of the sum only, so that a year or a count beside it is not read as money. */
function moneyIn(said: string): string {
  return /(?:大概|大约|约|差不多)?[零〇一壹二贰两三四五六七八九十百千万亿\d.,wW]+[多几来]?[十百千万亿wW]*(?:左右)?(?:块钱?|元|万|千块|[wW])(?:左右|上下|多|吧)*/.exec(said.replace(/(?:\d{2,4}|[一二三四五六七八九十]+)[年月日号]/g, ''))?.[0] ?? said
}

/** The words of the time only: 去年八月份. */
function timeWords(said: string): string {
  return /(?:(?:大前年|前年|去年|今年|本年|\d{2,4}年|[零〇一二三四五六七八九]{2,4}年)?的?(?:[\d一二三四五六七八九十]+月(?:份)?|上个?月|年初|年底)?的?(?:[\d一二三四五六七八九十]+[号日])?)(?:(?:开始)?[到至](?:现在|今天))?/.exec(said.slice(Math.max(0, said.search(/大前年|前年|去年|今年|本年|\d{2,4}年|[\d一二三四五六七八九十]+月|上个?月/))))?.[0] || said
}
