import { gap, numberAt, type Place, runs, starred } from './digits.ts'

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
  return starred(text, places(text), stars).replace(fiveGroups, stars)
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

/**
 * Stretches of 20 digits that check and that begin and end where a group of digits does. They may overlap: one number in
 * ten checks by chance, so `2026 4821 …` can hold two readings, and both must be masked.
 */
function places(text: string): readonly Place[] {
  return runs(text).flatMap((groups) =>
    groups.flatMap((_, first) => {
      const place = numberAt(groups, first, 20)
      return place && isReceipt(place.digits) ? [place] : []
    }),
  )
}
