import { type Kysely, type Migration, Migrator } from 'kysely'
import { Fault } from '../base/index.ts'
import { attachmentTable } from './attachment-table.ts'
import { auditChain } from './audit-chain.ts'
import { bindingTables } from './bindings.ts'
import { caseIndexTable } from './case-index-table.ts'
import { caseLife } from './case-life-tables.ts'
import { coarseTimes } from './coarse-times.ts'
import type { Dialect } from './dialect.ts'
import { draftTable } from './draft-table.ts'
import { reason } from './failure.ts'
import { firstTables } from './first-tables.ts'
import { gapReasons } from './gap-reasons.ts'
import { gapTopics } from './gap-topics-table.ts'

import { handTables } from './hand-tables.ts'

import { linkTables } from './link-tables.ts'

import { memoryTable } from './memory.ts'
import { retentionTables } from './retention-tables.ts'
import { sealedTables } from './sealed-tables.ts'
import { sealedTalks } from './sealed-talks-table.ts'
import { signOffTable } from './sign-off-table.ts'
import { textTables } from './text-tables.ts'
import { unitsAndRoles } from './unit-tables.ts'

/** Every migration by name, in order. One that has run anywhere is never edited; the next one goes below. */
function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-first-tables': { up: (db) => firstTables(db, dialect) },
    '0002-attachments': { up: (db) => attachmentTable(db, dialect) },
    '0003-drafts': { up: (db) => draftTable(db, dialect) },
    '0004-gap-reasons': { up: gapReasons },
    '0005-texts': { up: (db) => textTables(db, dialect) },
    '0006-gap-topics': { up: (db) => gapTopics(db, dialect) },
    '0007-memory': { up: memoryTable },
    '0008-units-and-roles': { up: unitsAndRoles },
    '0009-sealed': { up: (db) => sealedTables(db, dialect) },
    '0010-sealed-talks': { up: (db) => sealedTalks(db, dialect) },
    '0011-audit-chain': { up: (db) => auditChain(db, dialect) },
    '0012-case-life': { up: caseLife },
    '0013-case-index': { up: (db) => caseIndexTable(db, dialect) },
    '0014-case-links': { up: (db) => linkTables(db, dialect) },
    '0015-hands': { up: handTables },
    '0016-sign-offs': { up: (db) => signOffTable(db, dialect) },
    '0017-bindings': { up: bindingTables },
    '0018-retention': { up: (db) => retentionTables(db, dialect) },
    '0019-coarse-times': { up: coarseTimes },
  }
}

/**
 * Brings the tables up to this program. Each migration is one transaction; on PostgreSQL replicas that start together
 * wait for each other (kysely takes an advisory lock).
 *
 * @throws Fault if the database was written by a newer program, or a migration failed; then nothing of it was kept.
 */
export async function migrate<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const list = migrations(dialect)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => list } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName
  throw new Fault(
    [
      !failed && /corrupted migrations/.test(String(error))
        ? '数据库：它是由更新版本的程序建立的，本程序读不了。请换回新版本，或从备份恢复到另一个数据目录。'
        : `数据库：建表步骤 ${failed ?? '（未开始）'} 没有完成，库里没有留下半截内容。请检查磁盘空间和数据库权限后再启动。`,
    ],
    { cause: new Fault([reason(error)]) },
  )
}
