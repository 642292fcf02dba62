import { deflateSync } from 'node:zlib'
import { type Extracted, extract, type TextFile } from '../../src/extract/index.ts'
import { packaged } from '../../src/extract/package.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A docx of the given parts; without others it has one paragraph. */
export function docx(parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': documentXml('<w:p><w:r><w:t>第一条 写在纸上的话。</w:t></w:r></w:p>'),
    ...parts,
  }
  return packaged(
    new Map(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? utf8(part) : part])),
  )
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${body}</w:body></w:document>`
}

export function wordXml(element: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${element} ${names}>${inner}</w:${element}>`
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A zip with one compressed part more, that says it inflates to `declared` bytes. */
export function bombed(size: number, declared: number): Uint8Array {
  const plain = Buffer.from(docx())
  const data = rawDeflate(size)
  const name = Buffer.from('word/document1.xml')
  const end = plain.length - 22
  const directoryAt = plain.readUInt32LE(end + 16)
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 0, 'latin1')
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(declared, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.write('PK\x01\x02', 0, 'latin1')
  local.copy(entry, 6, 4, 30)
  entry.writeUInt32LE(directoryAt, 42)
  const directory = Buffer.concat([plain.subarray(directoryAt, end), entry, name])
  const tail = Buffer.from(plain.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(directoryAt + 30 + name.length + data.length, 16)
  return Buffer.concat([plain.subarray(0, directoryAt), local, name, data, directory, tail])
}

/** Zeros, squeezed: raw, as zip wants it. */
function rawDeflate(size: number): Buffer {
  const wrapped = deflateSync(Buffer.alloc(size), { level: 9 })
  return wrapped.subarray(2, wrapped.length - 4)
}

/** A pdf of numbered objects; object 1 is the catalogue. */
export function pdf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0]!.length
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    places.push(at)
    at += whole.length
    parts.push(whole)
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export function stream(content: Buffer, dictionary = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${dictionary} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
}

/** A pdf as Word prints one: Chinese by glyph number, with a map to characters. Each page is a list of lines; an indent is two blanks. */
export function printed(pages: readonly (readonly string[])[]): Uint8Array {
  const characters = [...new Set(pages.flat().join(''))]
  const glyph = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(4, '0')
  const map = characters
    .map(
      (character, at) =>
        `<${(at + 1).toString(16).padStart(4, '0')}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
    )
    .join('\n')
  const kids = pages.map((_page, at) => `${6 + at * 2} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /CIDToGIDMap /Identity /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(
      Buffer.from(
        `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /a def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${characters.length} beginbfchar\n${map}\nendbfchar endcmap end end`,
      ),
    ),
  ]
  for (const page of pages) {
    const at = objects.length + 1
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${at + 1} 0 R >>`,
    )
    const words = page.map((line, row) => {
      const text = line.trimStart()
      const x = 72 + (line.length - text.length) * 16
      return `BT /F 16 Tf 1 0 0 1 ${x} ${770 - row * 28} Tm <${[...text].map(glyph).join('')}> Tj ET`
    })
    objects.push(stream(Buffer.from(words.join('\n'))))
  }
  return pdf(objects)
}

/** The code a file is refused with, or what came out of it. */
export async function refusedOr(
  name: string,
  bytes: Uint8Array,
  by: (file: TextFile) => Promise<Extracted> = extract,
): Promise<string> {
  try {
    return (await by({ name, bytes })).text
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
    throw error
  }
}

export { utf8 }
