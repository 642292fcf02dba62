import { crc32, deflateSync } from 'node:zlib'

/** Colours as red, green, blue, opacity. */
type Pixel = readonly [number, number, number, number]

const blue: Pixel = [31, 78, 121, 255]
const white: Pixel = [255, 255, 255, 255]
const clear: Pixel = [255, 255, 255, 0]

/** 192×192, all of it painted: a speech bubble on the house's blue. PNG. */
export const colorIcon = (): Buffer => png(192, (x, y) => (bubble(x / 192, y / 192) ? white : blue))

/** 32×32, white on nothing, as Teams wants it in the bar. PNG. */
export const outlineIcon = (): Buffer => png(32, (x, y) => (bubble(x / 32, y / 32) ? white : clear))

/** A round bubble with a tail, and three dots left out. @param x, y from 0 to 1. */
function bubble(x: number, y: number): boolean {
  const round = Math.hypot((x - 0.5) / 0.34, (y - 0.46) / 0.28) <= 1
  const tail = y > 0.62 && y < 0.86 && x > 0.3 && x < 0.3 + (0.86 - y)
  const dots = [0.36, 0.5, 0.64].some((at) => Math.hypot(x - at, y - 0.46) <= 0.045)
  return (round || tail) && !dots
}

/** A square picture of true colour with opacity; PNG 1.2 §4.1. */
function png(side: number, at: (x: number, y: number) => Pixel): Buffer {
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: side }, (_, x) => at(x + 0.5, y + 0.5)).flat()]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(content.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
