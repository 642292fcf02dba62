import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fault } from '../../base/index.ts'
import { buildAside } from './build-aside.ts'
import { type BuildTask, build, type Progress } from './build-steps.ts'
import { builtInName, openBuiltIn } from './built-in.ts'
import type { Embedder } from './embedder.ts'
import { type Endpoint, type EndpointSettings, openEndpoint } from './endpoint.ts'
import { type Graph, loadGraphKit, readGraph } from './graph.ts'
import { openIndex, scanMost, type VectorIndex } from './nearest.ts'
import { layRows } from './rows.ts'
import { corpusOf, type Kept, takeKept } from './shelf.ts'

/** The library's clauses as vectors. */
export interface Vectors extends VectorIndex {
  /** Clause ids by row. */
  readonly ids: readonly string[]
  readonly embedder: Embedder
  /** The question's vector; undefined where none is to be had in time: search then goes on without. */
  embed(question: string, signal?: AbortSignal): Promise<Float32Array | undefined>
}

export interface VectorOptions {
  /** Public clause texts, one spelling not needed. They are sent to the endpoint, if there is one. */
  readonly clauses: readonly { readonly id: string; readonly text: string }[]
  /** Where vectors are kept between starts; absent: built anew each time. */
  readonly folder?: string
  readonly endpoint?: Endpoint
  readonly endpointSettings?: EndpointSettings
  /** Told of every failure of the endpoint, the files or the thread; no text is ever in it. */
  readonly onFault: (fault: unknown) => void
  readonly onNotice?: (notice: string) => void
  readonly onProgress?: (progress: Progress) => void
  /** Cancels building. */
  readonly signal?: AbortSignal
  /** Up to so many clauses are built in this thread; and up to so many are compared one by one, without a graph. */
  readonly limits?: { readonly inThread?: number; readonly scan?: number }
}

/** Components of a built-in vector. */
const dimension = 256
/** So few are learned at once; a thread must start and load its code first. */
const inThreadMost = 800

/**
 * Opens the vectors of these clauses: those kept from an earlier start if they are whole and of the same texts and model,
 * else built, in a thread of its own where they are many. If the endpoint fails, the built-in embedder takes its place.
 *
 * @throws Fault if they cannot be built at all; the signal's reason if cancelled.
 */
export async function openVectors(options: VectorOptions): Promise<Vectors> {
  const { endpoint, onFault, signal } = options
  if (endpoint) {
    try {
      return await openWith(options, openEndpoint(endpoint, options.endpointSettings))
    } catch (fault) {
      signal?.throwIfAborted()
      onFault(fault)
    }
  }
  return openWith(options)
}

async function openWith(options: VectorOptions, server?: Embedder): Promise<Vectors> {
  const { clauses, folder, limits, onFault, onNotice = () => undefined, onProgress = () => undefined, signal } = options
  const { inThread = inThreadMost, scan = scanMost } = limits ?? {}
  const corpus = corpusOf(clauses)
  const model = server?.model ?? builtInName(dimension)
  const wantsGraph = clauses.length > scan
  const finish = async (kept: Kept, graph?: Graph) => {
    const embedder = server ?? (kept.learned ? openBuiltIn(kept.learned) : undefined)
    if (!embedder) throw new Fault(['向量文件里没有学到的词。'])
    return faced(clauses, embedder, openIndex(kept.rows, graph ?? (await graphOf(kept, onNotice)), { scan }), onFault)
  }

  if (folder !== undefined)
    try {
      const files = ['rows.f32', ...(server ? [] : ['learned.bin'])]
      const wanted = { model, corpus, count: clauses.length, files, ...(server ? {} : { dimension }) }
      const kept = await takeKept(folder, wanted)
      if (typeof kept === 'string') onNotice(`存着的向量不能用（${kept}），重新建。`)
      // Built where the add-on was missing: with it, a graph is worth building now.
      else if (kept && (!wantsGraph || kept.graphFile !== undefined || !(await loadGraphKit(onNotice))))
        return await finish(kept)
    } catch (fault) {
      onFault(fault)
    }

  const task: BuildTask = {
    model,
    corpus,
    graph: wantsGraph,
    ...(server
      ? { rows: await rowsFrom(server, clauses, signal) }
      : { learn: { texts: clauses.map((c) => c.text), dimension } }),
  }
  const make = async (home: string | undefined) => {
    if (clauses.length <= inThread) {
      const { graph, ...built } = await build({ ...task, ...(home ? { folder: home } : {}) }, onProgress, onNotice)
      return finish(built, graph)
    }
    // It comes over from the thread as files, because the graph can come no other way.
    const shelf = home ?? (await mkdtemp(join(tmpdir(), 'qingwen-vectors-')))
    try {
      await buildAside({ ...task, folder: shelf }, { onProgress, onNotice, signal })
      const kept = await takeKept(shelf, { model, corpus, count: clauses.length, files: [] })
      if (typeof kept !== 'object') throw new Fault([`刚建好的向量读不出来（${kept ?? '不见了'}）。`])
      return await finish(kept)
    } finally {
      if (home === undefined) await rm(shelf, { recursive: true, force: true })
    }
  }
  try {
    return await make(folder)
  } catch (fault) {
    signal?.throwIfAborted()
    if (folder === undefined) throw fault
    // A full or read-only disk is no reason to go without vectors.
    onFault(fault)
    return make(undefined)
  }
}

async function rowsFrom(server: Embedder, clauses: VectorOptions['clauses'], signal?: AbortSignal) {
  const vectors = await server.texts(
    clauses.map((c) => c.text),
    signal,
  )
  return layRows(vectors, vectors[0]?.length ?? 1)
}

async function graphOf({ graphFile, rows }: Kept, onNotice: (notice: string) => void): Promise<Graph | undefined> {
  const kit = graphFile === undefined ? undefined : await loadGraphKit(onNotice)
  return kit && graphFile !== undefined ? readGraph(kit, graphFile, rows.dimension, rows.count) : undefined
}

function faced(
  clauses: VectorOptions['clauses'],
  embedder: Embedder,
  index: VectorIndex,
  onFault: (fault: unknown) => void,
): Vectors {
  return {
    ...index,
    ids: clauses.map((c) => c.id),
    embedder,
    async embed(question, signal) {
      try {
        const vector = await embedder.question(question, signal)
        if (vector.length !== index.dimension)
          throw new Fault([`向量模型换了维数：问题是 ${vector.length} 维，条款是 ${index.dimension} 维，检索照常。`])
        return vector
      } catch (fault) {
        // Who stops waiting is no fault of anybody's.
        if (!signal?.aborted) onFault(fault)
        return undefined
      }
    },
  }
}
