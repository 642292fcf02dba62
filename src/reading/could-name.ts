import { nameAt } from './name.ts'
import { readPerson } from './person.ts'
import { NOT_POST, POSTS } from './posts.ts'
import { COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES } from './surnames.ts'

const S = `(?:[${COMMON_SURNAMES}]|${DOUBLE_SURNAMES})`
const CALLS = '同志|先生|女士|小姐|师傅|老师|大夫|医生|大爷|大妈|大娘|大叔|大婶|阿姨|叔|婶|伯|哥|姐|嫂|奶奶|爷爷'
/** No surname: the last character of a word, or of an ordinary pair with 老, 小, 大. */
const NOT_SURNAME = `(?<![前现原担兼离主责后新历时上就连信放出胜]任)(?<![对关由至属等处终敢便基低高]于)(?<![分主监不保只尽接托掌看]管)(?<![现资基奖罚佣租押押薪礼酬]金)(?<![甲乙对地双各警官校院资多东南西北]方)(?<![最提]高)(?<![工课过进流行章历里议日旅]程)(?<![师典规示模防]范)(?<![文会]史)(?<!万(?=元|亩))(?<![长九湘丽湛阳镇]江)`
const CALLED = new RegExp(
  `(?<![养最很太较多偏过])[老小阿]${S}(?!上|库|康|时|学|组|区|型|数|心|白|菜|范|段|毛病|钱|额|贷|车|年|于|路|石|叶|龙|万|田|林|江|金|方|管|程|任|史|武)(?<!小(?:康|金(?=库)|于|范|段|钱|白|石|叶|路|龙|田|林|江|方|程))(?<!老(?:龄|年|黄(?=牛)|白(?=姓)))`,
  'u',
)
const TITLED = new RegExp(
  `${S}${NOT_SURNAME}(?:副?(?:${POSTS})${NOT_POST}|${CALLS}|总(?=$|[说讲让给的能会是\\s,，。?？])|工(?=$|[说讲让给\\s,，。?？])|家(?:的|那)|姓|[局队处所](?=[说让给叫批签答]))`,
  'u',
)
const NAME_TITLED = new RegExp(`${S}${NOT_SURNAME}\\p{Script=Han}{1,2}(?:${CALLS}|(?:副?(?:${POSTS})${NOT_POST}))`, 'u')
/** Behind these somebody is meant, if a name follows. */
const BEFORE =
  /(?:举报|检举|控告|反映|投诉|告发|状告|认识|领导|同事|邻居|朋友|同学|亲戚|战友|老乡|书记|主任|老公|老婆|丈夫|妻子|儿子|女儿|弟弟|哥哥|姐姐|妹妹|亲家|女婿|侄子|外甥|表哥|表弟|堂哥|堂弟|姐夫|妹夫|小舅子|我是|我叫|他叫|她叫|名叫|姓名|本人|跟|找|和|替|帮|给|被|让|请|关于|一个叫|那个|处理|查|问责|处分|提拔|调查|听说|据说|为什么|一下|的|党员|群众|职工|村民|教师|老师|科员|干部|组长|会计|局长|院长|校长|所长|站长|镇长|乡长|县长|市长|村长|科长|处长|支书)(?=\p{Script=Han})/gu
const TAKES =
  /^(?:$|[\s,，。;；:：?？!！、]|的|在|是|被|把|将|能|会|可|要|应|有|没|收|贪|拿|吃|喝|占|骗|打|骂|送|该|算|属|为|和|跟|与|到|去|来|当|干|做|这|那|他|她|什么|怎么|受|挨|违|犯|利用|酒|醉|提|辞|退|调|借|随|报|申|病|写|买|卖|租|结|离|入|加|连|兼|炒|办|出|休|请|评|晋|升|得|上|下|用|说|问|找|给|让|叫|已|还|就|也|都|又|再|因|从|以|向|对|男|女|同志|书记|主任)/u
const NUMBER = /\d{5,}(?!\d*\s*(?:元|块|万|亿|人|亩|平|户|名|吨|公里))/
const SPELLED = /[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖拾]{7,}/u
/** Hotlines everybody may call: 12388, 12345. */
const HOTLINES = /(?<!\d)1[02]\d{3}(?!\d)/gu
const MADE_UP = new RegExp(`[${SURNAMES}]某|某某|名叫|我叫|(?:外号|绰号|诨名|诨号|小名)\\p{Script=Han}`, 'u')
const DATES =
  /(?:19|20)\d{2}\s*[-—–~～至到]\s*(?:19|20)\d{2}|(?:19|20)\d{2}\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?/gu
const REACHED =
  /(?:微\s*信|v信|薇信|威信|vx|wx|weixin|wechat|qq|扣扣|抖音|快手|微博|邮箱|email|账?号)[号码是为:：\s]*(?=[\w-]*[a-z\d])[a-z\d_-]{4,}|[\w.+-]+@[\w-]+|https?:|www\.|\d号.{0,8}\d(?:单元|号楼|栋|室)|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·\s]?[a-z\d]{5}/iu
/** A named village or township with a post in it is one person. */
const ONE_POST = new RegExp(
  `(?<!\\p{Script=Han})(?:我们|俺们|咱们|我|俺|咱)?(?!我们|俺们|咱们|哪个|每个|一个|各个|这个|那个|什么|所有|全|有的|其他|外|本|贫困|自然|行政|建制|农|城|乡)\\p{Script=Han}{2,3}(?<!行政|自然|贫困|建制|农|城|乡|哪个|一个|什么|我们|俺们|咱们|这个|那个)(?:[镇乡村]|社区|街道)(?!政府|干部|委员)\\p{Script=Han}{0,8}?(?:第一书记|支书|书记|主任|会计|所长|站长|院长|校长|镇长|乡长|村长|文书|组长)${NOT_POST}`,
  'u',
)

/**
 * True if anybody could be made out from the words: a name in any shape (老王, 王局长, 张三同志), a number or address one is
 * reached by, a plate, a post in a village that is named. Rather too often than too seldom: what is true here is kept nowhere,
 * and a question lost to a ledger is a smaller harm than a name in it.
 */
export function couldName(text: string): boolean {
  const t = text.normalize('NFKC').trim()
  const bare = t.replace(/\s+/gu, '')
  const figures = t
    .replace(DATES, ' ')
    .replace(HOTLINES, ' ')
    .replace(/[\s\-_.·,，、*()]/gu, '')
  if (MADE_UP.test(bare) || NUMBER.test(figures) || SPELLED.test(bare) || REACHED.test(t) || REACHED.test(bare))
    return true
  if (CALLED.test(bare) || TITLED.test(bare) || NAME_TITLED.test(bare) || ONE_POST.test(bare)) return true
  const name = readPerson(t)?.name
  if (name !== undefined && isFull(name)) return true
  return [0, ...[...bare.matchAll(BEFORE)].map((hit) => hit.index + hit[0].length)].some((at) =>
    fullNameAt(bare.slice(at)),
  )
}

/** As it is read, and of two characters: 韩磊随迁上学. */
function fullNameAt(rest: string): boolean {
  const read = nameAt(rest)
  return [read, rest.slice(0, 2)].some((name) => name && isFull(name) && TAKES.test(rest.slice(name.length)))
}

const FULL = new RegExp(`^${S}\\p{Script=Han}{1,2}$|·|某|名不详`, 'u')
/** Words that begin like a name. */
const WORDS =
  /^(?:高[级温考校中层度危速龄新管清等于收利额]|金[额融牌钱]|黄[金色牌]|石[油化材]|马[上路]|方[面案法向式便]|钱[款物财]|余[额下款]|江[苏西]|万[元一事]|白[天酒条]|任[务何期职用免命]|管[理辖道委制服]|程[序度]|范[围例]|于[是]|成[员]|文[件明化书]|段[时]|易[地]|毛[病]|许[昌可多]|申[请]|陈[述年]|严[重格肃禁]|林[地业木权场]|田[地]|雷[同]|武[装汉]|董事|顾[问]|夏[季天邑]|邓州|贺[礼]|付[款费出]|左右|管城|辛[苦]|苏州|沈阳|洛阳|郑州|唐河|杜绝|康复|孙[子女]|常[委务]|史[料]|叶县|温[泉暖]|孔[子]|龙[头]|项[目]|祝[贺]|纪[委检律要]|曾[经]|欧洲|章[程]|周[转末期边围年一二三四五六日]|魏都|柴油|罗列)/u
const isFull = (name: string) => FULL.test(name) && !WORDS.test(name)
