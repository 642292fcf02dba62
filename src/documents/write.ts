import type { Paper } from './paper.ts'

/** A paper as the bytes of a docx. The library for it costs a quarter of a second and is loaded with the first paper. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { word } = await import('./word.ts')
  return word(paper)
}
