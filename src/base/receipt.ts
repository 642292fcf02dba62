/** Receipts are 20 digits: 19 drawn by the vault and a check digit. Nothing here knows whether one was ever issued. */

/**
 * Damm's table: catches every single wrong digit and every swap of two neighbours, the two slips people make
 * when they copy a number (H. M. Damm, Total anti-symmetrische Quasigruppen, 2004, p. 111).
 */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** What people put between digits: spaces of any width, hyphens of any script, dots, commas; never more than three at once. */
const gap = String.raw`[\s\u200b-\u200d\u2060\ufeff\-‐-―－−_·.．,，、]{1,3}`
const run = new RegExp(`[0-9０-９]+(?:${gap}[0-9０-９]+)*`, 'g')
const fiveGroups = new RegExp(`(?<![0-9０-９])[0-9０-９]{4}(?:${gap}[0-9０-９]{4}){4}(?![0-9０-９])`, 'g')
const stars = '**** **** **** **** ****'

/** @returns the first receipt in the text as 20 plain digits; absent if none has a right check digit. */
export function readReceipt(text: string): string | undefined {
  return findReceipts(text)[0]
}

/** @returns every receipt in the text, in order, as 20 plain digits with a right check digit. */
export function findReceipts(text: string): readonly string[] {
  return places(text).map((place) => place.digits)
}

/**
 * The text with every receipt replaced by stars. A mistyped one is masked too if it stands in five groups of four;
 * other numbers of 20 digits (an invoice, an account) are evidence and stay.
 */
export function maskReceipts(text: string): string {
  let out = ''
  let done = 0
  for (const place of places(text)) {
    if (place.from >= done) out += text.slice(done, place.from) + stars
    done = place.to
  }
  return (out + text.slice(done)).replace(fiveGroups, stars)
}

/** True for 20 ASCII digits whose last is the check digit of the others. */
export function isReceipt(digits: string): boolean {
  return /^[0-9]{20}$/.test(digits) && checkDigit(digits) === '0'
}

/** @returns the digit that, put behind `digits` (ASCII), makes them check; `0` if they check already. */
export function checkDigit(digits: string): string {
  let interim = '0'
  for (const digit of digits) interim = damm[Number(interim)]![Number(digit)]!
  return interim
}

/** @returns 20 digits as they are shown: `4821 7730 9156 2048 3175`. */
export function groupReceipt(digits: string): string {
  return digits.match(/.{4}/g)!.join(' ')
}

interface Place {
  readonly digits: string
  readonly from: number
  readonly to: number
}

/**
 * Stretches of 20 digits that check and that begin and end where a group of digits does. They may overlap: one number in
 * ten checks by chance, so `2026 4821 …` can hold two readings, and both must be masked.
 */
function places(text: string): readonly Place[] {
  const found: Place[] = []
  for (const match of text.matchAll(run)) {
    const groups = [...match[0].matchAll(/[0-9０-９]+/g)].map((group) => ({
      digits: group[0].replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
      from: match.index + group.index,
      to: match.index + group.index + group[0].length,
    }))
    for (let first = 0; first < groups.length; first++) {
      const place = startingAt(groups, first)
      if (place) found.push(place)
    }
  }
  return found
}

/** @returns the receipt that begins with the group numbered `first`, if there is one. */
function startingAt(groups: readonly Place[], first: number): Place | undefined {
  let digits = ''
  for (let next = first; next < groups.length && digits.length < 20; next++) {
    digits += groups[next]!.digits
    if (isReceipt(digits)) return { digits, from: groups[first]!.from, to: groups[next]!.to }
  }
  return undefined
}
