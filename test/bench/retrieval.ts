import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli/index.ts'
import { ms, table } from './figures.ts'

const statutes = fileURLToPath(new URL('../../../shared/eval/statutes', import.meta.url))
const peer = fileURLToPath(new URL('./retrieval-peer.ts', import.meta.url))

/** Engine → every how many questions it is asked: the slow ones would take minutes. */
const peers: Readonly<Record<string, number>> = { ours: 1, fts5: 8, minisearch: 26, orama: 26, flexsearch: 2 }

interface Figures {
  readonly name: string
  readonly asked: number
  /** Milliseconds. */
  readonly build: number
  /** Bytes the index added. */
  readonly rss: number
  readonly p50_ms: number
  readonly p99_ms: number
  /** Questions per second of processor time. */
  readonly qps: number
  readonly r10: number
  readonly r100: number
}

/** The retriever at size, whole and then as plain BM25 beside other engines: same clauses, same words, one process each, one after the other. */
export async function retrievalBench(): Promise<string> {
  if (!existsSync(statutes)) return 'retrieval: left out, ../shared/eval/statutes is not there'
  const said: string[] = []
  const code = await run(['bench', 'retrieval', '--beir', statutes, '--learn'], {
    print: (line) => void said.push(line),
    complain: (line) => void said.push(line),
  })
  if (code !== 0) throw new Error(said.join('\n'))
  const rows = Object.entries(peers).map(([name, every]) => measured(name, every))
  const ours = rows[0]
  return [
    ...said,
    '',
    table(
      ['peers, BM25 alone', 'asked', 'build', 'memory', 'p50', 'p99', 'q/cpu s', 'R@10', 'R@100', 'ours / it'],
      rows.map((r) => [
        r.name,
        String(r.asked),
        ms(r.build),
        `${Math.round(r.rss / 2 ** 20)} MB`,
        ms(r.p50_ms),
        ms(r.p99_ms),
        r.qps < 10 ? r.qps.toFixed(1) : String(Math.round(r.qps)),
        r.r10.toFixed(3),
        r.r100.toFixed(3),
        `${((ours?.qps ?? 0) / r.qps).toFixed(0)} x`,
      ]),
    ),
  ].join('\n')
}

function measured(name: string, every: number): Figures {
  const out = execFileSync(process.execPath, ['--import', 'tsx', peer, name, statutes, String(every)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 24,
  })
  // Written by retrieval-peer.ts, which is ours.
  return JSON.parse(out.toString()) as Figures
}
