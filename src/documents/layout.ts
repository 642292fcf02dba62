/** Half points, as WordprocessingML counts the size of letters. */
export const points = (pt: number): number => pt * 2

/** Exact lines of so many points. `w:line` counts twentieths of a point, so 29 pt is 580. */
export const lines = (pt: number) => ({ line: pt * 20, lineRule: 'exact' as const, before: 0, after: 0 })

/** Twips (twentieths of a point) of millimetres. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440)

/** A4, GB/T 9704-2012 5.1. */
export const pageSize = { width: mm(210), height: mm(297) } as const

/**
 * GB/T 9704-2012 5.2.1: 37 mm over the text, 28 mm left of it, text of 156 by 225 mm. The page number stands 7 mm under the
 * text (7.5), so its line of about 5 mm ends 23 mm over the edge.
 */
export const marginOf = {
  top: mm(37),
  left: mm(28),
  right: mm(210 - 28 - 156),
  bottom: mm(297 - 37 - 225),
  footer: mm(23),
  header: mm(15),
} as const

/** 156 mm. */
export const textWidth = mm(156)

const face = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, cs: name })

/** GB/T 9704-2012 5.2.2, 7.3: body, first and second heading, title, page number. */
export const fonts = {
  body: face('仿宋_GB2312'),
  heading: face('黑体'),
  subheading: face('楷体_GB2312'),
  title: face('方正小标宋简体'),
  number: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' },
}

/** What a machine that lacks a font takes instead (ECMA-376 part 1, 17.8.3.1: `altName`). */
const instead: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,STFangsong',
  楷体_GB2312: '楷体,KaiTi,STKaiti',
  方正小标宋简体: '小标宋,宋体,SimSun',
  黑体: 'SimHei',
  宋体: 'SimSun',
}

/** The part `word/fontTable.xml`: our fonts with what may stand for them; nothing is embedded. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
  instead,
)
  .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
  .join('')}</w:fonts>`

/** The red of a red head. */
export const redHead = 'FF0000'
