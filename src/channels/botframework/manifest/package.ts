import { crc32 } from 'node:zlib'
import { colorIcon, outlineIcon } from './icons.ts'
import { type ManifestOptions, manifest } from './manifest.ts'

/** What a Teams administrator uploads: the manifest with the app's id in it and both icons, as a zip of three files. */
export function teamsPackage(options: ManifestOptions): Buffer {
  return zipped([
    ['manifest.json', Buffer.from(JSON.stringify(manifest(options), null, 2))],
    ['color.png', colorIcon()],
    ['outline.png', outlineIcon()],
  ])
}

/** Three small files, stored as they are: nothing is gained by packing them. APPNOTE 6.3.10 §4.3. */
function zipped(files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, bytes] of files) {
    const common = Buffer.alloc(26)
    // Version 2.0, no flags, stored, the first day a zip knows: the same content is the same file.
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const list = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}
