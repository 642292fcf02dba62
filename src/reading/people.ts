import { isName, nameAt, nameIn } from './name.ts'
import type { Person } from './person.ts'
import { readPerson } from './person.ts'
import { NOT_POST, POSTS } from './posts.ts'
import { COMMON_SURNAMES } from './surnames.ts'

const POST = new RegExp(`副?(?:${POSTS})${NOT_POST}`)
const HEAD =
  /^(?:我|俺|咱|们)*(?:[他她](?=[俩仨]))?(?:要|想|来)*(?:实名|匿名)?(?:举报|检举|控告|反映|揭发|告)?(?:一下|下(?!(?![上下中里前后东西南北])\p{Script=Han}[村庄屯镇乡营湾]))?(?:的是|的人是)?(?:他们|她们)?(?:[俩仨]|两个|两人|三个人?|几个)?(?:是|就是|有|分别是)?[:：,，\s]*/u
const BETWEEN =
  /[、;；\n/]|[,，](?=\s*(?:还有|以及|另|再|和|跟))|(?:[,，]\s*)?(?:以及|还有(?:一个|个|就是)?|另外(?:一个|还有)?|再一个(?:是|就是)?|伙同|串通|勾结|连同|加上)|(?<=[\p{Script=Han}\s])(?:和|跟|与|及|同(?=[\p{Script=Han}]{2,}))(?=\s*[\p{Script=Han}])|[,，]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u

/**
 * The people a sentence names, each with the post and the unit said with it: 村支书王大贵和会计李二狗, 老张，还有水利站的小刘.
 * A post without a name is a person too; a name without one only beside others or where nothing else is said.
 *
 * @returns at most ten, in the order said; empty if nobody is named.
 */
export function readPeople(text: string): readonly Person[] {
  const t = text.normalize('NFKC').trim().slice(0, 300).replace(HEAD, '')
  const people: Person[] = []
  for (const piece of pieces(t)) {
    const person = mention(piece.replace(HEAD, ''))
    const last = people.at(-1)
    if (person === undefined) {
      // 王强，他收了钱: what is told of them begins, and names nobody more.
      if (piece.length > 6 && people.length > 0 && !POST.test(piece)) break
      continue
    }
    if (last && !KIN.test(piece) && belongs(last, person)) people[people.length - 1] = { ...person, ...last }
    else if (people.length < 10) people.push(person)
  }
  const all = people.filter((p) => p.name !== undefined || p.post !== undefined)
  // One person told in several words is read as a whole: the unit may stand anywhere in it.
  const whole = readPerson(text)
  if (all.length <= 1) return whole === undefined ? all : [{ ...whole, ...all[0] }]
  return shareUnit(all)
}

/** 下河村村主任甲和会计乙: the only unit that is said, before the first, is everybody's who has a post. */
export function shareUnit(people: readonly Person[]): readonly Person[] {
  const [first, ...others] = people
  const unit = first?.unit
  if (unit === undefined || first?.post === undefined || others.some((p) => p.unit !== undefined)) return people
  return people.map((p) => (p.post === undefined ? p : { ...p, unit }))
}

const KIN =
  /^(?:他|她)(?:们?家)?(?:的|那个)?(?:亲|堂|表)?(?:弟弟?|哥哥?|兄弟|姐姐?|妹妹?|儿子|女儿|闺女|女婿|儿媳|老婆|媳妇|爱人|丈夫|老公|小舅子|大舅子|姐夫|妹夫|侄子|侄女|外甥|舅舅?|叔叔?|岳父|亲家|司机|亲戚|同学|朋友|战友)(?:叫|是|，|,)?/u

function pieces(t: string): readonly string[] {
  const found: string[] = []
  let rest = t
  while (rest !== '' && found.length < 24) {
    const cut = BETWEEN.exec(rest)
    found.push((cut ? rest.slice(0, cut.index) : rest).trim())
    rest = cut ? rest.slice(cut.index + Math.max(1, cut[0].length)) : ''
  }
  return found.filter((p) => p !== '')
}

/** 王大贵，村支书 and 采购科科长，姓赵 are one person each. */
const belongs = (last: Person, next: Person): boolean =>
  (last.name !== undefined && last.post === undefined && next.name === undefined) ||
  (last.name === undefined && last.post !== undefined && next.post === undefined && next.name !== undefined)

function mention(piece: string): Person | undefined {
  // 他小舅子李四 is somebody else, who is named.
  const kin = KIN.exec(piece)
  if (kin) {
    const name = nameAt(piece.slice(kin[0].length))
    return name === undefined || !isName(name) ? undefined : { name }
  }
  if (/^(?:他|她|它)(?!们?俩|叫|是)/.test(piece)) return undefined
  if (POST.test(piece)) {
    const person = readPerson(piece)
    return person?.post === undefined ? undefined : person
  }
  const bare = piece.replace(/^(?:一个|一位|叫|名叫|那个|这个|村里的?|镇里的?|本村的?)+/u, '')
  const unit = /^(.{2,20}?)(?:里|上)?的(?=[\p{Script=Han}]{2,4}$)/u.exec(bare)
  const words = unit ? bare.slice(unit[0].length) : bare
  const name = isName(words) ? words : nameAt(words)
  // 车牌号不记得了: a rare surname begins more words than names.
  if (
    name !== undefined &&
    words.length > name.length + 1 &&
    /^[\p{Script=Han}]{2,3}$/u.test(name) &&
    !COMMON_SURNAMES.includes(name.charAt(0)) &&
    !/^[老小大阿]/.test(name)
  )
    return undefined
  const surname = /^姓/.test(bare) || /叫/.test(piece) ? nameIn(piece) : undefined
  if (surname !== undefined) return { name: surname }
  if (name === undefined || !(isName(name) || /^[老小大阿]|某/.test(name))) return undefined
  return unit?.[1] === undefined || /^(?:我们?|俺们?|他们?)/.test(unit[1]) ? { name } : { name, unit: unit[1] }
}
