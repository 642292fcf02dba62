import { type Dictionary, type GrowingDictionary, growDictionary } from './dictionary.ts'

/** Texts cut into terms, all in one array: the terms of field f of text n lie at `ends[n * fields + f - 1]`..`ends[n * fields + f]`. */
export interface Cut {
  readonly count: number
  readonly fields: number
  readonly terms: Uint32Array
  readonly ends: Uint32Array
}

/** Cuts texts one at a time, so that they need not all be held together. */
export interface Cutter {
  /** @param fields of one text, in one spelling (`plainText`). */
  add(fields: readonly string[]): void
  close(): { readonly cut: Cut; readonly dictionary: Dictionary }
}

export function openCutter(fields: number): Cutter {
  const dictionary: GrowingDictionary = growDictionary()
  let terms = new Uint32Array(1 << 14)
  let ends = new Uint32Array(1 << 10)
  let used = 0
  let marked = 0
  const emit = (term: number) => {
    if (used === terms.length) terms = doubled(terms)
    terms[used++] = term
  }
  return {
    add(texts) {
      for (let f = 0; f < fields; f++) {
        dictionary.add(texts[f] ?? '', emit)
        if (marked === ends.length) ends = doubled(ends)
        ends[marked++] = used
      }
    },
    close: () => ({
      cut: { count: marked / fields, fields, terms: terms.subarray(0, used), ends: ends.subarray(0, marked) },
      dictionary: dictionary.close(),
    }),
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(array.length * 2)
  grown.set(array)
  return grown
}
