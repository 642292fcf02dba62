import { z } from 'zod'

/** What lies in a folder of vectors. Whoever reads it refuses it on any mismatch and builds anew. */
const Manifest = z.object({
  format: z.literal(1),
  metric: z.literal('ip'),
  model: z.string().min(1),
  dimension: z.number().int().min(1).max(65_536),
  count: z.number().int().min(0),
  /** SHA-256 of the texts, as `corpusOf` counts it. */
  corpus: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number().int().min(0), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

export interface Wanted {
  readonly model: string
  readonly corpus: string
  readonly count: number
  /** Absent: whatever it says; a server's dimension is known only when it has answered. */
  readonly dimension?: number
  /** Files without which it is of no use. */
  readonly files: readonly string[]
}

/** @returns the manifest, or in a few words why it is refused. */
export function readManifest(text: string, wanted: Wanted): Manifest | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return '清单不是 JSON'
  }
  const read = Manifest.safeParse(value)
  if (!read.success) return '清单不完整'
  const found = read.data
  if (found.model !== wanted.model) return '模型不同'
  if (found.corpus !== wanted.corpus) return '条款已经变了'
  if (found.count !== wanted.count) return '条数不同'
  if (wanted.dimension !== undefined && found.dimension !== wanted.dimension) return '维数不同'
  const missing = wanted.files.find((name) => !(name in found.files))
  if (missing !== undefined) return `清单里没有 ${missing}`
  if (found.files['rows.f32']?.bytes !== found.count * found.dimension * 4) return '向量文件的大小不对'
  return found
}
