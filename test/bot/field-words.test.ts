import { describe, expect, it } from 'vitest'
import { type Answers, fieldsOf, type Scalar } from '../../src/flow/index.ts'
import { read } from '../../src/reading/index.ts'
import { bot } from '../support/bot.ts'

/** What people say → what it means, per field; under `-` what must not be taken for an answer of that field. */
type Words = Readonly<Record<string, string>>

const said = (lines: string) => lines.split(/[｜\n]/).flatMap((s) => (s.trim() === '' ? [] : [s.trim()]))

const around = (area: string) => ({
  answers: { area: { is: 'given', value: area, said: area, turn: 1 } } satisfies Answers,
  today: '2026-11-23',
  places: bot.places,
})

function fieldOf(path: string): Scalar {
  const [flow = '', id = ''] = path.split(' ')
  const field = bot.flows.flatMap((f) => (f.id === flow ? [fieldsOf(f).get(id)] : [])).at(0)
  if (!field || field.kind === 'list') throw new Error(`there is no such field: ${path}`)
  return field
}

function meaningOf(path: string, text: string, area: string): string {
  const reading = read(fieldOf(path), text, around(area))
  if (reading === undefined || !('value' in reading)) return '-'
  return Array.isArray(reading.value) ? reading.value.join('、') : String(reading.value)
}

const stage: Words = {
  事前: '还在图纸上｜马上要开工｜八字还没一撇｜刚有个想法｜方案才报上去｜下个月才动工｜还没动手呢｜正准备干｜只是打算｜没开工',
  事中: '接上仨月了｜干了俩月了｜刚动手｜已经开始干了｜干到一半了｜正施工着呢｜都进场三天了｜正在推进｜边干边补手续｜还没干完',
  事后: '早干完了｜干完都一年了｜去年就弄好了｜已经投入使用了｜早就验收了｜都结束了｜完工了｜已经办妥了｜事情都过去了｜审计都来过了',
  '-': '不知道｜许昌的｜班子开会定的｜一分没拿｜这个不好说',
}

const collective: Words = {
  yes: '班子碰头定的｜开了党组会｜大家一块商量定的｜上过会了，有记录｜三重一大走完了｜局长办公会研究的｜集体拍的板｜跟班子通过气，也上了会｜会上举手过的｜走了集体决策程序',
  no: '我一个人定的｜没走集体研究｜没经过班子｜书记自己拍的板｜没来得及开会｜绕过了班子｜就是口头说了一声｜跟谁都没商量｜没上过会｜会都没开｜没履行集体研究程序',
  '-': '没拿钱｜没有损失｜去年的事｜第一次',
}

const privateGain: Words = {
  yes: '我小舅子参了股｜收过老板一个红包｜从中拿了两万｜老婆的公司接的活｜分了点好处费｜有回扣｜是我亲戚干的活｜得了点好处',
  no: '一毛钱好处没有，还倒贴了俩暖壶｜一分没拿｜没落一分钱｜没沾光｜全是为公家｜倒贴了好几百｜没往自己兜里装｜没有任何好处｜清清白白｜跟他们不沾亲带故｜一根烟都没抽过他的｜没收过人家东西',
  '-': '吃过一顿饭｜没开会｜没损失｜不知道',
}

const consequence: Words = {
  none: '没出事｜目前没啥影响｜没造成损失｜没有任何后果｜啥事没有｜都挺正常｜没什么损失｜没闹出事来',
  minor:
    '有点小损失，补上了｜几户有意见｜就是隔壁小区也来闹，别的没有｜影响不大｜耽误了几天工期｜损失了一两万｜有人说闲话｜不算大',
  major: '损失好几百万｜群众上访了好几回｜上了热搜｜影响很坏｜省里通报了｜烂尾了，停在那儿了｜损失很大｜闹得很大',
  '安全生产责任事故(待认定)':
    '砸死了一个工人｜塌了，伤了两个人｜出了人命｜着火烧伤人了｜有人受伤｜发生了安全事故｜死了人',
  '-': '班子定的｜第一次｜不知道',
}

const repeated: Words = {
  yes: '去年也出过一回｜整改过又犯了｜不是头一回了｜以前也这样干过｜第二次了｜前年有过一次｜老毛病了｜不止一次｜上次巡察也指出过',
  no: '就这一回｜头一遭｜就这一次｜头一次｜没有过｜以前从来没出过｜从来没有过｜第一次干这个｜破天荒头一回｜没有，第一回',
  '-': '没开会｜一分没拿｜班子定的',
}

const finding: Words = {
  核查不属实:
    '说查无实据｜口头说没事｜查了没这回事｜查下来没问题｜说我是清白的｜结论是失实｜纪委说不属实｜查了三回都没事｜查清楚了，没有的事｜没查出啥问题',
  部分不实: '有真有假｜有一条是真的，别的都是假的｜大部分不属实｜一半一半｜有的对有的不对｜主要的不属实｜多数查否',
  还在查: '还在查｜没查完呢｜正查着｜还没出结果｜刚来谈过话，还没完｜还在核实｜专班还在这儿查',
  没有结论:
    '没人给说法｜一直没结论｜查是查过了，到现在都没有人给我一个说法｜没个准信｜没人跟我说结果｜没下文了｜不了了之｜问了也不吭声｜没给我答复',
  '-': '许昌的｜我要当面说清｜单位里都在议论',
}

const kind: Words = {
  党纪政务处分: '可能给个警告｜要记过｜说要给处分｜党内严重警告｜降级｜纪委要处分我｜政务处分｜怕是要撤职',
  组织处理: '要把我调离｜要免职｜停职了｜诫勉谈话｜组织部要动我｜要调整我的岗位｜让我靠边站｜责令辞职｜要把我调走',
  两者: '两样都有｜又处分又调岗｜既要处分又要免职｜记过，还要调离岗位｜都有｜处分加免职｜两头都要处理',
  '-': '没拿钱｜去年的事｜影响不大',
}

const impact: Words = {
  未造成严重影响: '没啥影响｜没造成损失｜没有严重影响｜没影响到谁｜影响几乎没有｜没造成啥后果｜不严重',
  有一定影响: '有点影响｜影响不大｜有些群众有意见｜小损失｜耽误了一些工期｜有一定影响，但不大｜损失了几万块',
  有严重影响: '影响很大｜损失上百万｜群众集体上访｜上了热搜｜死了人｜影响特别坏｜项目烂尾了',
  '-': '去年的事｜班子定的',
}

const beforeOrAfter: Words = {
  before: '还没人来查｜没有，还没查到我｜没人找过我｜暂时没有｜没立案｜还没追责｜目前没被查',
  after: '已经立案了｜纪委找我谈过话了｜正在查｜组织部找我谈话了｜处分都下来了｜巡察组来查了｜审计移交给纪委了',
  '-': '去年的事｜班子定的',
}

const remedied: Words = {
  done: '钱都追回来了｜手续补完了｜已经整改到位｜早就改过来了｜补齐了｜该退的都退了｜补了手续，人也息访了',
  doing: '正在补｜补了一半｜还在改｜退了一部分｜正在办手续｜快改完了｜陆续在退',
  none: '还没改｜没来得及改｜没动｜还没顾上｜一点没改｜没补',
  '-': '一分没拿｜班子定的',
}

const severity: Words = {
  none: '没啥损失｜没造成影响｜没后果｜啥事没有｜没什么不好的影响｜没损失',
  minor: '慢了点，不严重｜有一点影响｜不算严重｜拖了几天｜损失不大｜就是进度晚了',
  serious: '损失好几百万｜影响很坏｜群众上访了｜项目停了｜比较严重｜损失挺大',
  accident: '死了个人｜出了安全事故｜有人受伤｜塌了砸到人｜出了人命｜烧伤了人',
  '-': '我们是专班｜月讲评',
}

const firstTime: Words = {
  yes: '就这一回｜头一遭｜头一回｜以前没出过｜从来没有过｜第一次｜就这一次',
  no: '不是头一回，前年也有一次｜去年也有过｜第二回了｜又犯了｜老问题了｜上次也因为这个',
  '-': '我们是专班',
}

const attitude: Words = {
  yes: '还没来找我谈，来了肯定一五一十说｜主动去说清楚了｜都照实说了｜写了检讨交上去了｜我认账｜问啥说啥',
  no: '没敢说全｜有些没说｜没配合｜推给下面的人了｜瞒了一部分｜心里有顾虑没说清',
}

const otherLeads: Words = {
  yes: '听说还有一件没查完｜还有一封信在查｜还有别的｜另外一件也在查｜好像还有人告我｜还有一条没了结',
  no: '就这一件｜没别的了｜没有了｜别的都查完了｜只有这一个｜就这一封信｜没听说',
}

const xuchangItem: Words = {
  'xuchang.filing.positive.1':
    '上级交办的硬任务｜市里要求限期完成的｜省里部署的攻坚战｜啃硬骨头的活｜领了军令状的｜中央部署的事',
  'xuchang.filing.positive.2':
    '没人干过的新做法｜先行先试的试点｜摸着石头过河｜政策没说能不能干｜改革里头的探索｜头一个吃螃蟹',
  'xuchang.filing.positive.4':
    '先干后批｜批文后面补｜边批边建｜先上车后补票｜手续没跟上就动了｜赶工期先进场｜施工许可没下来｜用地手续还在报',
  'xuchang.filing.positive.5': '材料没齐先给办了｜容缺受理｜先发证后补材料｜缺材料先办｜告知承诺办的｜模拟审批',
  'xuchang.filing.positive.6':
    '老小区没房产证｜拖了十几年的烂尾楼｜老上访户的事｜信访积案｜历史遗留的房子｜安置房办不了证',
  'xuchang.filing.positive.7': '下暴雨抢修路｜防汛来不及招标｜救灾先采购｜河堤决口抢险｜突发的险情｜断水了紧急处理',
  none: '都不像｜哪个都不沾边，哪个都不是｜一个都不像｜对不上｜都不是｜没有像的',
  '-': '不知道｜一分没拿｜许昌的',
}

const nanyangItem: Words = {
  'nanyang.case.1': '先干后批｜批文后面补｜边批边建｜赶工期，招标没走完｜先上车后补票｜没走招标就先动工了',
  'nanyang.case.2': '产业转型没达到预期｜投资搞砸了｜新技术试错亏了｜大棚项目亏损了｜升级改造没搞成｜新产业探索没成',
  'nanyang.case.4': '老小区遗留问题｜老上访户的积案｜历史遗留的烂尾楼｜维稳的事｜拖了多年的老问题｜安置房的老账',
  'nanyang.case.5':
    '招商企业材料没齐先办了｜容缺给企业办｜引进的厂子先办了证｜给投资商先批后补｜服务企业缺材料先办证｜优化营商环境的事',
  'nanyang.case.6': '乡村振兴补贴｜扶贫资金发放｜低保救助款｜给农户发补助｜惠农的钱｜村里修路修渠',
  'nanyang.case.7': '疫情防控采购｜防汛抢险没招标｜突发险情抢修｜救灾来不及采购｜地震救援｜暴雨抢修',
  none: '都不像｜一个都不像｜对不上｜都不是｜没有像的｜哪种都不是',
  '-': '不知道｜一分没拿',
}

const tables: readonly (readonly [string, string, Words])[] = [
  ['tolerance-check stage', '许昌', stage],
  ['tolerance-application stage', '南阳', stage],
  ['tolerance-check item', '许昌', xuchangItem],
  ['risk-filing item', '许昌', xuchangItem],
  ['tolerance-check item', '南阳', nanyangItem],
  ['tolerance-application item', '南阳', nanyangItem],
  ['tolerance-check collective', '许昌', collective],
  ['tolerance-application collective', '南阳', collective],
  ['tolerance-check private_gain', '许昌', privateGain],
  ['tolerance-application private_gain', '南阳', privateGain],
  ['tolerance-check consequence', '许昌', consequence],
  ['tolerance-check repeated', '许昌', repeated],
  ['exoneration finding', '许昌', finding],
  ['exoneration other_leads_open', '许昌', otherLeads],
  ['tolerance-application kind', '南阳', kind],
  ['tolerance-application impact', '南阳', impact],
  ['tolerance-application before_or_after', '南阳', beforeOrAfter],
  ['tolerance-application remedied', '南阳', remedied],
  ['accountability severity', '许昌', severity],
  ['accountability first_time', '许昌', firstTime],
  ['accountability attitude', '许昌', attitude],
]

describe.each(tables)('%s', (path, area, words) => {
  const rows = Object.entries(words).flatMap(([value, lines]) => said(lines).map((text) => [text, value] as const))
  it.each(rows)('“%s” → %s', (text, value) => expect(meaningOf(path, text, area)).toBe(value))
})
