import { simplify } from '../base/index.ts'

/** How many telling characters settle the matter; one may be a name's own spelling, or a slip. */
const ENOUGH = 2

/**
 * The commonest characters that are written so in simplified text only; 只, 里, 后 and 干 are in both. A list, because the
 * dictionary that knows them all takes a tenth of a second to build, and is otherwise built for nobody who writes simplified.
 */
const SIMPLIFIED = new Set(
  '没报举说个问写会处责办实对纪错给备请条这吗时来关还为许机谁开过党单项检员记话组复监诬长书发访响当证规内导领结补题务阳动谈点见诉经样职钱认号帮级国转区进头们体调评让两织听选议属现于权约审应从严门违电编镇' +
    '负万试录县担线账损执资亲间纠网论轻罚确则数计讲无续减产车学业该测张风节误词云险签标归验围费场护树义难与励乡销视专击质并块类压换偿满户牵众红预传泄称统买断儿启设药谣贪随态联劳优档历够财吓东医连状码伪胁骂' +
    '赔馈带采邻拟贴离显边较伤气师农参岗须誉盖输卖声图谋饭恶楼瞒遗礼抢层骗坏贵紧虚贿踪隐乱环价装讼语纷构闻齐额谢队尽养购刚垫华奖刘诫识变杀诽马观赶谤维笔赵暂辞诺烧纳继驾旧军积阶驻库劝讨际广协径届络总闹订临营' +
    '读拨卫询赃缓达愿妈灾怀细坚综频运败绝爱烟滥兴厂迹贯觉庆货双顶雇毁极夸汇热济扰绩烦训彻术谎终递静辩创争摆迁孙邮拦扬郑撑习妇银凑陈伟厅宪顾晋骤贫触残闭脑顺荐贷扩筛锁冲简墙宽盘脸诗税虑纸将缴鱼赖赢涨烂锅页挂' +
    '沧岳释沟债轨废载顿横竞异铭龄肃杂屡园桥详画宁辖幺课胆诈盗绕册净铁黄欧独仓温疗馆译泼骚窃择咨赌晓伞劲闯岁灯剧尔龙练讯丽娄愤远诿摄',
)

/**
 * Which script a person writes, by the characters that differ between the two.
 *
 * @returns undefined with fewer than two telling characters, or where both are mixed evenly.
 */
export function scriptOf(text: string): 'traditional' | 'simplified' | undefined {
  const t = [...text.normalize('NFKC').slice(0, 400)].filter((c) => /\p{Script=Han}/u.test(c)).join('')
  const [s, w] = [[...simplify(t)], [...t]]
  let old = 0
  let fresh = 0
  for (const [n, c] of w.entries()) {
    if (s[n] !== c) old++
    else if (SIMPLIFIED.has(c)) fresh++
  }
  if (old >= ENOUGH && old > fresh) return 'traditional'
  return fresh >= ENOUGH && fresh > old ? 'simplified' : undefined
}
