const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  仨: 3,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
  幺: 1,
  廿: 20,
  卅: 30,
}
const units: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
  萬: 10_000,
  w: 10_000,
  k: 1000,
  亿: 100_000_000,
  億: 100_000_000,
}

const NUMERAL = /^[零〇一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖幺廿卅十拾百佰千仟万萬wk亿億\d.]+$/

/**
 * Reads a number in Arabic or Chinese figures, or mixed: `3`, `3.5万`, `四十二`, `壹拾万`, `两千三`, `3千2`, `二〇二五`, `廿三`.
 *
 * @returns the number, or `undefined` if the text is anything else.
 */
export function readNumber(text: string): number | undefined {
  const t = text.normalize('NFKC').toLowerCase().replaceAll(',', '')
  if (/^\d+(\.\d+)?$/.test(t)) return Number(t)
  // No number anybody says is longer, and no figure beyond it is exact.
  if (t.length > 24 || !NUMERAL.test(t)) return undefined
  if (/^[零〇一二三四五六七八九幺]{2,}$/.test(t)) return Number([...t].map((c) => digits[c]).join(''))
  return counted(t)
}

/** A counting number without a fraction: the number of an article or an item. @returns absent if the text is none. */
export function wholeNumber(numeral: string): number | undefined {
  const n = readNumber(numeral)
  return n !== undefined && Number.isSafeInteger(n) ? n : undefined
}

/** Figures and units in turn; 万 and 亿 multiply all that stands before them. */
function counted(t: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 1
  for (const part of t.match(/\d+(?:\.\d+)?|\D/g) ?? []) {
    const unit = units[part]
    if (unit === undefined) {
      const figure = digits[part] ?? Number(part)
      // 五六 and 3.4.5 are no numbers; 零 only holds a place.
      if (Number.isNaN(figure) || (digit !== undefined && digit !== 0 && digit < 20)) return undefined
      digit = (digit ?? 0) + figure
      if (figure === 0) lastUnit = 10
    } else if (unit >= 10_000) {
      if (digit === undefined && section === 0 && total === 0) section = 1
      total = (total + section + (digit ?? 0)) * unit
      section = 0
      digit = undefined
      lastUnit = unit
    } else {
      section += (digit ?? 1) * unit
      digit = undefined
      lastUnit = unit
    }
  }
  // 两千三 is 2300, 三万五 is 35000: a lone last digit counts in tenths of the unit before it.
  const tail = digit === undefined ? 0 : lastUnit >= 100 && digit < 10 ? (digit * lastUnit) / 10 : digit
  // 0.1 + 0.2 of a 万 must not show its binary tail.
  return Math.round((total + section + tail) * 100) / 100
}

const chinese = [...'零一二三四五六七八九']

/** A counting number as articles are counted: 十二, 一百零三, 一千二百六十. Up to 9999; what lies beyond comes out in Arabic digits. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) return String(n)
  let out = ''
  let skipped = false
  for (const [unit, name] of places) {
    const figure = Math.floor(n / unit) % 10
    if (figure === 0) skipped = out !== ''
    else {
      out += (skipped ? '零' : '') + chinese[figure] + name
      skipped = false
    }
  }
  return out.replace(/^一十/, '十')
}

const places = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const
