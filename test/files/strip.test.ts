import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../src/files/index.ts'
import { planted, plantedJpeg, plantedPng, plantedWebp } from '../support/planted-photo.ts'

const files = openFiles()
const check = (name: string, bytes: Uint8Array) => files.check({ name, type: '', bytes })

/** Left half red, right half blue, so that a turn can be seen. */
const picture = () => {
  const pixels = Buffer.alloc(64 * 32 * 3)
  for (let i = 0; i < 64 * 32; i++) pixels.set(i % 64 < 32 ? [220, 20, 20] : [20, 20, 220], i * 3)
  return sharp(pixels, { raw: { width: 64, height: 32, channels: 3 } })
}

/** The words still there, as they stand or unpacked by a reader of metadata. */
async function left(bytes: Uint8Array): Promise<string[]> {
  const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
  const all = Buffer.concat(
    [Buffer.from(bytes), exif, xmp, iptc, icc].flatMap((part) => (part ? [Buffer.from(part)] : [])),
  )
  const read = all.toString('latin1') + JSON.stringify(comments ?? [])
  return [...planted.filter((word) => read.includes(word)), ...(exif || xmp || iptc || icc ? ['a whole block'] : [])]
}

describe('a photo is kept without what the camera and programs wrote into it', () => {
  test('jpg: EXIF with place, XMP, extended XMP, IPTC, comment, makers’ segment, tail', async () => {
    const full = plantedJpeg(await picture().jpeg().toBuffer())
    expect(planted.filter((word) => full.includes(word))).toEqual(planted)
    expect((await sharp(full).metadata()).exif).toBeDefined()
    const kept = await check('IMG_0001.jpg', full)
    expect(await left(kept.bytes)).toEqual([])
    expect(kept).toMatchObject({ stripped: true, type: 'image/jpeg', extension: 'jpg', word: '照片' })
  })

  test('png: tEXt, zTXt, iTXt, eXIf, tIME, an unknown chunk, tail', async () => {
    const full = plantedPng(await picture().png().toBuffer())
    expect((await sharp(full).metadata()).exif).toBeDefined()
    const kept = await check('截图.PNG', full)
    expect(await left(kept.bytes)).toEqual([])
    const chunks = Buffer.from(kept.bytes).toString('latin1')
    expect(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].filter((type) => chunks.includes(type))).toEqual([])
    expect(kept.stripped).toBe(true)
  })

  test('webp: EXIF, XMP, an unknown chunk, tail', async () => {
    const full = plantedWebp(await picture().webp().toBuffer(), 64, 32)
    expect((await sharp(full).metadata()).exif).toBeDefined()
    const kept = await check('a.webp', full)
    expect(await left(kept.bytes)).toEqual([])
    expect(Buffer.from(kept.bytes).toString('latin1')).not.toMatch(/EXIF|XMP |NOTE/)
  })

  test('a colour profile goes too: some name the device', async () => {
    const full = await picture().jpeg().withIccProfile('p3').toBuffer()
    expect((await sharp(full).metadata()).icc).toBeDefined()
    expect(await left((await check('a.jpg', full)).bytes)).toEqual([])
  })

  test('the picture itself stays', async () => {
    for (const [name, full] of [
      ['a.jpg', plantedJpeg(await picture().jpeg().toBuffer())],
      ['a.png', plantedPng(await picture().png().toBuffer())],
      ['a.webp', plantedWebp(await picture().webp().toBuffer(), 64, 32)],
    ] as const) {
      const { bytes } = await check(name, full)
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      expect([info.width, info.height]).toEqual([64, 32])
      const at = (x: number) => [...data.subarray((16 * 64 + x) * 3, (16 * 64 + x) * 3 + 3)].map((v) => v > 128)
      expect([at(5), at(58)]).toEqual([
        [true, false, false],
        [false, false, true],
      ])
    }
  })

  test('a photo taken on its side is turned upright before its note of that is gone', async () => {
    // 6: to be turned clockwise by a quarter, so that left becomes top.
    const { bytes } = await check('a.jpg', plantedJpeg(await picture().jpeg().toBuffer(), 6))
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([32, 64])
    expect(data[16 * 3]).toBeGreaterThan(128)
    expect(data[(60 * 32 + 16) * 3]).toBeLessThan(128)
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined()
  })

  test('one after the other, however many come at once', async () => {
    const full = plantedJpeg(await picture().jpeg().toBuffer())
    const broken = full.subarray(0, 400)
    const outcomes = await Promise.allSettled([full, broken, full, broken, full].map((bytes) => check('a.jpg', bytes)))
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })
})
