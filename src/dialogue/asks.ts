import { fillersOff, tellsDeed } from '../reading/index.ts'

/** Words that make a question, in Mandarin and in the dialects people type. */
const WORD =
  /什么|怎么|怎样|咋|如何|为啥|为何|多少|几(?:天|个|条|种|步|次|年|项|类|点|级|号|月|倍|人|时|块|日|小时|分钟)|哪|谁|啥|多久|多长|多大|多远|是否|能否|可否|区别|何时|乜|咩|点解|点样|边个|么子|么样|么事|何解|嘎哈|有冇|唔系|系咪|得唔|神马|肿么|甚么|弄么|哪能|阿是|甘有/
/** 是不是, 有没有, 管不管. */
const EITHER = /([\p{Script=Han}]{1,2})[不没唔]\1|能不(?=[\p{Script=Han}])|是不|有没(?=[\p{Script=Han}])/u
/** 吗 and its kin at the end; 不 and 没 there ask too (有用没, 保密不), unless they are all the answer there is (还没, 我不). */
const ENDING = /(?:吗|么|嘛么|咩|伐|不咯|没得哦)$|(?:[^还从来都也并就真我俺偏才不没,，\s])(?:不|没|冇|没有|不啊|不呀)$/u
const ENDING_IS_STATEMENT =
  /(?:应该|就是|那是|算是|是|绝对|肯定|好像|可能|大概|当然|真的|基本上?|完全|我们?|他们?|这个|那个|还|也|都|并|就|真|压根|根本|从来|确实|一直|一点|一个|什么|啥|谁|目前|暂时|现在|以前|什么都|啥也|啥都)(?:不|没|没有|冇)$|的没有$|(?:问题|损失|影响|好处|关系|材料|证据|照片|事|毛病|责任|隐瞒|禁止|利益|私利)(?:没有|没)$/
/** Says what is wanted to be known without a question word. */
const REQUEST =
  /^(?:请|麻烦|劳驾|帮我|给我|帮忙|你|您|你们|能|那|先|顺便|另外|还有|对了|我|俺|就|再|还|也|可以)*(?:告诉我|解释|讲讲|讲一讲|讲一下|讲解|说说|说一说|介绍|科普|查一下|查查|查询|列一下|列出|列举|发我|发给我|教我|教教|问一下|问下|问个|问你|想问|请问|请教|咨询|想了解|想知道|想咨询|想弄清|想搞清|了解一下|了解下|打听|普及|背一下|念一下|翻译)/
/** Words that only look like a question: 没什么, 谁也没, 好几, 怎么说呢, 几万块. */
const VAGUE =
  /(?:没有?|无|不|未|别|冇)(?:有|得|太|出|造成|涉及|产生|发现)?(?:什么|啥|怎么|咋|多少|几[\p{Script=Han}]|谁|哪)|(?:什么|啥|谁|哪[\p{Script=Han}]?|怎么|咋|多少|多久)[\p{Script=Han}]{0,5}?(?:都|也)|(?:不管|无论|随便|任凭|不论)[\p{Script=Han}]{0,2}?(?:什么|啥|谁|哪|怎么|咋|多少)|怎么说呢|咋说呢|多少有[点些]|(?:好|十|前|这|那|过|头|近|最近|数)几|几[十百千万]|谁谁谁?|(?<![干做是说算写填管问弄搞])(?:什么的|啥的)|(?:谁敢|谁不知道|谁不晓得|谁能管|哪(?:有|能|敢|会)(?:什么|啥)?|凭什么|凭啥|还有没有王法|有没有王法|怎么能|怎么可以|怎么可能|是人干的)|(?<=[了过])几[\p{Script=Han}]|几个人|几家|几户|哪怕|大哪去/gu
/** Says that something is not known: 不清楚是谁批的 is an answer. */
const KNOWS_NOT =
  /不(?:知道|清楚|晓得|了解|确定|太清楚|记得|详|好说)|说不清|记不清|没注意|没见着|忘了|拿不准|吃不准|搞不清|弄不清|唔知/
/** What a question to us is about: the rules, the offices, this form, our own doings. */
const OURS =
  /举报|检举|控告|匿名|实名|保密|泄露|泄漏|暴露|受理|处理|处分|处罚|坐牢|判刑|判几|拘留|罪|违法|犯法|违纪|合法|规定|条例|政策|期限|时限|多久|几天|多长时间|上班|电话|地址|结果|进度|查得到|查到我|材料|证据|填|写|改|删|提交|回执|编号|机器人|系统|你们|你|您|归.{0,6}管|有人管|纪委|监委|巡察|12388|12345|容错|备案|澄清|申诉|问责|影响期|诬告|错告|报复|奖励|保护|信访|草稿|表|题|问题|步|附件|照片.{0,4}(?:发|传)|发照片|ip|手机|收费|要钱吗|免费|安全/i
/** At the end of a sentence these ask for a judgement or a way, whoever the sentence is about. */
const STRONG =
  /(?:怎么|咋|如何|怎样)(?:办|处理|处分|处罚|认定|定性|判|罚|举报|反映|弄|整|写|填|说|查|追究|申请|投诉|解决)(?:的|了|啊|呢|呀|他|她|才好|好)?$|算不算.{0,8}$|算.{0,8}(?:吗|不|么)$|(?:违法|犯法|违纪|违规|犯罪|犯规)(?:吗|不|么|了吗|没)$|(?:归|由|该|找)(?:谁|哪|哪里|哪个.{0,3})(?:管|查|负责|处理|去|告|说)?$|(?:谁|哪个部门|哪里|哪儿)(?:管|来管|负责|受理)$|判(?:几年|多久|多少年)$|会(?:不会)?(?:怎么样|怎样|咋样|咋|坐牢|被抓|被处分|被开除)(?:吗|啊|呢)?$|(?:你们|纪委|监委|有人|政府|上面|国家)(?:到底)?(?:管不管|查不查|管吗|管不|管么|查吗|受理吗|受不受理)$|什么(?:罪|后果|处分|责任|处罚)$|多久.{0,8}$/
/** Not asked of anybody. */
const RHETORICAL =
  /难道|天理|王法|公道|良心|像话吗|是人吗|是人干的|配当|配吗|对得起|凭(?:什么|啥)他|这不是?(?:明摆着|欺负|贪|抢|坑|拿|骗|吃|占|犯|违).*吗|你说(?:气人|可气|过分)|还让不让|有这么.*的吗|哪有这(?:样|么)/

/** Asked whatever else the sentence says: 不知道这样写行不行. */
const TAG = /(?:行不行|可不可以|对不对|好不好|能不能行|成不成|中不中|可以吗|行吗|对吗|好吗|可以不|行不)$/
const ENGLISH = /^(?:why|what|how|who|when|where|which|can|help)\b/i

/** True if a sentence said at a closed question, or at none, asks something of us. */
export function asks(text: string): boolean {
  // 还有那个啥 承诺书: a filler is no question word.
  const t = ended(fillersOff(text))
  if (t === '') return false
  if (REQUEST.test(t) || ENGLISH.test(t) || TAG.test(t) || /[?？]\s*$/.test(text.trim())) return true
  if (endsAsking(t)) return true
  const rest = t.replace(VAGUE, '')
  return !KNOWS_NOT.test(t) && (WORD.test(rest) || EITHER.test(rest))
}

/** True if a sentence of somebody's story asks something of us: in a story 什么 and 谁 are common and much is only exclaimed. */
export function asksInStory(text: string): boolean {
  const t = ended(fillersOff(text))
  if (t === '' || RHETORICAL.test(t)) return false
  if (
    REQUEST.test(t) &&
    !(/^(?:我|给|跟)?.{0,3}(?:说说|说一说|说一下|讲讲|讲一下)/.test(t) && tellsDeed(t) && !asks(t.replace(REQUEST, '')))
  )
    return t.length <= 60
  if (STRONG.test(t) || ENGLISH.test(t) || (TAG.test(t) && !tellsDeed(t))) return true
  const marked = /[?？]\s*$/.test(text.trim()) || endsAsking(t)
  if (marked) return OURS.test(t) || !tellsDeed(t)
  const rest = t.replace(VAGUE, '')
  if (KNOWS_NOT.test(t) || !(WORD.test(rest) || EITHER.test(rest))) return false
  if (t.length > 30) return false
  return (OURS.test(t) && !(/^(?:他|她|书记|村里|镇里)/.test(t) && t.length > 12)) || (t.length <= 12 && !tellsDeed(t))
}

/** 还没干呢 and 正在做呢 tell; 隔壁老张呢 and 那我要是党员呢 ask. */
function endsAsking(t: string): boolean {
  if (/呢$/.test(t))
    return (
      !/(?:还|没|没有|正|在|着|才|都|挺|可|好着)[\p{Script=Han}]{0,10}呢$/u.test(t) ||
      /^(?:那|那么|要是|如果|假如|万一)/.test(t)
    )
  // 没有没有没有 says one thing three times.
  const once = t.replace(/(没有|没|不是|不)(?:[,，\s]*\1)+$/u, '$1')
  return once.length > 2 && ENDING.test(once) && !ENDING_IS_STATEMENT.test(once)
}

const ended = (text: string) =>
  text
    .trim()
    .replace(/[\s!！~。.…?？,，、;；]+$/u, '')
    .replace(/(?:啊|呀|哦|哈|啦|诶|欸|呗)$/u, '')
