import { Fault } from '../base/index.ts'
import type { Seals, Store } from '../runtime/index.ts'
import { approvals } from './approvals.ts'
import { attachments } from './attachments.ts'
import { audit } from './audit.ts'
import { bindings } from './bindings.ts'
import { caseIndex } from './case-index.ts'
import { cases } from './cases.ts'
import { conversations } from './conversations.ts'
import { drafts } from './drafts.ts'
import type { Engine } from './engine.ts'
import { gaps } from './gaps.ts'
import { hands } from './hands.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { memory } from './memory.ts'
import { noSeals } from './no-seals.ts'
import { officers } from './officers.ts'
import { outbox } from './outbox.ts'
import { plainRows } from './plain-rows.ts'
import { retention } from './retention.ts'
import { signOffs } from './sign-offs.ts'
import { openSqlite } from './sqlite.ts'
import type { SqliteDriver } from './sqlite-driver.ts'
import { texts } from './texts.ts'
import { units } from './units.ts'

export interface StoreOptions {
  /** `postgres://…`; absent means SQLite in `dataDir`. */
  readonly databaseUrl?: string
  readonly dataDir: string
  /** Seals conversations; src/vault. Absent: everything else may be used, and conversations are a TypeError. */
  readonly seals?: Seals
  /** Takes a PostgreSQL server that does not sync; only for throwaway servers under test. */
  readonly unsafe?: boolean
  /** Takes this SQLite program and no other; absent means the best there is. */
  readonly sqlite?: SqliteDriver
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws Fault saying what is wrong and what to do: folder, lock, connection, or a database that would lose rows.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await (options.databaseUrl === undefined
    ? openSqlite(options.dataDir, options.sqlite)
    : // Not loaded where it is not used: the driver costs a start on SQLite a tenth of a second.
      import('./postgres.ts').then(({ openPostgres }) => openPostgres(options.databaseUrl!, options.unsafe === true)))
  const seals = options.seals ?? noSeals
  return {
    conversations: conversations(engine, seals),
    outbox: outbox(engine, seals),
    cases: cases(engine, seals),
    links: links(engine),
    entries: caseIndex(engine),
    drafts: drafts(engine),
    attachments: attachments(engine),
    officers: officers(engine),
    audit: audit(engine),
    gaps: gaps(engine),
    texts: texts(engine),
    memory: memory(engine, seals),
    units: units(engine),
    approvals: approvals(engine),
    bindings: bindings(engine, seals),
    hands: hands(engine),
    signOffs: signOffs(engine),
    keys: keys(engine),
    plain: plainRows(engine),
    retention: retention(engine),
    ready: () => ready(engine),
    close: () => engine.close(),
  }
}

/** Nothing less than a write proves that a write can be taken. */
async function ready(engine: Engine): Promise<void> {
  try {
    await engine.write((tx) =>
      tx
        .insertInto('pulse')
        .values({ id: 1, beat: engine.now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat: engine.now }))
        .execute(),
    )
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    throw cause instanceof Fault ? cause : new Fault(['数据库：现在写不进去。'])
  }
}
