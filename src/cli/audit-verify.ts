import { join } from 'node:path'
import { Fault } from '../base/index.ts'
import { readConfig } from '../config.ts'
import type { Break } from '../runtime/index.ts'
import { openStore, verifyAudit } from '../store/index.ts'
import { keptIn, openVault, readHeads } from '../vault/index.ts'
import type { Call } from './call.ts'

/**
 * Goes through the audit chain and through the heads kept outside, and names what was deleted, changed, moved or cut off.
 * @returns 0 for a whole chain, 1 for a broken one.
 */
export async function auditVerify(call: Call): Promise<number> {
  const config = readConfig()
  const file = typeof call.options['head'] === 'string' ? call.options['head'] : fileOf(config.auditHead)
  const { heads: signer } = await openVault(join(config.dataDir, 'server.key'))
  const { heads, wrong } = readHeads(file === undefined ? '' : await keptIn(file), signer)
  if (typeof call.options['head'] === 'string' && heads.length + wrong === 0)
    throw new Fault([`台账签名文件 ${file} 里没有签名，没法核对尾部有没有被截掉。`])
  const store = await openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  })
  try {
    const { events, last, breaks } = await verifyAudit(store.audit, heads)
    const whole = breaks.length === 0 && wrong === 0
    const kept = { heads: heads.length, wrong, key: signer.fingerprint }
    if (call.options['json']) call.print(JSON.stringify({ whole, events, last, breaks, ...kept }))
    else {
      call.print(`台账 ${events} 条，外面的签名 ${heads.length} 个。公钥指纹 ${signer.fingerprint}`)
      if (file === undefined) call.print('没有外面的签名可比：尾部整段被截掉是看不出来的。请设 QINGWEN_AUDIT_HEAD。')
      if (wrong > 0) call.print(`签名文件里有 ${wrong} 行不是本系统签的。`)
      for (const each of breaks) call.print(says(each))
      call.print(whole ? '台账完整。' : '台账不完整，请保留现场，报告审计管理员。')
    }
    return whole ? 0 : 1
  } finally {
    await store.close()
  }
}

const fileOf = (where: string | undefined) => (where?.startsWith('syslog://') ? undefined : where)

function says(each: Break): string {
  switch (each.type) {
    case 'deleted':
      return each.seq === each.until ? `第 ${each.seq} 条被删掉了。` : `第 ${each.seq} 到 ${each.until} 条被删掉了。`
    case 'changed':
      return `第 ${each.seq} 条被改过。`
    case 'moved':
      return `第 ${each.seq} 条的位置上，是原来的第 ${each.from} 条。`
    case 'cut-off':
      return `第 ${each.seq} 条之后的被截掉了，外面的签名记到第 ${each.until} 条。`
    case 'rewritten':
      return `第 ${each.after + 1} 到 ${each.seq} 条之间被整段重写过，和外面的签名对不上。`
  }
}
