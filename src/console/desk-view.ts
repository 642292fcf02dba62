import type { DueWords } from './due.ts'
import type { FileView } from './file-view.ts'
import type { ClauseView, FormView } from './form-view.ts'
import type { Missing } from './missing.ts'
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
  /** Where in the form the words looked for stand (`事情 1 · 经过`); absent where none were looked for. */
  readonly found?: readonly string[]
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
  /** Cases that could not be searched yet, for a search; absent where all could. */
  readonly unread?: number
}

export interface MoveView {
  readonly action: string
  readonly title: string
  readonly prompt: string
  readonly needsReason: boolean
  readonly asks: boolean
  /** Who makes it, or whose decision is written down. */
  readonly by: readonly string[]
  /** False for a step that stays inside the office. */
  readonly told: boolean
  readonly inputs: readonly InputView[]
  /** What must be so before it can be made. */
  readonly needs: readonly { readonly says: string; readonly clause?: ClauseView }[]
  readonly clause?: ClauseView
  /** Why no clause stands behind it. */
  readonly uncited?: string
}

/** Something a move has to be told. */
export interface InputView {
  readonly id: string
  readonly kind: 'date' | 'text' | 'choice' | 'yesNo'
  readonly label: string
  readonly required: boolean
  readonly max?: number
  /** A date that is not past; else one that is not to come. */
  readonly ahead?: boolean
  readonly many?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** One clock of a case; days are ISO days. */
export interface ClockView {
  readonly id: string
  /** What has to be done by then. */
  readonly says: string
  readonly length: string
  readonly began: string
  readonly standing: 'calm' | 'soon' | 'today' | 'overdue' | 'paused' | 'provisional' | 'ended'
  readonly words: string
  readonly due?: string
  /** Working days left, negative once it is over. */
  readonly left?: number
  readonly note?: string
  /** The day since when it stands still. */
  readonly paused?: string
  readonly ended?: string
  /** Set by the office itself, no limit of a rule. */
  readonly own?: true
  readonly clause?: ClauseView
}

/** One step of the history: no content in it. */
export interface StepView {
  readonly at: string
  readonly who: string
  readonly says: string
  readonly from: string
  readonly to: string
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

/** A paper that waits for a second officer, or was decided by one. No words of it. */
export interface SignOffView {
  readonly id: string
  readonly number: string
  readonly paper: string
  readonly title: string
  readonly state: 'waiting' | 'signed' | 'returned' | 'replaced'
  readonly askedBy: string
  readonly askedAt: string
  readonly decidedBy?: string
  readonly decidedAt?: string
  /** This officer may approve it or send it back now. */
  readonly open: boolean
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
  readonly clocks: readonly ClockView[]
  readonly steps: readonly StepView[]
  /** Questions of the form without an answer, which an officer may have asked. */
  readonly missing: readonly Missing[]
  /** What the texts do not say about cases of this kind. */
  readonly leavesOpen: readonly { readonly says: string; readonly clause?: ClauseView }[]
  readonly form: FormView
  readonly messages: readonly {
    readonly at: string
    readonly from: 'officer' | 'person'
    readonly text: string
    readonly question?: true
    /** Stayed inside the office. */
    readonly internal?: true
  }[]
  /** What the person handed in besides words, in the order it came. */
  readonly attachments: readonly FileView[]
  /** True if who reported lies sealed apart; it is not shown by itself. */
  readonly identity: boolean
  /** The conversation up to the form; empty for one without a name. */
  readonly transcript: readonly Line[]
  /** Official papers that can be made of it as it stands. */
  readonly papers: readonly { readonly id: string; readonly title: string }[]
  /** Papers of it that were handed to a second officer, newest first. */
  readonly signOffs: readonly SignOffView[]
  /** Templates for replies that rest on clauses as they stand. */
  readonly replies: readonly {
    readonly id: string
    readonly title: string
    readonly action: string
    readonly text: string
    readonly clause?: ClauseView
  }[]
  readonly moves: readonly MoveView[]
  /** Whether this officer's desk works cases of this kind at all. */
  readonly mayWork: boolean
  /** Whom this officer may give it to now. */
  readonly colleagues: readonly { readonly account: string; readonly name: string }[]
  /** This officer gave it to its holder, who has done nothing with it yet. */
  readonly mayTakeBack: boolean
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
