import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Extracted, extract, type TextFile, textBounds } from '../../src/extract/index.ts'
import { readApart } from '../../src/extract/reader.ts'
import { bombed, documentXml, docx, paragraph, pdf, printed, refusedOr, stream, utf8, wordXml } from './made.ts'

/** As `extract` reads, but with less patience: what is shown is that the bound holds, not how long it is. */
const impatient = (file: TextFile): Promise<Extracted> =>
  readApart(file, undefined, { start: 60_000, time: 6_000, heap: 256, memory: 500 })

const relations = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

describe('a file made to do harm is turned away with its reason', () => {
  test.each([
    ['a zip that inflates to 400 MB and says so', 'a.docx', bombed(400_000_000, 400_000_000), 'textHostile'],
    ['a zip that inflates to 80 MB and says 1 KB', 'a.docx', bombed(80_000_000, 1000), 'textHostile'],
    [
      'a zip of too many parts',
      'a.docx',
      docx(Object.fromEntries(Array.from({ length: 2500 }, (_none, at) => [`x/${at}`, '']))),
      'textHostile',
    ],
    ['a part that leads out of the package', 'a.docx', docx({ '../../etc/passwd': 'x' }), 'textBroken'],
    ['a docx without a document', 'a.docx', docx({ 'word/document.xml': '' }), 'textBroken'],
    ['half a docx', 'a.docx', docx().subarray(0, 300), 'textBroken'],
    [
      'entities within entities',
      'a.docx',
      docx({
        'word/document.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${documentXml(paragraph('&b;')).slice(38)}`,
      }),
      'textHostile',
    ],
    ['half a pdf', 'a.pdf', printed([['第一条 甲。']]).subarray(0, 200), 'textBroken'],
    [
      'a pdf whose pages hold each other',
      'a.pdf',
      pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
      'textBroken',
    ],
    [
      'a pdf with a password',
      'a.pdf',
      pdf(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [] /Count 0 >>',
          `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
        ],
        '/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
      ),
      'textLocked',
    ],
    ['a pdf that is a scan', 'a.pdf', printed([['— 1 —'], ['— 2 —']]), 'textScanned'],
  ])(
    '%s',
    async (_what, name, bytes, code) => {
      expect(await refusedOr(name, bytes, impatient)).toBe(code)
    },
    90_000,
  )

  test('a pdf whose page inflates to a gigabyte ends its own process and nothing else', async () => {
    const page = deflateSync(Buffer.alloc(300_000_000, '(a) Tj '), { level: 9 })
    const twice = deflateSync(page, { level: 9 })
    const bytes = pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      stream(twice, '/Filter [/FlateDecode /FlateDecode]'),
    ])
    expect(bytes.byteLength).toBeLessThan(200_000)
    expect(['textHostile', 'textBroken', 'textTooLarge', 'textScanned']).toContain(
      await refusedOr('a.pdf', bytes, impatient),
    )
    // And this process goes on as before.
    expect((await extract({ name: 'a.txt', bytes: utf8('第一条 照常。') })).text).toBe('第一条 照常。')
  }, 120_000)

  test('a page nested two hundred thousand deep is read or turned away, and never waits longer than it may', async () => {
    const deep = `${'<div>'.repeat(200_000)}第一条 在最里面。${'</div>'.repeat(200_000)}`
    expect(['第一条 在最里面。', 'textHostile']).toContain(await refusedOr('a.html', utf8(deep), impatient))
    const mixed = `${'<b><i><a><table>'.repeat(30_000)}第一条`
    expect(['第一条', 'textHostile', 'textEmpty']).toContain(await refusedOr('a.html', utf8(mixed), impatient))
  }, 120_000)

  test('fifty megabytes of text are turned away before they are read', async () => {
    expect(await refusedOr('a.txt', new Uint8Array(50 * 1024 * 1024).fill(65))).toBe('textTooLarge')
    expect(await refusedOr('a.txt', new Uint8Array(textBounds.bytes).fill(65))).toBe('textTooLarge')
  }, 90_000)
})

test('relations that lead outside are cut, nothing is fetched, and this is said', async () => {
  const file = docx({
    'word/document.xml': documentXml(
      `${paragraph('第一条 甲。')}<w:p><w:hyperlink r:id="rId2"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
    ),
    'word/_rels/document.xml.rels': relations(
      `<Relationship Id="rId1" Type="${type}/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>` +
        `<Relationship Id="rId2" Type="${type}/hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/>`,
    ),
    'word/settings.xml': wordXml('settings', '<w:attachedTemplate r:id="rId1"/>'),
    'word/_rels/settings.xml.rels': relations(
      `<Relationship Id="rId1" Type="${type}/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/>`,
    ),
  })
  const found = await extract({ name: 'a.docx', bytes: file })
  expect(found.text).toBe('第一条 甲。\n链接')
  expect(found.notes).toEqual(['文件里引用了外面的模板或者图片，没有去取。'])
}, 60_000)

test('ten files at once are all read, two at a time', async () => {
  const all = Array.from({ length: 10 }, (_none, at) => extract({ name: 'a.txt', bytes: utf8(`第${at}条`) }))
  expect((await Promise.all(all)).map(({ text }) => text)).toEqual(all.map((_one, at) => `第${at}条`))
}, 120_000)
