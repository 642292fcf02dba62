/** Which case is meant, as it was said. */
export type CaseRef =
  /** `R-1003`, `1003`, `一千零三`; without its letter where none was said. */
  | { readonly type: 'number'; readonly number: number; readonly letter?: string }
  /** 第二件 of the list shown last, from 1; -1 is the last one. */
  | { readonly type: 'place'; readonly place: number }
  /** 这件, and where nothing is said. `said` tells the two apart. */
  | { readonly type: 'this'; readonly said: boolean }

export type QueueWish = 'all' | 'mine' | 'free' | 'soon' | 'today' | 'overdue'

/** What an officer may say to the desk from a chat: a closed list. What is not on it is an ordinary question. */
export type DeskCommand =
  | { readonly type: 'queue'; readonly which: QueueWish }
  | { readonly type: 'more' }
  | { readonly type: 'look' | 'claim' | 'release' | 'likely' | 'identity'; readonly case: CaseRef }
  /** `to` absent: it was not said to which. */
  | { readonly type: 'link'; readonly case: CaseRef; readonly to?: CaseRef }
  /** 撤销: the link made last, or that of this case. */
  | { readonly type: 'undo'; readonly case: CaseRef }
  /** `text`: what to ask, in the officer's words; empty where half a command was said. */
  | { readonly type: 'ask'; readonly case: CaseRef; readonly text: string }
  /** `name`: the paper as it was called; absent: whichever there is. */
  | { readonly type: 'paper'; readonly case: CaseRef; readonly name?: string }
  /** `to`: a state or a move as it was called; `reason` in the officer's words; either may be empty. */
  | { readonly type: 'move'; readonly case: CaseRef; readonly to: string; readonly reason: string }
  | { readonly type: 'bind'; readonly code?: string }
  | { readonly type: 'help' | 'unbind' | 'yes' | 'no' }

/** A command as it was read. */
export interface DeskRead {
  readonly command: DeskCommand
  /** A word of it was put right first (认令, 己转办): what cannot be undone is asked about before it is done. */
  readonly repaired?: true
  /** Said by many who mean something else (是, 撤销, 帮助): a command only where the desk was spoken to last. */
  readonly soft?: true
}

/** What an office calls its states and moves, for reading them. */
export interface DeskWords {
  /** States and titles of moves of all kinds of cases. */
  readonly names: readonly string[]
}
