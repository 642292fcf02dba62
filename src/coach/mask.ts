import { even } from './even.ts'
import { privateNumbers } from './numbers.ts'

/**
 * The text with identity and bank card numbers hidden but for their first three and last four figures: 身份证 411****1234.
 * Phones stay: the reporter's own is needed, others' are masked in the rewrite.
 */
export function maskNumbers(text: string): string {
  let out = ''
  let done = 0
  for (const number of privateNumbers(even(text))) {
    if (number.is === 'phone') continue
    out += text.slice(done, number.from) + number.masked
    done = number.to
  }
  return out + text.slice(done)
}
