import { clockFrom } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import { readConfig } from '../config.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'

/**
 * Forgets the code of an account whose phone is lost, where nobody else could agree to it in the console. The account has
 * to sign in with its password and bind a phone anew. It opens nothing: cases are sealed to a key that only the password
 * or the printed recovery key unlocks, and neither is touched here.
 */
export async function officerResetCode(call: Call): Promise<number> {
  const { account } = call.options
  if (typeof account !== 'string' || account.trim() === '') throw new Fault(['请写上 --account。'])
  const config = readConfig()
  const store = await openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  })
  try {
    const found = await store.officers.byAccount(account)
    if (!found) throw new Fault([`没有 ${account} 这个账号。`])
    await store.officers.factors.drop(found.id)
    const line = { who: 'system', what: 'officer.codeByServer', object: found.id }
    await store.audit.append([line], clockFrom(config.now)())
    call.print(
      call.options['json']
        ? JSON.stringify({ id: found.id, account: found.account })
        : `账号 ${found.account} 的验证码重置了，正在用的登录都断开了，台账里记了一条。本人用密码登录，再绑定一次手机；密码也忘了的，先用打印的恢复钥匙设新密码。这一步打不开任何密封的内容。`,
    )
    return 0
  } finally {
    await store.close()
  }
}
