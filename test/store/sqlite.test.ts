import { describe } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { storeContract } from '../contracts/store.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite, hasNodeSqlite, runSql } from '../support/sqlite.ts'

const programs = [
  ['better-sqlite3', hasBetterSqlite],
  ['node:sqlite', hasNodeSqlite],
] as const

for (const [sqlite, here] of programs)
  describe.skipIf(!here)(`the store on SQLite by ${sqlite}`, () => {
    storeContract({
      name: 'contract',
      async open() {
        const folder = scratchFolder()
        const store = await openStore({ dataDir: folder.path, sqlite, seals })
        return {
          store,
          rival: store,
          run: (sql) => runSql(folder.path, sql),
          async close() {
            await store.close()
            folder.remove()
          },
        }
      },
    })
  })
