import { encode } from 'uqr'

/** A QR code as the outline of one SVG path, so that the template writes a value and no markup. */
export interface Qr {
  /** Side of the view box, quiet zone and all. */
  readonly size: number
  readonly path: string
}

export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
