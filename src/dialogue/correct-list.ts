import { readNumber } from '../base/index.ts'
import { type Answer, type Field, fieldsOf, type Value } from '../flow/index.ts'
import type { Command } from './commands.ts'
import { type Place, tells } from './correction.ts'
import { namesOf } from './field-names.ts'
import { inOrder, meant, optionsIn, type Several, type Target, valuesIn } from './list-values.ts'

/** What something in a list of words is counted with. */
const ONE = '(?:条|个|份|项|种|张|点|样|件|段|封|本|句|则)'
const N = '[一二两三四五六七八九十\\d]{1,3}'
const THERE = '(?:那里|那儿|那块|那边|里头|里面|里边|上面|这里|这项|那项|这一项|那一项|方面|那|里|上|中)?'
const ALSO = '(?:还要|还得|还想|还应该|还有|还|再|另外|也要|也|得|要|给我|帮我|请|想)*'
const PUT = '(?:加上|加进|加入|补上|补充上|添上|填上|写上|补充|增加|添加|补|加|添)'
/** 少写了一条, 措施还有一条. */
const MISSED = '(?:有|差|缺|少写了?|少了|漏写了?|漏了|漏|忘写了?|忘了写|落了)'
const OFF =
  '(?:删除掉|删掉|删除|删了|删去|去掉|去除|去了|拿掉|划掉|撤掉|撤了|撤下|取消|抹掉|不要了|不要|不算了|不写了|别要了|删|去|撤)'
const INTO = '(?:改成|改为|换成|换为|变成|替换成|替换为|改写成|更正为|改|换)'
const END = '(?:吧|了|好了|算了|就行|就好|哈|啊|呀|它|掉)*'

/**
 * What is added to an answer of several things, taken from it or exchanged in it: 风险再加一条…, 证据那里去掉…, 第2条措施改成….
 * The whole of the new answer goes with the command. While a story is told the field must be named.
 */
export function editList(place: Place, t: string): Command | undefined {
  const all = targets(place)
  if (all.length === 0) return undefined
  const by = name(place, all, t)
  if (by) return named(place, by.target, by.rest, t)
  return (
    counted(place, all, t) ??
    (tells(place.open) ? undefined : (added(place, all, t) ?? byItem(place, all, t) ?? swappedItem(place, all, t)))
  )
}

/** Answered fields of several things, those answered last first. */
function targets({ flow, frame, open }: Place): readonly Target[] {
  return [...fieldsOf(flow)]
    .flatMap(([path, field]) => {
      const answer = frame.answers[path]
      if (!several(field) || field.inner || field.silent || !answer || path === open?.path) return []
      return [{ path, field, held: heldIn(answer), turn: answer.turn }]
    })
    .sort((a, b) => b.turn - a.turn)
}

const several = (field: Field): field is Several =>
  field.kind === 'texts' || (field.kind === 'choice' && field.many === true)

const heldIn = (answer: Answer): readonly string[] =>
  answer.is === 'given' && Array.isArray(answer.value) ? (answer.value as readonly string[]) : []

/** The field whose name the words begin with, and what follows. */
function name(place: Place, all: readonly Target[], t: string): { target: Target; rest: string } | undefined {
  const words = t.replace(/^(?:请|帮我|给我|我的|我|把|将|在|那个|那)+/u, '')
  const names = all
    .flatMap((target) => namesOf(place.flow, target.path).map((n) => ({ target, n })))
    .sort((a, b) => b.n.length - a.n.length)
  const found = names.find(({ n }) => words.startsWith(n))
  return found && { target: found.target, rest: words.slice(found.n.length).replace(/^(?:的|[,，:：\s])+/u, '') }
}

/** 风险 + 再加一条…; 证据那里 + 去掉…; 措施 + 第一条改成…; 方式 + 只要…. */
function named(place: Place, target: Target, rest: string, t: string): Command | undefined {
  const more =
    new RegExp(
      `^${THERE}[,，\\s]*${ALSO}(?:${PUT}|${MISSED})(?:一|1|个|两)?${ONE}(?:吧)?[:：,，\\s]*(?:是|叫)?(.+)$`,
      'u',
    ).exec(rest) ??
    new RegExp(
      `^${THERE}[,，\\s]*${ALSO}(?:加上|加进|加入|补上|添上|填上|写上|增加|添加|补充)(?:了|个)?[:：,，\\s]*(.+)$`,
      'u',
    ).exec(rest) ??
    new RegExp(`^${THERE}[,，\\s]*(?:还|再|也)(?:要|得|想)*${PUT}[:：,，\\s]*(.+)$`, 'u').exec(rest) ??
    new RegExp(`^${THERE}[,，\\s]*(?:把)?(.+?)(?:也|都)?(?:加上|加进去|补上|写上|添上)${END}$`, 'u').exec(rest)
  if (more?.[1]) return add(place, target, more[1])
  const all = new RegExp(`^${THERE}(?:全部|全都|都|全)${OFF}${END}$`, 'u').test(rest)
  if (all) return changed(target, [], t)
  const nth = new RegExp(`^${THERE}(?:的)?(?:第)?(${N})${ONE}(?:的)?[,，\\s]*(.+)$`, 'u').exec(rest)
  if (nth?.[1] && nth[2]) return atNumber(place, target, nth[1], nth[2], t)
  const off =
    new RegExp(`^${THERE}[,，\\s]*(?:把)?${OFF}(?:掉)?[,，:：\\s]*(.+?)${END}$`, 'u').exec(rest) ??
    new RegExp(`^${THERE}[,，\\s]*(?:的|把)?(.+?)(?:那${ONE})?(?:就|也|都|给)?${OFF}${END}$`, 'u').exec(rest)
  if (off?.[1]) return without(place, target, off[1], t)
  const swap = new RegExp(
    `^${THERE}[,，\\s]*(?:的|把)?(.+?)(?:那${ONE})?(?:也|要)?${INTO}(?!${END}$)[:：\\s]*(.+)$`,
    'u',
  ).exec(rest)
  if (swap?.[1] && swap[2]) return exchanged(place, target, swap[1], swap[2], t)
  const only = new RegExp(`^${THERE}[,，\\s]*(?:就|只)(?:要|选|用|写|留|留下)(.+?)${END}$`, 'u').exec(rest)
  return only?.[1] ? asWhole(place, target, only[1], t) : undefined
}

/** 第二条风险去掉, 去掉第二条风险, 第2条措施改成…, 再加一条风险：…. */
function counted(place: Place, all: readonly Target[], t: string): Command | undefined {
  const more = new RegExp(`^${ALSO}(?:${PUT}|${MISSED})(?:一|1|个|两)?${ONE}(?:的)?(.+)$`, 'u').exec(t)?.[1]
  const into = more === undefined ? undefined : name(place, all, more)
  if (into && into.rest !== '') return add(place, into.target, into.rest.replace(/^(?:是|叫|[:：,，\s])+/u, ''))
  const found = new RegExp(`^(?:把|将)?第?(${N})${ONE}(?:的)?(.+)$`, 'u').exec(t)
  const by = found?.[2] ? name(place, all, found[2]) : undefined
  if (found?.[1] && by) return atNumber(place, by.target, found[1], by.rest, t)
  const off = new RegExp(`^(?:请|帮我|把)*${OFF}(?:掉)?第?(${N})${ONE}(?:的)?(.+?)${END}$`, 'u').exec(t)
  const of = off?.[2] ? name(place, all, off[2]) : undefined
  return off?.[1] && of?.rest === '' ? atNumber(place, of.target, off[1], '去掉', t) : undefined
}

/** 再加一份会议记录: to which answer shows in what it is counted with, or because there is only one of several things. */
function added(place: Place, all: readonly Target[], t: string): Command | undefined {
  const found = new RegExp(`^${ALSO}${PUT}(?:一|1|个|两)?(${ONE})[:：,，\\s]*(.*)$`, 'u').exec(t)
  if (!found?.[1] || found[2] === undefined) return undefined
  const texts = all.filter(({ field }) => field.kind === 'texts')
  const paper = /[份张封本段]/.test(found[1])
    ? texts.filter((x) => PAPERS.test(namesOf(place.flow, x.path).join()))
    : []
  const options = all.filter((x) => x.field.kind === 'choice' && optionsIn(place, x, found[2] ?? '').length > 0)
  const fit = paper.length > 0 ? paper : options.length > 0 ? options : texts
  if (found[2].replace(/[吧呢了]/g, '') === '' || (fit.length > 1 && texts.length > 1))
    return { type: 'correct', path: '', unsure: fit.map((x) => x.path), said: found[2], adds: true }
  return fit[0] && add(place, fit[0], found[2])
}

const PAPERS = /证据|材料|凭证|佐证/

/** 超概算那条不要了, 把怕超概算去掉, 开会就不要了: the one thing held that the words name. */
function byItem(place: Place, all: readonly Target[], t: string): Command | undefined {
  const found =
    new RegExp(
      `^(?:请|帮我)?(?:把|将)?(.{2,30}?)(?:那${ONE}|这${ONE}|的)?(?:就|也|都|给|还是)?${OFF}${END}$`,
      'u',
    ).exec(t) ??
    new RegExp(`^(?:请|帮我|那|就)*${OFF}(?:掉)?(?:那${ONE})?(.{2,30}?)(?:那${ONE}|这${ONE})?${END}$`, 'u').exec(t)
  const words = found?.[1]
  if (!words) return undefined
  const hits = all.flatMap((target) => {
    const gone = meant(place, target, words)
    return gone.length > 0 ? [{ target, gone }] : []
  })
  const [hit] = hits
  if (hits.length !== 1 || !hit) return undefined
  return changed(
    hit.target,
    hit.target.held.filter((v) => !hit.gone.includes(v)),
    t,
  )
}

/** 公示表换成公示照片: the one thing held that the words name is exchanged. */
function swappedItem(place: Place, all: readonly Target[], t: string): Command | undefined {
  const found = new RegExp(
    `^(?:请|帮我)?(?:把|将)?(.{2,30}?)(?:那${ONE})?(?:改成|改为|换成|换为)(?!${END}$)[:：\\s]*(.+)$`,
    'u',
  ).exec(t)
  const [, old, words] = found ?? []
  if (!old || !words) return undefined
  const hits = all.filter((target) => target.field.kind === 'texts' && meant(place, target, old).length === 1)
  return hits.length === 1 && hits[0] ? exchanged(place, hits[0], old, words, t) : undefined
}

function atNumber(place: Place, target: Target, number: string, rest: string, t: string): Command | undefined {
  const several = new RegExp(`^(?:(?:和|跟|、|以及|与)第?(${N})${ONE})(?:的)?(.*)$`, 'u').exec(rest)
  const n = readNumber(number)
  if (n === undefined) return undefined
  const second = several?.[1] === undefined ? undefined : readNumber(several[1])
  if (second !== undefined && new RegExp(`^(?:也|就|都|全)*${OFF}${END}$`, 'u').test(several?.[2] ?? ''))
    return n > target.held.length || second > target.held.length
      ? { type: 'noSuch', n: Math.max(n, second) }
      : changed(
          target,
          target.held.filter((_, at) => at !== n - 1 && at !== second - 1),
          t,
        )
  const into = new RegExp(`^(?:写错了|错了|不对)?[,，\\s]*${INTO}(?!${END}$)[:：\\s]*(.+)$`, 'u').exec(rest)?.[1]
  if (into === undefined && !new RegExp(`^(?:也|就|都|给我)?${OFF}${END}$`, 'u').test(rest)) return undefined
  if (n < 1 || n > target.held.length) return { type: 'noSuch', n }
  const put = into === undefined ? [] : valuesIn(place, target, into, true)
  if (into !== undefined && put.length === 0) return undefined
  return changed(
    target,
    target.held.flatMap((v, at) => (at === n - 1 ? put : [v])),
    t,
  )
}

function add(place: Place, target: Target, words: string): Command | undefined {
  const more = valuesIn(place, target, words.replace(/^(?:一|1)?(?:条|个|份|项)(?:是)?/u, ''), false)
  return more.length === 0 ? undefined : changed(target, inOrder(target, [...target.held, ...more]), words)
}

function without(place: Place, target: Target, words: string, t: string): Command | undefined {
  const gone = meant(place, target, words.replace(/^(?:那|这)(?:一)?(?:条|个|份|项)?/u, ''))
  return gone.length === 0
    ? undefined
    : changed(
        target,
        target.held.filter((v) => !gone.includes(v)),
        t,
      )
}

function exchanged(place: Place, target: Target, old: string, words: string, t: string): Command | undefined {
  const [gone] = meant(place, target, old)
  const put = valuesIn(place, target, words, true)
  if (gone === undefined || put.length === 0) return undefined
  return changed(
    target,
    inOrder(
      target,
      target.held.flatMap((v) => (v === gone ? put : [v])),
    ),
    t,
  )
}

function asWhole(place: Place, target: Target, words: string, t: string): Command | undefined {
  const put = valuesIn(place, target, words, false)
  return put.length === 0 ? undefined : changed(target, put, t)
}

const changed = ({ path }: Target, value: Value, said: string): Command => ({ type: 'correct', path, value, said })
