import { POSTS } from '../reading/index.ts'
import { type Edit, wholeClause } from './clause.ts'
import type { Mark } from './mark.ts'
import { clauseAt, meet } from './span.ts'

const WHO =
  '他们俩?|她们|他俩|他|她|伊|佢|这家伙|那家伙|这些人|那些人|这种人|那种人|这个人|那个人|这人|那人|这样的人|这一家子|这些|这|那'
const BEFORE =
  /(?:反正|总之|说白了|说到底|明摆着|其实|简直|真的?|一群|一帮|一伙|一窝|一条|(?<=[是像])条|合伙|联手|就|才|也|都|还|又|确实|完全|纯粹|纯属|典型的?|活脱脱|地地道道的?|彻头彻尾的?|赤裸裸的?|十足的?|不是|是|(?<=[就都真净又])系|像|算|属于|等于|已经?|早就?|构成了?|涉嫌|一个|个|大|老|死|臭|烂|什么|这么|那么|太|好|够|我看|我认为|要我说|依我看|可以说|妥妥的?|活该|日他|这种|真正的?|名副其实的?)+$/
const DEMONSTRATIVE =
  /(?<which>[这那呢])(?<many>帮|伙|群|些|一帮|一伙|一群)?(?:个|位|种|样的?|条|头|只|家)?(?:大|老|死|臭|狗|烂|他妈的?|缺德的?|黑心的?|不要脸的?)*$/
const BEHIND =
  /^(?:是(?:什么|啥)|还能是(?:什么|啥)|一个|一条|一群|一样|似的|那样|不如|的?东西|的?玩意儿?|得很|极了|透顶|透了|至极|无比|了|啊|呀|呢|吧|啦|嘛|一告一个准|跑不了|跑不掉|没得跑|没跑|铁板钉钉|坐实了?|都?够了|带冒烟|的行为|行为|罪|地|的)+/
const NAMED = new RegExp(
  `^(?:[\\p{Script=Han}]{0,4}?(?:${POSTS})|[\\p{Script=Han}]某|(?:老|小)[\\p{Script=Han}](?![\\p{Script=Han}]))`,
  'u',
)
const ONLY_SUBJECT = new RegExp(
  `^(?:反正|总之|我看|我认为|要我说|依我看|我觉得|所以|而且|但是?|可是?|就|也|还|都|是|真|${WHO}|[，、\\s])*$`,
  'u',
)
const SOMEBODY = new RegExp(
  `^(?:${WHO}|(?!.*[收拿送给占骗吃卖拉扣把])(?:[\\p{Script=Han}]{1,10}?(?:${POSTS})[\\p{Script=Han}]{0,3}|[\\p{Script=Han}]{2,6}的[\\p{Script=Han}]{2,4})|[\\p{Script=Han}]{2,3})$`,
  'u',
)
const VERB: Readonly<Record<string, string>> = {
  贪污: '拿',
  受贿: '收',
  索贿: '收',
  侵吞: '占',
  侵占: '占',
  挪用: '用',
  诈骗: '拿',
  敲诈勒索: '要',
  敲诈: '要',
  盗窃: '拿',
  行贿: '送',
}

/** Abuse and verdicts go; a clause that does nothing but judge goes entirely. Who is spoken of stays. */
export function judged(plain: string, mark: Mark, marks: readonly Mark[]): readonly Edit[] {
  const clause = clauseAt(plain, mark.from, mark.to)
  const word = plain.slice(mark.from, mark.to)
  const rest = plain.slice(mark.to, clause.to)
  // 贪污了修路款: the deed stays, in a plain word.
  const verb = mark.kind === 'self_label' ? VERB[word] : undefined
  if (
    verb !== undefined &&
    /^(?:了|过|[\d一二两三四五六七八九十百几]|公款|集体|国家|村|我|大家|修|扶贫|救灾)/.test(rest) &&
    !/[是属]于?$/.test(plain.slice(clause.from, mark.from))
  )
    return [{ from: mark.from, to: mark.to, instead: /^[了过]/.test(rest) ? verb : `${verb}了` }]

  let from = mark.from
  const to = mark.to + (BEHIND.exec(rest)?.[0].length ?? 0)
  const before = plain.slice(clause.from, from)
  const pointed = DEMONSTRATIVE.exec(before)
  if (pointed && !/(?:是|就是|像|真是)$/.test(before.slice(0, pointed.index))) {
    from -= pointed[0].length
    const lead = before.slice(0, pointed.index)
    const behind = plain.slice(to, clause.to)
    const appositive = (lead !== '' && !/[被把给让叫跟和对找问向到了是]$/.test(lead)) || NAMED.test(behind)
    // 柜台那个势利小人看我…: a place does nothing by itself.
    if (
      appositive &&
      behind !== '' &&
      PLACE_END.test(lead) &&
      !NAMED.test(behind) &&
      !/^[\p{Script=Han}]{1,3}员/u.test(behind)
    )
      return [{ from, to, instead: pointed.groups?.['many'] ? '这些人' : '那个人' }]
    if (appositive) return [{ from, to, instead: '' }]
    if (behind !== '') return [{ from, to, instead: pointed.groups?.['many'] ? '这些人' : '这个人' }]
    // 这帮吸血鬼，把…: who is meant stays the subject of what follows.
    if (
      lead === '' &&
      /^[，,]\S/.test(plain.slice(clause.to)) &&
      !NAMED.test(plain.slice(clause.to + 1)) &&
      !/^[，,](?:他|她|我|俺)/.test(plain.slice(clause.to))
    )
      return [{ from, to: clause.to + 1, instead: pointed.groups?.['many'] ? '这些人' : '这个人' }]
    return whole(plain, mark)
  }
  const eaten = BEFORE.exec(before)?.[0] ?? ''
  from -= eaten.length
  const lead = plain.slice(clause.from, from)
  const behind = plain.slice(to, clause.to)
  const others = marks.some(
    (other) => other !== mark && other.kind !== 'third_person' && meet(other, { from: to, to: clause.to }),
  )
  if (ONLY_SUBJECT.test(lead) && (ONLY_SUBJECT.test(behind) || (others && behind.length <= 6)))
    return subjectKept(plain, mark, lead)
  if (behind === '' && SOMEBODY.test(lead)) return subjectKept(plain, mark, lead)
  // 我看她才是个泼妇，把我材料撕了: what is said of her goes, she stays.
  if (behind === '' && new RegExp(`^(?:我看|我认为|要我说|依我看|我觉得)(?:${WHO})$`).test(lead))
    return subjectKept(plain, mark, lead.replace(/^(?:我看|我认为|要我说|依我看|我觉得)/, ''))
  // …拉了两车反正他就是个…: without a stop, the subject of the judgement goes with it.
  const left = /[是像系算]/.test(eaten) ? LEFT_OVER : FILLED
  const over = left.exec(lead)?.[0] ?? ''
  if (over.length < lead.length) from -= over.length
  const kept = plain.slice(clause.from, from)
  if (behind === '')
    return [
      { from, to, instead: NOUN.test(word) && eaten === '' && kept.length > 2 && kept.endsWith('的') ? '人' : '' },
    ]
  // 老板给狗官送了酒, 狗官把钱拿走了: he must be there still.
  const noun = NOUN.test(word) && eaten === '' && !NAMED.test(behind)
  if (noun && (kept === '' ? ACTS.test(behind) : /[给被把让叫跟和对找问向替帮由]$/.test(kept)))
    return [{ from, to, instead: '他' }]
  // 计生办的泼妇堵在…: somebody of there.
  if (noun && kept.endsWith('的')) return [{ from, to, instead: '人' }]
  // …领走了他就是个骗子我问了三次: what was run together keeps its two halves.
  return [
    {
      from,
      to,
      instead: kept.length >= 5 && ANEW.test(behind) && !/[的给被把让叫跟和对找问向]$/.test(kept) ? '，' : '',
    },
  ]
}

/** Words that only led up to the judgement: 反正, 我看, 所以说. */
const LEAD_UP = '反正|总之|说到底|说白了|其实|所以说?|可见|说明|我看|我认为|要我说|依我看|我觉得|我说|看来|真的?|简直'
const FILLED = new RegExp(`(?:${LEAD_UP})+$`)
/** The same with the subject of the judgement: …反正他这个人. */
const LEFT_OVER = new RegExp(
  `(?:${LEAD_UP})*(?<![给把跟对被叫让找问送借交和向替帮])(?:${WHO}|这样|这种事)+$|(?:${LEAD_UP})+$`,
)
const PLACE_END = /(?:里|队|办|柜台|窗口|所|站|局|村|镇|乡|县|院|校|厂|上|组|社|科|室|家|公司|单位|门口)$/
const NOUN =
  /(?:妇|势力|官|贼|狗|蛋|种|货|鬼|人|犯|霸|分子|骗子|东西|玩意儿?|畜生|畜牲|王八|孙子?|虫|狼|猪|渣|败类|土匪|强盗|流氓|无赖)$/
const ACTS =
  /^(?:把|将|拿|收|让|叫|给|扣|占|骗|连|竟|每|去年|前年|今年|上个?月|昨天|借|半夜|趁|在|天天|堵|摸|当|一[张个次亩车]|[\d]+年)/
const ANEW = /^(?:我|俺|咱|他|她|还|也|又|村民|大家|谁|结果|后来|现在|到现在|连|村里|镇里)/

function whole(plain: string, mark: Mark): readonly Edit[] {
  return [{ ...wholeClause(plain, mark), instead: '' }]
}

/** 隋副局长以权谋私，把…: the name goes on to the next clause; a bare 他 only where nothing else opens it. */
function subjectKept(plain: string, mark: Mark, lead: string): readonly Edit[] {
  const clause = wholeClause(plain, mark)
  const next = plain.slice(clause.to)
  const ended = /[。！？\n]$/.test(plain.slice(clause.from, clause.to)) || !/^[^。！？\n]{2,}/.test(next)
  const subject = lead.replace(FILLED_BEHIND, '').replace(FILLED_BEFORE, '')
  const bare = new RegExp(`^(?:${WHO})?$`).test(subject)
  const opens = new RegExp(`^(?:${WHO}|我|俺|请|早|希望|你们|大家|[\\p{Script=Han}]{0,5}?(?:${POSTS}))`, 'u').test(next)
  const joins = !opens && (bare || GOES_ON.test(next))
  const stays = bare
    ? !opens && !/^[这那]?$/.test(subject) && (clause.from === 0 || /^[把被将]/.test(next))
    : !plain.slice(0, clause.from).includes(subject)
  // 狗官一个，把征地款扣着: somebody did it.
  if (
    !ended &&
    subject === '' &&
    /^(?:把|将)/.test(next) &&
    NOUN.test(plain.slice(mark.from, mark.to)) &&
    /(?:^|[。！？\n])$/.test(plain.slice(0, clause.from))
  )
    return [{ ...clause, instead: '他' }]
  if (ended || !stays) return [{ ...clause, instead: '' }]
  const at = plain.indexOf(subject, clause.from)
  return [
    { from: clause.from, to: at, instead: joins ? '' : spokenOf(subject) },
    { from: at + subject.length, to: clause.to, instead: `${subject.endsWith('的') ? '人' : ''}${joins ? '' : '，'}` },
  ]
}

/** What may follow a subject at once: 把…, 去年…, 一张证要八百, 评职称的时候…. */
export const GOES_ON =
  /^(?:[把被将在给收拿让跟和到从用去多还又也没不就向对叫逼扣压批报改签占卖骗借骂打抢吃要挪领分连竟硬只]|刚|经常|总是|半夜|每|[一两三几\d]|去年|前年|今年|昨天|前天|上个?月|上周|年[初底前后]|春节|过年|[\p{Script=Han}]{1,6}(?:的时候|那天|时)(?!间))/u

/** A name that has lost what was said of it, before a clause with a subject of its own: 我反映的是侯主任，低保…. */
export const spokenOf = (subject: string): string =>
  new RegExp(`(?:${POSTS})$|[\\p{Script=Han}]某$|^老[\\p{Script=Han}]$`, 'u').test(subject) &&
  !/^(?:我|俺|本人)(?:要|想|来|实名)|举报|反映|控告|检举/.test(subject)
    ? '我反映的是'
    : ''

const FILLED_BEHIND = /(?:(?<=[他她们长任记员])这|反正|总之|所以|而且|但是?|可是?|就|也|还|都|是|真)+$/
const FILLED_BEFORE = /^(?:反正|总之|所以|而且|但是?|可是?|我看|我认为|要我说|依我看|我觉得)+/
