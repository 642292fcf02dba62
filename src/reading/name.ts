import { NO_NAMES } from './name-words.ts'
import { NOT_POST, POSTS, UNIT_END } from './posts.ts'
import { COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES } from './surnames.ts'

const DOUBLE = new RegExp(`^(?:${DOUBLE_SURNAMES})`)
const HEAD = new RegExp(`^[${SURNAMES}]`)
const ENDS = new RegExp(`(?:${UNIT_END}|${POSTS})$`)
const NICK =
  '麻子|胖子|瘸子|瞎子|秃子|聋子|拐子|疤子|矮子|瘦子|大头|大嘴|大个|大炮|二狗|狗蛋|铁蛋|铁锤|黑子|扒皮|半仙|结巴|老歪|老抠|眼镜|大牙|老虎|驼背|哑巴|光头|二愣子|二蛋|老[大二三四五六七八]'
const NICKED = new RegExp(`^[${SURNAMES}](?:${NICK})`)
/** 老李, 小张, 大刘: how neighbours call one. */
const CALLED = new RegExp(`^[老小大阿][${COMMON_SURNAMES}](?![\\p{Script=Han}])`, 'u')
/** What may not be the last character of a name: it begins the next word. */
const BREAK =
  /^(?:[这那在把的是和跟去收拿贪他她它就,，也都还又被让给对向从以及等说要不没与因为曾将吃喝骂欠敢偷骗送砸堵拦扣踢抢罚赌嫖逼扒塞捞挪诈撕摔揍叫吗呢吧啊]|当(?:了|上|时|着|村|书|镇|局|官|年)|[两二三四五六七八九十几](?:个|人|位|口|家)|家(?!$|[\s,，、。和])|家$|来(?:我|他|到|村|镇|了|过|要|找|家)|电话|手机|有(?:钱|人|问题|没|多|三|两|一|个)|于(?:20|19|去|前|今|上)|用(?:公|职|他|村|集)|打(?:人|了|我|电)|占(?:了|用|地|我|村)|所(?:在|有|长|里)|同(?:志|伙|事|村|他)|一(?:起|家|伙|直|次|共|人|个|块)|两(?:个|人|口)|俩|先生|女士|校长|老师)/u
const VERBS =
  /^(?:合伙|串通|收受|受贿|行贿|贪污|利用|伙同|勾结|联手|私自|擅自|非法|违规|违法|违纪|滥用|公款|侵占|挪用|克扣|虚报|虚开|套取|套用|截留|冒领|骗取|多次|长期|经常|曾经|涉嫌|强占|强行|强拆|殴打|打人|吃拿|生活|作风|儿子|媳妇|老婆|丈夫|弟弟|哥哥|侄子|任职|担任|同志|每年|今年|去年|前年|上个|私吞|私分|倒卖|变卖|贱卖|指使|安排|强迫|威胁|恐吓|索要|索贿|卖地|占地|盖房|建房|修路|包庇|纵容|不作|乱作|大吃|大肆|暗箱|操纵|操作|干预|插手|承包|中标|转包|优亲|厚友|欺压|欺负|横行|霸占|敲诈|勒索|赌博|嫖娼|酒驾|醉驾|酒后|打牌|炒股|经商|办企|报销|签字|批准|审批|签订|组织|负责|主管|分管|名下|名字|性别|年龄|今年|身份|以权|仗着|凭着|带人|带着|私设|私开|设立|参与|介绍|借机|借用|变相|违反|失职|渎职|推诿|拖延|刁难|卡要|雁过|弄虚|作假|造假|隐瞒|瞒报|谎报|先后|共同|共计|两口|父子|兄弟|夫妻|带了|带人|带头|带领|带队|坐公|坐车|坐着|开车|开着|开公|开单|乱收|乱搞|乱花|乱罚|罚款|罚了|组织|报了|把着|带头|主持|吞了|花了|抽了|逼着|逼我|张口|虚开|虚列|吃空|连着|跟我|对我|给我|让我|叫我|骂我|打我|偷|砍|挖|拆|毁|现任|原任|时任|原来|之前|以前|他们|她们|别人|自己|本人|其实|就是|但是|不但|不仅|然后|还有|以及|能不能|怎么|什么|为什么)/

/** True if a word alone may be a person's name: a surname before one or two characters, and no common word. */
export function isName(word: string): boolean {
  if (word.includes('·')) return /^[\p{Script=Han}]{1,10}(?:·[\p{Script=Han}]{1,10})+$/u.test(word)
  if (NICKED.test(word)) return true
  if (/[不吗呢吧了么的啊呀哦嘛就也还可以没都这那]/.test(word) || NO_NAMES.test(word) || ENDS.test(word)) return false
  if (DOUBLE.test(word)) return word.length >= 3 && word.length <= 4
  return word.length >= 2 && word.length <= 3 && HEAD.test(word)
}

/** The name that begins a text: of two characters or three, up to where the next word begins. @returns undefined if none does. */
export function nameAt(text: string): string | undefined {
  const foreign = /^[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8}){1,3}/u.exec(text)?.[0]
  if (foreign !== undefined) return endedBefore(foreign, text)
  const nick = NICKED.exec(text)?.[0] ?? CALLED.exec(text)?.[0] ?? /^[老小大阿][\p{Script=Han}]/u.exec(text)?.[0]
  if (
    nick !== undefined &&
    (NICKED.test(nick) || (COMMON_SURNAMES.includes(nick.charAt(1)) && /^[老小大阿]/.test(nick)))
  )
    return nick
  const least = DOUBLE.test(text) ? 3 : 2
  if (!HEAD.test(text) && least === 2) return undefined
  const han = /^[\p{Script=Han}某]+/u.exec(text)?.[0] ?? ''
  if (han.length < least || NO_NAMES.test(han)) return undefined
  if (/^.某某?/u.test(han))
    return (
      /^.某[\p{Script=Han}]?(?![\p{Script=Han}])/u.exec(han)?.[0] ??
      /^.某(?:某|[^\p{Script=Han}]|$)?/u.exec(han)?.[0] ??
      han.slice(0, 2)
    )
  for (const length of [least + 1, least]) {
    const name = han.slice(0, length)
    if (name.length < length) continue
    const last = han.slice(length - 1)
    const rest = han.slice(length)
    if (length > least && (BREAK.test(last) || VERBS.test(last))) continue
    // 李四合伙: what follows a name of two is a word by itself.
    if (/[不吗呢吧了么的啊呀哦嘛没这那是在]/.test(name.slice(1))) continue
    if (new RegExp(`^(?:${UNIT_END})`).test(rest.slice(0, 1)) && rest.length > 0 && /^[村镇县局厂乡]/.test(rest))
      continue
    return name
  }
  return undefined
}

const endedBefore = (name: string, text: string): string => {
  const tail = /·([\p{Script=Han}]{1,8})$/u.exec(name)?.[1] ?? ''
  for (let n = Math.min(2, tail.length); n < tail.length; n++)
    if (VERBS.test(text.slice(name.length - tail.length + n)) || BREAK.test(text.slice(name.length - tail.length + n)))
      return name.slice(0, name.length - tail.length + n)
  return name
}

const SURNAME = new RegExp(`姓([${SURNAMES}]|${DOUBLE_SURNAMES})(?![名])`)
const BEFORE_NAME =
  /(?:我叫|名字叫做?|叫做|外号叫?|人称|绰号叫?|小名叫?|姓名[:：是]*|名字[:：是]+|名叫|(?<![乱大哭吼])叫)/g
const AFTER_POST = new RegExp(`(?:${POSTS})${NOT_POST}[:：是叫\\s]{0,2}`, 'g')
const TITLED = new RegExp(
  `(?:^|[^\\p{Script=Han}]|的|和|跟|给|找|是|叫|到|向|对|让|被|[村镇乡县市区局厅院校司所站队科处])([${COMMON_SURNAMES}])(?:${POSTS})${NOT_POST}`,
  'u',
)
const SOLE =
  /^(?:是|就是|我是|他是|我)?([\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8})+)(?:的|呀|啊|吧)?(?:[,，.。\s\d:：电话手机号]*)$/u

/**
 * Reads a person's name: after 叫/姓名/我是, after a post, or the whole answer.
 * 「姓赵，名字不清楚」 and 「赵书记」 give 「赵某(名不详)」.
 */
export function nameIn(text: string): string | undefined {
  const t = text.normalize('NFKC').replace(/\s+/g, '').slice(0, 1000)
  const nick = NICKNAME.exec(t)?.[1]
  if (nick !== undefined) return nick
  for (const found of t.matchAll(BEFORE_NAME)) {
    const name = nameAt(t.slice(found.index + found[0].length))
    if (name !== undefined && !/^(?:我|他|她|你)/.test(name)) return name
  }
  for (const found of t.matchAll(AFTER_POST)) {
    const name = nameAt(t.slice(found.index + found[0].length))
    if (
      name !== undefined &&
      (!/^[和从把在于以向同管相任]/.test(name) || (/^[于向管任]/.test(name) && t.endsWith(name)))
    )
      return name
  }
  const surname = SURNAME.exec(t)?.[1]
  if (surname !== undefined) return `${surname}某(名不详)`
  const sole = SOLE.exec(t)?.[1]
  if (sole !== undefined) {
    if (isName(sole)) return sole
    const titled = TITLED.exec(t)?.[1]
    if (titled !== undefined) return `${titled}某(名不详)`
    return CALLED.test(sole) && sole.length === 2 ? sole : undefined
  }
  const titled = TITLED.exec(t)?.[1]
  if (titled !== undefined) return `${titled}某(名不详)`
  // 李秀英，女，45岁: the name stands first and more about the person behind it.
  const first = /^(?:我是|他是|是)?([\p{Script=Han}]{2,4})[,，、;；.。\s\d(（]/u.exec(
    text.normalize('NFKC').trim(),
  )?.[1]
  return first !== undefined && text.length <= 80 && isName(first) ? first : undefined
}

/** True if a person's name or number stands in the text: after a post, after 叫, as 某某, or seven figures and more. */
export function namesSomebody(text: string): boolean {
  const t = text.normalize('NFKC')
  return (
    /\d{7,}|[\p{Script=Han}]某/u.test(t) ||
    new RegExp(`(?:${POSTS}|名叫|我叫|叫做|叫)[${SURNAMES}][\\p{Script=Han}]{1,2}(?![收贪受违])`, 'u').test(t)
  )
}

/** 外号二狗子: for who is known by no other name. */
const NICKNAME = /(?:外号|绰号|诨名|诨号|小名)(?:叫做?|是|:|：)?([\p{Script=Han}]{2,4})(?=$|[,，。;；])/u
