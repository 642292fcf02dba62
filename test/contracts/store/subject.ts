import type { Store } from '../../../src/runtime/index.ts'

/** A database under test. */
export interface StoreSubject {
  /** What it is called in the list of tests. */
  readonly name: string
  /** Opens an empty database. */
  open(): Promise<OpenStore>
}

export interface OpenStore {
  readonly store: Store
  /** Another program on the same database where that is possible (PostgreSQL), else the same store (SQLite). */
  readonly rival: Store
  /** Runs SQL past the store, as somebody with the database's password would. */
  run(sql: string): Promise<void>
  close(): Promise<void>
}

/** The open database of the test that is running. */
export type Subject = () => OpenStore
