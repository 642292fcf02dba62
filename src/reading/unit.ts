import { POSTS, UNIT_END } from './posts.ts'
import { COMMON_SURNAMES, DOUBLE_SURNAMES } from './surnames.ts'

const LEAD =
  /^(?:我们?|俺们?|咱们?|你们?|他们?|她们?|老家的?|这个?|那个?|本|原|现任|原任|时任|前任|现|就|就是|是|在|到|从|去|找|向(?!阳)|给|把|被|让|跟|和(?!平[镇村乡县区街路])|与|由|为|叫|的|一个|一名|一位|某位|有个|有位|申请单位|单位|工作单位|所在单位|代表|以|来自|属于|隶属于?|关于|对|替|帮|了|以及|还有|另外|要|想|请|举报下(?!(?![上下中里前后东西南北])\p{Script=Han}[村庄屯镇乡营湾])|反映下(?!(?![上下中里前后东西南北])\p{Script=Han}[村庄屯镇乡营湾])|举报|检举|控告|反映|揭发|告|实名|匿名|[:：,，。、\s])+/u
const AFTER = `$|[^\\p{Script=Han}\\d]|的|里|上班|工作|任职|担任|任|当|干|提出|申请|负责|原|现任|他|她|党组的?名义|名义|出具|发|开|盖|让|给|把|和|跟|与|是|在|来|去|有|(?:${POSTS})(?![局队委院室处所站])`
/** 信访办, 创建办; not 去办, 没办. */
const OFFICE =
  '(?:信访|扶贫|文明|政府|党政|党|创建|网信|督查|督察|医改|房改|编|外|侨|台|史志|双创|容错|综治|改革|金融|法制|法治|[县市区委州省]|人防|防汛|项目|招商|营商|清欠|征收|拆迁|安置|移民|食安|安委|治超|公管|宣传|组织|专班|[\\p{Script=Han}]{2}领导小组)办(?![公事理法案了完好的过成不得件证结学])|组织部|宣传部|统战部|武装部|社会工作部|社工部|指挥部|领导小组|工作专班|常委会|政研室'
const UNIT = new RegExp(`[\\p{Script=Han}〇○\\d（）()·]{1,24}?(?:${OFFICE}|${UNIT_END})(?=${AFTER})`, 'gu')
/** What goes on behind a place: 许昌市|发改委, 许昌市|开发区管委会. Verbs that take another unit are none: 许昌市给县医院. */
const GOES_ON = new RegExp(
  `^(?![给把让跟与是在来去有的里和]|原来|现在|当[时年地初]|开[会始工完过了]|任何)[\\p{Script=Han}〇○\\d（）()·]{1,12}?(?:${OFFICE}|${UNIT_END})(?=${AFTER})`,
  'u',
)
/** 许昌市 and 襄城县 alone are where, and not who. */
const BARE_PLACE = /^\p{Script=Han}{2,6}[省市县区州]$/u
/** 刘常委, 张局, 王副市: somebody with a post, said short. */
const SOMEBODY = new RegExp(
  `(?:^|[^会])常委$|副.$|^(?:${DOUBLE_SURNAMES}|[${COMMON_SURNAMES}])[局所队处委站厅院科股办]$`,
  'u',
)
const ENDED = new RegExp(`(?:${UNIT_END})$`)
/** Words that end like a unit and are none: 经常委, 大队 alone, 这个地区. */
const NONE =
  /^(?:村|镇|乡|县|市|区|局|厅|委|院|所|站|队|科|处|室|股|厂|社区|公司|单位|医院|学校|政府|部门|领导|办公室|中心|支部|党委|党组|[县市区镇乡省]党?委|村委会?|[一二三四五六七八九十\d]+(?:组|队|村|所|处|院|科)|.{0,3}(?:地方|地区|小区里)|每个?村|全村|各村|哪个?[村局]|别的?[村局]|其他.+|有些?.+|很多.+|一直.+|当时.+|什么.+|这.+|那.+|另外.+|班子)$/u

/** 上庄, 里屯: a village called by its name alone, right before a post. */
const VILLAGE = /\p{Script=Han}[庄屯寨湾沟堡坪岭洼集岗]$/u
/** 镇长, 村主任: the post begins with the last character of the unit. */
const HEADED = /^(?:[局所站院校厂村镇乡县区科处股]长|村(?:主任|支书|支部书记|会计|文书|妇女主任))$/

/**
 * The organisation a sentence names: 许昌市住建局, 某县水利局办公室, 柳树村三组. 我们村 and a bare 公司 name none.
 *
 * @returns undefined if none is named.
 */
export function unitIn(text: string): string | undefined {
  const t = text.normalize('NFKC').slice(0, 1000)
  for (const found of t.matchAll(UNIT)) {
    const place = /[省市县区州]$/.test(found[0])
    const more = place ? GOES_ON.exec(t.slice(found.index + found[0].length))?.[0] : undefined
    const unit = (more !== undefined && !/[给把让说的]|发给/u.test(more) ? found[0] + more : found[0])
      .replace(LEAD, '')
      .replace(/^.*(?:我们|俺们|咱们|他们|你们|举报|检举|控告|反映|揭发|上班|工作(?!站|专班|局|部)|就是|不是|的)/u, '')
      .replace(LEAD, '')
    if (BARE_PLACE.test(unit) || SOMEBODY.test(unit)) continue
    if (unit.length >= 2 && !NONE.test(unit) && !/[吗呢吧了么啊呀]/.test(unit)) return unit
  }
  return undefined
}

/** The unit right before a post: 县住建局 of 县住建局局长. @param before the characters before the post; `post` as it was read */
export function unitBefore(before: string, post: string): string | undefined {
  const own =
    /[\p{Script=Han}〇○\d（）()·]*$/u
      .exec(before.slice(-30))?.[0]
      .replace(/的$|里的?$/, '')
      .replace(/^.*(?:就是|是|的)/u, '') ?? ''
  // 财政所长 is the head of the 财政所, 清河镇长 of 清河镇.
  const run =
    own.length >= 2 && HEADED.test(post) && !ENDED.test(own) && !/(?:的|里)$/.test(before) ? own + post.charAt(0) : own
  if (!ENDED.test(run) && !VILLAGE.test(run)) return undefined
  const unit = run
    .replace(
      /^.*(?:举报|检举|控告|反映|揭发|我们|俺们|咱们|他们|你们|就是|不是|还有|以及|名叫|听说|伙同|串通|勾结|[和跟与])/u,
      '',
    )
    .replace(LEAD, '')
  return unit.length >= 2 && !NONE.test(unit) ? unit : undefined
}
