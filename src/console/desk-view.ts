import type { DueWords } from './due.ts'
import type { FileView } from './file-view.ts'
import type { ClauseView, FormView } from './form-view.ts'
import type { Line } from './transcript.ts'

/** Who holds a case, as another officer may know it. */
export interface Holder {
  readonly name: string
  readonly mine: boolean
}

/** A row of the queue: no content, no names of the people it is about. */
export interface DeskRow {
  readonly number: string
  readonly kind: string
  readonly title: string
  readonly state: string
  readonly area?: string
  readonly holder?: Holder
  readonly createdAt: string
  readonly changedAt: string
  readonly due?: string
  readonly dueWords: DueWords
  readonly answered: boolean
  readonly closed: boolean
}

export interface DeskPage {
  readonly cases: readonly DeskRow[]
  readonly total: number
  readonly next?: string
}

export interface MoveView {
  readonly action: string
  readonly title: string
  readonly prompt: string
  readonly needsReason: boolean
  readonly asks: boolean
  readonly clause?: ClauseView
}

export interface AuditLine {
  readonly seq: number
  readonly at: string
  /** Name of an officer, or 群众／干部, or 系统. */
  readonly who: string
  readonly what: string
  /** What was done, in words. */
  readonly says: string
  readonly object?: string
  readonly note?: string
}

/** A case as one officer may see and work it. */
export interface DeskCase extends Omit<DeskRow, 'answered'> {
  readonly says: string
  readonly channel: string
  readonly fence: number
  readonly revision: number
  /** What is to be done by the due day, and the clause that sets it; absent where no clock runs. */
  readonly dueFor?: string
  readonly dueClause?: ClauseView
  readonly form: FormView
  readonly messages: readonly {
    readonly at: string
    readonly from: 'officer' | 'person'
    readonly text: string
    readonly question?: true
  }[]
  /** What the person handed in besides words, in the order it came. */
  readonly attachments: readonly FileView[]
  /** True if who reported lies sealed apart; it is not shown by itself. */
  readonly identity: boolean
  /** The conversation up to the form; empty for one without a name. */
  readonly transcript: readonly Line[]
  readonly moves: readonly MoveView[]
  /** Why the moves cannot be made now; absent if they can. */
  readonly blocked?: string
  readonly audit: readonly AuditLine[]
}

/** How a case stands after a claim, a release or an action. */
export interface Standing {
  readonly number: string
  readonly state: string
  readonly closed: boolean
  readonly holder?: Holder
  readonly fence: number
  readonly revision: number
  readonly due?: string
}
