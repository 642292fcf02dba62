import type { Closing, Placement, Sorted, Standing, Unsorted } from '../ledger/index.ts'
import type { AuditEntry } from './office.ts'

export type { Placement, Sorted, Unsorted }

/** The gap ledger: what nothing answered, without who asked, sorted into topics that officers work on. */
export interface Gaps {
  /** Questions nothing answered or whose answer was no help, most asked first, without who asked. */
  list(limit: number): Promise<readonly Gap[]>
  /** Topics that have questions, most asked first. */
  topics(query: { readonly state?: TopicState; readonly limit: number }): Promise<readonly GapTopic[]>
  topic(id: string): Promise<GapTopic | undefined>
  /**
   * Gives every question that has none its topic, as `decide` says; those of a closed topic open it again. `decide` is a
   * function of its arguments and may be called twice. Two programs never sort at once. @returns how many were sorted.
   */
  sort(
    decide: (topics: readonly Sorted[], unsorted: readonly Unsorted[]) => readonly Placement[],
    at: string,
  ): Promise<number>
  /** Writes how a topic stands now, with the audit line. `stale`: it was changed since `revision` was read. */
  save(write: TopicWrite): Promise<'done' | 'stale' | 'absent'>
  /** Keeps what came of asking the topic's question once more. */
  tried(id: string, outcome: string, audit: AuditEntry, at: string): Promise<void>
  /** Moves wordings, with all that was counted for them, to another topic or a new one. @returns the id of that topic. */
  move(write: WordingMove): Promise<{ readonly to: string } | 'stale' | 'absent'>
}

export type TopicState = Standing['state']

/** How a topic stands: with whom, and what closed it last (kept when it opens again). */
export type TopicStanding = Standing
export type TopicClosing = Closing

export interface GapTopic extends TopicStanding {
  /** `Q-1001`; never given twice. */
  readonly id: string
  /** Its name: the wording it was opened with. */
  readonly question: string
  /** The place its questions are about, `许昌市`; empty if none. */
  readonly place: string
  /** Fact id of what is held by name only, where that is what is asked for. */
  readonly about?: string
  readonly revision: number
  /** How often it was asked and not answered, or the answer was no help. */
  readonly count: number
  readonly downs: number
  readonly ups: number
  /** Why nothing helped, most frequent first. */
  readonly whys: readonly { readonly why: string; readonly count: number }[]
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  readonly firstOn: string
  readonly lastOn: string
  /** A handful, most asked first; `key` names one when it is moved. */
  readonly wordings: readonly { readonly key: string; readonly question: string; readonly count: number }[]
  /** So many wordings more were asked and are counted, and not kept. */
  readonly unkept: number
  /** What came of asking it once more, and on which day. */
  readonly tried?: { readonly outcome: string; readonly on: string }
}

export interface TopicWrite {
  readonly id: string
  readonly revision: number
  readonly standing: TopicStanding
  readonly audit: AuditEntry
  readonly at: string
}

export interface WordingMove {
  readonly from: string
  /** Of `from`. */
  readonly revision: number
  /** Keys of wordings, or all there are, kept or not. */
  readonly wordings: readonly string[] | 'all'
  /** Absent: a new topic, named by the first of the wordings. */
  readonly to?: string
  readonly audit: AuditEntry
  readonly at: string
}

/** One question of the gap ledger. */
export interface Gap {
  /** In its first wording. */
  readonly question: string
  /** `no-match`, `name-only`, or `thumbs-down` where an answer was found and was no help. */
  readonly why: string
  /** How often it was asked and not answered, or the answer was no help. */
  readonly count: number
  /** The day; a time would say more about who asked. */
  readonly lastAt: string
  /** How often people said that the answer was no help, and that it was one. */
  readonly downs: number
  readonly ups: number
  /** Why it was no help, as far as people said, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** Where the asker was, as far as the question does not say itself. */
  readonly place?: string
}

/** Something a turn adds to the gap ledger. `thumbs-up` counts beside the gaps and makes none. */
export interface GapNote {
  /** Without anything that could name somebody. */
  readonly question: string
  readonly why: 'no-match' | 'name-only' | 'thumbs-down' | 'thumbs-up'
  /** With `thumbs-down`: the choice taken, never the person's own words. */
  readonly reason?: string
  /** City or province the answer was looked for in; a county would say more about who asked. */
  readonly place?: string
  /** With `name-only`: fact id of what is held by name only. */
  readonly about?: string
}
