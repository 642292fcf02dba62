import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const main = join(project, 'dist/src/main.js')

/** Builds the tree afresh, so that nothing old is measured. */
export function build(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] })
  if (!existsSync(join(project, 'dist/src/channels/web/page/index.html')))
    throw new Error('npm run build left the pages out of dist/')
}

/** The built house as a process of its own, as it runs in earnest. */
export interface Built {
  readonly url: string
  readonly port: number
  /** performance.now() of the moment it was started. */
  readonly startedAt: number
  /** Resident memory in bytes, as it tells itself. */
  rss(): Promise<number>
  stop(): Promise<void>
}

/** @param flags for Node, e.g. `--cpu-prof`. */
export async function runBuilt(dataDir: string, flags: readonly string[] = []): Promise<Built> {
  const { PATH = '', HOME = '' } = process.env
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...flags, main], {
    cwd: project,
    env: { PATH, HOME, PORT: '0', QINGWEN_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const port = await new Promise<number>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (bytes) => {
      out += bytes
      const found = /localhost:(\d+)\//.exec(out)
      if (found) resolve(Number(found[1]))
    })
    void ended.then(([code]) => reject(new Error(`the built house ended (${code}) before it listened`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    startedAt,
    async rss() {
      const metrics = await (await fetch(`${url}/metrics`)).text()
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1])
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
