import { evenText } from '../../base/index.ts'
import { emptyGraph, type Graph, loadGraphKit } from './graph.ts'
import { learnReflective, type ReflectiveModel } from './reflective.ts'
import { type Rows, rowOf } from './rows.ts'
import { keep } from './shelf.ts'

/** What is to be built; plain enough to be sent to another thread. */
export interface BuildTask {
  readonly model: string
  readonly corpus: string
  /** To be learned from; absent where a server made the rows. */
  readonly learn?: { readonly texts: readonly string[]; readonly dimension: number }
  readonly rows?: Rows
  /** Whether a graph is worth its time. */
  readonly graph: boolean
  /** Where it is kept; absent: nowhere. */
  readonly folder?: string
}

export interface Built {
  readonly rows: Rows
  readonly learned?: ReflectiveModel
}

export interface Progress {
  readonly step: 'learn' | 'graph'
  readonly done: number
  readonly of: number
}

/** Builds and keeps it: the whole work, in whichever thread it is called. */
export async function build(
  { learn, rows: given, graph: wantsGraph, folder, model, corpus }: BuildTask,
  onProgress: (progress: Progress) => void,
  onNotice: (notice: string) => void,
): Promise<Built & { graph?: Graph }> {
  const found = learn
    ? learnReflective(learn.texts.map(evenText), learn.dimension, (done, of) => onProgress({ step: 'learn', done, of }))
    : undefined
  const rows = found?.rows ?? given ?? { dimension: 1, count: 0, values: new Float32Array(0) }
  const kit = wantsGraph ? await loadGraphKit(onNotice) : undefined
  const graph = kit ? emptyGraph(kit, rows.dimension, rows.count) : undefined
  for (let row = 0; graph && row < rows.count; row++) {
    graph.add(rowOf(rows, row), row)
    if (row % 512 === 0) onProgress({ step: 'graph', done: row, of: rows.count })
  }
  const learned = found ? { learned: found.model } : {}
  if (folder !== undefined)
    await keep(folder, { rows, model, corpus, ...learned, ...(graph ? { writeGraph: graph.write } : {}) })
  return { rows, ...learned, ...(graph ? { graph } : {}) }
}
