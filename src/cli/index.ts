import { parseArgs } from 'node:util'
import { Fault, Refused } from '../base/index.ts'
import type { Call } from './call.ts'
import { commands } from './commands.ts'

export { type Beir, type BeirQuestion, readBeir } from './bench/beir.ts'
export { pace, quality, type Ranked } from './bench/measures.ts'
export { editionFaults, editionHash, type Lock, readLock, unsealed, writeLock } from './editions.ts'
export { type EvalQuestion, type EvalReport, evalQuestion, runEval } from './eval.ts'

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 done and something did not hold, 2 the call or the set-up is wrong.
 */
export async function run(args: readonly string[], out: Pick<Call, 'print' | 'complain'> = terminal): Promise<number> {
  const name = Object.keys(commands)
    .sort((a, b) => b.length - a.length)
    .find((n) => n.split(' ').every((word, i) => args[i] === word))
  const command = name === undefined ? undefined : commands[name]
  if (!command || name === undefined) {
    out.complain(args[0] && !args[0].startsWith('-') ? `没有 ${args[0]} 这个命令。\n\n${overview()}` : overview())
    return args[0] === '--help' || args.length === 0 ? 0 : 2
  }
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(name.split(' ').length),
      options: { help: { type: 'boolean' }, json: { type: 'boolean' }, ...command.options },
      allowPositionals: true,
    })
    if (values['help'] === true) {
      out.print(command.help)
      return 0
    }
    return await command.run({ words: positionals, options: values as Call['options'], ...out })
  } catch (error) {
    out.complain(explained(error, command.help))
    return 2
  }
}

const terminal: Pick<Call, 'print' | 'complain'> = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
}

function overview(): string {
  return [
    '用法：npx qingwen <命令>（每个命令都可以加 --help）',
    '',
    ...Object.entries(commands).map(([name, c]) => `  ${name.padEnd(14)}${c.help.split('\n')[0]}`),
  ].join('\n')
}

/** Our own faults and refusals speak for themselves; anything else is shown with its place, because it is a bug. */
function explained(error: unknown, help: string): string {
  if (error instanceof Fault || error instanceof Refused) return error.message
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}\n\n${help}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
