import { parentPort, workerData } from 'node:worker_threads'
import { type BuildTask, build, type Progress } from './build-steps.ts'

/** What the thread tells: how far it is, notices, and at the end that everything is kept. */
export type Told =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'notice'; readonly notice: string }
  | { readonly type: 'built' }

// Runs as a thread of its own, started by `buildAside`.
const tell = (told: Told) => parentPort?.postMessage(told)
// The task was made by `buildAside`, nobody else starts this file.
await build(
  workerData as BuildTask,
  (progress) => tell({ type: 'progress', progress }),
  (notice) => tell({ type: 'notice', notice }),
)
tell({ type: 'built' })
