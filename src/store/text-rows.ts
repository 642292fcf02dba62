import type { Selectable } from 'kysely'
import { addDays } from '../base/index.ts'
import type { OriginalText, Passage } from '../originals/index.ts'
import { missingIn, type TextProposal, type TextRow, type TextSays, type TextState } from '../runtime/index.ts'
import type { TextTable } from './tables.ts'

/** What a list needs: everything but the words. */
export const rowColumns = [
  'n',
  'state',
  'revision',
  'text_id',
  'edition',
  'follows',
  'says',
  'carried',
  'file_name',
  'file_kind',
  'file_size',
  'file_sha256',
  'proposed_by',
  'proposed_at',
  'published_by',
  'published_at',
  'withdrawn_by',
  'withdrawn_at',
] as const

type Whole = Selectable<TextTable>
export type ListedRow = Pick<Whole, (typeof rowColumns)[number]>

/** `p12` → 12; absent for what cannot be an id. */
export function numberOf(id: string): number | undefined {
  return /^p[1-9][0-9]{0,8}$/.test(id) ? Number(id.slice(1)) : undefined
}

export function asRow(row: ListedRow): TextRow {
  const says = saysOf(row)
  return {
    id: `p${row.n}`,
    // Only this room writes the column, with one of the three.
    state: row.state as TextState,
    revision: row.revision,
    says,
    missing: missingIn(says),
    ...(row.text_id === null ? {} : { text: row.text_id }),
    ...(row.edition === null ? {} : { edition: row.edition }),
    ...(row.follows === null ? {} : { follows: row.follows }),
    carried: row.carried,
    file: { name: row.file_name, kind: row.file_kind, size: row.file_size, sha256: row.file_sha256 },
    proposed: { by: row.proposed_by, at: row.proposed_at },
    ...hand('published', row.published_by, row.published_at),
    ...hand('withdrawn', row.withdrawn_by, row.withdrawn_at),
  }
}

export function asProposal(row: Whole): TextProposal {
  return { row: asRow(row), text: row.text, passages: passagesOf(row), carries: carriesOf(row) }
}

/** Editions by text and edition; one without a last day ends before the next later one begins. */
export function asOriginals(rows: readonly Whole[]): readonly OriginalText[] {
  const editions = rows.map(asOriginal)
  return editions
    .map((text) => {
      const next = editions
        .filter((other) => other.id === text.id && other.edition > text.edition && isLater(other.from, text.from))
        .map(({ from }) => from as string) // `isLater` lets none through without it
        .sort()[0]
      return next === undefined || text.until !== undefined ? text : { ...text, until: addDays(next, -1) }
    })
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)) || a.edition - b.edition)
}

const isLater = (from: string | undefined, than: string | undefined) =>
  from !== undefined && (than === undefined || from > than)

function asOriginal(row: Whole): OriginalText {
  const { title, aliases, issuer, region, authority, from, until } = saysOf(row)
  // `publish` lets nothing through that lacks these.
  if (row.text_id === null || row.edition === null || !title || !issuer || !region || !authority)
    throw new TypeError(`text p${row.n} is published and incomplete`)
  return {
    id: row.text_id,
    edition: row.edition,
    title,
    ...(aliases ? { aliases } : {}),
    issuer,
    region,
    authority,
    ...(from === undefined || from === '不详' ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    text: row.text,
    passages: passagesOf(row),
    carries: carriesOf(row),
  }
}

/** Passages without their words, which are the text's. */
export function spans(passages: readonly Passage[]): string {
  return JSON.stringify(passages.map(({ text: _, ...rest }) => rest))
}

function passagesOf({ passages, text }: Pick<Whole, 'passages' | 'text'>): readonly Passage[] {
  // Written by `spans`.
  const kept = JSON.parse(passages) as readonly Omit<Passage, 'text'>[]
  return kept.map((passage) => ({ ...passage, text: text.slice(passage.start, passage.end) }))
}

// Both were written from these types by `propose`, `amend` or `strike`.
export const carriesOf = ({ carries }: Pick<Whole, 'carries'>) => JSON.parse(carries) as OriginalText['carries']
const saysOf = ({ says }: Pick<Whole, 'says'>) => JSON.parse(says) as TextSays

function hand<const N extends 'published' | 'withdrawn'>(name: N, by: string | null, at: string | null) {
  return by === null || at === null ? {} : { [name]: { by, at } }
}
