import { plainText } from '../base/index.ts'

/** A text without what its site put around it, and the lines that went. */
export interface Cleaned {
  /** One paragraph a line, trimmed, no blank lines. */
  readonly text: string
  /** As they stood, in order: shown to who publishes, read by `headOf`. */
  readonly dropped: readonly string[]
}

/** No bar and no line of a source is longer; whatever is, is text. */
const longest = 90

/** Drops lines that are the site's and not the text's: bars, sharing, sources, editors, page numbers. Line by line. */
export function cleaned(text: string): Cleaned {
  const kept: string[] = []
  const dropped: string[] = []
  for (const raw of text.split(/\r\n?|[\n\u2028\u2029\u0085\f\v]/)) {
    const line = raw.trim()
    if (line === '') continue
    if (isBoilerplate(line)) dropped.push(line)
    else kept.push(line)
  }
  return { text: kept.join('\n'), dropped }
}

const patterns: readonly RegExp[] = [
  // Bars.
  /^(?:进入|切换|退出)?(?:适老|无障碍|长者|老年|关怀|大字)(?:模式|版|阅读|浏览|辅助|工具|服务|专区|\s)*(?:进入)?(?:适老|无障碍|长者|老年)?(?:模式|版|阅读|浏览|辅助|\s)*$/,
  /^分享(?:到|至|本文)?[:：]?\s?(?:(?:微信|微博|新浪微博|qq空间|qq|朋友圈|人人网|腾讯微博|好友|更多|扫一扫|[\s、|/])*)$/,
  /^(?:[[【(]?\s?(?:字[体号](?:大小)?[:：]?|打印(?:本[页文])?|关闭(?:窗口|本页)?|收藏(?:本页)?|纠错|返回(?:顶部|首页|列表)?|回到顶部|大|中|小|默认|超大|视力保护色|a[-+]?|繁体|简体|english|登录|注册|设为首页|加入收藏|网站地图|联系我们|关于我们)\s?[\])】]?[\s|·、/>]*){1,12}$/,
  /^[a-z]$/,
  /^(?:您?(?:现在|当前)?(?:的|所在)*位置|首页)\s?[:：>»›].*$/,
  /^[^。；]{1,60}>>[^。；]{1,60}$/,
  /^(?:微信|用微信|打开微信|手机)?.{0,12}["“”]?扫[一码]扫?.{0,30}$/,
  /^(?:上|下)一[篇条页][:：].*$/,
  /^(?:相关|推荐|延伸)(?:阅读|新闻|链接|文章|推荐|附件下载)[:：]?$/,
  /^(?:版权所有|copyright|©|主办单位?[:：]|承办单位?[:：]|网站标识码|技术支持[:：]).*$/,
  /^.{0,40}(?:icp备|公网安备|icp证).{0,40}$/,
  // Lines about the text: read by headOf.
  /^(?:(?:发布|更新|发稿|成文|录入|公开)?(?:时间|日期)[:：]\s?)?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s+(?:信息)?(?:来源|出处|作者|浏览|阅读|点击|字体|字号).*$/,
  /^(?:发布|更新|发稿|录入)(?:时间|日期)[:：].*$/,
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/,
  /^(?:信息|文章|稿件|新闻)?(?:来源|出处)[:：][^。]*$/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数|人数)?[:：]\s?\d*\s?次?.*$/,
  /^[(（]?(?:责任编辑|责任校对|责编|编辑|校对|审核|审签|值班编委|初审|复审|终审)[:：][^。]*$/,
  // Pages.
  /^[-—–―_·]+\s?第?\s?\d{1,4}\s?页?\s?[-—–―_·]+$/,
  /^第\s?\d{1,4}\s?页(?:[\s,，/|]*共\s?\d{1,4}\s?页)?$/,
]

function isBoilerplate(line: string): boolean {
  if (line.length > longest || /[。；]/.test(line.slice(0, -1))) return false
  const plain = plainText(line).trim()
  return patterns.some((pattern) => pattern.test(plain))
}
