const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
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
  亿: 100_000_000,
  億: 100_000_000,
}

/**
 * Reads a whole number in Arabic or Chinese figures, or mixed: `3`, `3.5万`, `四十二`, `壹拾万`, `两千三`, `二〇二五`.
 *
 * @returns the number, or `undefined` if the text is anything else.
 */
export function readNumber(text: string): number | undefined {
  const t = text.normalize('NFKC').toLowerCase().replaceAll(',', '')
  if (/^\d+(\.\d+)?$/.test(t)) return Number(t)
  if (/^[零〇一二三四五六七八九幺]{2,}$/.test(t)) return Number([...t].map((c) => digits[c]).join(''))
  const mixed = /^(\d+(?:\.\d+)?)(千|百)?([万萬w]|亿|億)?$/.exec(t)
  if (mixed) return Number(mixed[1]) * (units[mixed[2] ?? ''] ?? 1) * (units[mixed[3] ?? ''] ?? 1)
  return chinese(t)
}

function chinese(t: string): number | undefined {
  if (t === '' || !/^[零〇一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]+$/.test(t)) return undefined
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 1
  for (const c of t) {
    const unit = units[c]
    if (unit === undefined) {
      digit = digits[c] ?? 0
      if (c === '零' || c === '〇') lastUnit = 10
    } else if (unit >= 10_000) {
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
  const tail = digit === undefined ? 0 : lastUnit >= 100 ? (digit * lastUnit) / 10 : digit
  return total + section + tail
}
