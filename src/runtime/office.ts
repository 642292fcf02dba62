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
    cursor?: string
    limit: number
  }): Promise<{ rows: readonly (AuditEntry & { seq: number; at: string })[]; next?: string }>
}

export interface Officer {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly role: string
  readonly disabled: boolean
}
export interface Officers {
  list(): Promise<readonly Officer[]>
  /** @returns `taken` if the account name is in use. `password` is the finished scrypt record, never the password. */
  add(
    officer: { account: string; name: string; role: string; password: string },
    at: string,
  ): Promise<Officer | 'taken'>
  /** Adds the first officer only while there is none; the loser of a race gets `setupDone`. */
  addFirst(
    officer: { account: string; name: string; role: string; password: string },
    at: string,
  ): Promise<Officer | 'setupDone'>
  byAccount(account: string): Promise<(Officer & { readonly password: string }) | undefined>
  byId(id: string): Promise<Officer | undefined>
  /** `idHash` is SHA-256 of the session id. `idleUntil` and `until` are ISO instants. */
  openSession(session: Session): Promise<void>
  session(idHash: string): Promise<Session | undefined>
  touchSession(idHash: string, idleUntil: string): Promise<void>
  closeSession(idHash: string): Promise<void>
}
export interface Session {
  readonly idHash: string
  readonly officer: string
  readonly csrf: string
  readonly idleUntil: string
  readonly until: string
}
