import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { clockFrom, pressOf, projectFolder } from '../../assembly.ts'
import { Fault, Refused } from '../../base/index.ts'
import { readConfig } from '../../config.ts'
import { textKeeper } from '../../console/index.ts'
import { loadLibrary } from '../../knowledge/index.ts'
import type { Press } from '../../publishing/index.ts'
import type { Clock, Store } from '../../runtime/index.ts'
import { openStore } from '../../store/index.ts'
import type { Call } from '../call.ts'

/** What every command about texts works with. */
export interface LibraryDesk {
  readonly store: Store
  readonly press: Press
  readonly now: Clock
  /** Names of officers by who they are in the rows (`officer:3`). */
  readonly who: (by: string) => string
}

/** Opens the library for one command, and closes it. @throws Fault while a running service holds the database. */
export async function atLibrary<T>(work: (desk: LibraryDesk) => Promise<T>): Promise<T> {
  const config = readConfig()
  const now = clockFrom(config.now)
  const library = loadLibrary(join(projectFolder(), 'knowledge'))
  const store = await openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  }).catch((error: unknown) => {
    if (error instanceof Fault && error.faults.some((fault) => fault.includes('正被另一个清问进程使用')))
      throw new Fault([...error.faults, '服务正在运行时，请到工作台的「文件」页面上传、核对和发布。'], { cause: error })
    throw error
  })
  try {
    const officers = await store.officers.list()
    const who = (by: string) =>
      by === 'system' ? '首次设置前直接入库' : (officers.find(({ id }) => `officer:${id}` === by)?.name ?? by)
    return await work({ store, press: pressOf(library, store, now), now, who })
  } finally {
    await store.close()
  }
}

/**
 * Who does this: `officer:3` by `--account` and the password on standard input, or `system` while the house has no account.
 * @throws Fault where it cannot be told.
 */
export async function doer(call: Call, { store, now }: LibraryDesk): Promise<string> {
  const { account } = call.options
  const setUp = (await store.officers.list()).length > 0
  if (typeof account !== 'string') {
    if (setUp) throw new Fault(['已经有工作人员账号了，请加上 --account 写明是谁，密码从标准输入读。'])
    return 'system'
  }
  if (!setUp)
    throw new Fault([
      '还没有任何工作人员账号。不加 --account 可以直接入库；或者先用 npx qingwen officer add 添加账号。',
    ])
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  try {
    return `officer:${(await textKeeper(store, account, password, now())).id}`
  } catch (error) {
    if (error instanceof Refused && error.code === 'badToken') throw new Fault(['账号或密码不对。密码从标准输入读。'])
    if (error instanceof Refused && error.code === 'forbidden')
      throw new Fault([`账号 ${account} 不能管文件。文件由「政策」角色的账号提出和发布。`])
    throw error
  }
}
