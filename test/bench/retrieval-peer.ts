import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, insertMultiple, search } from '@orama/orama'
import Database from 'better-sqlite3'
import FlexSearch from 'flexsearch'
import MiniSearch from 'minisearch'
import { openContent } from '../../src/assembly.ts'
import { pace, quality, readBeir } from '../../src/cli/index.ts'
import { buildIndex, openCorpus, tokens } from '../../src/search/index.ts'

/*
 * One engine in a process of its own, so that its memory is its own: `retrieval-peer.ts <engine> <folder> <every nth question>`.
 * All index the same words (our characters and pairs, cut beforehand) of law name and text as one field, and are asked for 100.
 */
type Find = (question: string) => readonly string[] | Promise<readonly string[]>

const [name = '', dir = '', every = '1'] = process.argv.slice(2)
const { corpus, questions } = readBeir(dir)
const even = (text: string) => text.normalize('NFKC').toLowerCase()
const title = (instrument: number) => corpus.instruments[instrument]?.title ?? ''
const clauses = corpus.clauses.map(({ id, instrument, text }) => ({ id, text: even(`${title(instrument)} ${text}`) }))
const spaced = (text: string) => tokens(text).join(' ')
const split = (text: string) => text.split(' ')

const engines: Readonly<Record<string, () => Find | Promise<Find>>> = {
  /** As it is used: fields, everyday words, what instruments are worth. */
  whole() {
    const index = openCorpus(buildIndex(corpus), { words: openContent().library.everyday ?? [] })
    return (question) => index.find(question).map(({ id }) => id)
  },
  /** Plain BM25 over the one field, as the peers have it. */
  ours() {
    const plain = { words: 0, best: 0, whole: 0, breadth: 0, authority: [1, 1, 1, 1], single: 1 }
    const one = { instruments: [{ title: '' }], clauses: clauses.map((c) => ({ ...c, instrument: 0, headings: '' })) }
    const index = openCorpus(buildIndex(one), { evidence: plain })
    return (question) => index.find(question).map(({ id }) => id)
  },
  fts5() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-fts5-'))
    const db = new Database(join(folder, 'index.db'))
    process.on('exit', () => {
      db.close()
      if (existsSync(folder)) rmSync(folder, { recursive: true })
    })
    db.exec("PRAGMA journal_mode=OFF; CREATE VIRTUAL TABLE c USING fts5(id UNINDEXED, text, tokenize='unicode61')")
    const put = db.prepare('INSERT INTO c VALUES (?, ?)')
    db.transaction(() => {
      for (const { id, text } of clauses) put.run(id, spaced(text))
    })()
    const ask = db.prepare('SELECT id FROM c WHERE c MATCH ? ORDER BY bm25(c) LIMIT 100').pluck()
    // The column is the text id that was put in.
    return (question) => ask.all([...new Set(tokens(even(question)))].map((t) => `"${t}"`).join(' OR ')) as string[]
  },
  minisearch() {
    const index = new MiniSearch({ fields: ['text'], tokenize: split, processTerm: (term) => term })
    index.addAll(clauses.map(({ id, text }) => ({ id, text: spaced(text) })))
    return (question) => {
      const found = index.search(spaced(even(question)), { combineWith: 'OR', prefix: false, fuzzy: false })
      return found.slice(0, 100).map(({ id }) => String(id))
    }
  },
  async orama() {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: (text: string) => split(text) }
    const db = create({ schema: { text: 'string' }, components: { tokenizer } })
    await insertMultiple(
      db,
      clauses.map(({ id, text }) => ({ id, text: spaced(text) })),
      1000,
    )
    return async (question) => {
      const { hits } = await search(db, { term: spaced(even(question)), limit: 100, threshold: 1 })
      return hits.map(({ id }) => id)
    }
  },
  flexsearch() {
    const index = new FlexSearch.Index({ tokenize: 'strict', encode: split, cache: false })
    clauses.forEach(({ text }, n) => {
      index.add(n, spaced(text))
    })
    return (question) => {
      const found = index.search(spaced(even(question)), { limit: 100, suggest: true })
      return (Array.isArray(found) ? found : []).map((n) => clauses[Number(n)]?.id ?? '')
    }
  },
}

const open = engines[name]
if (!open) throw new Error(`no engine ${name}`)
const before = process.memoryUsage().rss
const building = process.cpuUsage()
const find = await open()
const built = process.cpuUsage(building)
const build = (built.user + built.system) / 1000
const rss = process.memoryUsage().rss - before
const asked = questions.filter((_, n) => n % Number(every) === 0)
const rankings: { found: readonly string[]; gold: ReadonlySet<string> }[] = []
const times: number[] = []
// Processor time, not the clock: on a shared machine the clock tells what the neighbours do.
const used = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return user + system
}
// A fast engine is asked until its time can be told from nothing, at most fifty rounds, after one that warms it up.
// What needs longer than that for the first round is taken at it: a second one would take minutes and tell the same.
const least = 1_000_000
let spent = process.cpuUsage()
for (const { text, gold } of asked) {
  const start = performance.now()
  rankings.push({ found: await find(text), gold })
  times.push(performance.now() - start)
}
let rounds = 1
if (used(spent) < least) {
  times.length = 0
  rounds = 0
  spent = process.cpuUsage()
  for (; rounds === 0 || (rounds < 50 && used(spent) < least); rounds++)
    for (const { text } of asked) {
      const start = performance.now()
      await find(text)
      times.push(performance.now() - start)
    }
}
const qps = (asked.length * rounds * 1e6) / used(spent)
const { recall } = quality(rankings)
process.stdout.write(
  JSON.stringify({ name, asked: asked.length, build, rss, ...pace([times]), qps, r10: recall[10], r100: recall[100] }),
)
