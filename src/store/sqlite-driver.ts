import { Fault } from '../base/index.ts'
import { type Open, wrapNodeSqlite } from './node-sqlite.ts'

/** The two programs that can open an SQLite file. */
export type SqliteDriver = 'better-sqlite3' | 'node:sqlite'

/**
 * Finds a program that can open SQLite files: better-sqlite3, and where it was not built, the one inside Node 22 and later.
 *
 * @throws Fault that says what to do where there is neither.
 */
export async function sqliteDriver(only?: SqliteDriver): Promise<Open> {
  const found =
    (only !== 'node:sqlite' && (await betterSqlite())) || (only !== 'better-sqlite3' && (await nodeSqlite()))
  if (found) return found
  throw new Fault([
    '数据库：没有能打开 SQLite 的组件，内容无处可存。请任选一种办法：换用 Node 22 或更高版本；' +
      '或装好 C++ 编译环境后运行 npm rebuild better-sqlite3；或设置 DATABASE_URL，改用 PostgreSQL。',
  ])
}

async function betterSqlite(): Promise<Open | undefined> {
  try {
    const { default: Database } = await import('better-sqlite3')
    // The native half is loaded by the first connection only: a build for another Node shows itself here.
    new Database(':memory:').close()
    return (file, { readOnly, busyMs }) => new Database(file, { readonly: readOnly, timeout: busyMs })
  } catch {
    return undefined
  }
}

async function nodeSqlite(): Promise<Open | undefined> {
  try {
    // Not a literal: the types of Node 20 do not know this module, and neither does Node 20.
    const name: string = 'node:sqlite'
    return wrapNodeSqlite(await import(name))
  } catch {
    return undefined
  }
}
