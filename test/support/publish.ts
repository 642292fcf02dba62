import type { OriginalText } from '../../src/originals/index.ts'
import type { Store } from '../../src/runtime/index.ts'

const at = '2026-11-23T09:30:00+08:00'

/** Brings an original in and publishes it, as one person after the other does. @returns the id of its proposal. */
export async function publish({ texts }: Store, original: OriginalText): Promise<string> {
  const { title, issuer, region, authority, from = '不详', until, text, passages, carries } = original
  const bytes = new TextEncoder().encode(text)
  const row = await texts.propose(
    {
      says: { title, issuer, region, authority, from, ...(until === undefined ? {} : { until }) },
      text,
      passages,
      carries,
      sameness: text,
      notes: [],
      file: { name: 'a.txt', kind: 'txt', size: bytes.length, sha256: 'ff', bytes },
    },
    'officer:1',
    at,
  )
  if (row === 'twice') throw new Error('the same text is there already')
  const done = await texts.publish({
    id: row.id,
    revision: row.revision,
    by: 'officer:2',
    at,
    seen: await texts.revision(),
  })
  if (typeof done === 'string') throw new Error(done)
  return row.id
}
