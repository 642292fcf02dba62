import { readNumber } from '../base/index.ts'
import { count, fieldAt, fieldsOf, type List } from '../flow/index.ts'
import { readKnownBy } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { N, named, type Place, tells } from './correction.ts'

const OFF = '(?:删掉|删除|删了|删去|删|去掉|去除|不要了|不要|撤掉|撤了|撤回|撤|拿掉|取消|划掉|抹掉)'

/**
 * What is said of an item of a list by its number: 第2条删掉, 删掉第二件, 第1条金额改3万, 再加一件事：…
 * Which list is meant shows in the word it is counted with.
 */
export function itemNamed(place: Place, t: string): Command | undefined {
  if (place.frame.gone && (KEPT.test(t) || BACK.test(t))) return { type: 'restoreItem' }
  return added(place, t) ?? removed(place, t) ?? partOf(place, t)
}

/** 算了还是留着第2条, 刚才那条别删了. */
const KEPT =
  /^(?:算了|不了|等等|我|那|哎)*[,，\s]*(?:(?:还是)?(?:留着|留下|保留|恢复|找回|要回|加回)(?:来)?(?:第?[一二两三四五六七八九十\d]{1,2}(?:条|件|个|位)|刚才(?:那|的)?(?:条|件|个)?|那(?:条|件|个))|(?:刚才|第?[一二两三四五六七八九十\d]{1,2})(?:那)?(?:条|件|个|位)(?:别|不|不要|先别|还是别)(?:删|去掉|要去)(?:了|掉)*)/u

/** 还是把第1件恢复吧, 删掉的那件找回来. */
const BACK =
  /^(?:算了|不了|我|那|哎|哦|还是|请|想)*(?:把|将)?(?:第?[一二两三四五六七八九十\d]{1,2}|刚才|刚删|删掉|删了|去掉)?(?:的)?(?:那|这)?(?:条|件|个|位)?(?:事|人)?(?:还是|又|再)?(?:给我)?(?:恢复|找回|加回|放回|要回|留着|留下|保留)(?:来)?(?:吧|了|啊)*$/u

function removed(place: Place, t: string): Command | undefined {
  const found =
    new RegExp(
      `^(?:把|将)?第?(${N})([条件位名个项])([\\p{Script=Han}]{0,6}?)(?:的|那条|那件|整条|全部|内容)*(?:给我|也|都|全)?${OFF}(?:吧|了|掉|它)*$`,
      'u',
    ).exec(t) ??
    new RegExp(
      `^(?:请|帮我|麻烦|我要|我想)*${OFF}(?:掉)?第?(${N})([条件位名个项])([\\p{Script=Han}]{0,6}?)(?:吧|了)*$`,
      'u',
    ).exec(t)
  if (!found?.[1] || !found[2]) return undefined
  const n = readNumber(found[1])
  const list = listOf(place, found[2], found[3] ?? '')
  if (n === undefined || list === undefined) return undefined
  return n >= 1 && n <= count(place.frame.answers, list.id)
    ? { type: 'remove', list: list.id, index: n - 1 }
    : { type: 'noSuch', n }
}

function partOf(place: Place, t: string): Command | undefined {
  const found = new RegExp(
    `^(?:把|将)?第?(${N})([条件位名])(事情|事|事实|被反映人|人)?(?:的|里的|里面的|里|,|，|\\s|·)*(.+)$`,
    'u',
  ).exec(t)
  const n = found?.[1] ? readNumber(found[1]) : undefined
  if (n === undefined || !found?.[2] || !found[4]) return undefined
  for (const list of lists(place, found[2], found[3] ?? '')) {
    const part = named(place, found[4], (path) => path.startsWith(`${list.id}[].`))
    if (!part) {
      const known = knownOf(place, list, n, found[4])
      if (known) return known
      continue
    }
    if (n < 1 || n > count(place.frame.answers, list.id)) return { type: 'noSuch', n }
    return { type: 'correct', path: part.path.replace('[]', `[${n - 1}]`), ...(part.said ? { said: part.said } : {}) }
  }
  return undefined
}

/** 第2件是我亲眼看见的: how an item is known, in words that can mean nothing else. */
function knownOf({ flow, frame, open }: Place, list: List, n: number, words: string): Command | undefined {
  const part = list.each.find((p) => p.ask.id === 'known_by')?.ask
  const said = /^(?:其实|实际上|应该|应当|也|都|都是|改成|不是听说的?)*[,，\s]*是?(.{2,24}?)(?:的|吧|啊|了)*$/u.exec(
    words,
  )?.[1]
  if (part?.kind !== 'choice' || said === undefined || (tells(open) && !/^(?:其实|应该|改成|是)/.test(words)))
    return undefined
  const known = readKnownBy(said) ?? readKnownBy(`${said}的`)
  if (known === undefined || !(known in part.options)) return undefined
  if (n < 1 || n > count(frame.answers, list.id)) return { type: 'noSuch', n }
  const path = `${list.id}[${n - 1}].known_by`
  return fieldAt(flow, path) && frame.answers[path] ? { type: 'correct', path, value: known, said: words } : undefined
}

const MORE =
  /^(?:我|俺|对了)*(?:还要|还想|还得|再|另外|还)?(?:再)?(?:加上|添上|补上|加|添加|增加|添|补充|补|说)(?:上)?(?:一|1)([条件个位名])(事情|事实|事|人|被反映人)?[:：,，。\s]*([\s\S]*)$/u

function added(place: Place, t: string): Command | undefined {
  const found = MORE.exec(t)
  if (!found?.[1] || (place.open?.field.kind === 'list' && found[3] !== '')) return undefined
  const list = listOf(place, found[1], found[2] ?? '')
  if (!list || count(place.frame.answers, list.id) === 0 || list.id === place.open?.path) return undefined
  return { type: 'more', list: list.id, said: (found[3] ?? '').replace(/^(?:吧|了|呢)+$/, '') }
}

/** The list a counting word and a noun point at, the surest first. */
function lists({ flow, frame }: Place, counter: string, noun: string): readonly List[] {
  const all = [...fieldsOf(flow).values()].filter((f): f is List => f.kind === 'list')
  const sure = all.filter(
    (l) =>
      l.counters.includes(counter) ||
      (noun !== '' && [l.item, ...l.aka].some((w) => w.includes(noun) || noun.includes(w))),
  )
  const filled = all.filter((l) => !sure.includes(l) && count(frame.answers, l.id) > 0)
  return sure.length > 0 ? sure : filled
}

const listOf = (place: Place, counter: string, noun: string): List | undefined => {
  const found = lists(place, counter, noun)
  // 第2个删掉 says nothing of which list: the one with items enough, and not two of them.
  return found.length === 1
    ? found[0]
    : (found.find((l) => noun !== '' && [l.item, ...l.aka].some((w) => w.includes(noun))) ?? found.at(-1))
}
