// Which words may be meant by their sound, and what guards real words that only sound like them. The guards are drawn
// from the word list of jieba (MIT): words of two characters by how often they are used, and characters that stand alone.

/** The words that decide something here, with their sound in toneless pinyin. */
export const DECIDING: Readonly<Record<string, string>> = {
  容错: 'rong cuo',
  备案: 'bei an',
  举报: 'ju bao',
  检举: 'jian ju',
  控告: 'kong gao',
  匿名: 'ni ming',
  实名: 'shi ming',
  诬告: 'wu gao',
  诬陷: 'wu xian',
  陷害: 'xian hai',
  错告: 'cuo gao',
  澄清: 'cheng qing',
  正名: 'zheng ming',
  回访: 'hui fang',
  问责: 'wen ze',
  免责: 'mian ze',
  纠错: 'jiu cuo',
  跳过: 'tiao guo',
  属实: 'shu shi',
  提交: 'ti jiao',
  取消: 'qu xiao',
  继续: 'ji xu',
  草稿: 'cao gao',
  回执: 'hui zhi',
  上一步: 'shang yi bu',
  不知道: 'bu zhi dao',
  为什么: 'wei shen me',
  转人工: 'zhuan ren gong',
  诬告陷害: 'wu gao xian hai',
  容错备案: 'rong cuo bei an',
  匿名举报: 'ni ming ju bao',
  实名举报: 'shi ming ju bao',
  检举控告: 'jian ju kong gao',
  澄清正名: 'cheng qing zheng ming',
}

/** Further words that are put into characters where they are typed in Latin letters. */
export const TYPED: Readonly<Record<string, string>> = {
  shenme: '什么',
  zenme: '怎么',
  zenmeyang: '怎么样',
  buqingchu: '不清楚',
  meiyou: '没有',
  shide: '是的',
  haode: '好的',
  bushi: '不是',
  keyi: '可以',
  queren: '确认',
  baocun: '保存',
  tuichu: '退出',
  shanchu: '删除',
  fanhui: '返回',
  chaxun: '查询',
  jindu: '进度',
  chongxinkaishi: '重新开始',
  rengong: '人工',
  fanying: '反映',
}

/** Small words between them, put into characters only beside one of the others. */
export const SMALL: Readonly<Record<string, string>> = {
  wo: '我',
  women: '我们',
  ni: '你',
  nin: '您',
  yao: '要',
  xiang: '想',
  qing: '请',
  de: '的',
  ma: '吗',
  ba: '吧',
  le: '了',
  shi: '是',
  bu: '不',
  yige: '一个',
  cunzhang: '村长',
  zhishu: '支书',
  shuji: '书记',
  juzhang: '局长',
  zhenzhang: '镇长',
}

/** Characters that stand alone so often that they are hardly a slip for another. */
export const STANDS_ALONE =
  '世举久之乘九书事五交人仙件任会体你使供保倍值僭先公共具兼几击则制剉剑功势包北区十即去县及取句只叫史名吴呈命回国城始安宝实室宫小就局居属市师建式弦忌急情成房承报抱指按挥据提搞支攻放救教数文方无既旧时明是显替机条极果树正武殑治泥海清渐熟物现直知石祭称空笑紝级线置职背脚至草虚被见计记诗请调质距跳轻较过还酒错问间闻集需青面须题食高'

/** Real words of the same sound: they stay. */
export const REAL = new Set(
  '争名 任工 使命 具报 十名 取笑 回放 回直 回防 城区 失明 居高 市名 征名 急需 成请 手稿 拟名 据报 提叫 文责 无告 时明 正明 污陷 背案 荐举 证明 诗名 调过 释名'.split(
    ' ',
  ),
)

/** What stands before the first character of a deciding word to make another word with it: 选举, 收回. */
export const WORD_ENDS: Readonly<Record<string, string>> = {
  举: '一上中义保公列创善壮大察并抓抬挺推检此科荐选高',
  回: '一三下两传几发取召夺巡带往扳找折挽撤收来潜缩调赎赶转轮迁迂运返这追退送重领驳',
  属: '下专亲从僚全军分区同实家市归所权烈直省眷种纯藩遗部配金附隶',
  陷: '下凹塌失拗攻沉沦深缺诬身',
  免: '不以任减幸未罢豁赦避难',
  备: '不以俱储具兼军准刘制后守完常必戒战整武筹置自装警设责配防预齐',
  容: '不从仪兼内军动包华姿宽市库形怒愁慕扩收整电相笑纵美花遗邹阵雍面',
  正: '不严中修公反奇扶指摆改方更校清真矫立端纠纯至订转雍',
  错: '不交出听对差弄改晁没犯知纠认说过',
  问: '不反发喝天学审慰拷探提查疑盘答素细自讯访试诘询请责质过追逼问顾',
  实: '严中事余充其写切务压厚口史名坚壮夯失如委子属平忠扎据朴果查核殷求照现真着确纪结翔老落虚证诚详踏',
  继: '中后承相过',
  取: '争制博去可听吸夺套存录截抽捞换掠提摄摘攫支收攻智榨汲牟猎盗直窃索考自获萃袭记读谋赚赢轻进选采领骗',
  草: '仙割小干本杂枯柴毒水潦烟牧甘百禾稻粮羊花芳茅草荒药莎落蒲蒿虫行起野除青饲香麦',
  检: '体复婚安尸巡年抽搜活纪质高',
  控: '军受可失指掌操数测火监程自被调遥防',
  提: '别前孩手菩计重',
  跳: '弹心起蹦',
  匿: '藏隐',
}

/** What stands behind its last character to make another word with it: 报告, 名字. */
export const WORD_BEGINS: Readonly<Record<string, string>> = {
  举: '世人例借债兵凡出办动哀头子家手报措杯止步目荐行证起重',
  交: '上与互付代会出到割办加叉友变叠响售大好子存往待恶情感战手投换接易替椅款汇河流涉游点由界相税纳织结给联融行角警谈谊货费趾还通道配钱锋错际集',
  名: '下为义产人企优位作册分列利医单句叫号品唤园城堂士声头子字实家宿将山师帖录手扬教旦曰曲望校次气流片牌画目称篇胜臣节花茶著角言誉词贵车酒门闻额',
  告: '假别发密急慰成捷状知示终罄罪警诉诫负辞退饶',
  实: '业为乃习事体例况则利力务名在地处属干弹录德心情惠感战收效数施时景有权测物现用绩行证词话质践际验',
  害: '人处怕死病羞臊虫',
  执: '业事勤委导意拗掌政教法照着笔著行迷',
  报: '上业丧仇以价信偿关出刊到名告喜国复导应废怨恩批捷收效时晓案知社称端答纸考表警请送道酬销馆',
  案: '件例卷发头子情板',
  消: '亡停减化受声夏失弭息散旋极毒气沉灭炎瘦磨耗肿融解费退逝遣释长闲防除食',
  清: '丽乡亮人代偿兵军冷净凉初剿华单史唱官客宫平幽廉廷心扫扬新早明晨晰朗朝末查楚正水江河泉洁洗流淡溪澈炖点热爽理瘦癯白真秀算纯脆苦茶蒸规誉议谈贫迈远退道醒闲除雅静音风香高',
  稿: '件子纸费酬',
  续: '写弦约编聘航集',
  访: '华友查谈问',
  责: '令任备怪成打编罚问难骂',
  过: '上世于人份儿关冬冷分剩半去后境夜失头奖客年度往户手招敏早时期来桥河活渡滤激火热瘾目眼硬程继节虑路载速道重量错长门问',
  错: '乱事位划失开怪愕断杂综落觉话误过题',
  陷: '于入坑害落阱',
}
