import { privateNumbers } from './numbers.ts'
import { KIN } from './people.ts'
import { type Around, clauseAt, finds, joined, type Span, STOP } from './span.ts'

/** Illness and what belongs to a body, as a pattern. */
export const ILL =
  '(?:(?:肺|肝|胃|乳腺|肠|直肠|结肠|宫颈|子宫|卵巢|前列腺|食道|食管|喉|鼻咽|甲状腺|胰腺|淋巴|骨|血)癌(?:晚期|早期|中期)?|癌症?(?:晚期)?|白血病|尿毒症|艾滋病?|hiv|梅毒|淋病|尖锐湿疣|性病|花柳病|乙肝|丙肝|肝炎|肝硬化|肺结核|结核病|精神病|精神分裂症?|精神不正常|精神(?:有问题|失常|障碍)|抑郁症?|躁郁症|焦虑症|癫痫|羊癫疯|羊角风|糖尿病|高血压|心脏病|瘫痪|偏瘫|智力?障碍|智力(?:有问题|低下)|自闭症|老年痴呆|痴呆|脑瘫|脑梗|脑出血|脑瘤|中风|帕金森|红斑狼疮|不孕(?:不育)?|不育|不能生(?:育)?|生不(?:出|了)(?:孩子|娃)?|流(?:过)?产|打(?:过)?胎|堕(?:过)?胎|引(?:过)?产|人流|怀(?:了)?孕|怀上了?|未婚先孕|例假|月经|来事儿?|痔疮|妇科病|子宫肌瘤|透析|化疗|放疗|割腕|自杀(?:过|未遂)|吃抗抑郁药|住(?:过)?精神病院|残疾等级|病历|体检报告|b超单?|狐臭|整(?:过)?容|变性|试管婴儿|阳痿|性功能|尿床|尿失禁|大小便失禁|假肢|截肢|失明|心理(?:疾病|有问题))'
const BED =
  '(?:有一腿|(?:被|让|叫|给)(?:他|她|人|领导|校长|老师|书记|主任)?(?:摸|亲|抱|搂|睡|骚扰|性骚扰|猥亵|强奸|糟蹋|玩弄|占便宜|欺负|侮辱|扒|非礼|动手动脚)(?:了身子|过|了|胸|屁股|大腿)?(?:[一两三几]次)?|私生[子女]|私生活|出轨|外遇|婚外(?:情|恋)|偷(?:情|人|汉子?)|红杏出墙|戴(?:了)?绿帽子?|情人|情妇|小三|小蜜|二奶|三奶|包养|姘头|姘居|相好|野(?:男人|女人|汉子)|搞破鞋|破鞋|乱搞|男女关系|不正当关系|作风(?:有)?问题|乱来|上(?:过)?床|睡(?:过|了|在一起|一个被窝)|同居|开(?:过)?房|裸照|艳照|不雅(?:照|视频)|床照|隐私照|洗澡|处女|同性恋|一夜情|当(?:过)?小姐|卖淫|坐台|陪酒|离(?:过|了)?(?:\\p{Script=Han})?次?婚|二婚|性生活|生理期|性取向|被(?:人)?(?:强奸|糟蹋|猥亵|性侵)过?|(?:跟|和)\\S{1,6}有一腿|有染|私通|亲生的)'
const CHILD = `(?:儿子|女儿|闺女|孩子|小孩|娃儿?|女娃|男娃|女伢|伢|细路|孙子|孙女|外孙女?|外甥女?|侄子|侄女|侄儿|仔|囡|千金|公子|小子|丫头|妹仔|独子|独女|长子|次子|大儿子|小儿子|大女儿|小女儿|女童|男童|学生|妹妹|弟弟)`
const SCHOOL =
  '(?:幼儿园|托儿所|学前班|小学|中学|初中|高中|[一二三四五六七八九十\\d]+中|附中|附小|[一二三四五六七八九十\\d]小|实验(?:学校|小学|中学)|职高|职中|学校|外国语|寄宿)'
const GRADE =
  '(?:[一二三四五六七八九\\d]年级|[小初高][一二三四五六123456]|[一二三四五六七八九十\\d]+班|读书|上学|念书|就读|寄读|住校|[大中小]班)'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<span>(?:得|患|有|是|查出|确诊|诊断出?|犯|做)?(?:了|过|的)?${ILL})`, 'gu'),
  new RegExp(`(?<span>(?:有|是|跟|和)?(?:一个|个)?${BED})`, 'gu'),
  // 亲戚的小孩崔梓萌，在禾丰县三中初二五班
  new RegExp(
    `(?<span>${CHILD}(?:，|叫|名叫|名字叫|是|也|还|今年|才)*[^。！？，]{0,8}，?(?:今年)?(?:[\\d一二三四五六七八九十]{1,3}岁)?，?(?:现在|现|目前)?(?:在|读|上|念|是|就读于?|转到|送到|进了)[^。！？，]{0,14}?(?:${SCHOOL}[^。！？，]{0,8}?${GRADE}|${SCHOOL}|${GRADE}))`,
    'gu',
  ),
  new RegExp(
    `(?<span>[^${STOP}（(]{2,8}[（(，]?(?:今年|才|刚满|只有|未满|不满|不到)*(?:[\\d]|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)(?:周)?岁[^。！？]{0,14}?(?:${SCHOOL}[^${STOP}）)]{0,6}?${GRADE}|${SCHOOL}|${GRADE}))`,
    'gu',
  ),
  new RegExp(
    `(?<span>(?:家住|住在?|住址[是:：]?|家庭住址[是:：]?|地址[是:：]?)[^${STOP}]{2,20}?(?:\\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|单元|室|号房|户))`,
    'gu',
  ),
  // 高一(7)班的邢浩然; 三年级学生王某某
  new RegExp(
    `(?<span>(?:${SCHOOL})?(?:[一二三四五六七八九\\d]年级|[小初高][一二三四五六\\d])(?:[（(]?[一二三四五六七八九十\\d]{1,2}[)）]?班)?的?(?:学生|女生|男生|同学|孩子)?(?!学生|家长|老师|班主任|补课|数学|语文|英语|教|的时候|时|上学期|下学期|全|都|每|收|要|开|学杂|课本|校服|男生|女生)[\\p{Script=Han}]{2,3})`,
    'gu',
  ),
  // 那个女孩叫某某，今年十六岁
  new RegExp(
    `(?<span>(?:女孩|男孩|女生|男生|女娃|男娃|孩子|小孩|小姑娘|学生)(?:的名字)?(?:名叫|叫做?|是)[\\p{Script=Han}]{2,3}(?=$|[${STOP}（）的]))`,
    'gu',
  ),
  // 温小虎，脑瘫，13岁: a child by the age
  new RegExp(
    `(?<span>[\\p{Script=Han}]{2,4}(?:，|、|\\(|（)?(?:${ILL}(?:，|、)?)?(?:才|今年|只有|刚)?(?:1[0-7]|[3-9])岁)`,
    'gu',
  ),
  /(?<span>(?:社保|医保|学籍|护照|军官证|驾驶证|驾照|准考证|病历|住院)(?:卡)?号?码?(?:是|为|[:： ])*[a-z]?\d{6,20})/gu,
  /(?<span>(?:他|她|家属|老婆|女儿|儿子|对象|个人|私人)[^，。]{0,6}(?:微信号?|qq号?|抖音号?|支付宝)(?:号码?)?(?:是|为|[:： ])*[a-z\d_-]{5,20})/gu,
]

/**
 * Private details of people who are not what the report is about, and numbers that belong to one person: identity, bank card,
 * somebody else's phone; a child's name with the school; health, love and bed. Not marked: what the writer tells of themselves.
 */
export function thirdPersons(plain: string): readonly Span[] {
  const numbers = privateNumbers(plain)
    .filter((number) => !(number.is === 'phone' && ownPhone(plain, number)))
    .map((number) => ({ from: number.from, to: number.to }))
  return joined(
    [...numbers, ...PATTERNS.flatMap((pattern) => finds(plain, pattern, ownOrPublic))],
    14,
    (from, to) => !/[。！？\n]/.test(plain.slice(from, to)),
  )
}

/** The writer's own number: 我的电话…, 我叫李秀英 138…, or nothing but the number. */
function ownPhone(plain: string, span: Span): boolean {
  const sentence =
    plain
      .slice(0, span.from)
      .split(/[。！？\n]/)
      .at(-1) ?? ''
  const near = sentence.slice(-24)
  const clause = clauseAt(plain, span.from, span.to)
  const rest = plain.slice(clause.from, span.from) + plain.slice(span.to, clause.to)
  if (
    /(?:他|她|他们|老板|书记|主任|会计|家属|证人|司机|对方|那人|女的|男的|中间人|经手人|收款人|联系人是)(?:的|本人的)?[^，。我]{0,6}(?:电话|手机|号码?|联系方式|手机号|微信)?[^，。我]{0,4}$/.test(
      near,
    )
  )
    return false
  if (
    /(?:我|俺|本人|咱)(?:的|本人|自己|自己的)?(?:电话|手机|号码?|联系|微信|手机号|联系方式|常用)|我叫|我是|俺叫|本人姓|联系我|打给?我|打我|找我|回我|给我(?:打|回)|我的?[：:]?$|加我|举报人/.test(
      `${near}${plain.slice(span.from, span.to + 8)}`,
    )
  )
    return true
  if (/(?:联系我|找我|打给我|是我(?:的)?(?:电话|号码|手机))/.test(plain.slice(span.to, span.to + 14))) return true
  // A number without anybody beside it answers a question of ours.
  return (
    /^(?:实名|电话|手机|手机号码?|号码|联系方式|联系电话|是|为|就是|[:： ，])*(?:[\p{Script=Han}]{2,3})?(?:电话|手机|手机号|[:： ])*(?:可以|行吗|吧)?$/u.test(
      rest,
    ) && !/他|她/.test(sentence)
  )
}

const OWN = new RegExp(
  `(?:^|[^跟对给和把被叫让])(?:我|俺|咱|本人|自己|我们)(?:家)?(?:的)?(?:${KIN})?(?:也|就|都|今年|去年|当年|一直|身体|现在|正在|当时|那时候?|[\\d]+年)*(?:[^，。他她的]{0,8})$`,
  'u',
)
const OTHER = new RegExp(
  `他|她|邻居|同事|同学|朋友|女|亲戚|家属|(?:${KIN})|[\\p{Script=Han}]{2}(?:得|患|有|是)$|的`,
  'u',
)

function ownOrPublic(place: Around): boolean {
  const { before, found, after, earlier } = place
  const sentence = earlier.split(/[。！？\n]/).at(-1) ?? ''
  if (/(?:没有?|不是|并非|无)(?:得|患|什么)?$/.test(before)) return true
  if (new RegExp(ILL, 'u').test(found) && !new RegExp(CHILD, 'u').test(found)) {
    if (OWN.test(before) && !/他|她|邻居|同事|同学|朋友|亲戚/.test(before)) return true
    if (OWN.test(sentence) && !/他|她|邻居|同事|\p{Script=Han}{2,3}$/u.test(sentence)) return true
    // 糖尿病病人杨秀英, 他是艾滋病人: one who is known by it; 精神病人的补贴 is about nobody.
    if (
      /^(?:病)?(?:人|患者)/.test(after) &&
      (/[他她]是?$/.test(before) || /^(?:病)?(?:人|患者)[\p{Script=Han}]{2,3}(?:的|也|都|家|$)/u.test(after))
    )
      return false
    if (
      /^(?:病房|医院|科|报销|补助|救助|补贴|大病|证|人|门诊|保险|药|预防|宣传|疫苗|筛查|的(?:人|病人|药|患者))/u.test(
        after,
      )
    )
      return true
    if (/住(?:过)?精神病院|体检报告|病历/.test(found)) return !/他|她|[\p{Script=Han}]{2,3}的$/u.test(before)
    return !OTHER.test(sentence) && !/^[\p{Script=Han}]{2,4}(?:有|得|患)?$/u.test(before)
  }
  if (new RegExp(`^(?:有|是|跟|和)?(?:一个|个)?${BED}$`, 'u').test(found)) {
    if (OWN.test(before)) return true
    // What was done to somebody is the report itself, unless it names whom.
    if (/^[被让叫给]/.test(found)) return !/叫\p{Script=Han}{2,3}，|(?:他|她)(?:女儿|老婆|儿媳)/u.test(sentence)
    // What the respondent does is the report itself; a third person, named or of the family, is what makes it private.
    return !thirdInIt(sentence + found + after) && !WITH.test(sentence + found)
  }
  if (new RegExp(CHILD, 'u').test(found)) {
    if (
      /(?:^|[^跟对给和把被叫让])(?:我|俺|咱|我们)(?:家|们家)?(?:的|小|大|二)*(?:\p{Script=Han}{0,2})$/u.test(before) &&
      !/亲戚|邻居|朋友|同事/.test(before)
    )
      return true
    if (/(?:教书|当老师|当教师|上班|工作|任教|当校长|门口|附近|食堂|承包|盖|修|建)/.test(found + after.slice(0, 6)))
      return true
  }
  return false
}

const WOMAN =
  /(?:女儿|老婆|媳妇|妻子|儿媳|小姨子|弟媳|前妻|丈夫|老公|女(?:同事|老师|学生|工|职工|干部|下属|会计|护士|的|人|秘书|村民|电工|孩)|寡妇|邻居|妇联|护士|老师|服务员|保姆|会计|秘书|出纳|同事|学生|[\p{Script=Han}]某)[^，。]{0,12}/u
/** 跟理发店的吴美玲有一腿: with somebody who can be known by it, not with 一个女的. */
const WITH =
  /(?:跟|和|与|同|把|给|叫|有个\S{1,4}叫)(?!人|一个|几个|别的|多名|多个|很多|好几|不少|女的|女人|女下属|异性|他人|别人)[\p{Script=Han}]{2,12}/u
const thirdInIt = (words: string): boolean => WOMAN.test(words)
