import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentFaults, flows, openContent, projectFolder, rules } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import { card } from '../flow/index.ts'
import { loadLibrary } from '../knowledge/index.ts'
import type { Call } from './call.ts'
import { editionFaults, readLock, unsealed } from './editions.ts'
import { lockFile } from './seal-edition.ts'

/** Every fault of bot/, knowledge/ and prompts/, all at once, each naming its file and word; and which editions are not sealed yet. */
export async function check(call: Call): Promise<number> {
  const own = join(projectFolder(), 'knowledge')
  const folder = typeof call.options['knowledge'] === 'string' ? call.options['knowledge'] : own
  if (!existsSync(folder)) throw new Fault([`没有 ${folder} 这个文件夹。`])
  const ownLock = readLock(lockFile(call))
  const faults = [...faultsOf(folder), ...editionFaults(flows, rules, ownLock)]
  const waiting = unsealed(flows, ownLock)
  if (call.options['json']) call.print(JSON.stringify({ faults, unsealed: waiting }))
  else if (faults.length === 0) call.print('没有发现问题。')
  else for (const fault of faults) call.print(fault)
  if (waiting.length > 0 && !call.options['json'])
    call.print(`还没有封存的版本：${waiting.join('、')}。对外发布前请运行 npx qingwen seal-edition。`)
  return faults.length === 0 ? 0 : 1
}

function faultsOf(folder: string): readonly string[] {
  try {
    const library = loadLibrary(folder)
    return folder === join(projectFolder(), 'knowledge') ? contentFaults(library) : []
  } catch (error) {
    if (error instanceof Fault) return error.faults
    throw error
  }
}

/** Prints every flow as a card. With `--check` it compares only, so that a card can never lag behind its flow. */
export async function printCards(call: Call): Promise<number> {
  const { bot } = openContent()
  const folder = join(projectFolder(), 'bot', 'cards')
  if (!call.options['check']) mkdirSync(folder, { recursive: true })
  let differing = 0
  for (const flow of flows) {
    const name = cardName(flow)
    const file = join(folder, name)
    const text = card(flow, bot.rules, bot.clauses)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    differing++
    if (call.options['check']) call.print(`bot/cards/${name} 和表单不一致，请运行 npx qingwen print-cards`)
    else {
      writeFileSync(file, text)
      call.print(`写好了 bot/cards/${name}`)
    }
  }
  if (differing === 0) call.print('卡片都是最新的。')
  return call.options['check'] && differing > 0 ? 1 : 0
}

/** The open edition has the plain name; one that is closing is told apart by its date, as its file in bot/flows is. */
function cardName({ id, edition }: (typeof flows)[number]): string {
  const open = flows.every((flow) => flow.id !== id || flow.edition <= edition)
  return open ? `${id}.md` : `${id}.${edition}.md`
}
