import { readNumber } from '../base/index.ts'

const FIGURES = '[\\d零〇○一二三四五六七八九十百]'
const YEAR = `(?:[〔\\[【(（〈<「]\\s?(?<year>(?:19|20)\\d{2}|[一二][九〇零○][零〇○一二三四五六七八九]{2})年?\\s?[〕\\]】)）〉>」]|(?<plain>(?:19|20)\\d{2}|[二][〇零○][零〇○一二三四五六七八九]{2})\\s?年?(?:第|[-—－])|(?<loose>(?:19|20)\\d{2})年)`
const NUMBER = new RegExp(
  `(?<word>[\\p{Script=Han}]{0,10}?)?${YEAR}\\s?第?\\s?(?<n>${FIGURES}{1,5})\\s?(?<mark>号|期|次|份)?|第\\s?(?<only>${FIGURES}{1,5})\\s?(?<onlyMark>号|期|次)(?!楼|线|院|车|机|位|桌)|(?:纪要|文件|通知|批复|决定|会议|函|文号|编号)[是为:：第]{0,2}\\s?(?<after>${FIGURES}{1,5})\\s?(?<afterMark>号|期)`,
  'u',
)

/**
 * The number of a document: 〔2026〕41号, [2026]41号 and 2026年第41号 give 〔2026〕41号, 许办[2026]5号 gives 许办〔2026〕5号;
 * 第41号 and 纪要41号 stay without a year; 第3期 and 2026年第3期 keep their 期.
 *
 * @returns undefined if the words hold no number of a document.
 */
export function readNumberOf(text: string): string | undefined {
  const t = text.normalize('NFKC').slice(0, 400)
  const found = NUMBER.exec(t)?.groups
  if (!found) return undefined
  const { word, year, plain, loose, n, mark, only, onlyMark, after, afterMark } = found
  const digits = (words: string | undefined) =>
    words === undefined ? undefined : String(readNumber(words.replaceAll('○', '零').replace(/^0+(?=\d)/, '')) ?? words)
  const of = digits(year ?? plain ?? loose)
  // 2026年8号 is as well a day said short; a year and a number need their mark.
  if (of !== undefined && n !== undefined) {
    if (loose !== undefined && mark === undefined) return undefined
    // A serial keeps its 年第…期, which is how it is printed; a document its issuing mark, without which it is another one.
    if (year === undefined && mark === '期') return `${of}年第${digits(n)}期`
    return `${year === undefined ? '' : issuing(word ?? '')}〔${of}〕${digits(n)}${mark ?? '号'}`
  }
  if (only !== undefined) return `第${digits(only)}${onlyMark}`
  return after === undefined ? undefined : `第${digits(after)}${afterMark}`
}

/** Words before a number that are no mark of who issued it. */
const NO_MARK =
  /^.*(?:纪要|会议|文件|通知|文号|编号|批复|决定|号码|开完|开过|完会|根据|依据|按照|我们|俺们|单位|局里|县里|市里|这个|那个|[是为叫的了在第有按过给说到和跟就])/u
const NONE_ITSELF =
  /^(?:班子会?|党组会?|党委会?|专题会|常务会|办公会|局务会|例会|会上?|号|文|字|发|函)$|[局厅院]$|(?:人民)?政府$/u

/** 禹交党 of 禹交党〔2026〕17号; nothing of 纪要〔2026〕17号. */
function issuing(word: string): string {
  const mark = word.replace(NO_MARK, '')
  return mark.length >= 2 && mark.length <= 8 && !NONE_ITSELF.test(mark) ? mark : ''
}
