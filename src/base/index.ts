export { bareText, evenText, plainText, simplify, wholeNumber } from './chinese.ts'
export { type Authority, authorities, type Cite, type Held, holdings } from './cite.ts'
export {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  lastDayOfMonth,
  weekday,
  workingDaysBetween,
} from './day.ts'
export { Fault } from './fault.ts'
export { readNumber } from './numerals.ts'
export { checkDigit, findReceipts, groupReceipt, isReceipt, maskReceipts, readReceipt } from './receipt.ts'
export { type Refusal, Refused, refusals } from './refused.ts'
