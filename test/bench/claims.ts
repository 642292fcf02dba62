import { openStore, type StoreOptions } from '../../src/store/index.ts'
import { fileCases, raceForCases } from '../support/claims.ts'
import { postgresBin, startPostgres } from '../support/postgres.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'

const clients = 50
const count = 1000

/** Fifty officers claim a thousand cases, on each database there is here. Lines to print; PostgreSQL syncs as in earnest. */
export async function run(): Promise<string[]> {
  const lines: string[] = []
  const folder = scratchFolder()
  try {
    lines.push(await race('SQLite', [{ dataDir: folder.path }]))
  } finally {
    folder.remove()
  }
  if (!postgresBin) return [...lines, 'claims, PostgreSQL: not measured, no initdb and postgres here']
  const server = await startPostgres({ fsync: true })
  try {
    const databaseUrl = await server.database()
    // Two programs on one database, as two replicas would be.
    const replicas = [1, 2].map(() => ({ databaseUrl, dataDir: '' }))
    lines.push(await race('PostgreSQL, two replicas', replicas))
  } finally {
    await server.stop()
  }
  return lines
}

async function race(name: string, options: readonly StoreOptions[]): Promise<string> {
  const stores = []
  for (const each of options) stores.push(await openStore({ ...each, seals }))
  const numbers = await fileCases(stores[0]!, count)
  const { winners, attempts, milliseconds } = await raceForCases(stores, clients, numbers)
  const once = [...winners.values()].filter((officers) => officers.length === 1).length
  await Promise.all(stores.map((store) => store.close()))
  const rate = Math.round((attempts / milliseconds) * 1000)
  return `claims, ${name}: ${clients} clients, ${once} of ${count} cases claimed exactly once, ${attempts} attempts in ${Math.round(milliseconds)} ms (${rate}/s)`
}
