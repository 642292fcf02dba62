export { bareText, evenText, plainText, simplify, traditional } from './chinese.ts'
export { type Authority, authorities, type Cite, type Held, holdings } from './cite.ts'
export {
  addDays,
  addMonths,
  addWorkingDays,
  type Calendar,
  daysBetween,
  isWorkingDay,
  lastDayOfMonth,
  weekday,
  workingDaysBetween,
} from './day.ts'
export { groupDraftCode, isDraftCode, maskCodes, maskDraftCodes, readDraftCode } from './draft-code.ts'
export { Fault } from './fault.ts'
export { type MoonDay, moonOf } from './moon.ts'
export { chineseNumeral, readNumber, wholeNumber } from './numerals.ts'
export { readingsOf } from './pinyin.ts'
export { checkDigit, findReceipts, groupReceipt, isReceipt, maskReceipts, readReceipt } from './receipt.ts'
export { type Refusal, Refused, refusals } from './refused.ts'
