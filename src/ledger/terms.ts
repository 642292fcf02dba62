import { plainText } from '../base/index.ts'
import { type AskedFor, askedFor } from './asks-for.ts'
import type { Places } from './place.ts'

/** A question made ready for comparing. */
export interface Read {
  /** Character uni- and bigrams → how much each counts, rarity not yet weighed in. */
  readonly terms: ReadonlyMap<string, number>
  /** Names of the places it names, joined; empty if it names none. */
  readonly place: string
  /** The instrument it names, bare of marks; absent if it names none. */
  readonly instrument?: string
  readonly asks?: AskedFor
}

/** Single characters count as much as pairs: they are what two wordings of one thing still share, and rarity keeps the usual ones down. */
const singleWeight = 1

/** Words for one thing; the first stands for all. Longer ones first, so that none is found inside another. */
const same: readonly (readonly [string, RegExp])[] = [
  ['公车', /公务用车|公家的?车|单位的?车/gu],
  ['年休假', /带薪年休假|年休假|年假/gu],
  ['补贴', /补助|车补|补钱|津贴|补贴/gu],
  ['干部', /公务员|机关人员|领导干部|机关干部|在职干部|党员干部|公职人员|干部|领导/gu],
  ['配偶', /老婆|爱人|妻子|丈夫|媳妇|家属|配偶/gu],
  ['子女', /孩子|儿子|女儿|小孩|子女/gu],
  ['婚礼', /办喜事|婚丧喜庆|结婚|婚宴|婚礼|喜酒/gu],
  ['酒席', /摆酒|酒席|宴席|宴请/gu],
  ['经商', /经商办企业|经商|做生意|开公司|办企业/gu],
  ['报告', /报备|报告|备案(?!制)/gu],
  ['企业', /公司|企业/gu],
  ['退休', /离退休|退了休|退休/gu],
  ['工资', /薪水|工资|报酬|课酬/gu],
  ['饮酒', /喝酒|饮酒|上酒/gu],
  ['违纪', /违反纪律|违反规定|违规|违纪/gu],
  ['酒驾', /酒后开车|喝酒开车|饮酒开车|酒后驾驶|酒驾/gu],
  ['醉驾', /醉酒驾驶|醉酒开车|醉驾/gu],
  ['房', /房子|房产|住房/gu],
  ['网约车', /滴滴|网约车/gu],
  ['网店', /淘宝店|网店/gu],
  ['同乡会', /老乡会|同乡会/gu],
  ['业余', /业余时间|下班以后|下班|业余/gu],
  ['借款', /借钱|借款/gu],
  ['陪护假', /陪产假|护理假/gu],
  ['年终奖', /年终一次性奖金|年终奖金|年终奖/gu],
  ['讲课', /授课|讲课/gu],
  ['开除', /丢工作|丢饭碗|开除公职|开除/gu],
  ['办公用房', /办公室|办公用房/gu],
  ['下级', /下属|部下|下级/gu],
  ['炒股', /买卖股票|买股票|炒股票|股票|炒股/gu],
  ['护照', /出国证件|出国护照|护照/gu],
  ['出差', /差旅费?|出差/gu],
  ['兼职', /当顾问|任职|兼职/gu],
  ['协会', /社团|协会/gu],
  ['开会', /会议|开会/gu],
  ['漏报', /漏填|瞒报|漏报/gu],
  ['不', /不予|不应/gu],
]

/** Words that carry the question or the politeness, and none of its matter. */
const empty =
  /请问一下|我想问一下|想问一下|请问|问一下|麻烦|你好|您好|谢谢|能不能|可不可以|是不是|有没有|会不会|要不要|算不算|行不行|需不需要|天数|多长时间|什么时候|啥时候|多少钱|为什么|怎么样|怎么办|怎么定|怎么算|咋样|咋办|怎么|怎样|如何|什么|哪些|哪几种|哪几|哪个|哪里|多少|多久|几天|几个|几种|几月份?|几岁|允许|可以|能否|是否|一下|一个|一共|现在|我们|你们|他们|俺们|这个|那个|还是|就是|因为|所以|的话|有啥|都有|每个月|每人每?天?|每月|每天|每个?|一个月|一天|最多|最高|最低|今年|以后|吗|呢|吧|啊|呀|么|嘛|咋|啥|的|了|着|过|我|你|您|他|她|它|俺|是|要|想|在|和|跟|与|对|把|被|给|让|到|去|算|能|会|也|都|就|还|又|再|很|不(?=[\s?？。]|$)/gu

const titled = /《([^《》]{2,40})》/u
/** Without marks a title is known by its end, and by what may not stand before it: 有什么办法 names none. */
const untitled = /([\p{Script=Han}]{2,16}(?:条例|准则|细则|暂行规定|暂行办法|实施意见|处分法|处罚法))/u

/** Reads one question; a function of its arguments. */
export function readAsked(question: string, places: Places): Read {
  const plain = plainText(question)
  const asks = askedFor(plain)
  const instrument = (titled.exec(plain) ?? untitled.exec(plain))?.[1]?.replace(/[^\p{L}\p{N}]/gu, '')
  const words = same.reduce((text, [one, all]) => text.replace(all, one), places.without(plain)).replace(empty, ' ')
  const terms = new Map<string, number>()
  for (const run of words.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const chars = [...run]
    for (const [n, char] of chars.entries()) {
      terms.set(char, singleWeight)
      if (n + 1 < chars.length) terms.set(char + chars[n + 1]!, 1)
    }
  }
  return {
    terms,
    place: places.named(plain).join('、'),
    ...(instrument === undefined ? {} : { instrument }),
    ...(asks === undefined ? {} : { asks }),
  }
}
