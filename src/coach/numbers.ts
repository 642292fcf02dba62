import type { Span } from './span.ts'

/** A number that belongs to one person only. */
export interface PrivateNumber extends Span {
  readonly is: 'identity' | 'card' | 'phone'
  /** How it is shown: 411****1234. */
  readonly masked: string
}

/** Digits with a blank or a hyphen at most between two of them, and the X an identity number may end in. */
const RUNS = /(?<![\da-z])\d(?:[ \-\u3000]?\d){6,24}(?:[ -]?x(?![a-z]))?(?![\da-z])/g
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const IDENTITY = /身份证?(?:号码?|是|为|[:： ])*$|证件号码?(?:是|为|[:： ])*$|身份号码?(?:是|[:： ])*$/
const CARD =
  /(?:银行|储蓄|工资|社保|农信|信用|惠农|存折|一卡通)?卡(?:号|里|上|片)?(?:码|尾号|是|为|[:： ])*$|账户?(?:号)?(?:是|为|[:： ])*$|帐户?(?:号)?(?:是|为|[:： ])*$|(?:工行|农行|建行|中行|邮储|信用社|农商行|招行)(?:账号|卡号|卡|的|是|[:： ])*$/
const PAPER =
  /(?:合同|编号|文号|订单|单号|流水号?|凭证|回执|发票|项目|批号|档案|工单|案号|快递|运单|票号|代码|税号|信用代码|许可证|执照|序列号|宗地|房产证)[^，。,\d]{0,6}$/

/**
 * Identity numbers (18 figures with a right check digit, 15 with a possible birthday), bank cards (16 to 19 figures, Luhn)
 * and mobile phones. A number that is called one in words is one, even mistyped. Sums, dates, contract numbers are not.
 *
 * @param plain evened text
 */
export function privateNumbers(plain: string): readonly PrivateNumber[] {
  const out: PrivateNumber[] = []
  for (const match of plain.matchAll(RUNS)) {
    const typed = match[0]
    const number = typed.replace(/[ \-\u3000]/g, '')
    const before = plain.slice(Math.max(0, match.index - 16), match.index)
    const is = kindOf(number, before)
    if (is !== undefined) out.push({ is, from: match.index, to: match.index + typed.length, masked: stars(number) })
  }
  return out
}

function kindOf(number: string, before: string): PrivateNumber['is'] | undefined {
  if (IDENTITY.test(before) && number.length >= 14 && number.length <= 19) return 'identity'
  if (PAPER.test(before)) return undefined
  if (isIdentity(number)) return 'identity'
  if (/^\d{15,21}$/.test(number) && number.length !== 20 && CARD.test(before)) return 'card'
  if (/^[3-69]\d{15,18}$/.test(number) && luhn(number)) return 'card'
  return /^1[3-9]\d{9}$/.test(number) ? 'phone' : undefined
}

/** GB 11643: 17 figures and a check digit; the older form has 15 and a year of two figures. */
function isIdentity(number: string): boolean {
  if (/^\d{15}$/.test(number)) return birthday(`19${number.slice(6, 12)}`)
  if (!/^[1-9]\d{16}[\dx]$/.test(number) || !birthday(number.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10x98765432'[sum % 11] === number[17]
}

const birthday = (day: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(day)

/** The check sum of ISO/IEC 7812. */
function luhn(number: string): boolean {
  let sum = 0
  for (const [at, digit] of [...number].reverse().entries()) {
    const twice = Number(digit) * (at % 2 === 0 ? 1 : 2)
    sum += twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

const stars = (number: string): string => `${number.slice(0, 3)}****${number.slice(-4).toUpperCase()}`
