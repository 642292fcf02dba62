import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A program of the project as a process: its own words and how it ended. */
export interface OwnProcess {
  readonly pid: number
  /** Resolves with everything printed so far once `words` are among it. Rejects if it ends first. */
  until(words: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
  /** Exit code, or the signal that ended it, and what it said. */
  readonly ended: Promise<{ readonly how: number | string; readonly out: string; readonly complaint: string }>
}

/** What `npm start` runs, with nothing in its environment but what is given and what Node needs. */
export const serve = (environment: Readonly<Record<string, string>>): OwnProcess =>
  run(['--import', 'tsx', 'src/main.ts'], environment)

/** What `npx qingwen` runs. */
export const qingwen = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input?: string,
): OwnProcess => run(['src/cli/qingwen.mjs', ...words], environment, input)

/** The same, read by somebody who leaves before the first word comes (`| true`). */
export const qingwenUnheard = (words: readonly string[]): OwnProcess['ended'] =>
  run(['src/cli/qingwen.mjs', ...words], {}, undefined, (child) => child.stdout.destroy()).ended

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input?: string,
  born: (child: ChildProcessWithoutNullStreams) => void = () => undefined,
): OwnProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(process.execPath, args, {
    cwd: project,
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  born(child)
  let out = ''
  let complaint = ''
  let check: () => void = () => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    check()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  // A program that ends without reading its input breaks the pipe; how it ended says enough.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = once(child, 'close').then(([code, signal]) => ({
    how: (signal ?? code) as number | string,
    out,
    complaint,
  }))
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended,
    until: (words) =>
      new Promise((resolve, reject) => {
        check = () => {
          const found = words.exec(out)
          if (found) resolve(found)
        }
        check()
        void ended.then(({ how }) => reject(new Error(`ended (${how}) before it said ${words}:\n${complaint}`)))
      }),
  }
}
