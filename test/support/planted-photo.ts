import { crc32, deflateSync } from 'node:zlib'

// Photos made byte by byte, with everything hidden in them that cameras and programs hide. Each hidden word is unlike any other.

/** Words hidden in photos; none may be left in what is kept. */
export const planted: readonly string[] = Array.from({ length: 10 }, (_, n) => `PLANTED-${'ABCDEFGHIJ'[n]}-WORD`)

const word = (n: number) => Buffer.from(planted[n]!) // ten words, and no place below asks for an eleventh

const u16 = (n: number) => Buffer.from([n >> 8, n & 255])
const u32 = (n: number) => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])

/** A TIFF block (big-endian) as EXIF keeps it: text fields, the turn of the camera, and a place with a date. */
function exif(orientation: number): Buffer {
  const texts: readonly (readonly [tag: number, text: Buffer])[] = [
    [0x010f, word(0)], // make
    [0x0110, word(1)], // model
    [0x013b, word(2)], // artist
  ]
  const count = texts.length + 2
  const head = 8 + 2 + count * 12 + 4
  let data = Buffer.alloc(0)
  const entries = texts.map(([tag, text]) => {
    const entry = Buffer.concat([u16(tag), u16(2), u32(text.length), u32(head + data.length)])
    data = Buffer.concat([data, text])
    return entry
  })
  const gps = head + data.length
  const turned = Buffer.concat([u16(0x0112), u16(3), u32(1), u16(orientation), u16(0)])
  const toPlace = Buffer.concat([u16(0x8825), u16(4), u32(1), u32(gps)])
  // Entries stand in the order of their tags.
  const sorted = [...entries.slice(0, 2), turned, entries[2]!, toPlace]
  const place = Buffer.concat([
    u16(1),
    u16(0x001d),
    u16(2),
    u32(word(3).length),
    u32(gps + 2 + 12 + 4),
    u32(0),
    word(3),
  ])
  return Buffer.concat([Buffer.from('MM\0*'), u32(8), u16(count), ...sorted, u32(0), data, place])
}

const xmp = Buffer.concat([
  Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>'),
  word(4),
  Buffer.from('</exif:GPSLatitude></x:xmpmeta>'),
])

const segment = (marker: number, ...content: Buffer[]) => {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
}

/** A JPEG with EXIF, XMP, extended XMP, IPTC, a comment, two makers' segments, a colour profile and a tail. @param plain one without any. */
export function plantedJpeg(plain: Buffer, orientation = 1): Buffer {
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.from('Exif\0\0'), exif(orientation)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xmp/extension/\0'), word(5)),
    segment(0xed, Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12'), word(6)),
    segment(0xfe, word(7)),
    segment(0xe7, Buffer.from('MAKER\0'), word(8)),
    plain.subarray(2),
    word(9),
  ])
}

function chunk(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type), ...content])
  return Buffer.concat([u32(body.length - 4), body, u32(crc32(body))])
}

/** A PNG with every text chunk there is, EXIF, a time, an unknown chunk and a tail. @param plain one without any. */
export function plantedPng(plain: Buffer): Buffer {
  const afterHeader = 8 + 25
  return Buffer.concat([
    plain.subarray(0, afterHeader),
    chunk('tEXt', Buffer.from('Author\0'), word(5)),
    chunk('zTXt', Buffer.from('Comment\0\0'), deflateSync(word(6))),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), xmp),
    chunk('eXIf', exif(1)),
    chunk('tIME', u16(2025), Buffer.from([8, 1, 9, 30, 0])),
    chunk('prVt', word(7)),
    chunk('tEXt', Buffer.from('Software\0'), word(8)),
    plain.subarray(afterHeader),
    word(9),
  ])
}

/** A WebP (lossy, extended) with EXIF, XMP, an unknown chunk and a tail. @param plain one with a bare `VP8 ` chunk. */
export function plantedWebp(plain: Buffer, width: number, height: number): Buffer {
  const riff = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from(type), size, body, Buffer.alloc(body.length % 2)])
  }
  const canvas = Buffer.alloc(10)
  canvas[0] = 0b0000_1100 // EXIF and XMP
  canvas.writeUIntLE(width - 1, 4, 3)
  canvas.writeUIntLE(height - 1, 7, 3)
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', canvas),
    plain.subarray(12),
    riff('EXIF', exif(1)),
    riff('XMP ', xmp),
    riff('NOTE', Buffer.concat([5, 6, 7, 8].map(word))),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body, word(9)])
}
