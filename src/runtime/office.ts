import type { ChainedEvent, Head } from './audit-chain.ts'

/** Append-only; holds no content, only who did what to which object. */
export interface AuditEntry {
  /** `officer:3`, `person`, `system`. */
  readonly who: string
  /** `case.viewed`, `case.claimed`, `form.submitted`, `session.opened` … */
  readonly what: string
  /** Case number or id, account id; absent where there is none. */
  readonly object?: string
  readonly note?: string
}
export interface Audit {
  append(entries: readonly AuditEntry[], at: string): Promise<void>
  /** Newest first. */
  list(query: {
    object?: string
    /** Leaves out what concerns cases of another unit. */
    unit?: string
    /** Leaves out what concerns cases behind whose wall one of these stands: `officer:3`, `unit:local`. */
    blind?: readonly string[]
    cursor?: string
    limit: number
  }): Promise<{ rows: readonly (AuditEntry & { seq: number; at: string })[]; next?: string }>
  /** The events behind number `after`, oldest first, at most `limit`, as they stand in the chain. */
  chain(after: number, limit: number): Promise<readonly ChainedEvent[]>
  /** The last event; absent while there is none. */
  head(): Promise<Head | undefined>
}

export interface Officer {
  readonly id: string
  readonly name: string
  readonly account: string
  /** Roles with `、` between, as `rolesOf` reads them; empty for an account that was given none yet. */
  readonly role: string
  /** Id of the unit they belong to. */
  readonly unit: string
  readonly disabled: boolean
}
/** What is written down for a new account. `unit` absent means the house's own. */
export interface NewAccount {
  readonly account: string
  readonly name: string
  readonly role: string
  readonly password: string
  readonly unit?: string
}
export interface Officers {
  list(): Promise<readonly Officer[]>
  /** @returns `taken` if the account name is in use. `password` is the finished scrypt record, never the password. */
  add(officer: NewAccount, at: string): Promise<Officer | 'taken'>
  /** Adds the first officer only while there is none; the loser of a race gets `setupDone`. */
  addFirst(officer: NewAccount, at: string): Promise<Officer | 'setupDone'>
  /** Gives other roles; every session of the account ends, so that the next request is made under the new ones. */
  setRole(id: string, role: string): Promise<boolean>
  /** Closes or opens an account; closing ends every session of it. */
  setDisabled(id: string, disabled: boolean): Promise<boolean>
  /** Sets another finished scrypt record; every session of the account ends. */
  setPassword(id: string, password: string): Promise<boolean>
  byAccount(account: string): Promise<(Officer & { readonly password: string }) | undefined>
  byId(id: string): Promise<Officer | undefined>
  /** `idHash` is SHA-256 of the session id. `idleUntil` and `until` are ISO instants. */
  openSession(session: Session): Promise<void>
  session(idHash: string): Promise<Session | undefined>
  touchSession(idHash: string, idleUntil: string): Promise<void>
  closeSession(idHash: string): Promise<void>
  closeSessionsOf(officer: string): Promise<void>
  /** Notes that the officer has just proven again who they are. */
  freshen(idHash: string, until: string): Promise<void>
  readonly factors: Factors
}

/** Second factors: the sealed secret of each account's code, and the last time step a code was taken for. */
export interface Factors {
  of(officer: string): Promise<Factor | undefined>
  /** Keeps a secret that is not confirmed yet; a confirmed one stays. @returns the one that stands. */
  offer(officer: string, sealed: string): Promise<Factor>
  /** Takes a code's time step, once and never one before it. @returns false for one that was taken already. */
  take(officer: string, step: number): Promise<boolean>
  confirm(officer: string): Promise<void>
  /** Forgets it and ends every session: the next sign-in sets up another one. */
  drop(officer: string): Promise<void>
}
export interface Factor {
  readonly sealed: string
  readonly confirmed: boolean
}
export interface Session {
  readonly idHash: string
  readonly officer: string
  readonly csrf: string
  readonly idleUntil: string
  readonly until: string
  /** The password was right, the code is still to come: opens nothing but the page that asks for it. */
  readonly half?: true
  /** ISO instant until which the officer counts as having just proven who they are. */
  readonly freshUntil?: string
}
