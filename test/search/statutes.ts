import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { evenText } from '../../src/base/index.ts'

/** A collection in BEIR layout, as far as the benches need it. */
export interface Statutes {
  /** Text, headings and name of the law, in one spelling. */
  readonly fields: readonly (readonly [text: string, headings: string, law: string])[]
  readonly questions: readonly { readonly text: string; readonly gold: ReadonlySet<number> }[]
}

/** @returns undefined where the folder is not there: figures at size need a collection that is no part of the project. */
export function readStatutes(folder: string): Statutes | undefined {
  if (!existsSync(join(folder, 'corpus.jsonl.gz'))) return undefined
  const lines = (text: string) => text.trim().split('\n')
  const documents = lines(gunzipSync(readFileSync(join(folder, 'corpus.jsonl.gz'))).toString()).map(
    (line) => JSON.parse(line) as { _id: string; text: string; headings?: string; law?: string },
  )
  const rowOf = new Map(documents.map((d, row) => [d._id, row]))
  const gold = new Map<string, Set<number>>()
  for (const line of lines(readFileSync(join(folder, 'qrels.tsv'), 'utf8')).slice(1)) {
    const [question = '', document = ''] = line.split('\t')
    const row = rowOf.get(document)
    if (row !== undefined) gold.set(question, (gold.get(question) ?? new Set()).add(row))
  }
  return {
    fields: documents.map((d) => [evenText(d.text), evenText(d.headings ?? ''), evenText(d.law ?? '')]),
    questions: lines(readFileSync(join(folder, 'queries.jsonl'), 'utf8'))
      .map((line) => JSON.parse(line) as { _id: string; text: string })
      .flatMap(({ _id, text }) => {
        const wanted = gold.get(_id)
        return wanted ? [{ text, gold: wanted }] : []
      }),
  }
}
