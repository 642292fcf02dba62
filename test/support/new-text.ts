import { passagesOf, structure } from '../../src/originals/index.ts'
import type { NewText } from '../../src/runtime/index.ts'

/** The `edition`th edition of the text t1, in words that nobody else proposes. */
export function newText(edition: number, by: string): NewText {
  const structured = structure(`第一条 这是第${edition}版，由${by}提出。\n第二条 材料由单位报送。`)
  const bytes = Buffer.from(structured.text)
  return {
    says: { title: '报送规定', region: '许昌市', authority: '正式条文', issuer: '某机关', from: '2026-01-01' },
    ...(edition > 1 ? { follows: { text: 't1', edition: edition - 1 } } : {}),
    text: structured.text,
    passages: passagesOf(structured),
    carries: {},
    notes: [],
    sameness: `${edition}-${by}`,
    file: { name: 'a.txt', kind: 'txt', size: bytes.byteLength, sha256: `${edition}-${by}`, bytes },
  }
}
