import { readNumber, wholeNumber } from '../base/index.ts'

const day =
  /((?:19|20)\d\d|[〇零○一二三四五六七八九]{4})\s?[年\-/.]\s?([\d一二三四五六七八九十]{1,3})\s?[月\-/.]\s?([\d一二三四五六七八九十]{1,3})\s?日?/

/** The first day named in a text, as an ISO day; absent where none is or it is on no calendar. */
export function dateIn(text: string): string | undefined {
  const found = day.exec(text.normalize('NFKC'))
  if (!found) return undefined
  const year = readNumber(found[1]!.replaceAll('○', '〇'))
  const month = wholeNumber(found[2]!)
  const date = wholeNumber(found[3]!)
  if (year === undefined || month === undefined || date === undefined || month < 1 || month > 12) return undefined
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  if (date < 1 || date > length) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** A line that is a day and nothing else, as under a signature. */
export function lineIsDate(line: string): boolean {
  if (line.length > 30) return false
  const plain = line.normalize('NFKC').replace(/\s+/g, '')
  const found = day.exec(plain)
  return found !== null && found[0].length === plain.replace(/印发$/, '').length
}
