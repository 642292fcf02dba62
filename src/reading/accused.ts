import { isName, nameAt } from './name.ts'
import { readPeople, shareUnit } from './people.ts'
import { periodIn } from './period.ts'
import type { Person } from './person.ts'
import { DEPARTMENT, NOT_POST, POSTS } from './posts.ts'
import { COMMON_SURNAMES, SURNAMES } from './surnames.ts'
import { unitBefore } from './unit.ts'

/** Whom a story accuses, and the words it says so with. */
export interface Accused {
  readonly people: readonly Person[]
  /** Where in the text the words for them stand, from the first character to behind the last. */
  readonly from: number
  readonly to: number
}

interface Mention {
  readonly person: Person
  readonly from: number
  readonly to: number
  /** True if a name stands behind the post. */
  readonly named: boolean
}

const POST = new RegExp(`副?(?:${POSTS})${NOT_POST}`, 'g')
/** Posts that one who gave or saw has as often as one who took. */
const BYSTANDER =
  /^(?:老板|包工头|业务员|护工|司机|驾驶员|医生|大夫|老师|教师|经理|负责人|工作人员|干部|护士|法人|监理|村干部|保管员)$/
/** 妇女主任说的, 会计告诉我: who told it. */
const TELLS =
  /^(?:的?(?:媳妇|老婆|儿子|女儿|亲戚|邻居|司机|家属))?(?:亲口|亲自|后来|都|也|自己)*(?:跟|和|对|给)?(?:我|俺|咱|我们|俺们)?(?:说|讲|告诉|透露|作证|证明|在场|都知道|也知道|可以作|能作)/
/** 收了老板, 听会计, 我是会计: another than the accused. */
const OBJECT =
  /(?:听|问(?!责)|找|收(?!费)了?|送(?!变)了?|给(?!排水)|把|被|让|帮(?!扶)|请|骂|打(?!井|字|假)|害|逼|告诉(?![我俺咱])|包给|卖给|安排|当(?!地|阳|涂|时)|我是|俺是|本人是|我就是|介绍|通过|替|陪|派(?!出所)|叫)(?:了|过|着)?(?:(?:一个|几个|那个|我们?|俺们?|他们?|她|下面|别的|手下)的?)?[^\s,，。;；]{0,4}$/u
const FILLER =
  /(?:我们?|俺们?|咱们?|你们|他们?|她们?|这个?|那个?|的|有个|一个|一位|就是|还有|(?<![一二三四五])是|在|本|村里|镇里|镇上|县里|乡里|局里|单位|医院|学校|厂里?|小区|社区|老家|家里|下面|手下|村|镇|乡|县|局|校|庄|屯|里|上|现任|原任|原|时任|叫|[:：\s])+$/u
const VERB =
  /[收拿送给占贪骗吃卖拉扣压改签批花打骂挪领建盖修招瞒换烧藏卡套让逼说讲问]|今年|去年|前年|\d+[年月]|上个?[月周星]|他把|合伙/
const WORDS_BETWEEN =
  /^[\s,，、/]*(?:和|跟|与|同|及|以及|还有(?:一个|个|那个|就是)?|伙同|串通|勾结|连同|加上|外加|再有|另外还有)(?=\p{Script=Han})/u
const MARK_BETWEEN = /^(?:[、/]|[,，\s]+)/u
const ENDED =
  /^(?:$|[\s,，、。;；:：!！/]|和|跟|与|还有|以及|伙同|[他她]们|他俩|[俩仨]|两个|两人|三个|姐妹|兄弟|父子|夫妻|一起|合伙|串通|联手|共同|勾结|这[俩两])/
const KIN =
  /^(?:[他她]的?)?(?:弟弟?|哥哥?|姐姐?|妹妹?|儿子|女儿|老婆|媳妇|丈夫|老公|侄子|外甥|小舅子|大舅哥|姐夫|妹夫|父亲|爹|连襟|表[哥弟]|堂[哥弟]|手下|同伙)/u

/**
 * The people a whole story is about: the first who is called by a post and neither told it nor suffered it, and all who are
 * named in one breath with them. A unit said before the first is everybody's who has a post and no unit of their own.
 */
export function accusedIn(text: string): Accused | undefined {
  const all = [...text.slice(0, 1000).matchAll(POST)].map((f) => mentionAt(text, f.index, f[0]))
  const fit = all.filter((m): m is Mention => m !== undefined)
  const first = fit.find((m) => !BYSTANDER.test(m.person.post ?? '')) ?? fit[0]
  if (!first) return byName(text)
  const group = [withName(text, first), ...following(text, first)]
  const end = Math.max(...group.map((m) => m.to))
  const known = new Set(group.map((m) => m.person.name))
  const later = fit.filter((m) => m.from >= end && m.named && !known.has(m.person.name) && atHead(text, m))
  return {
    people: [...shareUnit(group.map((m) => m.person)), ...later.map((m) => m.person)].slice(0, 10),
    from: group[0]?.from ?? first.from,
    to: end,
  }
}

/** 另外会计刘二毛也…, 二是副镇长…: another deed begins with another who did it. */
const atHead = (text: string, m: Mention): boolean =>
  !BYSTANDER.test(m.person.post ?? '') &&
  /(?:另外|还有|再就是|再有|[二三四]是|第[二三四][个件]?(?:事|是)?)[\s,，:：]*$/u.test(text.slice(0, m.from))

/** @param begin where the words for this one can begin. */
function mentionAt(text: string, at: number, rank: string, begin = 0): Mention | undefined {
  const department = DEPARTMENT.exec(text.slice(0, at))?.[0] ?? ''
  return mentionOf(text, at - department.length, department + rank, begin)
}

function mentionOf(text: string, at: number, post: string, begin: number): Mention | undefined {
  const before = /[^\s,，、。;；:：!！?？]*$/u.exec(text.slice(begin, at))?.[0] ?? ''
  const behind = text.slice(at + post.length)
  const lead = /^[:：是叫\s]{0,2}/u.exec(behind)?.[0].length ?? 0
  const word = /^们/.test(behind) ? undefined : nameAt(behind.slice(lead))
  const name = word !== undefined && isName(word) && !/^[和从把在以同相]/.test(word) ? word : called(behind.slice(lead))
  const end = name === undefined ? at + post.length : at + post.length + lead + name.length
  if (/^们/.test(behind) || OBJECT.test(before) || TELLS.test(text.slice(end))) return undefined
  const own = withoutTime(before)
  // 刘主任: the surname stands before the post.
  const titled =
    name === undefined
      ? new RegExp(`(?:^|[^\\p{Script=Han}]|[的个里上村镇乡县市区局院校司所站队科])([${COMMON_SURNAMES}])$`, 'u').exec(
          own,
        )
      : null
  const untitled = titled ? own.slice(0, -1) : own
  const unit = unitBefore(untitled, post) ?? attached(untitled)
  // 财政所长: the last character of the unit is the first of the post.
  const words = unit === undefined || untitled.includes(unit) ? unit : unit.slice(0, -1)
  const start = words === undefined ? -1 : untitled.lastIndexOf(words)
  const bare = (start >= 0 ? untitled.slice(0, start) : untitled).replace(FILLER, '')
  const who = name ?? (titled?.[1] === undefined ? undefined : `${titled[1]}某(名不详)`)
  return {
    person: { ...(who ? { name: who } : {}), post, ...(unit ? { unit } : {}) },
    from: at - own.length + bare.length,
    to: end,
    named: name !== undefined,
  }
}

/** 姓名王强 职务镇长, 院长，姓赵, 李四是镇长: the name stands beside the post. */
function withName(text: string, first: Mention): Mention {
  if (first.person.name !== undefined) return first
  const before =
    /(?:^|[\s,，。;；])((?:姓名|名字|叫|名叫|姓)*[:：是\s]*\p{Script=Han}{1,4}(?:[\s,，]+(?:职务|职位|单位)?[:：是]*|是|的那个|的)?)$/u.exec(
      text.slice(0, first.from),
    )?.[1]
  const behind =
    /^[\s,，]*(?:[他她])?(?:叫|姓|名叫|名字|姓名)[^\s,，。;；]{1,8}(?:[\s,，]+名字?不[清知]\S{0,3})?/u.exec(
      text.slice(first.to),
    )?.[0]
  for (const [from, to] of [
    [first.from - (before?.length ?? 0), first.to],
    [first.from, first.to + (behind?.length ?? 0)],
  ] as const) {
    const people = to - from > first.to - first.from ? readPeople(text.slice(from, to)) : []
    const name = people.length === 1 ? people[0]?.name : undefined
    if (name !== undefined) return { ...first, person: { name, ...first.person }, from, to, named: true }
  }
  return first
}

/** 水利站的老马, 王大贵贪污低保款: nobody is called by a post, and the first clause names somebody. */
function byName(text: string): Accused | undefined {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0
  const clause = /^[^\s,，。;；:：!！?？]*/u.exec(text.slice(lead))?.[0] ?? ''
  const people = clause.length <= 24 ? readPeople(clause).filter((p) => p.name !== undefined) : []
  const [first] = people
  const known = (name: string) => COMMON_SURNAMES.includes(name.charAt(/^[老小大阿]/.test(name) ? 1 : 0))
  if (!first?.name || !(first.unit !== undefined || known(first.name) || clause === first.name)) return undefined
  // 姓赵的: the words are not the name that is kept; then they stay in the story.
  const at = people.map((p) => clause.indexOf(p.name ?? ''))
  if (at.some((n) => n < 0)) return { people, from: lead, to: lead }
  const bare = clause
    .slice(0, Math.min(...at))
    .replace(first.unit ?? '', '')
    .replace(FILLER, '')
  const to = Math.max(...people.map((p) => clause.indexOf(p.name ?? '') + (p.name ?? '').length))
  return { people, from: lead + bare.length, to: lead + to }
}

/** 镇里拆迁办: words right before the post that tell no deed say where one works, though no unit ends so. */
function attached(before: string): string | undefined {
  const words = before.replace(FILLER, '').replace(/^(?:我们?|俺们?|咱们?|这个?|那个?|的)+/u, '')
  return /^\p{Script=Han}{3,12}$/u.test(words) &&
    !VERB.test(words) &&
    !/[这那他她谁啥么了的就是都不没]|王八|混蛋|东西|狗|货|领导|干部/.test(words)
    ? words
    : undefined
}

/** 老马, 小唐 behind a post. */
const called = (text: string): string | undefined =>
  new RegExp(`^[老小大阿][${SURNAMES}](?!\\p{Script=Han}{0,1}(?:家|们))`, 'u').exec(text)?.[0]

/** 前年修路村书记: what tells when is no part of a unit. */
function withoutTime(before: string): string {
  // Any day will do: only the words are wanted.
  const told = periodIn(before, '2026-01-01')
  const words = told && 'words' in told ? told.words : ''
  const at = words === '' ? -1 : before.lastIndexOf(words)
  return (at < 0 ? before : before.slice(at + words.length)).replace(
    /^.*(?:修路|修桥|修渠|盖房|征地|拆迁(?![办户款])|分地|选举|招标|说啊|说吧|跟你说|你们说|反映)(?=\p{Script=Han})/u,
    '',
  )
}

/** Those who are named in one breath with the first. */
function following(text: string, first: Mention): readonly Mention[] {
  const found: Mention[] = []
  for (let last = first; found.length < 9; ) {
    const next = nextOf(text, last)
    if (!next) break
    found.push(next)
    last = next
  }
  return found
}

function nextOf(text: string, last: Mention): Mention | undefined {
  const rest = text.slice(last.to)
  const word = WORDS_BETWEEN.exec(rest)?.[0]
  const mark = word ?? MARK_BETWEEN.exec(rest)?.[0]
  if (mark === undefined) return undefined
  const begin = last.to + mark.length
  const behind = text.slice(begin, begin + 24)
  const post = behind.matchAll(POST).next().value
  const lead = post ? behind.slice(0, post.index) : ''
  if (post && post.index <= 16 && !/[\s,，。;；!！]/.test(lead)) {
    const next = mentionAt(text, begin + post.index, post[0], begin)
    if (VERB.test(lead.replace(next?.person.unit ?? '', ''))) return undefined
    const sure = word !== undefined || mark === '、' || (next?.named && ENDED.test(text.slice(next.to)))
    if (next && sure && !TELLS.test(text.slice(next.to))) return next
  }
  const kin = KIN.exec(behind)?.[0] ?? ''
  const name = nameAt(behind.slice(kin.length))
  if (name === undefined || (!isName(name) && !/^[老小]/.test(name)) || (word === undefined && mark !== '、'))
    return undefined
  const to = begin + kin.length + name.length
  return kin !== '' || ENDED.test(text.slice(to)) ? { person: { name }, from: begin, to, named: true } : undefined
}
