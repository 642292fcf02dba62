import { join } from 'node:path'
import { clockFrom } from '../assembly.ts'
import { readConfig } from '../config.ts'
import { openShredder } from '../runtime/index.ts'
import { openStore } from '../store/index.ts'
import { openVault } from '../vault/index.ts'
import type { Call } from './call.ts'

/**
 * What is over, what is held, and what two people agreed on and is not worked off. With `--apply` the latter is worked
 * off; nothing can be agreed to here, so that no single hand on the server destroys anything by this program.
 */
export async function retention(call: Call): Promise<number> {
  const config = readConfig()
  const now = clockFrom(config.now)
  const store = await openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  })
  try {
    const vault = await openVault(join(config.dataDir, 'server.key'))
    const record = vault.shredded(join(config.dataDir, 'shredded.list'))
    const apply = call.options['apply'] === true && call.options['dry-run'] !== true
    const units = await Promise.all(
      (await store.units.list()).map(async ({ id, name }) => ({
        unit: id,
        name,
        rules: (await store.retention.rules(id)).map(({ kind, months, basis }) => ({ kind, months, basis })),
        due: (await store.retention.due(id, now().slice(0, 10), 200)).map(({ number, kind, closedOn, months }) => ({
          ...{ number, kind, closedOn, months },
        })),
        // Why stays sealed here: numbers are all a server needs.
        held: (await store.retention.holds(id)).map(({ number, on }) => ({ number, on })),
      })),
    )
    const agreed = await agreedOn(store, await record.read())
    if (apply) await openShredder({ retention: store.retention, record, now }).catchUp()
    const left = apply ? await agreedOn(store, await record.read()) : agreed
    const destroyed = agreed.filter((number) => !left.includes(number))
    if (call.options['json']) {
      call.print(JSON.stringify({ applied: apply, units, agreed, destroyed }))
      return 0
    }
    for (const { name, rules, due, held } of units) {
      const periods = rules.map(({ kind, months }) => `${kind} ${months} 个月`).join('、')
      call.print(`${name}：${rules.length === 0 ? '没有设保管期限，一件也不会到期。' : `保管期限 ${periods}。`}`)
      call.print(`  到期 ${due.length} 件${due.length > 0 ? `：${due.map(({ number }) => number).join('、')}` : ''}`)
      if (held.length > 0) call.print(`  暂缓 ${held.length} 件：${held.map(({ number }) => number).join('、')}`)
    }
    if (agreed.length === 0) call.print('没有两个人已经同意、还没办完的销毁。')
    else if (apply) call.print(`销毁了 ${destroyed.length} 件：${destroyed.join('、')}。`)
    else call.print(`两个人已经同意、还没办完的 ${agreed.length} 件：${agreed.join('、')}。加 --apply 接着办完。`)
    return 0
  } finally {
    await store.close()
  }
}

/** Cases that are to go by what two people agreed on: lists that were cut off, and what a restored backup brought back. */
async function agreedOn(
  { retention: { unfinished, byId, present } }: Pick<Awaited<ReturnType<typeof openStore>>, 'retention'>,
  kept: readonly { readonly caseId: string; readonly number: string }[],
): Promise<readonly string[]> {
  const lists = await Promise.all((await unfinished()).map(byId))
  const listed = lists.flatMap((list) => list?.cases ?? []).filter(({ stage }) => stage !== 'done' && stage !== 'kept')
  const back = new Set(await present(kept.map(({ caseId }) => caseId)))
  const numbers = [...listed, ...kept.filter(({ caseId }) => back.has(caseId))].map(({ number }) => number)
  return [...new Set(numbers)].sort()
}
