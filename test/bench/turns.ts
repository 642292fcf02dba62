import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { scratchFolder } from '../support/scratch.ts'
import { runBuilt } from './built.ts'
import { ms, quantile, table } from './figures.ts'
import { questions } from './questions.ts'
import { caller, visitor } from './visitor.ts'

const conversations = 50

/** Something that takes one message and resolves with the milliseconds until its answer was there. */
type Take = (lane: number, n: number) => Promise<number>

interface Pace {
  readonly name: string
  /** Messages each conversation sends. */
  readonly each: number
  /** Milliseconds between two of one conversation; 0 sends as fast as answers come. */
  readonly every: number
}

/** People read before they write again; fifty who never do show where the limit is. */
const paces: readonly Pace[] = [
  { name: 'one a second each', each: 20, every: 1000 },
  { name: 'without a pause', each: 40, every: 0 },
]

/** Whole turns over HTTP (question in, committed, cited answer on the stream), beside a bare express echo; and memory. */
export async function turnsBench(flags: readonly string[] = []): Promise<string> {
  const echo = await echoes()
  const folder = scratchFolder()
  const house = await runBuilt(folder.path, flags)
  const idle = await house.rss()
  const asked = questions()
  const people = await Promise.all(Array.from({ length: conversations }, (_, n) => visitor(house.port, n)))
  let cited = 0
  let turns = 0
  const turn: Take = async (lane, n) => {
    const answer = await people[lane]!.ask(asked[(lane * 7 + n) % asked.length]!)
    turns++
    if (answer.cited) cited++
    return answer.ms
  }
  // Neither is measured cold: the first messages compile the code of both.
  await pace({ name: 'warm', each: 4, every: 0 }, echo.take)
  await pace({ name: 'warm', each: 4, every: 0 }, turn)
  const rows: string[][] = []
  let memory = ''
  for (const each of paces) {
    const bare = await pace(each, echo.take)
    const whole = await pace(each, turn)
    if (memory === '') memory = `after ${turns} turns ${mb(await house.rss())}`
    const ratio = quantile(whole.times, 0.5) / quantile(bare.times, 0.5)
    rows.push(
      [each.name, 'echo', ...figures(bare), ''],
      ['', 'whole turn', ...figures(whole), `${ratio.toFixed(1)} × echo`],
    )
  }
  memory = `memory: at start ${mb(idle)}, ${memory}, after ${turns} turns ${mb(await house.rss())}`
  for (const one of people) one.leave()
  await house.stop()
  await echo.stop()
  folder.remove()
  return [
    table([`${conversations} conversations`, '', 'p50', 'p99', 'a second', 'p50 ratio'], rows),
    `${cited} of ${turns} answers cite`,
    memory,
  ].join('\n')
}

interface Paced {
  readonly times: readonly number[]
  readonly perSecond: number
}

const figures = ({ times, perSecond }: Paced) => [
  ms(quantile(times, 0.5)),
  ms(quantile(times, 0.99)),
  perSecond.toFixed(0),
]
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

async function pace({ each, every }: Pace, take: Take): Promise<Paced> {
  const times: number[] = []
  const start = performance.now()
  await Promise.all(
    Array.from({ length: conversations }, async (_, lane) => {
      for (let n = 0; n < each; n++) {
        // Spread over the second, as people are, and on time even after a slow answer.
        const due = start + (n + lane / conversations) * every
        if (every > 0) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
        times.push(await take(lane, n))
      }
    }),
  )
  return { times, perSecond: (times.length / (performance.now() - start)) * 1000 }
}

async function echoes(): Promise<{ take: Take; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('./echo.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [bytes] = await once(child.stdout, 'data')
  const callers = Array.from({ length: conversations }, (_, n) => caller(Number(String(bytes)), `127.0.9.${1 + n}`))
  return {
    async take(lane) {
      const start = performance.now()
      await callers[lane]!.call('POST', '/echo', undefined, { type: 'message', text: '实名举报后多少天告知受理情况？' })
      return performance.now() - start
    },
    async stop() {
      for (const each of callers) each.close()
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
