import { readNumber } from '../base/index.ts'
import type { Amount } from '../flow/index.ts'

const FIGURE = '零〇一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖'
const UNIT = '十拾百佰千仟万萬亿億wk'
const MARK = '块钱|块|万元|元整|元|圆|人民币|rmb'
/** `五千`, `3.5万`, `几十万`, `二十几万`, `四十多万`, `5个w`, each with its mark if one stands there. */
const SUM = new RegExp(
  `(?<sign>[￥¥$]|人民币|rmb)?\\s{0,2}(?:(?<few>好几|几|数|上|成)(?<fewUnit>[十百千万亿]{1,3})|(?<fig>[\\d${FIGURE}十拾](?:(?:[\\d.${FIGURE}${UNIT}]|(?<=\\d),(?=\\d{3}(?!\\d))){0,22}[\\d${FIGURE}${UNIT}])?)(?<some>好?几|多|来|余)?(?:个(?=[万亿w]))?(?<unit>[百千万亿w]{0,2})(?<more>多|来|余|把|出头|挂零|大几)?|(?<idiom>[百千万]把(?!手|柄|握|关)|百十(?=[块元万来])|万儿?八千|千儿?八百|百儿?八十(?:万|千)?))(?<full>整)?\\s?(?<mark>${MARK})?(?<cents>[${FIGURE}\\d]{1,2}[毛角]?(?:[${FIGURE}\\d]分)?)?`,
  'g',
)
const CENTS = new RegExp(`(?<![${FIGURE}${UNIT}\\d])([${FIGURE}\\d]{1,2})[毛角]([${FIGURE}\\d])?(?!不拔|都|钱?不)`)
/** What is counted and is no money: 三万人, 5万亩地, 去年8月. */
const COUNTED =
  /^(?:多|来|余)?(?:人|名|位|个(?!亿|w)|亩|斤|公斤|吨|步|公?里(?!面)|米|平|方|棵|头|只|辆|台|箱|条|瓶|盒|件|次|笔|张|桌|袋|捆|筐|碗|杯|盘|顿|趟|遍|封|项|根|户|票|字|株|倍|天|年|月|日|号|岁|点|分钟|分(?!钱|文|毛|角)|小时|时|度|册|火急|一(?!千|百|两|二|十)|分之|种|级|层|栋|套|间|座|家|口|后|成|代|楼|届|届|股|页|份|章|车|桶|包|颗|块地|块田|%|公顷|立方|千瓦|瓦|路|师|佛|把|手|无一失|里挑一|众|物|马|事|般)/
/** 一块手表 is one watch. */
const PIECE = /^(?:手表|名表|表|玉|地|田|肉|砖|石|木|板|匾|牌|布|糖|豆腐|空地|菜地|宅基|儿)/
const SPENT =
  /(?:[收给送拿花要贪罚抽缴垫捐得落挣赚随凑摊交付借欠转塞扣补退吞占赔骗捞值卖买支报批拨挪存汇押领昧克坑]|好处费|红包|价格|金额|数额|价|款|钱|费|共|计|就|[写说记]的?是|每[笔人次户个月年季家]|[每一][人户家生头亩辆月年季晚天]|[每一]个(?:人|学生|孩子|娃|老人|月|季度|工人|病人)|一晚上)(?:了|过|走|去|掉|他|她|我们?|俺们?|咱们?|对方|大家|老百姓|村民|人家|人|回|出|下|到|来|是|有|大概|大约|约|差不多|估计|得|的|个|：|:|[,，\s]){0,5}$/

/**
 * Reads an amount of money in yuan: 五万块, 3w, 40多万, 两三万, 十七八万, 一次一两万, 大概八千, 壹拾万元整.
 * `N多万` runs to the next round step; 左右/大概/来 means ten per cent either way; a bare number is exact.
 *
 * @returns undefined if there is no sum of money in the text.
 */
export function readAmount(text: string): Amount | undefined {
  const all = sumsIn(text)
  const total = all.find((s) => TOTAL.test(s.before))
  const first = total ?? all[0]
  return first && { text, ...first.is }
}

/** True if the text speaks of money at all, so that a bare number is not taken for an amount. */
export const speaksOfMoney = (text: string): boolean => sumsIn(text).some((s) => s.marked)

/** As `readAmount` for a sum told in a story: its `text` is the words of the sum alone; a bare figure counts only behind 花了, 收了 and the like. */
export function amountIn(text: string): Amount | undefined {
  const found = sumsIn(text)
  const total = found.find((s) => TOTAL.test(s.before))
  const sum = total ?? found.find((s) => s.marked) ?? found[0]
  return sum && { text: sum.words, ...sum.is }
}

/** The words of the first sum of money, with what makes it loose; undefined if there is none. */
export function amountWords(text: string): string | undefined {
  const found = sumsIn(text)
  return (found.find((s) => s.marked) ?? found[0])?.words
}

const TOTAL = /(?:总共|一共|拢共|合计|共计|总计|加起来|累计|前前后后)[^,，。\d]{0,6}$/

interface Sum {
  readonly is: Omit<Amount, 'text'>
  readonly words: string
  readonly before: string
  /** A unit of money, or of ten thousand, stands beside it. */
  readonly marked: boolean
}

interface Bare {
  readonly at: number
  readonly end: number
  readonly min: number
  readonly max: number
  readonly approx: boolean
  readonly marked: boolean
  readonly unit: number
}

function sumsIn(text: string): readonly Sum[] {
  // A sum is told in a few words; a story is read as far as here for its first one.
  const t = text.normalize('NFKC').toLowerCase().slice(0, 1000)
  const bare = [...t.matchAll(SUM)].flatMap((f) => counted(f, t) ?? [])
  const sums: Sum[] = []
  for (let n = 0; n < bare.length; n++) {
    const [a, b] = [bare[n], bare[n + 1]]
    if (!a) continue
    const range = b && rangeOf(t, a, b)
    if (range) n++
    const is = range ?? a
    const before = t.slice(Math.max(0, is.at - 12), is.at)
    const behind = t.slice(is.end, is.end + 8)
    if (/不是$|而不是$/.test(before) && bare.length > n + 1) continue
    if (COUNTED.test(behind) || (/[^万千百]块$/.test(t.slice(is.at, is.end)) && PIECE.test(behind))) continue
    const sole = alone(t.slice(0, is.at)) && alone(t.slice(is.end))
    // …，三百六，去年的: a clause of its own.
    const apart = is.min >= 50 && alone(lastClause(t.slice(0, is.at))) && alone(firstClause(t.slice(is.end)))
    if (is.marked || sole || apart || SPENT.test(before))
      sums.push({ is: bounded(is, before, behind), words: wordsOf(t, is), before, marked: is.marked })
  }
  if (sums.length === 0) {
    const small = CENTS.exec(t)
    const yuan = small
      ? Number(`0.${readNumber(small[1] ?? '') ?? 0}${small[2] ? (readNumber(small[2]) ?? '') : ''}`)
      : 0
    if (small && yuan > 0.1) return [{ is: { min: yuan, max: yuan }, words: small[0], before: '', marked: true }]
  }
  return sums
}

const lastClause = (t: string) => /[^,，。;；\s]*$/.exec(t)?.[0] ?? ''
const firstClause = (t: string) => /^[^,，。;；\s]*/.exec(t)?.[0] ?? ''

/** Nothing beside the figure but what people put around one. */
const alone = (t: string): boolean =>
  /^(?:大概|大约|约|估计|差不多|应该|好像|可能|也就|就|是|有|得有|能有|有个|个|至少|少说|往少里?说|起码|不止|不低于|超过|最少|最多|顶多|不到|不超过|将近|近|快|小|总共|一共|左右|上下|以上|以下|以内|那么|这么|多|样子|吧|呢|啊|了|的|嘛|呀|哦|嗯|呃|那个|钱|不到|出头|[\s,，。.!！~?？、])*$/.test(
    t,
  )

function counted(found: RegExpExecArray, t: string): Bare | undefined {
  const { few, fewUnit = '', fig = '', some, unit = '', more, idiom, mark, cents, sign } = found.groups ?? {}
  const lead = /^\s*/.exec(found[0])?.[0].length ?? 0
  const [at, end] = [found.index + lead, found.index + found[0].replace(/[,.]+$/, '').length]
  if (/\d$/.test(t.slice(0, at)) || (few === undefined && !idiom && /[第\d.]$/.test(t.slice(0, at)))) return undefined
  const marked =
    mark !== undefined || sign !== undefined || /[万萬亿億wk]/.test(`${fewUnit}${fig}${unit}${idiom ?? ''}`)
  const give = (min: number, max: number, approx: boolean): Bare => ({
    at,
    end,
    min,
    max,
    approx,
    marked,
    unit: readNumber(`一${unit || (/[十百千万亿w]+$/.exec(fig)?.[0] ?? '')}`) ?? 1,
  })
  if (idiom !== undefined) {
    const round = readNumber(`一${idiom.charAt(0)}`) ?? 0
    const tens = /百十$/.test(idiom) ? (/^百十万/.test(t.slice(at, at + 3)) ? 10_000 : 1) : 1
    const times = /.[万千]$/.test(idiom) && /八十/.test(idiom) ? (readNumber(`一${idiom.at(-1)}`) ?? 1) : 1
    return /八/.test(idiom)
      ? give(round * 0.8 * times, round * times, true)
      : give(round * 0.9 * tens, round * 1.1 * tens, true)
  }
  if (few !== undefined) {
    const one = readNumber(`一${fewUnit}`) ?? 0
    // 上万 is no less than that; 成千上万 and 上百人 say nothing of a sum.
    if (few === '上' || few === '成')
      return /成[百千]$|成$/.test(t.slice(0, at)) || few === '成'
        ? undefined
        : { ...give(one, Number.POSITIVE_INFINITY, false) }
    return give(one, one * 9, true)
  }
  const pair = pairIn(fig, unit)
  if (pair) return give(pair[0], pair[1], false)
  const exact = readNumber(`${fig.replace(/[,.]+$/, '').replaceAll(/,(?=\d{3})/g, '')}${unit}`)
  if (exact === undefined || exact === 0) return undefined
  const scale = unit === '' ? 1 : (readNumber(`一${unit}`) ?? 1)
  if (some?.endsWith('几')) return give(exact + scale, exact + 9 * scale, true)
  if (/[多余]/.test(`${some ?? ''}${more ?? ''}`)) return give(exact, exact + step(exact), true)
  if (/来|把/.test(`${some ?? ''}${more ?? ''}`)) return give(exact * 0.9, exact * 1.1, true)
  if (more !== undefined) return give(exact, exact * 1.1, true)
  const tenths = mark && cents && /^块|元/.test(mark) ? (readNumber(cents.replace(/[毛角].*$/, '')) ?? 0) / 10 : 0
  return give(exact + tenths, exact + tenths, false)
}

/** 两三万, 十七八万, 三万五六千, 三五千: two figures one beside the other are a range. */
function pairIn(fig: string, unit: string): readonly [number, number] | undefined {
  const found = /^(|.{0,8}[十百千万亿])([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]{0,3})$/.exec(fig)
  if (!found || (found[1] === '' && found[4] === '' && unit === '')) return undefined
  const [, head = '', a = '', b = '', tail = ''] = found
  const [min, max] = [readNumber(`${head}${a}${tail}${unit}`), readNumber(`${head}${b}${tail}${unit}`)]
  return min !== undefined && max !== undefined && min < max ? [min, max] : undefined
}

/** 3到5万, 五千到一万, 7、800块: the ends of one sum; the first takes the unit of the second where it has none. */
function rangeOf(t: string, a: Bare, b: Bare): Bare | undefined {
  const gap = t.slice(a.end, b.at)
  if (!/^\s{0,2}(?:到|至|[-~—－–、])\s{0,2}(?:大概|差不多)?$/.test(gap)) return undefined
  const scale = a.unit === 1 && !a.marked ? b.unit : 1
  let [min, max] = [a.min * scale, b.max]
  // 7、800 is 700 to 800, 15、6万 is 15 to 16 times 10 000.
  if (/、/.test(gap)) {
    if (min >= max && a.max < 100 && b.max / b.unit < 10) max = (Math.floor(a.max / 10) * 10 + b.max / b.unit) * b.unit
    else if (min < 10 && max >= 20) min *= 10 ** Math.floor(Math.log10(max / min))
    if (max > min * 2) return undefined
  }
  return min <= max
    ? { ...b, at: a.at, min, max, approx: a.approx || b.approx, marked: a.marked || b.marked }
    : undefined
}

/** A bound is a bound: 至少三万 does not say how much it was. */
function bounded({ min, max, approx }: Bare, before: string, behind: string): Omit<Amount, 'text'> {
  const round = (n: number) => Math.round(n * 100) / 100
  const near = before.slice(-6)
  if (max === Number.POSITIVE_INFINITY) return { min }
  if (
    /不到|不超过|没超过|最多|顶多|不足|至多/.test(near) ||
    /^(?:钱)?(?:都|还)?(?:以内|以下|不到|之内|封顶)/.test(behind)
  )
    return { max }
  if (
    /不低于|少说|往少|至少|起码|不止|超过|最少|不少于|多于/.test(near) ||
    /^(?:钱)?(?:都)?(?:以上|不止|往上|打不住|起)/.test(behind)
  )
    return { min }
  if (/(?:将近|接近|快|近|小|奔)(?:有|到)?$/.test(near) && min === max)
    return { min: round(min * 0.9), max, approx: true }
  if (approx) return { min: round(min), max: round(max), approx: true }
  const about =
    /大概|大约|约|估计|差不多|可能|好像|应该/.test(before.slice(-8)) ||
    /^(?:钱)?(?:吧|的样子)?[,，]?(?:左右|上下|差不多|大概|那样)/.test(behind)
  if (about && min === max) return { min: round(min * 0.9), max: round(max * 1.1), approx: true }
  return { min, max }
}

function wordsOf(t: string, { at, end }: Bare): string {
  const before =
    /(?:至少|起码|不止|不到|不超过|不低于|超过|最多|将近|近|快|大概|大约|约|差不多|估计)?(?:是|有|有个)?$/.exec(
      t.slice(Math.max(0, at - 8), at),
    )?.[0] ?? ''
  const behind = /^(?:钱)?(?:左右|上下|以上|以下|以内|不到|出头)?/.exec(t.slice(end, end + 6))?.[0] ?? ''
  return t.slice(at - before.length, end + behind.length)
}

/** 40多万 → the step is 10万; 3千多 → 1千: one in the last figure that is not zero. */
function step(value: number): number {
  let unit = 1
  while (value % (unit * 10) === 0 && unit * 10 <= value) unit *= 10
  return unit
}
