import { Fault } from '../../base/index.ts'
import type { Call } from '../call.ts'
import { readTalks } from './read.ts'
import { runTalk, type TalkResult } from './run.ts'

/** Drives the acceptance conversations of a file; exit code 1 if any does not hold. */
export async function talk(call: Call): Promise<number> {
  const [file] = call.words
  if (file === undefined) throw new Fault(['请写上对话文件：npx qingwen talk 对话.md'])
  const only =
    typeof call.options['only'] === 'string' ? call.options['only'].split(',').map((id) => id.trim()) : undefined
  const all = readTalks(file)
  const unknown = (only ?? []).filter((id) => !all.some((t) => t.id === id))
  if (unknown.length > 0) throw new Fault([`${file} 里没有对话 ${unknown.join('、')}`])
  const conversations: TalkResult[] = []
  for (const one of all.filter((t) => !only || only.includes(t.id))) conversations.push(await runTalk(one))
  if (call.options['json']) call.print(JSON.stringify({ conversations }))
  else for (const result of conversations) print(call, result)
  return conversations.every((c) => c.passed) ? 0 : 1
}

function print(call: Call, { id, passed, turns }: TalkResult): void {
  call.print(`\n== ${id} ${passed ? '通过' : '不通过'}`)
  for (const turn of turns) {
    call.print(`\n人：${turn.u}`)
    for (const reply of turn.replies) call.print(reply.replace(/^/gm, '  '))
    call.print(
      `  〔问 ${turn.ask ?? '无'}；事件 ${turn.events.join(' ') || '无'}；引 ${turn.cites.join(' ') || '无'}〕`,
    )
    for (const m of turn.must) call.print(`  应当：${m}`)
    for (const m of turn.must_not) call.print(`  不应：${m}`)
    for (const failure of turn.failures) call.print(`  ✗ ${failure}`)
  }
}
