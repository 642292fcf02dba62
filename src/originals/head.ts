import { addDays, plainText, simplify } from '../base/index.ts'
import { cleaned } from './boilerplate.ts'
import { dateIn, lineIsDate } from './dates.ts'
import type { TextHead } from './types.ts'

/** A place as the library knows it. */
export interface KnownPlace {
  /** `许昌市` */
  readonly name: string
  /** `许昌` */
  readonly short: string
  /** The place it lies in. */
  readonly within?: string
}

/** Lines of a head, and of the signature at the end. */
const top = 15
const bottom = 6
const office =
  /(?:委员会|办公室|办公厅|纪委监委|纪检监察工委|监委|纪委|市委|省委|县委|区委|党组|工委|政府|国务院|人大常委会|常务委员会|组织部|宣传部|法院|检察院|局|厅|部|院)$/
const named =
  /(?:办法|条例|规定|细则|意见|通知|方案|规则|准则|法|决定|通报|清单|制度|解释|规程|要点|措施|公告|答记者问|机制|指引)(?:[(（][^()（）]{1,20}[)）])?$/
const fileNumber =
  /(?:[\p{Script=Han}]{1,12}[〔[(（【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?(?:第\s?)?\d{1,4}\s?号|令\s?第?\s?\d{1,4}\s?号)$/u

/**
 * What a text says of itself. What cannot be read for certain is absent, to be asked for.
 *
 * @param text as extracted, with the lines `structure` drops (来源, date of a web page).
 * @param places among which the region is looked for.
 */
export function headOf(text: string, places: readonly KnownPlace[]): TextHead {
  const { text: kept, dropped } = cleaned(text)
  const lines = kept === '' ? [] : kept.split('\n')
  const first = lines.slice(0, top)
  const last = lines.slice(Math.max(first.length, lines.length - bottom))
  const title = titleOf(first)
  const issuer = issuerOf(first, last, title)
  const region = regionOf(title, issuer, kept, places)
  const number = first.map(numberIn).find((each) => each !== undefined)
  const issued = issuedOf(first, last, dropped)
  const from = fromOf(kept, issued)
  const until = untilOf(kept, from ?? issued)
  return {
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(region === undefined ? {} : { region }),
    ...(number === undefined ? {} : { number }),
    ...(issued === undefined ? {} : { issued }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

/** The first line that is no paper's name, number, office or day, with the lines a long title runs over; absent where the text begins at once. */
function titleOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex(
    (line) =>
      !office.test(simplify(line)) &&
      !/文件$/.test(line) &&
      numberIn(line) === undefined &&
      !lineIsDate(line) &&
      !/^[(（]/.test(line),
  )
  let title = lines[at]
  if (title === undefined || !isName(title) || title.length < 4 || /^第.{1,8}[条條章]/.test(title)) return undefined
  // 关于规范报备工作的 / 实施办法: what is not yet called as texts are called, and is in the middle of a phrase, goes on.
  for (const next of lines.slice(at + 1, at + 3)) {
    if (named.test(simplify(title)) || !/关于|關於|[的和与、]$/.test(title) || !isName(next) || next.length > 40) break
    title += next
  }
  return title.replace(/[\s\u3000]+/g, ' ')
}

function isName(line: string): boolean {
  return line.length <= 80 && !/[。；;！!，,：:]$|[。；]/.test(line) && !lineIsDate(line)
}

/** Who signs at the end above the date, whose paper it is (…文件), or who the title begins with. */
function issuerOf(first: readonly string[], last: readonly string[], title: string | undefined): string | undefined {
  const dated = last.findIndex(lineIsDate)
  const signed = dated > 0 ? last[dated - 1]! : undefined
  if (signed !== undefined && signed.length <= 40 && office.test(simplify(signed))) return signed
  const paper = first.find((line) => line.length <= 40 && /文件$/.test(line) && office.test(line.slice(0, -2)))
  if (paper !== undefined) return paper.slice(0, -2)
  const above = first.slice(0, 4).find((line) => line.length <= 40 && line !== title && office.test(simplify(line)))
  if (above !== undefined) return above
  const begins = /^(.{2,30}?)关于/.exec(title ?? '')?.[1]?.trim()
  return begins !== undefined && office.test(begins) ? begins : undefined
}

function numberIn(line: string): string | undefined {
  return line.length > 40 ? undefined : fileNumber.exec(line.trim())?.[0].replace(/\s+/g, '')
}

/** The narrowest place of the title, else of the issuer, else of the titles the text names; absent where two are named that do not lie within each other. */
function regionOf(
  title: string | undefined,
  issuer: string | undefined,
  text: string,
  places: readonly KnownPlace[],
): string | undefined {
  for (const words of [title, issuer]) {
    if (words === undefined) continue
    const plain = plainText(words)
    if (/^《?(?:中华人民共和国|中国共产党)/.test(plain)) return '全国'
    const found = narrowest(plain, places)
    if (found !== undefined) return found
  }
  const titles = new Set(
    [...text.slice(0, 200_000).matchAll(/《([^《》]{6,60})》/g)].map(([, each]) => plainText(each!)),
  )
  const named = new Set([...titles].flatMap((each) => narrowest(each.slice(0, 12), places) ?? []))
  return named.size === 1 ? [...named][0] : undefined
}

function narrowest(plain: string, places: readonly KnownPlace[]): string | undefined {
  const found = places.filter(({ name, short }) => plain.includes(name) || plain.includes(short))
  const outer = new Set(found.flatMap(({ within }) => within ?? []))
  const inner = found.filter(({ name }) => !outer.has(name))
  return inner.length === 1 ? inner[0]!.name : undefined
}

function issuedOf(first: readonly string[], last: readonly string[], dropped: readonly string[]): string | undefined {
  const signed = last.find(lineIsDate)
  if (signed !== undefined) return dateIn(signed)
  // （2023年5月6日临江市…会议通过）
  const passed = first.find((line) => /^[(（].{6,200}(?:通过|发布|公布|印发)/.test(line))
  if (passed !== undefined) return dateIn(passed)
  const alone = first.find(lineIsDate)
  if (alone !== undefined) return dateIn(alone)
  return dropped.map((line) => dateIn(line)).find((day) => day !== undefined)
}

function fromOf(text: string, issued: string | undefined): string | undefined {
  const said = /自([^。；，\n]{4,20}日)起(?:施行|实施|执行|生效)/.exec(text)?.[1]
  if (said === undefined) return undefined
  return /(?:发布|公布|印发)之日$/.test(said) ? issued : dateIn(said)
}

function untilOf(text: string, from: string | undefined): string | undefined {
  const said = /有效期(?:限)?(?:至|到|截至|截止到?)([^。；，\n]{4,20}日)/.exec(text)?.[1]
  if (said !== undefined) return dateIn(said)
  const years = /有效期(?:限)?(?:为)?\s?([1-9一二三四五])\s?年/.exec(text)?.[1]
  if (years === undefined || from === undefined) return undefined
  const count = /\d/.test(years) ? Number(years) : '一二三四五'.indexOf(years) + 1
  // Of 2月29日 the year after knows none: the day before the first of March is right.
  const end = `${Number(from.slice(0, 4)) + count}${from.slice(4) === '-02-29' ? '-03-01' : from.slice(4)}`
  return addDays(end, -1)
}
