import { chineseNumeral } from '../base/index.ts'

/** A counting number written as Word's `w:numFmt` says (ECMA-376 part 1, 17.18.59); formats we do not know come out in Arabic digits. */
export function inFormat(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'koreanCounting':
      return chineseNumeral(n)
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chineseNumeral(n).replace(/[一二三四五六七八九十百千]/g, (figure) => legal[figure] ?? figure)
    case 'ideographTraditional':
      return [...'甲乙丙丁戊己庚辛壬癸'][n - 1] ?? String(n)
    case 'ideographZodiac':
      return [...'子丑寅卯辰巳午未申酉戌亥'][n - 1] ?? String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`
    case 'decimalEnclosedParen':
      return `(${n})`
    case 'decimalEnclosedFullstop':
      return `${n}.`
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'bullet':
    case 'none':
      return ''
    default:
      return String(n)
  }
}

const legal: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
}

/** Word counts A … Z, AA, BB, CCC. */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n)
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  let left = n
  let out = ''
  for (const [value, sign] of romans)
    while (left >= value) {
      out += sign
      left -= value
    }
  return out
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const
