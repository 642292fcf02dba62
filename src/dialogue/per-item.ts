import { bareText, readNumber } from '../base/index.ts'
import { count, type Flow, fieldAt, fieldsOf, given, type List, type Open, type Scalar } from '../flow/index.ts'
import { type Around, read } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { toldOf } from './open-list.ts'
import { clauses } from './segment.ts'
import { itemOf } from './show.ts'

/**
 * 水泥我亲眼看见的，那五万是听我嫂子说的: one question put for one item of a list, and answered for several at once. Each clause
 * goes to the item it names, by number or by words of its own; what names none is for the item that was asked about.
 *
 * @returns the answers for the other items, and the words left for the one that was asked about.
 */
export function perItem(flow: Flow, open: Open, said: string, around: Around): { fills: Command[]; rest: string } {
  const item = itemOf(flow, open.path)
  if (!item || open.field.kind === 'text' || count(around.answers, item.list.id) < 2) return { fills: [], rest: said }
  const part = open.path.replace(/^.*\./, '')
  const fills: Command[] = []
  const rest: string[] = []
  for (const clause of clauses(said)) {
    const index = itemNamedIn(clause, item.list.id, around) ?? item.index
    const path = `${item.list.id}[${index}].${part}`
    const field = fieldAt(flow, path)
    const reading =
      index === item.index || !field || field.kind === 'list' ? undefined : read(field as Scalar, clause, around)
    if (reading && 'value' in reading)
      fills.push({ type: 'fill', path, value: reading.value, said: clause, direct: true })
    else rest.push(clause)
  }
  // Nothing left for the item asked about: then the words were all meant for it after all.
  return rest.length > 0 ? { fills, rest: rest.join('，') } : { fills: [], rest: said }
}

/**
 * 第2条是我亲眼看见的: what is said of an item by its number is about that item, whatever is open, and is no story of its own.
 *
 * @returns the answers it gives, `noSuch` if the list has no such item; empty if it names none or says nothing of it.
 */
export function itemSaid(flow: Flow, said: string, around: Around): Command[] {
  const found =
    /^[\s,，]*(?:那|对了|还有|就是)?第([一二两三四五六七八九十\d]{1,2})(\p{Script=Han})(?:事情?|事实)?(?:嘛|呢|的话|[\s,，:：])*/u.exec(
      said,
    )
  const n = found?.[1] === undefined ? undefined : readNumber(found[1])
  const list = [...fieldsOf(flow).values()].find(
    (f): f is List => f.kind === 'list' && f.main === 'what' && f.counters.includes(found?.[2] ?? ''),
  )
  if (!found || n === undefined || !list) return []
  const rest = said.slice(found[0].length)
  const told = toldOf(rest, around)
  if (Object.keys(told).length === 0) return []
  if (n < 1 || n > count(around.answers, list.id)) return [{ type: 'noSuch', n }]
  return Object.entries(told).flatMap(([part, value]): Command[] => {
    const path = `${list.id}[${n - 1}].${part}`
    if (!fieldAt(flow, path)) return []
    const words = typeof value === 'object' && 'text' in value ? value.text : rest
    return around.answers[path]
      ? [{ type: 'correct', path, said: words }]
      : [{ type: 'fill', path, value, said: words, direct: false }]
  })
}

/** The item a clause names: 第二件, 后一件; or the only one whose own words it repeats. */
function itemNamedIn(clause: string, list: string, { answers }: Around): number | undefined {
  const items = count(answers, list)
  const number = /第([一二两三四五六七八九十\d]{1,2})(?:件|条|个|位)/.exec(clause)?.[1]
  const n = number === undefined ? undefined : readNumber(number)
  if (n !== undefined) return n >= 1 && n <= items ? n - 1 : undefined
  if (/^(?:前|头)一(?:件|条|个)/.test(clause)) return 0
  if (/^(?:后|末)一(?:件|条|个)|^最后一(?:件|条|个)/.test(clause)) return items - 1
  const shared = Array.from({ length: items }, (_, index) => sharedPairs(clause, wordsOf(list, index, answers)))
  const best = Math.max(...shared)
  const winners = shared.flatMap((s, index) => (s === best ? [index] : []))
  return best > 0 && winners.length === 1 ? winners[0] : undefined
}

function wordsOf(list: string, index: number, answers: Around['answers']): string {
  return Object.keys(answers)
    .filter((path) => path.startsWith(`${list}[${index}].`))
    .map((path) => given(answers, path))
    .flatMap((value) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && 'text' in value ? [value.text] : [],
    )
    .map(bareText)
    .join(' ')
}

/** Pairs of neighbouring characters that stand in both, but for pairs that stand in anything. */
function sharedPairs(a: string, b: string): number {
  const t = bareText(a)
  let n = 0
  for (let at = 0; at + 1 < t.length; at++) {
    const pair = t.slice(at, at + 2)
    if (!COMMON.test(pair) && b.includes(pair)) n++
  }
  return n
}

const COMMON = /[的了是在我他她你那这有说看听到也都就]/
