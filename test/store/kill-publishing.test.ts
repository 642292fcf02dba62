import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { hasBetterSqlite } from '../support/sqlite.ts'
import type { Order } from '../support/submitter-order.ts'
import { type Submitters, submitters } from '../support/submitters.ts'

type Point = NonNullable<Order['killAt']>
const points: readonly Point[] = [
  { sql: 'insert into "texts"', when: 'after', nth: 2 },
  { sql: 'update "texts"', when: 'before', nth: 2 },
  { sql: 'update "texts"', when: 'after', nth: 2 },
  { sql: 'commit', when: 'before', nth: 5 },
  { sql: 'commit', when: 'after', nth: 5 },
]

describe.skipIf(!hasBetterSqlite)('publishing, killed on SQLite (needs better-sqlite3)', () => {
  const folder = scratchFolder()
  let children: Submitters
  beforeAll(() => {
    children = submitters('publisher')
  })
  afterAll(async () => {
    await children.end()
    folder.remove()
  })

  test('at every step: an edition is published whole or not at all, and the revision counts them', async () => {
    const options = { dataDir: folder.path }
    const acknowledged: string[] = []
    for (const killAt of points) {
      acknowledged.push(...(await children.round({ ...options, killAt }, 1000)))
      const store = await openStore(options)
      const { revision, texts } = await store.texts.published()
      const rows = (await store.texts.list()).filter(({ state }) => state === 'published')
      await store.close()
      const editions = texts.map(({ edition }) => edition).sort((a, b) => a - b)
      const where = `killed ${JSON.stringify(killAt)}`
      expect(editions, where).toEqual(editions.map((_, n) => n + 1))
      expect(revision, where).toBe(texts.length)
      expect(rows.length, where).toBe(texts.length)
      for (const { id, text, passages } of texts) {
        expect(id, where).toBe('t1')
        expect(passages.map((each) => text.slice(each.start, each.end))).toEqual(passages.map((each) => each.text))
      }
      expect(acknowledged.filter((line) => !editions.includes(Number(line.split(' ')[0])))).toEqual([])
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(points.length)
  }, 120_000)
})
