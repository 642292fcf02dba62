import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of parts, as office programs write them. @param claims size the parts say they unfold to; absent: the truth. */
export function zipped(parts: readonly (readonly [name: string, content: Buffer])[], claims?: number): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, Buffer.from(name)]))
    local.push(file)
    at += file.length
  }
  const index = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, index, end])
}

const types = (main: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  )

/** A document as Word writes it, as far as anybody who does not unpack it can see. */
export const docx = (...more: (readonly [string, Buffer])[]) =>
  zipped([
    ['[Content_Types].xml', types('wordprocessingml.document')],
    ['word/document.xml', Buffer.from('<w:document/>')],
    ...more,
  ])

export const xlsx = () =>
  zipped([
    ['[Content_Types].xml', types('spreadsheetml.sheet')],
    ['xl/workbook.xml', Buffer.from('<workbook/>')],
  ])
