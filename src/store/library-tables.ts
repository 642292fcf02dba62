import type { Generated } from 'kysely'

// Tables of texts and of questions nobody could answer.

/** A topic of the gap ledger; days are ISO days. `closing` is the id of a text, `note` why there will be none; both null if never closed. */
export interface TopicTable {
  id: string
  question: string
  place: string
  about: string | null
  state: string
  holder: string | null
  given_on: string | null
  closing: string | null
  note: string | null
  closed_on: string | null
  since: number
  reopened: number
  revision: number
  first_on: string
  tried: string | null
  tried_on: string | null
}

/** A proposal and, once `state` says so, the edition it became. `says`, `passages`, `carries` are JSON. */
export interface TextTable {
  n: Generated<number>
  state: string
  revision: number
  text_id: string | null
  edition: number | null
  follows: number | null
  says: string
  sameness: string
  /** How many clauses `carries` names. */
  carried: number
  file_name: string
  file_kind: string
  file_size: number
  file_sha256: string
  proposed_by: string
  proposed_at: string
  published_by: string | null
  published_at: string | null
  withdrawn_by: string | null
  withdrawn_at: string | null
  notes: string
  carries: string
  passages: string
  text: string
}
