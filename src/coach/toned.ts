import { type Edit, wholeClause } from './clause.ts'
import { GOES_ON, spokenOf } from './judged.ts'
import type { Mark } from './mark.ts'
import { clauseAt } from './span.ts'

const QUANTITY =
  /^(?:无数(?:次|回|遍|个|笔)?(?:地)?|(?:好几|几|数|成|上|好|一|十几|几十|成百上)?(?:百|千|万)(?:多)?(?:八十)?(?:次|回|遍|趟)(?:都)?|数不清的?|数不胜数的?|不计其数的?|成千上万的?|成百上千的?|天文数字|天价)$/
const ALL =
  /全部都?|全都|统统|通通|一股脑|一分不[剩留少]地?|(?<=钱|款|金|物|粮|补助)[都全]+(?=进|流|装|落|揣|跑|塞|入|让|被|给)/

/** Sweeping words go: a number nobody counted by itself, a clause that is nothing else entirely, 全部都 out of the rest. */
export function toned(plain: string, mark: Mark): readonly Edit[] {
  const words = plain.slice(mark.from, mark.to)
  if (QUANTITY.test(words)) return [{ from: mark.from, to: mark.to, instead: '' }]
  const clause = clauseAt(plain, mark.from, mark.to)
  const all = ALL.exec(words)
  if (all) return [{ from: mark.from + all.index, to: mark.from + all.index + all[0].length, instead: '' }]
  // 邹院长每一台手术都收红包 → 邹院长手术收红包
  const every = /^(?:每一?|所有的?)(?:个|次|笔|项|台|年|家|户|单|件|批|场|条)?([^都]{1,6})都(?=收|要|拿|扣|抽|吃)/.exec(
    words,
  )
  if (every && clause.from < mark.from)
    return [
      {
        from: mark.from,
        to: mark.from + every[0].length,
        instead: words.slice(every[0].length - 1 - (every[1] ?? '').length, every[0].length - 1),
      },
    ]
  const lead = plain.slice(clause.from, mark.from)
  const behind = plain.slice(mark.to, clause.to)
  const goesOn = /[的把]$/.test(lead) || GOES_ON.test(plain.slice(clause.to + 1))
  // 景区的沙总把全县…, 背后肯定有人: the subject goes on to the next clause.
  if (
    behind === '' &&
    lead.length >= 2 &&
    !/(?:村|镇|乡|县|市|区|局|院|校|厂|单位|公司|社区|的人|里|上)$/.test(lead) &&
    /^[，,]/.test(plain.slice(clause.to))
  )
    return [
      ...(goesOn ? [] : [{ from: clause.from, to: clause.from, instead: spokenOf(lead) }]),
      { from: mark.from, to: clause.to + 1, instead: goesOn ? '' : '，' },
    ]
  // 雁北县农业局没人不晓得: where, and nothing else.
  if (
    lead.length + behind.length <= words.length ||
    (behind === '' && /^[^把被将]{0,12}(?:村|镇|乡|县|市|区|局|院|校|厂|单位|公司|社区|的人|里|上)$/.test(lead))
  )
    return [{ ...wholeClause(plain, mark), instead: '' }]
  // 集体的山林让他〔卖得一棵不剩〕: what is left would be half a sentence.
  if (
    behind === '' &&
    !/[了过](?:[^让把被给从拿]{0,8})$|[\d一二两三四五六七八九十百千万][块元亩斤吨条张套辆万次]?钱?$/.test(lead)
  )
    return [{ ...wholeClause(plain, mark), instead: '' }]
  const whose = /^(?:全|整个?|满)[\p{Script=Han}]{1,5}$/u.test(lead) ? clause.from : mark.from
  return [{ from: whose, to: mark.to, instead: '' }]
}
