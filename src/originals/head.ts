import type { TextHead } from './types.ts'

/** A place as the library knows it. */
export interface KnownPlace {
  /** `许昌市` */
  readonly name: string
  /** `许昌` */
  readonly short: string
  /** The place it lies in. */
  readonly within?: string
}

/**
 * What a text says of itself. What cannot be read for certain is absent, to be asked for.
 *
 * @param text as extracted, with the lines `structure` drops (来源, date of a web page).
 * @param places among which the region is looked for.
 */
export function headOf(text: string, places: readonly KnownPlace[]): TextHead {
  return places.length > 0 && text === '' ? {} : {}
}
