export type * from './ports.ts'
export type { House } from './house.ts'
export { type Taken, take } from './turn.ts'
export { type Worker, startWorker } from './worker.ts'
