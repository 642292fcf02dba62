import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openScratch } from '../../src/cli/scratch.ts'
import { readTalks } from '../../src/cli/talk/read.ts'
import { take } from '../../src/runtime/index.ts'
import { ms, quantile, table } from '../bench/figures.ts'

/** The first turns learn and fill caches; they are left out. */
const WARM = 40

/**
 * Processor time of one whole turn (understanding, looking up, writing to SQLite): the project's own talks, said line by line
 * to the real core.
 */
export async function workBench(): Promise<string> {
  const folder = import.meta.dirname
  const files = readdirSync(folder).filter((name) => /^talks.*\.md$/.test(name))
  const talks = files.flatMap((name) => readTalks(join(folder, name)))
  const scratch = await openScratch(() => '2026-11-23T09:30:00+08:00', ['web'])
  const spent: number[] = []
  try {
    for (const round of [1, 2, 3])
      for (const talk of talks)
        for (const [n, { u }] of talk.turns.entries()) {
          const before = process.cpuUsage()
          await take(scratch.house, {
            channel: 'web',
            person: `bench-${round}-${talk.id}`,
            id: `${n}`,
            event: { type: 'said', text: u.replace(/\{\{\w+\}\}/g, '') || '好的' },
          })
          const { user, system } = process.cpuUsage(before)
          spent.push((user + system) / 1000)
        }
  } finally {
    await scratch.close()
  }
  const warm = spent.slice(WARM)
  return table(
    ['一句话的处理器时间', 'p50', 'p95', '最多', '句数'],
    [
      [
        '听懂、检索、写库',
        ms(quantile(warm, 0.5)),
        ms(quantile(warm, 0.95)),
        ms(Math.max(...warm)),
        String(warm.length),
      ],
    ],
  )
}
