import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { pressOf } from '../../src/assembly.ts'
import { loadLibrary, stock } from '../../src/knowledge/index.ts'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const folder = [join(project, '../shared/seeds'), join(project, '../../shared/seeds')].find(existsSync)
const library = loadLibrary(join(project, 'knowledge'))
const at = '2026-11-23T09:30:00+08:00'

/** What somebody who knows the five texts would add on the command line, and how many clauses of the digest rest on each. */
const told: Readonly<
  Record<string, readonly [prefix: string, atLeast: number, given: Readonly<Record<string, string>>]>
> = {
  '000': [
    'xuchang',
    85,
    {
      title: '许昌市纪委监委有关负责人就“1+6”制度答记者问',
      issuer: '许昌市纪委监委',
    },
  ],
  '001': ['hunan', 27, { authority: '新闻报道', issuer: '湖南省纪委监委' }],
  '002': ['nanyang', 38, { issuer: '南阳市纪委监委' }],
  '003': [
    'survey',
    14,
    { title: '某市纪委监委问责工作调研汇报', authority: '调研材料', issuer: '某市纪委监委', region: '未明' },
  ],
  '004': ['yunnan', 22, { authority: '新闻报道' }],
}

/** Five real texts the digests were made from. They are not part of the project, so on most machines this is skipped. */
describe.skipIf(folder === undefined)('the five texts, from the file to the quote', () => {
  const scratch = scratchFolder()
  afterAll(scratch.remove)

  test('are published with few words, and what clauses quote stands in the file as it is', async () => {
    const store = await openStore({ dataDir: scratch.path })
    const press = pressOf(library, store, () => at)
    const files = readdirSync(folder!).filter((name) => name.endsWith('.txt'))
    for (const name of files) {
      const bytes = readFileSync(join(folder!, name))
      const come = await press.propose({ name, bytes }, told[name.slice(0, 3)]![2], 'system')
      if (come.type !== 'kept') throw new Error(`${name} ${JSON.stringify(come)}`)
      expect(come.row.says.from).toBe('不详')
      await press.publish({ id: come.row.id, revision: come.row.revision, by: 'system' })
    }
    const { texts } = await store.texts.published()
    await store.close()

    const stocked = stock(library, texts)
    const counts: Record<string, string> = {}
    for (const name of files) {
      const [prefix, atLeast] = told[name.slice(0, 3)]!
      const lines = linesOf(readFileSync(join(folder!, name), 'utf8'))
      const clauses = [...stocked.clauses.values()].filter(
        ({ instrument, entry: { status } }) =>
          instrument.id.startsWith(prefix) && status !== 'gap' && status !== 'name-only',
      )
      const quotes = clauses.flatMap(({ cite }) => cite.quote ?? [])
      counts[prefix] = `${quotes.length}/${clauses.length}`
      // Blank lines and indents are the file's, not the text's; every other character is.
      expect(quotes.filter((quote) => !lines.includes(quote))).toEqual([])
      expect(quotes.length, JSON.stringify(counts)).toBeGreaterThanOrEqual(atLeast)
    }
  }, 120_000)
})

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
