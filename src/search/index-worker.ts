import { parentPort } from 'node:worker_threads'
import type { FieldData } from './field-index.ts'
import { indexAll, indexNames } from './indexes.ts'
import type { Sources } from './sources.ts'

/** What the thread that asks sends: the sources bit by bit, then that this was all, then for one index after another. */
export type Order =
  | { readonly type: 'source'; readonly name: keyof Sources; readonly rows: readonly unknown[] }
  | { readonly type: 'build' }
  | { readonly type: 'more' }
/** What comes back: an index at each request. */
export type Bite =
  | { readonly type: 'index'; readonly name: keyof Sources; readonly data: FieldData }
  | { readonly type: 'done' }

const port = parentPort
if (port) {
  const sources: Record<keyof Sources, unknown[]> = { clauses: [], phrases: [], asks: [], lists: [], instruments: [] }
  let bites: Iterator<Bite> | undefined
  port.on('message', (order: Order) => {
    if (order.type === 'source') {
      for (const row of order.rows) sources[order.name].push(row)
      return
    }
    // The other side of this file (`aside.ts`) took the rows from `sourcesOf`, name by name.
    bites ??= bitesOf(sources as unknown as Sources)
    const { value = { type: 'done' } }: IteratorResult<Bite, undefined> = bites.next()
    if (value.type !== 'index') port.postMessage(value)
    // These arrays were made on their own buffers, which now move over without a copy.
    else port.postMessage(value, buffersIn(value.data))
  })
}

function buffersIn({ starts, docs, impacts, rarity, dictionary }: FieldData): ArrayBuffer[] {
  return [starts, docs, impacts, rarity, ...Object.values(dictionary)].map((array) => array.buffer as ArrayBuffer) // made by `new`, never shared
}

function* bitesOf(sources: Sources): Generator<Bite, undefined> {
  const indexes = indexAll(sources)
  for (const name of indexNames) yield { type: 'index', name, data: indexes[name] }
  return undefined
}
