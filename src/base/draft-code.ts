import { numberAt, type Place, runs, starred } from './digits.ts'
import { checkDigit, maskReceipts } from './receipt.ts'

/**
 * Draft codes are 16 digits behind a `D`: 15 drawn by the vault and a check digit. None of them checks as a bank card does
 * (Luhn, ISO/IEC 7812-1), so that a card number, which may be evidence, is never taken for one.
 */
const length = 16
const stars = '**** **** **** ****'

/** What stands before a draft code: its letter, or its name. */
const named = /(?:草稿编?[码号]?|(?<![A-Za-z])[dDｄＤ])[\s:：是为「"“(（]{0,4}$/

/** @returns the first draft code in the text as 16 plain digits; absent if there is none. No part of a receipt is one. */
export function readDraftCode(text: string): string | undefined {
  return places(text).find((place) => isDraftCode(place.digits))?.digits
}

/**
 * The text with every draft code replaced by stars, receipts left as they are. A mistyped one is masked too if it is
 * called a draft code; other numbers of 16 digits (cards, orders) are evidence and stay.
 */
export function maskDraftCodes(text: string): string {
  const masked = starred(text, places(text), stars)
  // Of two beside each other, the second one is seen to stand alone only when the first is gone.
  return masked === text ? text : maskDraftCodes(masked)
}

/** The text as it may be kept: no receipt and no draft code in it. */
export function maskCodes(text: string): string {
  return maskDraftCodes(maskReceipts(text))
}

/** True for 16 ASCII digits whose last is the check digit of the others, unless a bank card could have that number. */
export function isDraftCode(digits: string): boolean {
  return /^[0-9]{16}$/.test(digits) && checkDigit(digits) === '0' && !isCard(digits)
}

/** @returns 16 digits as they are shown: `D 4821 7730 9156 2048`. */
export function groupDraftCode(digits: string): string {
  return `D ${digits.match(/.{4}/g)!.join(' ')}`
}

/** True for digits that pass Luhn's check, as the numbers of all bank cards do. */
function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, n) => {
    const value = Number(digit) * (n % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Numbers of 16 digits that are draft codes, or are called so. */
function places(text: string): readonly Place[] {
  return runs(withoutReceipts(text)).flatMap((groups) =>
    groups.flatMap((group, first) => {
      const place = numberAt(groups, first, length)
      if (!place) return []
      if (named.test(text.slice(0, group.from))) return [place]
      return isDraftCode(place.digits) && standsAlone(groups, first) ? [place] : []
    }),
  )
}

/** Receipts, mistyped ones too, give way to as many blanks, so that what is left stands where it stood. */
function withoutReceipts(text: string): string {
  let out = text
  for (const groups of runs(text))
    for (let first = 0; first < groups.length; first++) {
      const twenty = numberAt(groups, first, 20)
      const shown = twenty && text.slice(twenty.from, twenty.to)
      if (!twenty || shown === undefined || maskReceipts(shown) === shown) continue
      out = out.slice(0, twenty.from) + '|'.repeat(shown.length) + out.slice(twenty.to)
    }
  return out
}

/** True if the digits are a number by themselves: all there is between two words, or four groups of four and no fifth. */
function standsAlone(groups: readonly Place[], first: number): boolean {
  if (first === 0 && groups.reduce((sum, group) => sum + group.digits.length, 0) === length) return true
  const four = (group: Place | undefined) => group?.digits.length === 4
  const fours = [0, 1, 2, 3].every((n) => four(groups[first + n]))
  return fours && !four(groups[first - 1]) && !four(groups[first + 4])
}
