import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { arrivalsContract } from './store/arrivals.ts'
import { auditContract } from './store/audit.ts'
import { casesContract } from './store/cases.ts'
import { claimsContract } from './store/claims.ts'
import { officersContract } from './store/officers.ts'
import { outboxContract } from './store/outbox.ts'
import { queueContract } from './store/queue.ts'
import { turnsContract } from './store/turns.ts'

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

/** What every store must do, whatever lies beneath; the suites are by thing, as src/store is. */
export function storeContract({ name, open }: StoreSubject): void {
  describe(name, () => {
    let opened: OpenStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())
    const subject: Subject = () => opened

    turnsContract(subject)
    arrivalsContract(subject)
    outboxContract(subject)
    casesContract(subject)
    claimsContract(subject)
    queueContract(subject)
    auditContract(subject)
    officersContract(subject)
  })
}
