import { POSTS } from './posts.ts'

const SOMEBODY = new RegExp(
  `他|她|俺们?村|我们(?:村|镇|乡|县|局|厂|校|单位|公司|院|所|小区|社区)|村里|镇里|乡里|县里|局里|单位|公司|医院|学校|老板|亲戚|小舅子|老婆|儿子|${POSTS}`,
)
const WHEN =
  /去年|前年|今年|上个?月|这个月|\d{2,4}年|\d{1,2}月|[一二三四五六七八九十]月|那年|那天|当时|每年|每月|每次|经常|一直|最近|逢年过节|期间|的时候|以来/
const DOING =
  /收|拿|送|给|占|贪|骗|吃|卖|拉|拖|扣|压|改|签|批|花|报销|打|骂|要钱|挪|领|分|请|建|盖|修|招|安排|瞒|换|烧|藏|卡|套|虚报|冒领|克扣|截留|克|用|让|逼|威胁|承包|中标|发包/
const OWN = /我(?:们)?(?:亲眼|亲耳|当时)?(?:看|听|经手|给|送|交|见|撞|发现|在场|拍)/

/** True if the words tell of something somebody did: somebody or a time, and a deed. No question and no wish begins so. */
export function tellsDeed(text: string): boolean {
  const t = text.trim()
  if (
    /^(?:那|那么)?(?:如果|要是|假如|假设|万一|比如|我要是|我如果|我想|我要|我们想|我们要|俺想|俺要|想|要|请问|匿名|实名|举报|你|您|咱们纪委)/.test(
      t,
    )
  )
    return false
  return (SOMEBODY.test(t) || WHEN.test(t) || OWN.test(t)) && (DOING.test(t) || OWN.test(t))
}

const FORM_TALK =
  /[你您恁]|(?:填|答|问|选|点|写|弄|整|搞)(?:不了|不动|不来|不完|不好|不下去|错了?|完了?|好了)$|懒得|重(?:来|填|新|写|选|答|弄)|从头|清空|撤回|作废|换(?:一|个|一个)?(?:题|页|问题)|(?:这|那|上|下|前|后|本)(?:一|个|道)?(?:题|页|格|步|问|问题)|退一|倒回|懂|明白|晓得|不识字|普通话|别(?:再)?问|随便|看着办|先(?:去|走|放|这样|忙|撤|溜|下|到)|就这样|再(?:弄|填|写|说|来|搞|整|看)|没电|手滑|发错|打错|点错|选错|无语|醉了|^晕|服了|没意思|白告|相护|呵|哼|谢|算球|拉倒|烦|不会$|没用|麻烦|啰嗦|怎么说|等(?:我|会|一)/

/** True for a few words about this form, about us or about how one feels, and of nobody's deed: 懒得写, 你看着办, 手机快没电了. */
export function aboutTheForm(text: string): boolean {
  const t = text.replace(/[^\p{L}\p{N}]+/gu, '')
  // A longer text tells something, whatever else stands in it.
  return t.length <= 14 && FORM_TALK.test(t) && !SOMEBODY.test(t) && !WHEN.test(t)
}

/** Words without anything in them: agreement, interjections, bare figures, one character over and over. */
export function saysNothing(text: string): boolean {
  const t = text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
  // So many characters say something; and no pattern of many small words is ever tried on a long text.
  if (t.length > 24) return /^(.)\1*$/u.test(t)
  if (t.length < 2 || /^\d{1,4}$/.test(t) || /^(.)\1*$/u.test(t)) return true
  return /^(?:嗯|呃|额|啊|哦|噢|哎|唉|哈|呵|嘿|嘻|呀|好|好的|好吧|行|行吧|行的|可以|可以的|对|对的|是|是的|不是|不对|不|不行|不要|没有|没|没了|没有了|有|有的|无|否|知道了|明白|明白了|懂了|收到|谢谢|谢谢您|你好|您好|在吗|ok|okay|yes|no|test|测试|试试|随便|随意|都行|都可以|无所谓|就这样|就这些|没别的|没别的了|差不多|你猜|不告诉你|算你狠|真的|假的|真的假的|确认|属实|提交|继续|不变|照旧|一样|同上|如上|略|了|吧|的|那|这个|那个|这样|那样|然后|所以|但是|不过|还有|另外|第[一二三四五六七八九十\d]个?)+$/.test(
    t,
  )
}
