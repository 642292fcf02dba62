import { scratchFolder } from '../support/scratch.ts'
import { runBuilt } from './built.ts'
import { ms, quantile, table } from './figures.ts'
import { visitor } from './visitor.ts'

const rounds = 5
const question = '实名举报后多少天告知受理情况？'

/** From the start of the process to its first cited answer on a visitor's stream. */
export async function startBench(): Promise<string> {
  const fresh: number[][] = []
  const later: number[][] = []
  for (let n = 0; n < rounds; n++) {
    const folder = scratchFolder()
    fresh.push(await once(folder.path))
    later.push(await once(folder.path))
    folder.remove()
  }
  const row = (name: string, times: readonly number[][]) => [
    name,
    ...[0, 1]
      .map((n) => times.map((each) => each[n] ?? Number.NaN))
      .map((all) => `${ms(quantile(all, 0.5))} (max ${ms(Math.max(...all))})`),
  ]
  return table(
    ['start, built tree', 'listens', 'first cited answer'],
    [row('new data folder', fresh), row('its next start', later)],
  )
}

async function once(dataDir: string): Promise<number[]> {
  const house = await runBuilt(dataDir)
  const listens = performance.now() - house.startedAt
  const first = await visitor(house.port, 0)
  const { cited } = await first.ask(question)
  const answered = performance.now() - house.startedAt
  first.leave()
  await house.stop()
  if (!cited) throw new Error('the first answer cited nothing')
  return [listens, answered]
}
