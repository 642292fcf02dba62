import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { Fault } from '../../base/index.ts'
import type { Corpus } from '../../search/index.ts'

/** A retrieval benchmark in BEIR's layout. */
export interface Beir {
  readonly corpus: Corpus
  readonly questions: readonly BeirQuestion[]
}

export interface BeirQuestion {
  readonly id: string
  readonly text: string
  /** Ids of the clauses that answer it; at least one. */
  readonly gold: ReadonlySet<string>
}

/** BEIR has id, title and text; law, article and headings are ours, for statutes. Without a law each title is an instrument. */
const document = z.object({
  _id: z.string().min(1),
  title: z.string().default(''),
  text: z.string(),
  law: z.string().optional(),
  article: z.string().optional(),
  headings: z.string().default(''),
})
const query = z.object({ _id: z.string().min(1), text: z.string() })

/**
 * Reads `corpus.jsonl` (or `.gz`), `queries.jsonl` and `qrels.tsv` (or `qrels/test.tsv`) of a folder. Questions without a judgement are left out.
 * @throws Fault naming the file or line that cannot be read.
 */
export function readBeir(dir: string, files: { readonly queries?: string; readonly qrels?: string } = {}): Beir {
  const documents = lines(dir, ['corpus.jsonl', 'corpus.jsonl.gz'], document)
  const places = new Map<string, number>()
  for (const { law, title } of documents) {
    const name = law ?? title
    if (!places.has(name)) places.set(name, places.size)
  }
  const gold = judgements(files.qrels ?? found(dir, ['qrels.tsv', 'qrels/test.tsv']))
  const questions = files.queries ? linesOf(files.queries, query) : lines(dir, ['queries.jsonl'], query)
  return {
    corpus: {
      instruments: [...places.keys()].map((title) => ({ title })),
      clauses: documents.map(({ _id, title, text, law, article, headings }) => ({
        id: _id,
        instrument: places.get(law ?? title) ?? 0,
        headings,
        text,
        ...(article === undefined ? {} : { article }),
      })),
    },
    questions: questions.flatMap(({ _id, text }) => {
      const ids = gold.get(_id)
      return ids ? [{ id: _id, text, gold: ids }] : []
    }),
  }
}

function judgements(file: string): Map<string, Set<string>> {
  const gold = new Map<string, Set<string>>()
  for (const line of textOf(file).split('\n')) {
    const [question = '', clause = '', score = ''] = line.trim().split('\t')
    if (clause === '' || !(Number(score) > 0)) continue
    gold.set(question, (gold.get(question) ?? new Set()).add(clause))
  }
  return gold
}

function lines<T>(dir: string, names: readonly string[], shape: z.ZodType<T>): T[] {
  return linesOf(found(dir, names), shape)
}

function linesOf<T>(file: string, shape: z.ZodType<T>): T[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, n) => {
      if (line.trim() === '') return []
      try {
        return [shape.parse(JSON.parse(line))]
      } catch (cause) {
        throw new Fault([`${file} 第 ${n + 1} 行读不懂，应是一行一个 JSON。`], { cause })
      }
    })
}

function found(dir: string, names: readonly string[]): string {
  const name = names.find((each) => existsSync(join(dir, each)))
  if (name === undefined) throw new Fault([`${dir} 里没有 ${names.join(' 或 ')}，请检查 --beir 的路径。`])
  return join(dir, name)
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (cause) {
    throw new Fault([`文件 ${file} 读不了，请检查路径对不对、有没有权限。`], { cause })
  }
}
