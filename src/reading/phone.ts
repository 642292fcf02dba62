import type { Impossible } from './days.ts'

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  '○': '0',
  洞: '0',
  一: '1',
  幺: '1',
  么: '1',
  妖: '1',
  腰: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
  勾: '9',
}
/** Figures said one by one, with the blanks and marks people put between them; three at the least. */
const RUN =
  /(?:[\d零〇○洞一幺么妖腰二两三四五六七拐八九勾](?:[\s,，、.。·~—-]{0,3}(?=[\d零〇○洞一幺么妖腰二两三四五六七拐八九勾+])|)){3,60}/gu
const EXTENSION = /^[\s,，(（-]*(?:转|分机号?|内线)[:：\s]*(\d{1,6}|[零〇一幺二两三四五六七八九]{1,6})/u

/** A telephone number: eleven figures beginning with 1, or area code and number, 转 behind it for an extension. @returns undefined if none stands in the text. */
export function readPhone(text: string): string | undefined {
  const found = phoneIn(text)
  return typeof found === 'string' ? found : undefined
}

/** As `readPhone`; a number that cannot be one is told with what is wrong about it: 「这个号码有10位，手机号应当是11位」. */
export function phoneIn(text: string): string | Impossible | undefined {
  const t = text
    .normalize('NFKC')
    .slice(0, 1000)
    .replace(/区号[是为:：\s]*(0\d{2,3})[\s,，]*(?:电话|座机|号码)?[是为:：\s]*/g, '$1-')
    .replace(/[(（](0\d{2,3})[)）]/g, '$1-')
    .replace(/\+\s?86[\s-]?|(?<!\d)(?:0086|86)[\s-]?(?=1[3-9]\d)/g, '')
  let wrong: string | undefined
  for (const found of t.matchAll(RUN)) {
    const said = [...found[0]].flatMap((c) => (/\d/.test(c) ? c : (SPOKEN[c] ?? []))).join('')
    // 三五 and 一两 in a story are no figures of a number.
    if (!/\d{3}/.test(found[0]) && said.length < 7) continue
    const digits = said.replace(/^86(?=1[3-9]\d{9}$)/, '')
    const extension = EXTENSION.exec(t.slice(found.index + found[0].length))?.[1]
    const behind = extension === undefined ? '' : `转${[...extension].map((c) => SPOKEN[c] ?? c).join('')}`
    if (/^1[3-9]\d{9}$/.test(digits)) return digits
    if (/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.test(digits)) return digits + behind
    if (/^(?:400|800)\d{7}$/.test(digits)) return digits
    const local = /^[2-9]\d{6,7}$/.test(digits) && /电话|座机|固话|号码|打/.test(t)
    if (local || (/^[2-9]\d{6,7}$/.test(digits) && digits.length === said.length && bareOf(t) === digits))
      return digits + behind
    wrong ??= amiss(digits)
  }
  return wrong === undefined ? undefined : { impossible: wrong }
}

const bareOf = (t: string) => t.replace(/[\s-]/g, '')

/** What is wrong with a number, in a sentence; undefined for what was hardly meant as one. */
function amiss(digits: string): string | undefined {
  const n = digits.length
  if (n < 5 || n > 14) return undefined
  if (/^1/.test(digits) && n !== 11)
    return `这个号码有${n}位数字，手机号应当是11位，${n < 11 ? `少了${11 - n}位` : `多了${n - 11}位`}`
  if (/^1/.test(digits)) return `手机号第二位应当是3到9，这个号码是${digits.slice(0, 2)}开头的`
  if (/^0/.test(digits)) return `这个号码有${n}位数字，带区号的座机应当是10到12位，请再核对一下`
  return `这个号码有${n}位数字，手机号应当是11位`
}

/** 13812345678 → 138****5678; the middle of anything longer than six characters is hidden. */
export function maskPhone(phone: string): string {
  return phone.length > 6 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone
}
