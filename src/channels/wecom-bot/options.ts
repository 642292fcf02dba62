import type { Arrival, Memory } from '../../runtime/index.ts'
import type { Pace } from './hold.ts'
import type { BotAccess } from './sdk.ts'

export interface WecomBotOptions {
  readonly access: BotAccess
  /** Address of the web chat, for what cannot be done here. */
  readonly origin?: string
  readonly memory: Memory
  /** Stores an arrival. @returns `seen` for one that was taken in before. */
  receive(arrival: Arrival): Promise<'stored' | 'seen'>
  /** Says that something was stored, or that replies can leave again. */
  nudge(): void
  /** Whether this person's last question was answered, so that a thumb can be about something. */
  answered(person: string): Promise<boolean>
  /** Keeps what is wrong with the connection for the page that checks it; absent: all is well. */
  trouble(what: string | undefined): void
  onFault(fault: unknown): void
  /** Shorter waits, for tests. */
  readonly pace?: Partial<Pace> & { readonly patience?: number }
}
