import type { OriginalText, Passage } from '../../src/originals/index.ts'

/** What a fixture says of itself; the rest has a default. */
export type Says = Partial<Omit<OriginalText, 'text' | 'passages'>>

/**
 * A made-up original. One paragraph a line: `第X条 …` begins article X, `第X章 …` a chapter, `（一）…` an item of the article or
 * paragraph before; anything else is a paragraph. Read here by a plain rule of its own, so that these tests hang on no reader of files.
 */
export function original(lines: readonly string[], says: Says = {}): OriginalText {
  const text = lines.join('\n')
  const passages: Passage[] = []
  let [start, article, item, plain, chapter] = [0, '', 0, 0, '']
  for (const line of lines) {
    const end = start + line.length
    const number = /^第([一二三四五六七八九十百]+)条/u.exec(line)?.[1]
    if (/^第[一二三四五六七八九十]+章/u.test(line)) chapter = line
    else {
      if (number !== undefined) [article, item] = [String(numeral(number)), 0]
      const isItem = /^（[一二三四五六七八九十]+）/u.test(line) && article !== ''
      if (isItem) item++
      else if (number === undefined) plain++
      const place = number !== undefined || isItem ? article : ''
      passages.push({
        id: place === '' ? `p${plain}` : isItem ? `a${place}.${item}` : `a${place}`,
        label: place === '' ? `第${plain}段` : isItem ? `第${place}条第${item}项` : `第${place}条`,
        path: chapter === '' ? [] : [chapter],
        ...(place === '' ? {} : { article: place }),
        text: line,
        start,
        end,
      })
    }
    start = end + 1
  }
  return {
    id: 't1',
    edition: 1,
    title: '青禾市晒谷场管理规定',
    issuer: '青禾市人民政府',
    region: '全国',
    authority: '正式条文',
    carries: {},
    ...says,
    text,
    passages,
  }
}

function numeral(written: string): number {
  const digit = (c: string | undefined) => (c ? '零一二三四五六七八九'.indexOf(c) : 0)
  const [, hundreds, tens, ones] = /^(?:(.)百)?(?:零)?(?:(.?)十)?(.)?$/u.exec(written) ?? []
  return digit(hundreds) * 100 + (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}
