import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Library } from '../knowledge/index.ts'
import type { FieldData } from './field-index.ts'
import type { Bite, Order } from './index-worker.ts'
import type { Indexes } from './indexes.ts'
import { openSearch, type Search } from './search.ts'
import { heldClauses, type Phrase, type Row, rowOf, type Sources, smallSources } from './sources.ts'

/** Rows sent at once: a millisecond or two of copying. */
const biteRows = 1000

/**
 * `openSearch` for a library that is to take the place of one in use: the index is made in a thread of its own and handed
 * over in bites, so that questions asked meanwhile are answered as fast as ever.
 *
 * @throws whatever ended the thread; then nothing is left running.
 */
export async function openSearchAside(library: Library): Promise<Search> {
  const worker = startWorker()
  try {
    for (const order of ordersOf(library)) {
      send(worker, order)
      await breathe()
    }
    const indexes: Partial<Record<keyof Indexes, FieldData>> = {}
    for (let bite = await ask(worker, { type: 'build' }); bite.type !== 'done'; bite = await ask(worker, more)) {
      indexes[bite.name] = bite.data
      await breathe()
    }
    // The worker sends every name before it is done.
    return openSearch(library, { indexes: indexes as Indexes })
  } finally {
    await worker.terminate()
  }
}

/** Everything to be indexed; the rows of clauses are made as they are sent. */
function* ordersOf(library: Library): Generator<Order> {
  // Its keys are the names of sources.
  for (const [name, rows] of Object.entries(smallSources(library)))
    for (const bite of bites<Row | Phrase>(rows)) yield { type: 'source', name: name as keyof Sources, rows: bite }
  const row = rowOf(library)
  for (const bite of bites(heldClauses(library))) yield { type: 'source', name: 'clauses', rows: bite.map(row) }
}

function* bites<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let n = 0; n < all.length; n += biteRows) yield all.slice(n, n + biteRows)
}

const more: Order = { type: 'more' }

function send(worker: Worker, order: Order): void {
  worker.postMessage(order)
}

/** Rejects when the worker fails, by `once`. */
async function ask(worker: Worker, order: Order): Promise<Bite> {
  const answer = once(worker, 'message')
  send(worker, order)
  const [bite] = (await answer) as [Bite] // index-worker.ts sends nothing else
  return bite
}

/** From a build as it is; from the sources by way of a file that brings the loader, since a thread inherits none. */
function startWorker(): Worker {
  const file = import.meta.url.endsWith('.js') ? './index-worker.js' : './index-worker.mjs'
  return new Worker(new URL(file, import.meta.url))
}
