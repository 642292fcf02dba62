import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order } from './submitter-order.ts'

/** Programs that hand in forms until they are killed. The next one warms up while one runs, because starting is slow. */
export interface Submitters {
  /** Lets one work until it kills itself or has acknowledged `most` things. @returns what it acknowledged. */
  round(order: Order, most: number): Promise<readonly string[]>
  /** Kills the one that was warming up. */
  end(): Promise<void>
}

/** @param name the program of this folder that works. */
export function submitters(name: 'submitter' | 'publisher' = 'submitter'): Submitters {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const start = () => spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'pipe'] })
  let warm = start()
  return {
    async round(order, most) {
      const child = warm
      warm = start()
      const acknowledged: string[] = []
      let rest = ''
      let heard = ''
      child.stderr!.on('data', (bytes: Buffer) => {
        heard = (heard + bytes).slice(-2000)
      })
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop()!
        acknowledged.push(...lines)
        if (acknowledged.length >= most) child.kill('SIGKILL')
      })
      child.stdin!.end(`${JSON.stringify(order)}\n`)
      const [code, signal] = await once(child, 'close')
      if (signal !== 'SIGKILL') throw new Error(`ended by itself (${code}):\n${heard}`)
      return acknowledged
    },
    async end() {
      const ended = once(warm, 'exit')
      warm.kill('SIGKILL')
      await ended
    },
  }
}
