import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentFaults, flows, openContent, projectFolder } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import { card } from '../flow/index.ts'
import { loadLibrary } from '../knowledge/index.ts'
import type { Call } from './call.ts'

/** Every fault of bot/ and knowledge/, all at once, each naming its file and word. */
export async function check(call: Call): Promise<number> {
  const own = join(projectFolder(), 'knowledge')
  const folder = typeof call.options['knowledge'] === 'string' ? call.options['knowledge'] : own
  if (!existsSync(folder)) throw new Fault([`没有 ${folder} 这个文件夹。`])
  const faults = faultsOf(folder)
  if (call.options['json']) call.print(JSON.stringify({ faults }))
  else if (faults.length === 0) call.print('没有发现问题。')
  else for (const fault of faults) call.print(fault)
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
    const file = join(folder, `${flow.id}.md`)
    const text = card(flow, bot.rules, bot.clauses)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    differing++
    if (call.options['check']) call.print(`bot/cards/${flow.id}.md 和表单不一致，请运行 npx qingwen print-cards`)
    else {
      writeFileSync(file, text)
      call.print(`写好了 bot/cards/${flow.id}.md`)
    }
  }
  if (differing === 0) call.print('卡片都是最新的。')
  return call.options['check'] && differing > 0 ? 1 : 0
}
