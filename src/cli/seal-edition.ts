import { join } from 'node:path'
import { contentFaults, flows, projectFolder, rules } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import { loadLibrary } from '../knowledge/index.ts'
import type { Call } from './call.ts'
import {
  type EditionName,
  editionFaults,
  editionHash,
  type Lock,
  nameOf,
  readLock,
  unsealed,
  writeLock,
} from './editions.ts'

/** The lock a command is about: the project's own, or the one given with `--lock`. */
export const lockFile = (call: Call): string =>
  typeof call.options['lock'] === 'string' ? call.options['lock'] : join(projectFolder(), 'bot', 'editions.lock')

/**
 * Seals every listed edition that is not sealed yet: from then on it may not be edited. `--retire` lets editions go that
 * are listed no more. Nothing is written while anything is wrong.
 */
export async function sealEdition(call: Call): Promise<number> {
  const file = lockFile(call)
  const before = readLock(file)
  const names = typeof call.options['retire'] === 'string' ? call.options['retire'].split(',').filter(Boolean) : []
  const lock = retire(before, names)
  const faults = [
    ...contentFaults(loadLibrary(join(projectFolder(), 'knowledge'))),
    ...editionFaults(flows, rules, lock),
  ]
  if (faults.length > 0) throw new Fault(faults)
  const fresh = unsealed(flows, lock)
  const sealed = Object.fromEntries(flows.map((flow) => [nameOf(flow), editionHash(flow, rules)]))
  const retired = Object.fromEntries(Object.entries(lock.retired).filter(([name]) => sealed[name] === undefined))
  if (fresh.length + names.length > 0) writeLock(file, { sealed: { ...lock.sealed, ...sealed }, retired })
  if (call.options['json']) call.print(JSON.stringify({ sealed: fresh, retired: names }))
  else if (fresh.length + names.length === 0) call.print('没有要封存的版本：列出的版本都封存过，内容没有变。')
  for (const name of call.options['json'] ? [] : fresh) call.print(`封存了 ${name}。以后要改，请开新版。`)
  for (const name of call.options['json'] ? [] : names) call.print(`停用了 ${name}。没填完的草稿会转到新版。`)
  return 0
}

/** @throws Fault for an edition that was never sealed, is still listed, or leaves drafts no edition to go on in. */
function retire(lock: Lock, names: readonly EditionName[]): Lock {
  const faults = names.flatMap((name) => {
    if (lock.sealed[name] === undefined) return [`${name} 没有封存过，不用停用。版本的写法是 report@2026-11-01。`]
    if (flows.some((flow) => nameOf(flow) === name)) return [`${name} 还列在 bot/index.ts 里，请先从那里去掉，再停用。`]
    const others = flows.some((flow) => flow.id === name.split('@')[0])
    return others ? [] : [`${name} 是这张表最后一版，停用后没填完的草稿就打不开了。请先列出一个新版。`]
  })
  if (faults.length > 0) throw new Fault(faults)
  const of = (kept: boolean) => Object.entries(lock.sealed).filter(([name]) => names.includes(name) !== kept)
  return {
    sealed: Object.fromEntries(of(true)),
    retired: { ...lock.retired, ...Object.fromEntries(of(false)) },
  }
}
