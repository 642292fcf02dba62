import { isName, nameAt } from './name.ts'
import { phoneIn } from './phone.ts'
import { DOUBLE_SURNAMES, SURNAMES } from './surnames.ts'

/** What somebody says of themselves beside what they report: their name and number, the words of each, and the rest. */
export interface Introduction {
  readonly name?: { readonly value: string; readonly said: string }
  readonly phone?: { readonly value: string; readonly said: string }
  readonly rest: string
}

const PHONE =
  '(?:(?:\\+?86[\\s-]?)?1[3-9]\\d(?:[\\s-]?\\d{4}){2}|0\\d{2,3}[\\s-]?\\d{7,8}|[幺一][三五六七八九][\\s,，]?(?:[零〇幺一二三四五六七八九][\\s,，]?){9})(?!\\d)'
/** What may follow a name at once: another name of one character more would swallow it. */
const AFTER_NAME =
  /^(?:$|[^\p{Script=Han}]|实名|匿名|联系|电话|手机|号码|我|俺|要|想|现|举报|检举|控告|反映|揭发|家住|住|来自|今年|身份证|男|女|是[\p{Script=Han}]{2,8}(?:的|村民|人)|来|向)/u
/** 我叫王强的邻居, 我是王强他媳妇: somebody of that one's, who is not named. */
const SOMEBODY_OF =
  /^(?:的(?!电话|手机|号码|名字)|他|她|家|(?:的)?(?:邻居|老婆|媳妇|儿子|女儿|儿媳|女婿|弟弟?|哥哥?|姐姐?|妹妹?|爹|妈|爸|娘|父亲|母亲|亲戚|同事|朋友|同学|丈夫|老公|妻子|爱人|家属|家人|侄|外甥|叔|舅|姑|姨|婶|嫂|工友|手下|部下|下属|对门|堂|表|小舅子|老乡|街坊|战友|对象|孙))/u
const CALLED =
  /(?:我的?(?:真实)?(?:名字|姓名)(?:叫做?|是)?|(?:我|俺)叫做?|(?:我|俺)的?名儿?叫?|本人(?:叫|姓名|名叫)|(?<!被)(?:举报|反映)人(?:姓名|是|叫)?[:：])[:：是\s]*/gu
const NAMED = /(?<!人的?|[他她]的?|对方的?)姓名[:：是\s]*/gu
const AM = /(?:(?:我|俺)是|本人是|本人)\s*/gu

/** 我叫张伟 电话13812345678，举报局长刘明: cuts out who speaks, so that nobody takes the reporter for the accused. */
export function introduction(text: string): Introduction {
  let rest = text
  const cut = (from: number, said: string) => {
    const before = rest.slice(0, from).replace(/[\s,，、;；]{1,20}$/u, '')
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
  const phone = number?.[1] === undefined ? undefined : phoneIn(number[1])
  if (number && typeof phone === 'string') cut(number.index, number[0])
  return {
    ...(name ? { name: { value: name.value, said: name.said } } : {}),
    ...(number && typeof phone === 'string' ? { phone: { value: phone, said: number[0] } } : {}),
    rest,
  }
}

function selfNamed(text: string): { from: number; said: string; value: string } | undefined {
  for (const words of [CALLED, NAMED, AM])
    for (const found of text.matchAll(words)) {
      const behind = text.slice(found.index + found[0].length, found.index + found[0].length + 200)
      // 举报一个人，姓名王强，职务镇长: the name of the accused.
      if (
        words === NAMED &&
        (/职务|单位/.test(behind) || /举报|检举|控告|反映/.test(text.slice(0, found.index))) &&
        !/举报|检举|控告|反映/.test(behind)
      )
        continue
      // 不是说我是王强, 有人说我叫王强.
      if (/(?:不是|别说|不想|不|有人说|他说|都说)$/.test(text.slice(Math.max(0, found.index - 4), found.index)))
        continue
      const value = ownName(behind, words === CALLED)
      if (value !== undefined) return { from: found.index, said: found[0] + value, value }
    }
  const surname = new RegExp(`(?:我|俺)(?:免贵)?姓(${DOUBLE_SURNAMES}|[${SURNAMES}])(?=$|[\\s,，。])`, 'u').exec(text)
  return surname?.[1] ? { from: surname.index, said: surname[0], value: `${surname[1]}某(名不详)` } : undefined
}

/** Every length that a name may have is tried, the longest first, for one behind which a new word begins. */
function ownName(behind: string, called: boolean): string | undefined {
  const foreign = nameAt(behind)
  if (foreign?.includes('·')) return foreign
  for (const length of [4, 3, 2]) {
    const word = /^[\p{Script=Han}]+/u.exec(behind)?.[0].slice(0, length) ?? ''
    if (word.length !== length || !isName(word)) continue
    const after = behind.slice(length)
    if (SOMEBODY_OF.test(after)) return undefined
    if (AFTER_NAME.test(after)) return word
  }
  const name = called ? foreign : undefined
  return name !== undefined && !/[局镇村县长书主]/.test(name) && !SOMEBODY_OF.test(behind.slice(name.length))
    ? name
    : undefined
}
