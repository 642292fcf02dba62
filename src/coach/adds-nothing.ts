import { even } from './even.ts'

/** Words a rewrite opens with that name nobody: the name or place behind them begins there. */
const FRAME = /我反映的是/g
const FIGURES =
  /(?:\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几半]+)(?:\*{2,}\d*)?(?:多|来)?(?:[万千百亿]?[元块]|年|月|号|日|岁|次|个|人|户|亩|吨|车|套|斤|辆|瓶|条|家|成|倍|%)?/g
const DATES =
  /大前年|前年|去年|今年|明年|上个?月|这个月|昨天|前天|今天|上周|年初|年底|春节|中秋|国庆|五一|端午|元旦|春天|夏天|秋天|冬天|上半年|下半年/g
const PLACES =
  /[\p{Script=Han}]{2,}?(?:委员会|办公室|派出所|卫生院|合作社|公司|集团|医院|学校|中学|小学|法院|检察院|政府|银行|村|镇|乡|县|市|区|局|厅|科|所|站|院|厂|队|处)/gu
/** Surnames that are hardly ever another word's first character. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜戚谢邹窦章潘葛范彭郎鲁韦苗袁柳鲍史唐廉薛雷贺倪汤滕罗毕郝邬傅卞齐伍余顾孟黄穆萧尹姚邵汪祁毛狄贝臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝席季贾娄江童郭梅盛林刁钟徐邱骆蔡田樊胡凌霍虞万柯卢莫裘缪丁邓郁洪包崔吉龚程嵇邢裴陆翁荀甄曲封储段焦侯宓班仇甘武符刘景詹龙叶韶黎薄白蒲赖卓屠池乔覃翟谭贡姬申冉雍桑桂牛燕尚温庄柴瞿阎慕习艾易廖庾衡耿匡寇广欧利师巩聂晁辛阚简饶曾沙丰荆游'

/**
 * True if every number, sum, date, place, organisation and name of the rewrite stands in the source. Numbers masked with
 * stars count by their figures that are left. Words in between may differ: the promise is about facts.
 */
export function addsNothing(source: string, rewrite: string): boolean {
  const [had, has] = [even(source), even(rewrite).replace(FRAME, '，')]
  const inSource = (pattern: RegExp, stands: (found: string) => boolean) =>
    [...has.matchAll(pattern)].every((found) => stands(found[0]))
  const figures = new Set([...had.matchAll(FIGURES)].map((found) => found[0]))
  return (
    inSource(FIGURES, (figure) => figures.has(figure) || masked(had, figure) || loose(had, figure)) &&
    inSource(DATES, (date) => had.includes(date)) &&
    inSource(PLACES, (place) => tail(had, place)) &&
    names(had, has)
  )
}

/** 411****1234: the ends of one run of figures of the source. */
function masked(source: string, figure: string): boolean {
  const ends = /^(\d{3})\*{2,}(\d*)/.exec(figure)
  return (
    ends !== null &&
    [...source.replace(/(?<=\d)[ -](?=\d)/g, '').matchAll(/\d+x?/g)].some(
      ([run]) => run.startsWith(ends[1] ?? '') && run.replace(/x$/, '').endsWith((ends[2] ?? '').replace(/x$/, '')),
    )
  )
}

/** 一 and 几 in 一直, 一样 and the like are no numbers. */
const loose = (source: string, figure: string): boolean =>
  /^[一两几半十万千]$/.test(figure) || (figure.length === 1 && source.includes(figure) && !/\d/.test(figure))

/** The last two characters before the ending are what names a place: 柳树村 of 清河镇柳树村. */
const tail = (source: string, place: string): boolean =>
  source.includes(place.slice(-3)) || /^(?:这|那|我们|他们|你们|本|全|村|人)/.test(place.slice(-3))

/**
 * A name that is not in the source begins with a surname that stands before another character than it does there.
 * Two words that meet where something was cut out are no name.
 */
function names(source: string, rewrite: string): boolean {
  const pieces = cut(source, rewrite)
  return pieces.every((piece, at) => {
    if (piece.known && piece.text.length >= 2) return true
    // One character alone, or words that are new, with the character behind them.
    return !new RegExp(`[${SURNAMES}][\\p{Script=Han}]`, 'u').test(piece.text + (pieces[at + 1]?.text[0] ?? ''))
  })
}

/** The rewrite in the longest stretches that stand in the source, and what stands between them. */
function cut(source: string, rewrite: string): readonly { text: string; known: boolean }[] {
  const out: { text: string; known: boolean }[] = []
  let at = 0
  while (at < rewrite.length) {
    let length = 0
    while (at + length < rewrite.length && source.includes(rewrite.slice(at, at + length + 1))) length++
    const known = length > 0
    const text = rewrite.slice(at, at + Math.max(length, 1))
    const last = out.at(-1)
    if (!known && last && !last.known) last.text += text
    else out.push({ text, known })
    at += text.length
  }
  return out
}
