import { describe, expect, it } from 'vitest'
import { openSearch, openSearchAside } from '../../src/search/index.ts'
import { library } from './planted.ts'

const today = '2026-11-23'

describe('a search made in a thread of its own', () => {
  it('finds the same clauses, lists and ways of asking with the same scores', async () => {
    const [here, aside] = [openSearch(library), await openSearchAside(library)]
    for (const question of ['诬告罚多少钱', '备案第一步', '害人要罚吗', '许昌备案走几步', '谷物细则']) {
      const found = (search: typeof here) => {
        const query = search.read(question)
        return [search.clauses(query, { today }), search.lists(query, { today }), search.guides(query, { today })]
      }
      expect(found(aside)).toEqual(found(here))
    }
  })

  it('lets others through while it is made', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await openSearchAside(library)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })
})
