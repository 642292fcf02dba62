import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli/index.ts'
import { ms, table } from './figures.ts'

const statutes = fileURLToPath(new URL('../../../shared/eval/statutes', import.meta.url))
const peer = fileURLToPath(new URL('./retrieval-peer.ts', import.meta.url))

const peers = ['whole', 'ours', 'fts5', 'minisearch', 'orama', 'flexsearch'] as const
/** All are asked every so many of the questions, the same for all: the slow ones would take minutes for all of them. */
const every = 26

interface Figures {
  readonly name: string
  readonly asked: number
  /** Milliseconds of processor time. */
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

/** The retriever at size, then beside other engines: same clauses, words and questions, one process each, one after the other. `--peers` leaves the first part out. */
export async function retrievalBench(): Promise<string> {
  if (!existsSync(statutes)) return 'retrieval: left out, ../shared/eval/statutes is not there'
  const said: string[] = []
  if (!process.argv.includes('--peers')) {
    const code = await run(['bench', 'retrieval', '--beir', statutes, '--learn'], {
      print: (line) => void said.push(line),
      complain: (line) => void said.push(line),
    })
    if (code !== 0) throw new Error(said.join('\n'))
  }
  const rows = peers.map((name) => measured(name))
  const times = (one: Figures | undefined, other: Figures) => `${((one?.qps ?? 0) / other.qps).toFixed(1)} x`
  return [
    ...said,
    '',
    table(
      ['engine', 'asked', 'build cpu', 'memory', 'p50', 'p99', 'q/cpu s', 'R@10', 'R@100', 'whole / it', 'ours / it'],
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
        times(rows[0], r),
        times(rows[1], r),
      ]),
    ),
  ].join('\n')
}

function measured(name: (typeof peers)[number]): Figures {
  const out = execFileSync(process.execPath, ['--import', 'tsx', peer, name, statutes, String(every)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 24,
  })
  // Written by retrieval-peer.ts, which is ours.
  return JSON.parse(out.toString()) as Figures
}
