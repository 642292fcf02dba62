import { isName, nameAt, nameIn } from './name.ts'
import { DEPARTMENT, NOT_POST, POSTS, UNIT_END } from './posts.ts'
import { COMMON_SURNAMES, DOUBLE_SURNAMES } from './surnames.ts'
import { unitBefore, unitIn } from './unit.ts'

/** Whoever is named in a sentence: name, post and unit as far as they are said. */
export interface Person {
  readonly name?: string
  readonly post?: string
  readonly unit?: string
}

const POST = new RegExp(`副?(?:${POSTS})${NOT_POST}`)
const PLACE_OR_POST = new RegExp(`${POSTS}|${UNIT_END}`)

const KNOWN = new RegExp(`^(?:[${COMMON_SURNAMES}老小大阿]|${DOUBLE_SURNAMES})|某|·`)

/** Reads 「村支书王大贵」「区城管局采购科科长,姓赵,名字不清楚」「镇卫生院院长」. Absent parts stay absent. */
export function readPerson(text: string): Person | undefined {
  const even = text.normalize('NFKC').trim().replace(REPORTING, '').trim().slice(0, 1000)
  // 王强 县住建局局长: the blank divides the name from the unit.
  const [first = '', ...more] = even.split(/\s+/)
  const behind = more.join('')
  if (isName(first) && /^[\p{Script=Han}·]{2,}$/u.test(first) && PLACE_OR_POST.test(behind)) {
    const { unit, post } = readPerson(behind) ?? {}
    if (unit !== undefined || post !== undefined)
      return { name: first, ...(post ? { post } : {}), ...(unit ? { unit } : {}) }
  }
  const t = text.normalize('NFKC').replace(/\s+/g, '').slice(0, 1000)
  const words = cleaned(t)
  const found = POST.exec(words)
  const name = nameIn(t) ?? named(words)
  const before = found ? words.slice(0, found.index) : ''
  const department = DEPARTMENT.exec(before)?.[0] ?? ''
  const post = found ? department + found[0] : undefined
  const unit =
    (found && unitBefore(before.slice(0, before.length - department.length), department + found[0])) ??
    unitIn(name === undefined ? words : words.replace(name, '，'))
  if (name === undefined && post === undefined && unit === undefined) return undefined
  return { ...(name ? { name } : {}), ...(post ? { post } : {}), ...(unit ? { unit } : {}) }
}

/** 王大贵贪污低保款: whoever is reported stands first. */
function named(words: string): string | undefined {
  const first = nameAt(words)
  // 车牌号不记得了: a rare surname begins more words than names.
  return first !== undefined && isName(first) && KNOWN.test(first) && words.length > first.length ? first : undefined
}

const REPORTING =
  /^(?:(?:我|俺|咱)?(?:要|想|来)*(?:实名|匿名)?(?:举报|检举|控告|反映|揭发)(?:一下)?(?:的是)?[\s,，:：。]*)+/u

/** Words before the unit that belong to the sentence, not to the unit: 我要举报我们…, 匿名, 反映. */
function cleaned(t: string): string {
  return t
    .replace(
      /^.*?(举报|检举|控告|反映|告|揭发)(一下|下(?!(?![上下中里前后东西南北])\p{Script=Han}[村庄屯镇乡营湾]))?(的是)?/u,
      '',
    )
    .replace(/^[,，。:：]+/u, '')
    .replace(REPORTING, '')
    .replace(/(?:姓名|职务|职位)[:：是]*/gu, '，')
    .replace(/^(一个|一名|一位|我们|俺们|咱们|我|俺|咱|这个|那个|那|这|就是|是|的)+/u, '')
}
