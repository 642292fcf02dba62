import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type Manifest, readManifest, type Wanted } from './manifest.ts'
import type { ReflectiveModel } from './reflective.ts'
import type { Rows } from './rows.ts'

/** What is kept of a build. */
export interface Kept {
  readonly rows: Rows
  /** Absent where the vectors came from a server. */
  readonly learned?: ReflectiveModel
  /** Path of the graph's file; absent where the rows are few or the add-on is missing. */
  readonly graphFile?: string
}

export interface ToKeep extends Omit<Kept, 'graphFile'> {
  readonly model: string
  readonly corpus: string
  readonly writeGraph?: (file: string) => void
}

/** One name for the texts, in their order. */
export function corpusOf(clauses: readonly { readonly id: string; readonly text: string }[]): string {
  const hash = createHash('sha256')
  // The lengths keep apart what only looks alike when strung together.
  for (const { id, text } of clauses) hash.update(`${id.length} ${text.length} ${id}${text}`)
  return hash.digest('hex')
}

/**
 * Writes a build beside the ones that are there and gives it its name at the end, when every byte is on the disk:
 * whoever reads sees a whole one or none. Older ones are cleared away.
 */
export async function keep(folder: string, { rows, learned, model, corpus, writeGraph }: ToKeep): Promise<void> {
  await mkdir(folder, { recursive: true })
  const name = nameOf(model, corpus)
  const aside = join(folder, `.${name}.${randomUUID()}`)
  await mkdir(aside)
  try {
    const { buffer, byteOffset, byteLength } = rows.values
    await write(join(aside, 'rows.f32'), new Uint8Array(buffer, byteOffset, byteLength))
    if (learned) await write(join(aside, 'learned.bin'), serialize(learned))
    if (writeGraph) {
      writeGraph(join(aside, 'graph.hnsw'))
      await toDisk(join(aside, 'graph.hnsw'))
    }
    const files: Manifest['files'] = {}
    for (const file of await readdir(aside)) files[file] = await sealOf(join(aside, file))
    const { dimension, count } = rows
    const manifest: Manifest = { format: 1, metric: 'ip', model, dimension, count, corpus, files }
    await write(join(aside, 'manifest.json'), JSON.stringify(manifest, null, 2))
    await toDisk(aside)
    await rm(join(folder, name), { recursive: true, force: true })
    await rename(aside, join(folder, name))
    await toDisk(folder)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
  await clear(folder, name)
}

/** @returns what was kept, or in a few words why it is of no use; undefined if nothing was kept for these texts. */
export async function takeKept(folder: string, wanted: Wanted): Promise<Kept | string | undefined> {
  const home = join(folder, nameOf(wanted.model, wanted.corpus))
  const text = await readFile(join(home, 'manifest.json'), 'utf8').catch(whenAbsent)
  if (text === undefined) return undefined
  const manifest = readManifest(text, wanted)
  if (typeof manifest === 'string') return manifest
  for (const [file, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const seal = await sealOf(join(home, file)).catch(whenAbsent)
    if (seal?.bytes !== bytes || seal.sha256 !== sha256) return `${file} 和清单对不上`
  }
  const bytes = await readFile(join(home, 'rows.f32'))
  const values = new Float32Array(new Uint8Array(bytes).buffer)
  if (!values.every(Number.isFinite)) return '向量里有不是数的值'
  const { dimension, count } = manifest
  return {
    rows: { dimension, count, values },
    // Written by `keep` from a ReflectiveModel, and the checksum says that not a byte has changed.
    ...('learned.bin' in manifest.files
      ? { learned: deserialize(await readFile(join(home, 'learned.bin'))) as ReflectiveModel }
      : {}),
    ...('graph.hnsw' in manifest.files ? { graphFile: join(home, 'graph.hnsw') } : {}),
  }
}

const nameOf = (model: string, corpus: string) =>
  createHash('sha256').update(`${model}\n${corpus}`).digest('hex').slice(0, 32)

async function write(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sealOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(part)
    bytes += part.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Removes older builds, and what a process that was killed while writing left behind. */
async function clear(folder: string, name: string): Promise<void> {
  for (const each of await readdir(folder)) {
    const whole = /^[0-9a-f]{32}$/.test(each) && each !== name
    const left = /^\.[0-9a-f]{32}\./.test(each) && (await isOld(join(folder, each)))
    if (whole || left) await rm(join(folder, each), { recursive: true, force: true })
  }
}

/** Another process may be writing right now; none writes for an hour. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(whenAbsent)
  return found !== undefined && found.mtimeMs < Date.now() - 3_600_000
}

function whenAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
