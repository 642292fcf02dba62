import { crc32 } from 'node:zlib'

/**
 * A zip of the given parts, stored and not compressed: what a reader of documents gets instead of the file that was handed
 * in, so that it sees only what was checked.
 */
export function packaged(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path)
    // Version 2.0, names in UTF-8, method 0, the first day a zip knows; sizes and check sum (APPNOTE 4.3.7, 4.3.12).
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt16LE(0x21, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(bytes.byteLength, 14)
    about.writeUInt32LE(bytes.byteLength, 18)
    about.writeUInt16LE(name.byteLength, 22)
    body.push(Buffer.from('PK\x03\x04', 'latin1'), about, name, bytes)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, where, name)
    at += 30 + name.byteLength + bytes.byteLength
  }
  const size = directory.reduce((sum, each) => sum + each.byteLength, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...body, ...directory, end])
}
