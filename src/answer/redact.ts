import { plainText } from '../base/index.ts'
import { accuses } from '../dialogue/index.ts'

/** Longer messages tell a story, and a story is somebody's. */
const longest = 160

/**
 * A policy question as a model may see it: names, numbers and addresses of people taken out. Simplified characters, one spelling.
 *
 * @param places names of places that carry no person: provinces, cities, counties.
 * @returns absent where nothing at all may be sent: a named or titled person and a deed, a story, or nothing left to ask.
 */
export function redacted(text: string, places: readonly string[]): string | undefined {
  const plain = plainText(text).replace(unseen, '').replace(/\s+/gu, ' ').trim()
  if ([...plain].length > longest || accuses(text) || accuses(plain)) return undefined
  const [hidden, names] = hide(plain, places)
  if (pointedAt.test(hidden) || reportsSomebody.test(hidden) || (deed.test(hidden) && somebody.test(hidden)))
    return undefined
  const clean = removals.reduce((rest, [what, by]) => rest.replace(what, by), hidden)
  const out = names.reduce((rest, name, n) => rest.replaceAll(mark(n), name), clean)
  return out.replace(/（[^）]*）|[^\p{L}\p{N}]/gu, '').length < 3 ? undefined : out
}

/**
 * A text for an officer's eyes in a vendor's chat: what happened stays, and nobody is named in it. Simplified characters.
 *
 * @param known names, units and numbers that stand in the case's own fields.
 */
export function withoutPeople(text: string, known: readonly string[]): string {
  const plain = plainText(text).replace(unseen, '').replace(/\s+/gu, ' ').trim()
  const own = known.map(plainText).filter((each) => each.trim().length > 1)
  const hidden = [...new Set(own)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, each) => rest.replaceAll(each, '某某'), plain)
  const clean = [...removals, [unit, '某单位'], [called, '某人']] as const
  const out = clean.reduce((rest, [what, by]) => rest.replace(what, by), hidden)
  return out.replace(/(?<=[\p{Script=Han}\d）”])[,:;?!](?!\d)/gu, (mark) => wide[mark] ?? mark)
}
const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' }

/** Place names stand aside while names of people are looked for: 许昌备 is nobody. */
function hide(text: string, places: readonly string[]): readonly [string, readonly string[]] {
  const said = places.filter((name) => name.length > 1 && text.includes(name)).sort((a, b) => b.length - a.length)
  return [said.reduce((rest, name, n) => rest.replaceAll(name, mark(n)), text), said]
}

/** A private character for each hidden name, which nobody types: they are taken out first. */
const mark = (n: number) => String.fromCodePoint(0xf0000 + n)

/** The commonest, without those that are everyday words at the head of others (单位, 和, 时). */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆冀郁胥班储原栗燕楚鄢劳谌奚粟冼蔺楼'
const surname = `(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|令狐|[${surnames}])`
const title =
  '(?:副?(?:书记|主任|局长|处长|科长|镇长|乡长|县长|市长|区长|村长|校长|院长|所长|队长|经理|总|董事长|部长|厅长|站长|股长|组长|会计|文书|支书|委员|检察官|法官|警官|老师|医生|律师|同志|先生|女士|师傅))'
const notNames = '(?!委|党|检|监|律|法|院|府|门|关)'

/** What nobody types, and what cannot be seen. */
const unseen = /[\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}\p{Cf}]/gu

/** Somebody of flesh and blood: 王书记, 张某某, 老周, 我们镇长. */
const somebody = new RegExp(
  `${surname}${notNames}\\p{Script=Han}{0,2}${title}|${surname}某|[老小]${surname}(?!\\p{Script=Han}?(?:社会|时|板|师))|(?:我们?|俺们?|咱们?|他们?|这个|那个|有个)(?:\\p{Script=Han}{0,4})${title}`,
  'u',
)
/** What people are accused of. */
const deed =
  /贪|受贿|行贿|收钱|收了|送了|拿了|挪用|侵吞|侵占|套取|骗取|虚报|冒领|截留|克扣|吃回扣|回扣|红包|包庇|打人|打了|骂|赌|嫖|出轨|情妇|小三|吃请|请客|公款|黑社会|欺负|霸占|强拆|违建|造假|卖官|买官|徇私|舞弊|以权谋私|滥用职权|渎职|不作为/u
/** 我要举报张三: no deed is told yet, but the person is. */
const reportsSomebody = new RegExp(
  `(?:举报|反映|控告|检举|揭发|投诉|状告|告)(?:一下|了)?(?:我们?|俺们?|咱们?)?(?:\\p{Script=Han}{0,8}?${title})?(?:的|是|叫)?${surname}(?!${title}?(?:的?(?:规定|办法|程序|条件|材料)))(?:某|\\p{Script=Han}{1,2})(?:的|$|[，,。？?！!\\s]|${title}|怎么|要|会|能|可以|匿名|实名|有人)`,
  'u',
)

/** 周明这个人, 张建国他家的: whoever is pointed at is one person, whether or not a deed is told. */
const pointedAt = new RegExp(
  `${surname}\\p{Script=Han}{1,2}(?:[他她]|[这那]个?人|此人|本人|[他她]?家的?|一家|同志|他们)|(?:这|那)(?:家伙|小子|老东西)|此人`,
  'u',
)

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** What is taken out, and what stands in its place, in this order. */
const removals: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*/gu, '（邮箱）'],
  [/(?:https?:\/\/|www\.)\S+/gu, '（网址）'],
  [/(?:微信|weixin|wechat|wx|vx|v信|qq|抖音|快手)(?:号|号码|群)?(?:[:：是为]|\s)*[a-z\d][\w-]{4,}/giu, '（账号）'],
  [new RegExp(`[${provinces}][a-z](?:\\s|·|-)?[a-z\\d]{4,6}(?:[挂学警港澳])?`, 'giu'), '（车牌）'],
  [/\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d\d{3}[\dx]/giu, '（证件号）'],
  [/(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}/gu, '（电话）'],
  [/0\d{2,3}[-\s]\d{7,8}/gu, '（电话）'],
  [
    /(?<![\d第])(?!(?:12388|12380|12345|12389|12337|12333|12315|12348|12309|12368)(?!\d))\d(?:[\s-]?\d){4,}[a-z]?/giu,
    '（号码）',
  ],
  [/[零一二三四五六七八九幺]{7,}/gu, '（号码）'],
  [
    /\p{Script=Han}{0,8}?(?:路|街|巷|弄|胡同|大道|小区|花园|家园|苑|新村|社区|村)\p{Script=Han}{0,6}?[\da-z一二三四五六七八九十]+(?:号|栋|幢|单元|室|组|户|楼)(?:[\da-z一二三四五六七八九十]+(?:号|栋|幢|单元|室|户|楼))*/giu,
    '（地址）',
  ],
  [
    /(?<=^|[^\p{Script=Han}]|在|是|住|到|去|我们?|俺们?|咱们?)(?!农|乡|行政|自然|城中|本|我|某|各|这|那)\p{Script=Han}{2,4}?(?:村|屯|寨|社区)(?![民务委干里级])/gu,
    '某村',
  ],
  [
    /(?<=^|[^\p{Script=Han}]|在|是|住|到|去|我们?|俺们?|咱们?)(?!乡|城|本|我|某|各|这|那|市)\p{Script=Han}{2,4}?(?:镇|乡|街道)(?![民村干里级政长党])/gu,
    '某乡镇',
  ],
  [/\p{Script=Han}{2,12}(?:有限公司|集团公司|合作社)/gu, '某单位'],
  [
    new RegExp(
      `(?<=我叫|我是|本人|名叫|叫做?|姓名[:：是为]?|名字[:：是为]?|签名)\\s*${surname}\\p{Script=Han}{1,2}(?![\\p{Script=Han}]*(?:局|委|办|部))`,
      'gu',
    ),
    '某人',
  ],
  [new RegExp(`${surname}${notNames}\\p{Script=Han}{0,2}?(?=${title})`, 'gu'), '某'],
  [new RegExp(`${surname}某{1,2}`, 'gu'), '某人'],
  [new RegExp(`(?<!\\p{Script=Han})[老小]${surname}(?=[说讲问叫让跟和的，,。？?]|$)`, 'gu'), '某人'],
]

/** A body with its name before it: 清河镇卫生院, 市住建局. */
const unit =
  /(?<![某这那本我])[\p{Script=Han}]{1,10}?(?:卫生院|医院|学校|小学|中学|大学|幼儿园|政府|委员会|居委会|村委会|办公室|派出所|法院|检察院|公司|银行|信用社|合作社|党支部|支部|党委|纪委|集团|中心|(?<![结布格])局)(?![部长面势限])/gu
/** A bare name where only a name can stand: 给周明送, 张建国和. */
const called = new RegExp(
  `(?<=^|[\\s,，。；;、:：（(“"]|[和跟与同给向让把被叫由找替对送收是])(?!司机|单位|方面|时候|高温|安全|水费|水泥|金额|马上|成本|钱|车|房|石|白酒|常年|于是)${surname}${notNames}\\p{Script=Han}{1,2}(?=[收送给拿占贪说讲问叫让把被从在向和跟与同、，。；;：,的他她也都又还等之签批用转汇买开借\\s）)”"]|$)`,
  'gu',
)
