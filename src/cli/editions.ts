import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Fault } from '../base/index.ts'
import type { Flow, Rule } from '../flow/index.ts'

/** `report@2026-11-01`: one edition of one flow. */
export type EditionName = string
export const nameOf = ({ id, edition }: Pick<Flow, 'id' | 'edition'>): EditionName => `${id}@${edition}`

const Hashes = z.record(z.string().regex(/^[a-z][a-z0-9-]*@\d{4}-\d{2}-\d{2}$/), z.string().regex(/^[0-9a-f]{64}$/))
const Lock = z.strictObject({ sealed: Hashes, retired: Hashes })

/** The editions that were published, by name, with what they said; a retired one is listed no more and never comes back changed. */
export type Lock = z.infer<typeof Lock>

/** @returns the lock; an empty one if there is no such file. @throws Fault if it is not one. */
export function readLock(file: string): Lock {
  if (!existsSync(file)) return { sealed: {}, retired: {} }
  try {
    return Lock.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Fault([`${file} 读不懂，里面应当只有 sealed 和 retired 两栏。请从版本库恢复，不要手改。`], {
      cause: error,
    })
  }
}

/** Writes it in the order of the names, so that a diff shows what was sealed and nothing else. */
export function writeLock(file: string, { sealed, retired }: Lock): void {
  const sorted = (of: Lock['sealed']) => Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ sealed: sorted(sealed), retired: sorted(retired) }, null, 2)}\n`)
}

/** SHA-256 in hex over everything an edition asks, says and judges by; key order and empty words do not count. */
export function editionHash(flow: Flow, rules: readonly Rule[]): string {
  const topics = new Set(
    flow.steps.flatMap((step) => ('judge' in step ? [step.judge] : 'ask' in step && step.serves ? [step.serves] : [])),
  )
  const judged = rules.filter((rule) => topics.has(rule.topic)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify(canonical({ flow, rules: judged })))
    .digest('hex')
}

/**
 * Objects with their keys sorted, and without what is empty: a word that is added to the vocabulary later comes empty to
 * the editions written before it, and must not break their seals.
 */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const plain = canonical(inner)
    return isEmpty(plain) ? [] : [[key, plain] as const]
  })
  // A choice's options are asked in the order they are written, so their order is content: kept beside the sorted keys.
  const order = 'kind' in value && 'options' in value ? [['order', Object.keys(value.options as object)] as const] : []
  return Object.fromEntries([...entries, ...order].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0) ||
  (Array.isArray(value) && value.length === 0)

/** Where published editions and the flows of today part: one that was edited, one that is gone. One sentence each. */
export function editionFaults(flows: readonly Flow[], rules: readonly Rule[], lock: Lock): string[] {
  const listed = new Map(flows.map((flow) => [nameOf(flow), flow]))
  const edited = [...listed].flatMap(([name, flow]) => {
    const known = lock.sealed[name] ?? lock.retired[name]
    return known === undefined || known === editionHash(flow, rules) ? [] : [editedFault(flow)]
  })
  const gone = Object.keys(lock.sealed).filter((name) => !listed.has(name))
  return [...edited, ...gone.map(goneFault)]
}

const editedFault = ({ id, edition }: Flow) =>
  `flow ${id}@${edition}：${id} 的 ${edition} 版已经发布，之后内容被改过（表里的问题，或它对照的规则）。` +
  `发布过的版本不能改：请把发布时的内容存成 bot/flows/${id}.${edition}.ts（规则变了就连规则一起另存，换一个 topic），` +
  `改动写进 bot/flows/${id}.ts，用新的 edition 日期开新版，两版都列在 bot/index.ts 里。`

const goneFault = (name: EditionName) =>
  `flow ${name}：这一版已经发布，现在不在 bot/index.ts 里了，可能还有没填完的草稿。` +
  `请放回去；确实要停用，运行 npx qingwen seal-edition --retire ${name}（草稿会转到新版：答过的保留，只问新增的和对不上的）。`

/** The listed editions that were not sealed yet. */
export function unsealed(flows: readonly Flow[], lock: Lock): readonly EditionName[] {
  return flows.map(nameOf).filter((name) => lock.sealed[name] === undefined)
}
