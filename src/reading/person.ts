const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙丰巢关相查后荆红游竺权盖益桓公闫付肖代'
/** Posts people hold, the longest wording of each first. */
export const POSTS =
  '驻村第一书记|第一书记|村支部书记|支部书记|村支书|支书|党支部书记|党委书记|党组书记|纪委书记|县委书记|市委书记|镇党委书记|书记|副书记|村主任|村委会主任|副主任|办公室主任|居委会主任|主任|副镇长|镇长|副乡长|乡长|副县长|县长|副市长|市长|副区长|区长|副局长|局长|副科长|科长|副处长|处长|副厅长|厅长|副校长|校长|副院长|院长|副所长|所长|站长|副站长|队长|大队长|会计|出纳|村干部|组长|村小组长|总经理|经理|董事长|厂长|股长|庭长|法官|检察官|民警|警察|城管|辅警|部长|副部长|常委|委员|行长|馆长|园长|护士长|药剂科主任|村长|村会计|文书|秘书长|秘书|政委|指导员|教导员|调研员|科员|股长|教师|老师|医生|大夫|片警|采购员|保管员|司机|执法队员|网格员|监理|村干部|干部|工作人员'
const UNIT_END =
  '村委会|居委会|村民小组|村|社区|街道办事处|街道办|街道|镇政府|乡政府|县政府|镇|乡|县委|市委|区委|县|市|区|局|厅|委|院|卫生院|医院|学校|中学|小学|大学|幼儿园|公司|集团|银行|所|站|队|科|处|室|中心|办公室|办事处|合作社|厂|支部|党委|党组|法院|检察院|派出所'

/** Whoever is named in a sentence: name, post and unit as far as they are said. */
export interface Person {
  readonly name?: string
  readonly post?: string
  readonly unit?: string
}

/** Reads 「村支书王大贵」「区城管局采购科科长,姓赵,名字不清楚」「镇卫生院院长」. Absent parts stay absent. */
export function readPerson(text: string): Person | undefined {
  // 王强 县住建局局长: the blank divides the name from the unit.
  const [first = '', ...more] = text.normalize('NFKC').trim().replace(REPORTING, '').trim().split(/\s+/)
  const behind = more.join('')
  if (isName(first) && /^[\p{Script=Han}·]{2,}$/u.test(first) && new RegExp(`${POSTS}|${UNIT_END}`).test(behind)) {
    const { unit, post } = readPerson(behind) ?? {}
    if (unit !== undefined || post !== undefined)
      return { name: first, ...(post ? { post } : {}), ...(unit ? { unit } : {}) }
  }
  const t = text.normalize('NFKC').replace(/\s+/g, '')
  const name = nameIn(t)
  const words = cleaned(t)
  const found = new RegExp(`(?:${POSTS})(?![局队委院])`).exec(words)
  const post = found?.[0]
  const before = found
    ? (/[\p{Script=Han}〇○]*$/u.exec(words.slice(0, found.index))?.[0] ?? '').replace(/的$/, '')
    : undefined
  const unit = unitIn(before !== undefined && new RegExp(`(?:${UNIT_END})$`).test(before) ? before : undefined, words)
  if (name === undefined && post === undefined && unit === undefined) return undefined
  return { ...(name ? { name } : {}), ...(post ? { post } : {}), ...(unit ? { unit } : {}) }
}

const REPORTING =
  /^(?:(?:我|俺|咱)?(?:要|想|来)*(?:实名|匿名)?(?:举报|检举|控告|反映|揭发)(?:一下)?(?:的是)?[\s,，:：。]*)+/u

/** Words before the unit that belong to the sentence, not to the unit: 我要举报我们…, 匿名, 反映. */
function cleaned(t: string): string {
  return t
    .replace(/^.*?(举报|检举|控告|反映|告|揭发)(一下)?(的是)?/u, '')
    .replace(/^[,，。:：]+/u, '')
    .replace(REPORTING, '')
    .replace(/^(一个|一名|一位|下|我们|俺们|咱们|我|俺|咱|这个|那个|那|这|就是|的)+/u, '')
}

/** A unit is kept only if it names something: 「我们村」 and a bare 「村」 do not. */
function unitIn(unit: string | undefined, t: string): string | undefined {
  const own =
    unit ??
    new RegExp(`(?:是|在)?([\\p{Script=Han}]{2,20}?(?:${UNIT_END}))(?:的|[,，。]|$)`, 'u').exec(
      t.replace(/^他?叫[\\p{Script=Han}]{2,3}是/u, ''),
    )?.[1]
  const bare = own?.replace(/^(我们|俺们|咱们|我|咱|俺|你们|他们|是|在|叫)+/u, '')
  return bare !== undefined && bare.length >= 2 && !/^(本|这|那|我们)/.test(bare) ? bare : undefined
}

/**
 * Reads a person's name: after 叫/姓名/我是, after a post, or the whole answer.
 * 「姓赵，名字不清楚」 gives 「赵某(名不详)」.
 */
export function nameIn(text: string): string | undefined {
  const t = text.normalize('NFKC').replace(/\s+/g, '')
  const surname = new RegExp(`姓([${SURNAMES}])(?![名])`).exec(t)
  const called = new RegExp(
    `(?:我叫|名字叫|叫做|叫|姓名[:：是]*|名字是|名叫)([${SURNAMES}][\\p{Script=Han}某]{1,2})(?![\\p{Script=Han}]{0,1}(?:局|镇|村|县))`,
    'u',
  ).exec(t)
  if (called?.[1]) return trimmed(called[1])
  const afterPost = new RegExp(`(?:${POSTS})([${SURNAMES}][\\p{Script=Han}某]{1,2})`, 'u').exec(t)
  if (afterPost?.[1] && !/^(和|从|把|在|于|以|向|同)/.test(afterPost[1])) return trimmed(afterPost[1])
  if (surname?.[1]) return `${surname[1]}某(名不详)`
  const sole =
    /^(?:是|就是|我是|他是|我)?([\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}·[\p{Script=Han}]{1,8})(?:的|呀|啊)?(?:[,，.。\s\d:：电话手机号]*)$/u.exec(
      t,
    )?.[1]
  if (sole !== undefined) return isName(sole) ? sole : undefined
  // 李秀英，女，45岁: the name stands first and more about the person behind it.
  const first = /^(?:我是|他是|是)?([\p{Script=Han}]{2,4})[,，、;；.。\s\d]/u.exec(text.normalize('NFKC').trim())?.[1]
  return first !== undefined && text.length <= 80 && isName(first) ? first : undefined
}

const DOUBLE =
  /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|东方|独孤|南宫|澹台|呼延|闻人|轩辕|钟离|百里|申屠)/
/** Common words that begin with a character that is also a surname. */
const WORDS =
  /^(?:谢谢|多谢|明白|高兴|安全|安心|安排|安静|麻烦|方便|何必|何苦|何时|何人|常用|常见|经常|经过|全部|全是|全名|许可|从来|从前|应该|应当|那个|那就|那好|那行|那么|那是|那边|于是|时间|时候|马上|万一|和谐|成功|成了|平时|平台|解释|解决|单位|单独|通过|通知|公开|公平|公安|关于|关系|关闭|能行|能否|能够|能填|相信|相关|项目|向上|向你|后来|后面|后台|干嘛|干啥|干部|干净|车子|牛逼|苗头|盖章|水泥|花名|易懂|计划|农民|农村|国家|文件|文字|东西|权力|都行|都好|都有|都对|查查|查询|代表|红包|毛病|余下|顾虑|路上|元旦|喜欢|古怪|党员|方法|方式|包括|包庇|申请|申诉|宣布|丰富|管理|管用|管事|利益|利用|广告|充分|习惯|连续|别人|别问|别说|别填|白问|康复|强制|左边|左右|毕竟|祝好|严重|严格|严肃|章程|罗嗦|纪委|纪律|纪检|舒服|胡说|胡闹|凌晨|支持|支付|支书|莫名|莫非|房子|房产|缪误|宗旨|丁点|贺喜|幸亏|幸好|司机|印象|怀疑|宿舍|黎明|薄弱|索要|咸菜|籍贯|满意|满足|暴力|暴露|步骤|耿直|弘扬|欧洲|沃土|利息|越来|师傅|巩固|冷静|简单|简短|饶了|空白|空着|曾经|沙子|游客|付款|付出|束手|封口|储备|松开|井盖|段子|富有|巫婆|乌龙|焦急|巴不|弓箭|牧区|山里|谷子|侯门|全国|班子|班长|仰望|秋天|仲裁|宁可|宁愿|仇人|甘心|厉害|祖国|武断|符合|元月|时任|现任|任职|任何|华丽|安装|应付|应对|能耐|常委|全套|成绩|相当|郎当)/

/** True if a word alone may be a person's name: a surname before one or two characters, and no common word. */
function isName(word: string): boolean {
  if (word.includes('·')) return true
  if (
    /[不吗呢吧了么的啊呀哦嘛就也还可以没都]/.test(word) ||
    WORDS.test(word) ||
    new RegExp(`(?:${UNIT_END}|${POSTS})$`).test(word)
  )
    return false
  if (DOUBLE.test(word)) return word.length >= 3
  return word.length <= 3 && new RegExp(`^[${SURNAMES}]`).test(word)
}

/** 王大贵这 → 王大贵: a third character that begins the next word is not part of the name. */
function trimmed(name: string): string {
  return /[这那在把的是和跟去来收拿贪电手家他她就,，]$/.test(name) && name.length === 3 ? name.slice(0, 2) : name
}

/** True if a person's name or number stands in the text: after a post, after 叫, as 某某, or seven figures and more. */
export function namesSomebody(text: string): boolean {
  const t = text.normalize('NFKC')
  return (
    /\d{7,}|[\p{Script=Han}]某/u.test(t) ||
    new RegExp(`(?:${POSTS}|名叫|我叫|叫做|叫)[${SURNAMES}][\\p{Script=Han}]{1,2}(?![收贪受违])`, 'u').test(t)
  )
}

/** A phone number: 11 digits beginning with 1, or an area code and number; blanks and hyphens allowed. */
export function readPhone(text: string): string | undefined {
  const t = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(t)?.[0] ?? /(?<!\d)0\d{2,3}\d{7,8}(?!\d)/.exec(t)?.[0]
}

/** 13812345678 → 138****5678; the middle of anything longer than six characters is hidden. */
export function maskPhone(phone: string): string {
  return phone.length > 6 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone
}

/** What somebody says of themselves beside what they report: their name and number, the words of each, and the rest. */
export interface Introduction {
  readonly name?: { readonly value: string; readonly said: string }
  readonly phone?: { readonly value: string; readonly said: string }
  readonly rest: string
}

const PHONE = '(?:1[3-9]\\d(?:[\\s-]?\\d{4}){2}|0\\d{2,3}[\\s-]?\\d{7,8})(?!\\d)'
/** What may follow a name at once: another name of one character more would swallow it. */
const AFTER_NAME =
  /^(?:$|[^\p{Script=Han}]|实名|匿名|联系|电话|手机|号码|我|俺|要|想|现|举报|检举|控告|反映|揭发|家住|住|来自|今年|身份证|男|女)/u
const CALLED =
  /(?:我的?(?:真实)?(?:名字|姓名)(?:叫做?|是)?|我叫做?|本人(?:叫|姓名|名叫)|(?<!被)(?:举报|反映)人(?:姓名|是|叫)?[:：])[:：是\s]*/gu
const NAMED = /(?<!人的?|[他她]的?|对方的?)姓名[:：是\s]*/gu
const AM = /(?:我是|本人是|本人)\s*/gu
const NO_NAME = /^(?:公务员|公民|农民工?|职工|包工头|房东|万分|成员|路人|过来|从事|和他|常年|经常)/

/** 我叫张伟 电话13812345678，举报局长刘明: cuts out who speaks, so that nobody takes the reporter for the accused. */
export function introduction(text: string): Introduction {
  let rest = text
  const cut = (from: number, said: string) => {
    const before = rest.slice(0, from).replace(/[\s,，、;；]+$/u, '')
    const after = rest.slice(from + said.length).replace(/^[\s,，、;；。]+/u, '')
    rest = before !== '' && after !== '' ? `${before}，${after}` : before + after
  }
  const name = selfNamed(rest)
  if (name) cut(name.from, name.said)
  const number =
    new RegExp(
      `(?<![他她们方长]的?)(?:我的|本人|我)?(?:联系)?(?:电话|手机|号码|联系方式)(?:号码?|号)?[是为:：\\s]*(${PHONE})`,
      'u',
    ).exec(rest) ?? new RegExp(`(?<=^|[\\s,，、;；。])(${PHONE})(?=$|[\\s,，、;；。])`, 'u').exec(rest)
  const phone = number?.[1] === undefined ? undefined : readPhone(number[1])
  if (number && phone !== undefined) cut(number.index, number[0])
  return {
    ...(name ? { name: { value: name.value, said: name.said } } : {}),
    ...(number && phone !== undefined ? { phone: { value: phone, said: number[0] } } : {}),
    rest,
  }
}

function selfNamed(text: string): { from: number; said: string; value: string } | undefined {
  for (const words of [CALLED, NAMED, AM])
    for (const found of text.matchAll(words)) {
      const behind = text.slice(found.index + found[0].length)
      // 举报一个人，姓名王强，职务镇长: the name of the accused.
      if (
        words === NAMED &&
        (/职务|单位/.test(behind) || /举报|检举|控告|反映/.test(text.slice(0, found.index))) &&
        !/举报|检举|控告|反映/.test(behind)
      )
        continue
      const lengths = DOUBLE.test(behind) ? [4, 3] : [3, 2]
      const fits = lengths
        .map((n) => behind.slice(0, n))
        .filter((w) => new RegExp(`^[${SURNAMES}][\\p{Script=Han}]{1,3}$`, 'u').test(w))
      const sure = fits.find((w) => isName(w) && !NO_NAME.test(w) && AFTER_NAME.test(behind.slice(w.length)))
      const longest = fits[0]
      const value =
        sure ??
        (words === CALLED && longest !== undefined && !/[局镇村县长书主]/.test(longest) ? trimmed(longest) : undefined)
      if (value !== undefined) return { from: found.index, said: found[0] + value, value }
    }
  const surname = new RegExp(`我姓([${SURNAMES}])(?=$|[\\s,，。])`, 'u').exec(text)
  return surname?.[1] ? { from: surname.index, said: surname[0], value: `${surname[1]}某(名不详)` } : undefined
}
