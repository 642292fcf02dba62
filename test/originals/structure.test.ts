import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaned, introOf, type Piece, passagesOf, structure } from '../../src/originals/index.ts'
import { interview, prose, regulation } from './texts.ts'

const shown = (text: string) => passagesOf(structure(text)).map(({ id, label, text: words }) => [id, label, words])
const idsOf = (text: string) => passagesOf(structure(text)).map(({ id }) => id)

describe('a regulation', () => {
  const passages = passagesOf(structure(regulation))
  const at = (id: string) => passages.find((passage) => passage.id === id)

  test('is taken apart by article, paragraph and item', () => {
    expect(shown(regulation).filter(([id]) => id!.startsWith('a3'))).toEqual([
      ['a3.1', '第三条第一款', '有下列情形之一的，可以报备：'],
      ['a3.1.1', '第三条第一款第（一）项', '（一）头一回做、没有先例的；'],
      ['a3.1.2', '第三条第一款第（二）项', '（二）按期完成有困难，并且：'],
      ['a3.1.2.1', '第三条第一款第（二）项第1目', '1．已经请示过的；'],
      ['a3.1.2.2', '第三条第一款第（二）项第2目', '2．请示没有答复的；'],
      ['a3.1.3', '第三条第一款第（三）项', '（三）其他确有必要的。'],
      ['a3.2', '第三条第二款', '前款第三项由办公室认定。'],
      ['a3-1.1', '第三条之一', '报备应当在动手以前五日提出。'],
    ])
    expect(at('a3.1.2')).toMatchObject({ article: '3', path: ['第二章　报备', '第一节　程序'] })
    expect(introOf(at('a3.1.3')!, passages)?.text).toBe('有下列情形之一的，可以报备：')
  })

  test('talk of an article is no article', () => {
    expect(at('a4.2')?.text).toBe('第十一条规定的情形不在此限。')
    expect(at('a11.1')).toBeUndefined()
  })

  test('has no piece twice for its table of contents', () => {
    const titles: string[] = []
    const walk = (piece: Piece): void => {
      if (piece.level === '章' || piece.level === '节') titles.push(piece.title ?? '')
      piece.children.forEach(walk)
    }
    structure(regulation).pieces.forEach(walk)
    expect(titles).toEqual(['总则', '报备', '程序', '附则'])
  })

  test.each([
    ['traditional', '第三條　甲。\n第一百二十條之一　乙。', ['a3.1', 'a120-1.1']],
    [
      'large numbers and circles',
      '第一千二百六十条 甲。\n第一千二百六十一条 乙。\n第一○二条 丙。\n第〇条 丁。',
      ['a1260.1', 'a1261.1', 'a102.1', 'a102.2'],
    ],
    ['Arabic figures and blanks', '第 3 条 甲。\n第４条 乙。', ['a3.1', 'a4.1']],
    [
      'signs in one character',
      '第一条 甲：\n㈠乙；\n①丙；\n②丁。\n㈡戊。',
      ['a1.1', 'a1.1.1', 'a1.1.1.1', 'a1.1.1.2', 'a1.1.2'],
    ],
    [
      'half-width brackets and figures',
      '第一条 甲：\n(一)乙；\n(1)丙；\n１．丁；\n(二)戊。',
      ['a1.1', 'a1.1.1', 'a1.1.1.1', 'a1.1.1.1.1', 'a1.1.2'],
    ],
    ['a name in brackets', '第一条【目的】甲。\n第二条【范围】乙。', ['a1.1', 'a2.1']],
    ['one number twice', '第一条 甲。\n第一条 乙。', ['a1.1', 'a1.1~2']],
  ])('is read with %s', (_what, text, ids) => {
    expect(idsOf(text)).toEqual(ids)
  })
})

describe('an interview', () => {
  test('is taken apart by question, answer and point, and names the text it is about', () => {
    expect(shown(interview)).toEqual([
      ['p1', '第1段', '近日，临江市印发了报备办法，有关负责人回答了记者提问。'],
      ['q1.a', '第1问', '主要有两点考虑。'],
      ['q1.a.1', '第1问第（一）点', '一是让想干事的人心里有底；'],
      ['q1.a.2', '第1问第（二）点', '二是让管事的人手里有尺。'],
      ['q1.a.p2', '第1问第2段', '说到底，是把丑话说在前面。'],
      ['q2.a', '第2问', '有下列情形之一的，可以报备：'],
      ['q2.a.1', '第2问第（一）点', '(一)头一回做、没有先例的。'],
      ['q2.a.1.p1', '第2问第（一）点第1段', '这里的先例，是指本市的先例。'],
      ['q2.a.2', '第2问第（二）点', '(二)按期完成确有困难的；'],
      ['q2.a.3', '第2问第（三）点', '(三)其他确有必要的。'],
      ['q2.a.p2', '第2问第2段', '不符合上面情形的，不予报备。'],
      ['q3.a', '第3问', '由作出处理的单位来做，每半年不少于一次。'],
    ])
    expect(passagesOf(structure(interview)).at(-1)?.path).toEqual(['就《临江市回访办法》答记者问', '回访由谁来做？'])
  })

  test('loses the bars of its site, and tells which lines went', () => {
    expect(cleaned(interview).dropped).toEqual([
      '进入适老模式 无障碍阅读',
      '2024-05-06 09:30    来源：临江日报',
      '（责编：某某）',
      '微信“扫一扫”关注我们',
    ])
  })

  test('is read in traditional, with 問 and 答 and without 答 at all', () => {
    expect(idsOf('問：甲？\n答：乙。\n問：丙？\n丁。\n戊。')).toEqual(['q1.a', 'q2.a', 'q2.a.p2'])
  })
})

describe('prose', () => {
  test('is taken apart by its titles, parts and points', () => {
    expect(shown(prose).map(([id, label]) => [id, label])).toEqual([
      ['p1', '第1段'],
      ['p2', '第2段'],
      ['s1.p1', '第一部分第1段'],
      ['s1.1.p1', '第一部分第（一）点第1段'],
      ['s1.2.p1', '第一部分第（二）点第1段'],
      ['s2.p1', '第二部分第1段'],
      ['s2.p1.p1', '第二部分第1段第1段'],
      ['s2.p1.p1.1', '第二部分第1段第1段第（一）点'],
      ['s2.p1.p1.2', '第二部分第1段第1段第（二）点'],
      ['s2.p1.p2', '第二部分第1段第2段'],
      ['s3', '第（三）点'],
    ])
  })

  test('keeps the lines of a list of names as words and not as titles', () => {
    expect(passagesOf(structure('名单\n甲某某\n乙某某\n丙某某')).map(({ text }) => text)).toContain('丙某某')
  })
})

/** Lines made of what structure looks for, in any order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '第一编 总',
        '第二章',
        '第一节 x',
        '第三条 甲：',
        '第三条之一',
        '（一）甲；',
        '(二)',
        '1. 乙',
        '１．丙',
        '①丁',
        '㈠戊',
        '一、己',
        '问：',
        '答：庚',
        '目录',
        '附件1',
        '一是甲；二是乙。',
        '在甲方面。一是乙；二是丙。在丁方面。',
        '分享',
        '',
        '  ',
        '第第第条条',
        '。',
        '\ud800',
        '\u0000',
        '（',
        '【问】',
        'a'.repeat(200),
        '第'.repeat(50),
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    { maxLength: 60 },
  )
  .map((lines) => lines.join('\n'))

describe('any text', () => {
  test('is never lost: pieces lie in order within their parents, and passages are its own words', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const { text, pieces } = structure(source)
        const walk = (children: readonly Piece[], start: number, end: number): string => {
          let out = ''
          let at = start
          for (const piece of children) {
            expect(piece.start).toBeGreaterThanOrEqual(at)
            expect(piece.end).toBeGreaterThanOrEqual(piece.start)
            expect(piece.end).toBeLessThanOrEqual(end)
            out += text.slice(at, piece.start) + walk(piece.children, piece.start, piece.end)
            at = piece.end
          }
          return out + text.slice(at, end)
        }
        expect(walk(pieces, 0, text.length)).toBe(text)
        const passages = passagesOf({ text, pieces })
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
        let last = 0
        for (const passage of passages) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text)
          expect(passage.start).toBeGreaterThanOrEqual(last)
          last = passage.end
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is all there but for blank lines and what was dropped, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const { text } = structure(source)
        const { dropped } = cleaned(source)
        const lines = source
          .split(/\r\n?|[\n\u2028\u2029\u0085\f\v]/)
          .map((line) => line.trim())
          .filter(Boolean)
        expect(text.split('\n').filter(Boolean).length + dropped.length).toBe(lines.length)
        expect(structure(text)).toEqual(structure(source))
      }),
      { numRuns: 200 },
    )
  })

  test('with a sentence in it has that sentence in a passage', () => {
    for (const source of [regulation, interview, prose]) {
      const passages = passagesOf(structure(source))
      const text = passages.map((passage) => passage.text).join('\n')
      for (const line of structure(source).text.split('\n'))
        if (line.endsWith('。')) expect(text).toContain(line.slice(-9))
    }
  })

  test.each([
    ['items', (n: number) => `第一条 甲：\n${'（一）乙；\n1. 丙；\n'.repeat(n)}`],
    ['one long line of items', (n: number) => '一是甲；二是乙；'.repeat(n)],
    ['headings', (n: number) => '第一章 甲\n第二章 乙\n'.repeat(n)],
    ['questions', (n: number) => '问：甲？\n'.repeat(n)],
    ['openings', (n: number) => '（'.repeat(n)],
    ['blanks', (n: number) => `${' '.repeat(n)}甲\u3000${' '.repeat(n)}`],
  ])('of %s costs no more than its length', (_what, make) => {
    const cost = (n: number) => {
      const text = make(n)
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 2; round++) {
        const start = process.cpuUsage()
        passagesOf(structure(text))
        const spent = process.cpuUsage(start)
        best = Math.min(best, spent.user + spent.system)
      }
      return best
    }
    cost(500)
    // Eight times the text: a square would cost sixty-four times as much; 30 leaves room for a busy machine.
    expect(cost(16_000)).toBeLessThan(30 * Math.max(cost(2_000), 5_000))
  })
})
