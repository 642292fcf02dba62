import { text } from 'node:stream/consumers'
import { clockFrom } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import { readConfig } from '../config.ts'
import { addOfficer } from '../console/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'

/** Adds an account while the service is stopped (SQLite) or running (PostgreSQL). The password comes on standard input. */
export async function officerAdd(call: Call): Promise<number> {
  const { account, name, role = '受理' } = call.options
  if (typeof account !== 'string' || typeof name !== 'string') throw new Fault(['请写上 --account 和 --name。'])
  const config = readConfig()
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const store = await openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  })
  try {
    const added = await addOfficer(
      store,
      { account, name, password, role: String(role) },
      'system',
      clockFrom(config.now)(),
    )
    if (added === 'taken') throw new Fault([`账号 ${account} 已经有人用了。`])
    call.print(
      call.options['json']
        ? JSON.stringify({ id: added.id, account: added.account })
        : `已添加账号 ${added.account}（${added.role}）。`,
    )
    return 0
  } finally {
    await store.close()
  }
}
