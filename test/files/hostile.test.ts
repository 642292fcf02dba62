import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../src/files/index.ts'
import { fileBounds } from '../../src/runtime/index.ts'
import { docx, xlsx } from '../support/zipped.ts'

const files = openFiles()
const check = (name: string, bytes: Uint8Array, type = '') =>
  files.check({ name, type, bytes }).then(
    ({ word, extension, type, stripped }) => `${word} ${extension} ${type}${stripped ? ' stripped' : ''}`,
    (error: { code?: string }) => error.code ?? error,
  )

const jpg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer()
const text = (words: string) => Buffer.from(words)
const box = (type: string, body: Buffer) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 8)
  return Buffer.concat([size, Buffer.from(type), body])
}
const film = (brand: string) =>
  Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`)), box('mdat', Buffer.alloc(64))])
const mp3 = Buffer.concat([
  Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(500),
])

describe('what may come in', () => {
  test.each([
    ['IMG_0001.JPG', jpg, '照片 jpg image/jpeg stripped'],
    ['a.jpeg', jpg, '照片 jpg image/jpeg stripped'],
    ['说明.pdf', text('%PDF-1.7\n%%EOF'), '文件 pdf application/pdf'],
    ['说明.docx', docx(), '文件 docx application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['账.xlsx', xlsx(), '文件 xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['记录.txt', text('二〇二五年八月，村道'), '文件 txt text/plain'],
    ['GB.txt', Buffer.from([0xb4, 0xe5, 0xb5, 0xc0]), '文件 txt text/plain'],
    ['录音.mp3', mp3, '录音 mp3 audio/mpeg'],
    ['录音.m4a', film('M4A '), '录音 m4a audio/mp4'],
    ['手机录音.m4a', film('mp42'), '录音 m4a audio/mp4'],
    ['录音.amr', text('#!AMR\n0000'), '录音 amr audio/amr'],
    ['视频.mp4', film('isom'), '视频 mp4 video/mp4'],
  ])('%s', async (name, bytes, kept) => {
    expect(await check(name, bytes)).toBe(kept)
  })

  test('a photo without a name, as some galleries hand it in, by the type it is said to be', async () => {
    expect(await check('image%3A1234', jpg, 'image/jpeg')).toBe('照片 jpg image/jpeg stripped')
    expect(await check('', jpg, 'image/JPEG; charset=x')).toBe('照片 jpg image/jpeg stripped')
  })
})

describe('what is turned away, each in words of its own', () => {
  test.each([
    ['nothing at all', 'a.jpg', Buffer.alloc(0), 'fileEmpty'],
    ['a program', 'a.exe', text('MZ\x90\0'), 'fileType'],
    ['a page', 'a.html', text('<html>'), 'fileType'],
    ['a drawing that can hold script', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'fileType'],
    ['an archive', 'a.zip', docx(), 'fileType'],
    ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'fileType'],
    ['no ending and no type', 'a', jpg, 'fileType'],
    ['a page called a photo', 'a.jpg', text('<html><script>alert(1)</script></html>'), 'fileMismatch'],
    ['a program called a photo', 'a.png', text('MZ\x90\0'), 'fileMismatch'],
    ['a photo called a document', 'a.pdf', jpg, 'fileMismatch'],
    ['a photo called another photo', 'a.png', jpg, 'fileMismatch'],
    ['a photo called a text', 'a.txt', jpg, 'fileMismatch'],
    ['bytes called a text', 'a.txt', Buffer.from([65, 0, 66]), 'fileMismatch'],
    ['an archive called a document', 'a.docx', xlsx(), 'fileMismatch'],
    ['a broken archive', 'a.docx', docx().subarray(0, 60), 'fileMismatch'],
    ['an iPhone photo', 'IMG.HEIC', film('heic'), 'fileHeic'],
    ['an iPhone photo under another name', 'IMG.jpg', film('heic'), 'fileHeic'],
    ['a photo cut short', 'a.jpg', jpg.subarray(0, 200), 'fileBroken'],
    ['three bytes of a photo', 'a.jpg', jpg.subarray(0, 3), 'fileBroken'],
    ['a photo with noise for pixels', 'a.jpg', Buffer.concat([jpg.subarray(0, 30), randomBytes(300)]), 'fileBroken'],
  ])('%s', async (_what, name, bytes, code) => {
    expect(await check(name, bytes)).toBe(code)
  })

  test('a name that tries to be something else decides nothing but its ending', async () => {
    const names = [
      '../../etc/passwd.jpg',
      'C:\\a\\b.jpg',
      `${'长'.repeat(200)}.jpg`,
      'a.jpg. . ',
      '.jpg',
      'a\0.jpg',
      'ａ．ｊｐｇ',
    ]
    for (const name of names) expect([name, await check(name, jpg)]).toEqual([name, '照片 jpg image/jpeg stripped'])
    for (const name of ['a.jpg.exe', 'a.jpg/', 'a.jpg\u202egpj.exe', '..', '\u202e'])
      expect(await check(name, jpg)).toBe('fileType')
  })
})

describe('what is made to hurt', () => {
  test('a page hidden in a photo is gone with everything that is not a pixel', async () => {
    const page = text('<html><script>alert(1)</script></html>')
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page])
    const both = Buffer.concat([jpg.subarray(0, 2), comment, jpg.subarray(2), page])
    const { bytes } = await files.check({ name: 'a.jpg', type: '', bytes: both })
    expect(Buffer.from(bytes).includes('script')).toBe(false)
  })

  test('a document that would unfold to gigabytes is kept as it is and never unfolded', async () => {
    const bomb = docx(['word/media/image1.png', Buffer.alloc(64 * 1024 * 1024)])
    expect(bomb.length).toBeLessThan(100_000)
    const { bytes, stripped } = await files.check({ name: 'a.docx', type: '', bytes: bomb })
    expect(Buffer.from(bytes).equals(bomb)).toBe(true)
    expect(stripped).toBe(false)
  })

  test('a list of parts that unfolds to gigabytes is not read to its end', async () => {
    const { zipped } = await import('../support/zipped.ts')
    const before = process.memoryUsage().arrayBuffers
    expect(await check('a.docx', zipped([['[Content_Types].xml', Buffer.alloc(64 * 1024 * 1024, 32)]], 100))).toBe(
      'fileMismatch',
    )
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(96 * 1024 * 1024)
  })

  test('a small file that paints a huge picture is not painted', async () => {
    const flood = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: 'red' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(flood.length).toBeLessThan(fileBounds.each)
    expect(await check('a.png', flood)).toBe('fileTooLarge')
  })

  test('whatever bytes come under whatever name are kept or refused, never a fault', async () => {
    const marks = [
      jpg,
      film('isom'),
      film('M4A '),
      docx(),
      text('%PDF-'),
      Buffer.from('89504e470d0a1a0a', 'hex'),
      mp3,
      text('RIFF....WEBP'),
    ]
    const endings = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'txt', 'mp3', 'm4a', 'amr', 'mp4']
    for (let n = 0; n < 400; n++) {
      const start = marks[n % marks.length]!
      const cut = start.subarray(0, 1 + ((n * 37) % start.length))
      const outcome = await check(`a.${endings[n % endings.length]}`, Buffer.concat([cut, randomBytes(n)]))
      expect(outcome).toMatch(/^(照片|文件|录音|视频) |^file(Mismatch|Broken|Heic|TooLarge)$/)
    }
  })
})
