import { parentPort } from 'node:worker_threads'
import type { FieldIndex } from './field-index.ts'
import { indexAll, indexNames } from './indexes.ts'
import type { Sources } from './sources.ts'

/** What the thread that asks sends: the sources bit by bit, then that this was all, then for more and more terms. */
export type Order =
  | { readonly type: 'source'; readonly name: keyof Sources; readonly rows: readonly unknown[] }
  | { readonly type: 'build' }
  | { readonly type: 'more' }
/** What comes back: the arrays of each index first, then its terms in their order, a bite at each request. */
export type Bite =
  | ({ readonly type: 'index'; readonly name: keyof Sources } & Omit<FieldIndex, 'terms'>)
  | { readonly type: 'terms'; readonly name: keyof Sources; readonly terms: readonly string[] }
  | { readonly type: 'done' }

/** So many terms are some five milliseconds of work for the thread that answers questions meanwhile. */
const biteTerms = 20_000

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
    else {
      // These arrays were made on their own buffers, which now move over without a copy.
      const { starts, docs, impacts, idf } = value
      port.postMessage(
        value,
        [starts, docs, impacts, idf].map((array) => array.buffer as ArrayBuffer),
      )
    }
  })
}

function* bitesOf(sources: Sources): Generator<Bite, undefined> {
  const indexes = indexAll(sources)
  for (const name of indexNames) {
    const { terms, ...arrays } = indexes[name]
    const words = [...terms.keys()]
    yield { type: 'index', name, ...arrays }
    for (let n = 0; n < words.length; n += biteTerms)
      yield { type: 'terms', name, terms: words.slice(n, n + biteTerms) }
  }
  return undefined
}
