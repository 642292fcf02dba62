import { identity } from '../../bot/identity.ts'
import { bot } from '../../bot/index.ts'
import { sight } from '../../src/runtime/index.ts'
import { reportOf } from '../support/many-reports.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { postgresBin, startPostgres } from '../support/postgres.ts'
import { sitting } from '../support/sitting.ts'
import { ms, quantile, table } from './figures.ts'

/** Cases laid down together: memory stays where it is however many there are. */
const together = 64
const rounds = 200

/**
 * The desk at size: `npm run bench desk`. All cases lie in one unit, sealed as in earnest; pages are asked for over HTTP and
 * read whole.
 *
 * @param count cases; 50,000 are what the house is asked to bear. @param bin of PostgreSQL, if that is measured, too.
 */
export async function deskBench(count = 50_000, bin = postgresBin): Promise<string> {
  const out = [await bench('SQLite', count)]
  if (!bin) return [...out, 'desk, PostgreSQL: not measured, no initdb and postgres here'].join('\n\n')
  const server = await startPostgres()
  try {
    out.push(await bench('PostgreSQL', count, await server.database()))
  } finally {
    await server.stop()
  }
  return out.join('\n\n')
}

async function bench(name: string, count: number, databaseUrl?: string): Promise<string> {
  const office = await openOffice({ flows: bot.flows, identity, ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    const laid = await timed(() => layDown(office, count))
    office.clock.at = '2026-11-23T09:30:00+08:00'
    const wang = await seat(office)
    const readIn = await timed(() => readAll(office, wang))
    const bytes = await indexBytes(office)
    await wang.post('/console/sign-out', {})
    await office.index.sweep()
    if (office.index.held > 0) throw new Error('memory is not empty after signing out')
    const before = process.memoryUsage()
    const li = await seat(office)
    const cold = await timed(() => find(li, { q: '水泥' }))
    const after = process.memoryUsage()
    const plain = await sampled(async () => {
      await office.store.cases.seenBy(sight(li.officer)).list({ today: '2026-11-23', open: true, limit: 50 })
    })
    const queue = await sampled(() => page(li, '/console'))
    const everything = await sampled(() => page(li, '/console?open=false'))
    const common = await sampled(() => find(li, { q: '水泥' }))
    const rare = await sampled((n) => find(li, { q: `${100 + ((n * 37) % 8000)}号凭证 修路` }))
    const none = await sampled(() => find(li, { q: '火车票', due: 'none' }))
    if (office.faults.length > 0) throw office.faults[0]
    const mb = (value: number) => `${Math.round(value / 2 ** 20)} MB`
    const row = (what: string, times: readonly number[]) => [what, ms(quantile(times, 0.5)), ms(quantile(times, 0.99))]
    return [
      `desk, ${name}: ${count} cases in one unit, laid down in ${ms(laid)}, read into the index in ${ms(readIn)}`,
      table(
        ['', 'p50', 'p99'],
        [
          row('plain list query (baseline)', plain),
          row('queue page', queue),
          row('queue page, closed ones too', everything),
          row('search, a word in one case of nine', common),
          row('search, two words in few cases', rare),
          row('search, a word in none, with a filter', none),
        ],
      ),
      `first search after signing in: ${ms(cold)}`,
      `index: ${Math.round(bytes / count)} bytes a case sealed; in memory ${mb(after.heapUsed - before.heapUsed)} more (rss ${mb(after.rss)})`,
    ].join('\n')
  } finally {
    await office.close()
  }
}

async function layDown(office: Office, count: number): Promise<void> {
  for (let from = 0; from < count; from += together) {
    office.clock.at = `2026-${String(1 + ((from / together) % 11)).padStart(2, '0')}-${String(1 + ((from / together) % 28)).padStart(2, '0')}T09:30:00+08:00`
    const some = Array.from({ length: Math.min(together, count - from) }, (_, n) => from + n)
    await Promise.all(some.map((n) => file(office, { ...reportOf(n), ...(n % 5 ? {} : due(n)) })))
  }
}

const due = (n: number) => ({
  due: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`,
  dueCite: 'nat.rule.realname.ack15',
})

async function readAll(office: Office, desk: Desk): Promise<void> {
  while ((await office.index.unread(await sitting(office, desk))) > 0);
}

async function indexBytes({ store }: Office): Promise<number> {
  let bytes = 0
  for (let n = 0; ; ) {
    const rows = await store.entries.after('local/report/1', n, 1000)
    for (const { locked } of rows) bytes += locked?.byteLength ?? 0
    const last = rows.at(-1)
    if (!last) return bytes
    n = last.n
  }
}

async function page(desk: Desk, path: string): Promise<void> {
  const { status, html } = await desk.page(path)
  if (status !== 200 || !html.includes('</html>')) throw new Error(`${path}: ${status}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function sampled(work: (n: number) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) times.push(await timed(() => work(n)))
  return times
}

async function find(desk: Desk, asked: Record<string, string>): Promise<void> {
  const { status, html } = await desk.post('/console/find', asked)
  if (status !== 200 || !html.includes('</html>')) throw new Error(`find: ${status}`)
}
