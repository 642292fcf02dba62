import { bareText } from '../base/index.ts'
import { count, type Flow, fieldAt, fieldsOf, given, type Open } from '../flow/index.ts'
import { type Around, introduction, readPerson, trimWhere } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { openItems, toldOf } from './open-list.ts'
import { clauses } from './segment.ts'
import { itemOf } from './show.ts'

// What an answer says beside what was asked: other parts of the same item, the unit and post with a name, the matter.

/** 药商每个月给他送钱，一次一两万，司机跟我说的: the other questions of the same item that the answer settles too. */
export function besides(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const item = /^(.+\[\d+\]\.)(.+)$/.exec(open.path)
  if (!item?.[1] || !(open.field.kind === 'text' || open.field.kind === 'period') || bareText(said).length < 8)
    return []
  return Object.entries(toldOf(said, around)).flatMap(([part, value]): Command[] => {
    const path = `${item[1]}${part}`
    // Beside a time a word like 说是 says too little of how it is known.
    if (part === 'known_by' && open.field.kind === 'period' && !/听|亲|看见|看到|跟我说|告诉我/.test(said)) return []
    return path !== open.path && fieldAt(flow, path) && around.answers[path] === undefined
      ? [{ type: 'fill', path, value, said, direct: false }]
      : []
  })
}

/** 周某能，某村小组组长: the unit and the post said with the name that was asked for. */
export function personParts({ field, path }: Open, said: string, { answers }: Around): Command[] {
  if (field.kind !== 'text' || field.person === undefined || field.person === true) return []
  const person = readPerson(said)
  const parts = { unit: field.person.unit, post: field.person.post }
  return (['unit', 'post'] as const).flatMap((part): Command[] => {
    const to = parts[part]
    const value = person?.[part]
    return to !== undefined && to !== path && value !== undefined && answers[to] === undefined
      ? [{ type: 'fill', path: to, value, said, direct: false }]
      : []
  })
}

/** 还没干呢，打算先开工手续后面补: a choice asked before the matter is answered, and the matter told in the same breath. */
export function matterToo(flow: Flow, open: Open, said: string, around: Around): Command[] {
  if (!flow.matter || open.field.kind !== 'choice' || stepOf(flow, open.path) > stepOf(flow, flow.matter)) return []
  const rest = clauses(said.replace(/[。;；]/g, '，'))
    // 审计都来过了 tells how far things are, not what they are about.
    .filter((s) => bareText(s).length >= 8)
    .join('，')
  if (!rest) return []
  const before = given(around.answers, flow.matter)
  const value = typeof before === 'string' ? `${before}；${rest}` : rest
  return [{ type: 'fill', path: flow.matter, value, said: value, direct: false }]
}

const stepOf = (flow: Flow, path: string) => flow.steps.findIndex((s) => 'ask' in s && s.ask.id === path)

/** 小唐亲口跟我说的，估计他每年都这么搞: what is told beside the answer to a closed question goes on with the item's own story. */
export function storyToo(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const item = itemOf(flow, open.path)
  if (!item || (open.field.kind !== 'choice' && open.field.kind !== 'period') || item.list.main !== 'what') return []
  const path = `${item.list.id}[${item.index}].${item.list.main}`
  const before = given(around.answers, path)
  const own = clauses(said)
  const told =
    own.length > 1
      ? own.filter(
          (c, n) =>
            n > 0 && (AT_A_PLACE.test(c) || bareText(c).length >= 6) && !asks(c) && (AT_A_PLACE.test(c) || goesOn(c)),
        )
      : []
  if (told.length === 0) return []
  const place = told.find((c) => AT_A_PLACE.test(c))
  const placePath = `${item.list.id}[${item.index}].place`
  if (place !== undefined && fieldAt(flow, placePath) && around.answers[placePath] === undefined)
    return [{ type: 'fill', path: placePath, value: trimWhere(place), said: place, direct: false }]
  const value =
    typeof before === 'string' ? `${before.replace(/[。，,；;\s]+$/u, '')}，${told.join('，')}` : told.join('，')
  return [{ type: 'fill', path, value, said: value, direct: false }]
}

/** 就在他办公室. */
const AT_A_PLACE = /^(?:就|都|是)*在[\p{Script=Han}]{2,12}$/u

/** Somebody is told of, and not how one knows. */
const goesOn = (clause: string) =>
  /他|她|们|书记|主任|镇长|村长|局长|校长|院长/.test(clause) &&
  !/听|看见|看到|跟我说|告诉我|亲眼|在场|照片|录音/.test(clause)

/** 匿名，我们村文书李小军: whom one reports, said with how one signs, before it is asked. */
export function peopleToo(flow: Flow, open: Open, said: string, around: Around): Command[] {
  if (open.field.kind !== 'choice' || itemOf(flow, open.path)) return []
  const list = [...fieldsOf(flow).values()].find((f) => f.kind === 'list' && f.each.some((p) => p.ask.id === 'post'))
  if (list?.kind !== 'list' || count(around.answers, list.id) > 0) return []
  const rest = clauses(said).slice(1).join('，')
  const named = rest === '' || asks(rest) || introduction(rest).name ? undefined : readPerson(rest)
  if (named?.post === undefined) return []
  const items = openItems(list, rest, around)
  return items.length > 0 ? [{ type: 'add', list: list.id, items, said: rest }] : []
}
