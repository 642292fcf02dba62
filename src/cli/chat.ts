import { createInterface } from 'node:readline/promises'
import { clockFrom } from '../assembly.ts'
import type { Say } from '../dialogue/index.ts'
import { type Taken, take } from '../runtime/index.ts'
import type { Call } from './call.ts'
import { openScratch, readable, shownIn } from './scratch.ts'
import { openStocked } from './stocked.ts'

/** The same assistant in a terminal, on a database that is gone when the conversation ends. */
export async function chat(call: Call): Promise<number> {
  const area = call.options['region']
  const here = typeof area === 'string' ? area : undefined
  const scratch = await openScratch(clockFrom(undefined), ['terminal'], here, await openStocked(call))
  const { house } = scratch
  const thread = { channel: 'terminal', person: 'me' }
  const input = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY === true,
  })
  try {
    const tell = async (taken: Taken) => {
      for (const said of taken.says)
        call.print(`\n${await readable(house, said.text, shownIn(taken))}${extras(said)}\n`)
    }
    const greeted = await take(house, { ...thread, id: 'joined', event: { type: 'joined' } })
    await tell(greeted)
    input.setPrompt('您：')
    input.prompt()
    let n = 0
    for await (const line of input) {
      if (line.trim() !== '') {
        const taken = await take(house, {
          ...thread,
          id: String(n++),
          event: { type: 'said', text: line.slice(0, 4000) },
        })
        await tell(taken)
      }
      input.prompt()
    }
    return 0
  } finally {
    input.close()
    await scratch.close()
  }
}

function extras({ choices, cites }: Say): string {
  const options = choices ? `\n${choices.map((c, n) => `  ${n + 1}. ${c.label}`).join('\n')}` : ''
  const rest = cites
    ? `\n${cites.map((c, n) => `〔${n + 1}〕${c.region} 《${c.instrument}》${c.label}（${c.authority}）`).join('\n')}`
    : ''
  return options + rest
}
