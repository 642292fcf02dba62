import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order } from './mortal-order.ts'

const program = fileURLToPath(new URL('./mortal-house.ts', import.meta.url))

export interface MortalHouse {
  readonly url: string
  /** The signal or the code it ended with. */
  readonly ended: Promise<string | number>
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** Houses as processes, one after the other. The next one warms up while one runs, because starting is slow. */
export interface MortalHouses {
  next(order: Order): Promise<MortalHouse>
  end(): Promise<void>
}

export function mortalHouses(): MortalHouses {
  let warm = launch()
  const running = new Set<ChildProcess>()
  return {
    async next(order) {
      const child = warm
      warm = launch()
      running.add(child)
      let heard = ''
      child.stderr!.on('data', (bytes: Buffer) => {
        heard = (heard + bytes).slice(-2000)
      })
      const ended = once(child, 'close').then(([code, signal]) => {
        running.delete(child)
        return (signal ?? code) as string | number
      })
      child.stdin!.write(`${JSON.stringify(order)}\n`)
      const port = await Promise.race([
        once(child.stdout!, 'data').then(([bytes]) => (JSON.parse(String(bytes)) as { port: number }).port),
        ended.then((how) => Promise.reject(new Error(`ended before it listened (${how}):\n${heard}`))),
      ])
      return { url: `http://127.0.0.1:${port}`, ended, kill: (signal) => void child.kill(signal) }
    },
    async end() {
      for (const child of [warm, ...running]) {
        const over = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
        child.kill('SIGKILL')
        await over
      }
    },
  }
}

function launch(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'pipe'] })
}
