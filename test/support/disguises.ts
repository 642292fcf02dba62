import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'

/** The ways a text could lie in a file without being seen at first sight. */
const disguises: readonly (readonly [string, (text: string) => readonly Buffer[]])[] = [
  ['raw', (text) => [Buffer.from(text)]],
  ['base64', (text) => [0, 1, 2].map((shift) => inBase64(text, shift))],
  ['hex', (text) => [Buffer.from(hexOf(text)), Buffer.from(hexOf(text).toUpperCase())]],
  ['URL', (text) => [Buffer.from(encodeURIComponent(text)), Buffer.from(encodeURIComponent(text).toLowerCase())]],
  ['UTF-16LE', (text) => [Buffer.from(text, 'utf16le')]],
  ['UTF-16BE', (text) => [Buffer.from(text, 'utf16le').swap16()]],
  ['gzip', (text) => [gzipSync(text).subarray(10, -8), deflateRawSync(text)]],
  ['JSON', (text) => [Buffer.from(escaped(text)), Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u'))]],
]

const hexOf = (text: string) => Buffer.from(text).toString('hex')
/** Without the letters at both ends, which hang on what stands beside it. */
const inBase64 = (text: string, shift: number) =>
  Buffer.from(
    Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )
const escaped = (text: string) =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** @returns which texts are in these bytes, and how; packed parts are unpacked first. */
export function foundIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  return [bytes, ...unpacked(bytes)].flatMap((part) =>
    texts.flatMap((text) =>
      disguises.flatMap(([name, of]) => (of(text).some((each) => part.includes(each)) ? [`${name} ${text}`] : [])),
    ),
  )
}

/** Everything in a folder, whatever it is called. @param but file names that are not looked at. */
export function everythingIn(folder: string, but: readonly string[] = []): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !but.includes(name))
  return Buffer.concat(
    files.map((name) => join(folder, name)).flatMap((file) => (statSync(file).isFile() ? [readFileSync(file)] : [])),
  )
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      parts.push(gunzipSync(bytes.subarray(at)))
    } catch {
      // Three bytes that only looked like a beginning.
    }
  }
  return parts
}

const magic = Buffer.from([0x1f, 0x8b, 0x08])
