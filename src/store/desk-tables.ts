import type { Generated } from 'kysely'

/** What passes between officers: cases from hand to hand, papers to a second one. */
export interface DeskTables {
  /** Papers handed to a second officer; `content` is sealed. */
  sign_offs: {
    id: string
    case_id: string
    paper: string
    revision: number
    state: string
    asked_by: string
    asked_at: string
    decided_by: string | null
    decided_at: string | null
    content: Uint8Array
  }
  /** Cases handed over in bulk, by the sender's key of the deed. */
  handovers: {
    key: string
    giver: string
    unit: string
    done_by: string
    at: string
    moved: Generated<number>
    freed: Generated<number>
  }
}
