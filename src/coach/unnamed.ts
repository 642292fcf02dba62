import { type Edit, wholeClause } from './clause.ts'
import type { Mark } from './mark.ts'
import { privateNumbers } from './numbers.ts'
import { clauseAt, meet, type Span } from './span.ts'
import { ILL } from './third-person.ts'

const CHILD = /儿子|女儿|闺女|孩子|小孩|孙子|孙女|外甥女?|侄子|侄女|女娃|男娃|娃|学生|妹妹|弟弟|千金|公子/
const AT_SCHOOL = /小学|中学|高中|初中|幼儿园|[一二三四五六七八九十\d][中小]|年级|[小初高][一二三四五六\d]|岁|学校/
const LOVE = /男女关系|不正当关系|有一腿|有染|私通|同居|上(?:过)?床|睡|开房|婚外|外遇|出轨/

/** Numbers are masked; a child keeps neither name nor school; illness goes; whoever was drawn into an affair becomes 他人. */
export function unnamed(plain: string, mark: Mark): readonly Edit[] {
  const masks = masked(plain, mark)
  const words = plain.slice(mark.from, mark.to)
  const ill = [...words.matchAll(new RegExp(`(?:得|患|有|是|查出|确诊)?(?:了|过)?${ILL}`, 'gu'))].map((found) =>
    illness(plain, { from: mark.from + found.index, to: mark.from + found.index + found[0].length }),
  )
  const child = CHILD.exec(words)
  if (child && AT_SCHOOL.test(words) && masks.length === 0) return [{ from: mark.from, to: mark.to, instead: child[0] }]
  if (masks.length > 0 || ill.length > 0) return [...masks, ...ill]
  const clause = clauseAt(plain, mark.from, mark.to)
  const lovers =
    /(?<=跟|和|与|同)(?!他人|人|一个|一名|几个|别的)[^，。跟和与同]{2,14}?(?=有|同居|上床|上过床|睡|开房|乱搞|搞|通奸|私通|保持)/u.exec(
      plain.slice(clause.from, clause.to),
    )
  if (LOVE.test(words) && lovers)
    return [{ from: clause.from + lovers.index, to: clause.from + lovers.index + lovers[0].length, instead: '他人' }]
  // 有个老师叫…，被他摸过两次: the deed stays, the name goes.
  if (/^[被让]/.test(words)) {
    const before = plain.slice(Math.max(0, clause.from - 8), clause.from)
    const name = /叫\p{Script=Han}{2,3}，$/u.exec(before)
    return name ? [{ from: clause.from - name[0].length, to: clause.from - 1, instead: '' }] : []
  }
  const others = plain.slice(0, clause.from) + plain.slice(clause.to)
  return others.replace(/[^\p{L}]/gu, '').length >= 8 && clause.from > 0
    ? [{ ...wholeClause(plain, mark), instead: '' }]
    : []
}

function masked(plain: string, mark: Mark): readonly Edit[] {
  const known = privateNumbers(plain).filter((number) => meet(number, mark))
  const others = [...plain.slice(mark.from, mark.to).matchAll(/(?<=(?:社保|医保|学籍|护照|准考证)\S{0,4}?)\d{6,20}/gu)]
    .map((found) => ({ from: mark.from + found.index, to: mark.from + found.index + found[0].length }))
    .filter((span) => !known.some((number) => meet(number, span)))
  return [
    ...known.map(({ from, to, masked: instead }) => ({ from, to, instead })),
    ...others.map((span) => ({ ...span, instead: `${plain.slice(span.from, span.from + 3)}****` })),
  ]
}

/** 给了精神分裂症的侄女: the attribute goes and the person stays; a clause that tells of nothing else goes entirely. */
function illness(plain: string, { from, to }: Span): Edit {
  const clause = clauseAt(plain, from, to)
  const behind = /^(?:晚期|中期|早期)?(?:的事|病人|患者|的)?/.exec(plain.slice(to))?.[0] ?? ''
  const left = plain.slice(clause.from, from)
  if (
    clause.to - clause.from - (to - from) - behind.length <= 2 ||
    (clause.to === to + behind.length &&
      behind !== '的事' &&
      clause.from === 0 &&
      left.length <= 20 &&
      !/[收拿送给占骗吃卖扣报打骂要领分让逼把被]/.test(left))
  )
    return { ...wholeClause(plain, { from, to }), instead: '' }
  const comma = /^[、]/.test(plain.slice(to + behind.length)) ? 1 : 0
  return {
    from: /^了/.test(plain.slice(from)) ? from + 1 : from,
    to: to + behind.length + comma,
    instead: behind === '的事' ? '的事' : '',
  }
}
