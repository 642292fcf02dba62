import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../base/index.ts'
import type { BuildTask, Progress } from './build-steps.ts'
import type { Told } from './build-worker.ts'

/**
 * Builds in a thread of its own, so that questions are answered meanwhile: half a minute for 57,645 clauses. What was
 * built lies in the task's folder.
 *
 * @param signal ends the thread at once; nothing half-written is ever taken for whole.
 * @throws Fault if the thread fails; the signal's reason if it was cancelled.
 */
export function buildAside(
  task: BuildTask & { readonly folder: string },
  {
    onProgress = () => undefined,
    onNotice = () => undefined,
    signal,
  }: {
    onProgress?: ((progress: Progress) => void) | undefined
    onNotice?: ((notice: string) => void) | undefined
    signal?: AbortSignal | undefined
  } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(script, { workerData: task, execArgv })
    const cancel = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (told: Told) => {
      if (told.type === 'progress') onProgress(told.progress)
      else if (told.type === 'notice') onNotice(told.notice)
      else resolve()
    })
    worker.once('error', (error) => reject(new Fault(['向量没有建成，检索照常。'], { cause: error })))
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', cancel)
      reject(new Fault([`建向量的线程提前结束了（${code}），检索照常。`]))
    })
  })
}

/** From the sources the thread needs a loader for them, which tsx leaves out of threads unless it is asked; a build needs none. */
const fromSources = import.meta.url.endsWith('.ts')
const script = fileURLToPath(new URL(`./build-worker.${fromSources ? 'ts' : 'js'}`, import.meta.url))
const execArgv = fromSources ? ['--import', `data:text/javascript,${encodeURIComponent(loader())}`] : []

function loader(): string {
  // Its door for `import`; what is resolved here would be the one for `require`.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const api = new URL('dist/esm/api/index.mjs', tsx).href
  return `import { register } from ${JSON.stringify(api)}; register()`
}
