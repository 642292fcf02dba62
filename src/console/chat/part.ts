import { Refused } from '../../base/index.ts'
import type { Choice, DeskCommand, DeskMemory, ReviewCard } from '../../dialogue/index.ts'
import type { Clock, Officer, Seat } from '../../runtime/index.ts'
import type { Desk } from '../desk.ts'
import type { Beside } from './beside.ts'
import type { Duplicates } from './duplicates.ts'

/** What one command comes to: what is said, what is kept back from the rows, what happened. */
export interface Part {
  readonly text: string
  /** Words of a case: said, and written down nowhere. */
  readonly kept?: string
  readonly events: readonly string[]
  readonly choices?: readonly Choice[]
  readonly card?: ReviewCard
  /** What is remembered from now on. `linked: undefined` forgets it. */
  readonly talk?: { readonly case?: string; readonly list?: readonly string[]; readonly linked?: DeskMemory['linked'] }
  /** Done only after a yes. */
  readonly pending?: DeskCommand
}

/** Who speaks, and what a deed needs. */
export interface Speaking {
  readonly seat: Seat
  readonly officer: Officer
  readonly channel: string
  readonly key: string
  readonly talk: DeskMemory | undefined
  /** Said so plainly that nothing of it was guessed: typed, and no word put right. */
  readonly sure: boolean
  /** This very deed was asked about and agreed to. */
  readonly agreed: boolean
}

export interface ChatParts {
  readonly desk: Desk
  readonly beside: Beside
  readonly duplicates: Duplicates
  /** Address of the console, `https://…`; links to it need signing in. */
  readonly origin: () => string
  /** False where nothing of a case's content may be written in a chat. */
  readonly content: boolean
  readonly now: Clock
}

/** @throws Refused `noKey` where this officer's desk is not open: content is sealed, and the chat has no key. */
export function needsKey({ seat }: Speaking): void {
  if (!seat.unlocked) throw new Refused('noKey')
}
