export type { House } from './house.ts'
export type * from './ports.ts'
export { type Taken, take } from './turn.ts'
export { startWorker, type Worker } from './worker.ts'
