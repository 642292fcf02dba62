import {
  type CaseIndex,
  type CaseQuery,
  type IndexedCase,
  indexedCase,
  type Seat,
  sight,
  soughtIn,
} from '../runtime/index.ts'
import type { ConsoleOptions } from './options.ts'

/** Cases opened in one go. */
const atOnce = 500

/** The index of cases over the store: opened with the officer's own key, shown only to who sees the case now. */
export function openCaseIndex(options: Pick<ConsoleOptions, 'store' | 'flows' | 'identity' | 'now'>): CaseIndex {
  const { store, flows, identity, now } = options

  async function read({ officer, unlocked }: Seat, query: CaseQuery) {
    const seen = store.cases.seenBy(sight(officer))
    const entries: IndexedCase[] = []
    let cursor = query.cursor
    let { total } = await seen.list({ ...query, limit: 1 })
    while (entries.length < atOnce) {
      const page = await seen.list({ ...query, ...(cursor === undefined ? {} : { cursor }), limit: 200 })
      for (const { number } of page.rows) {
        const sealed = await seen.byNumber(number)
        const found = sealed && (await unlocked?.case(sealed))
        if (!found) continue
        const { form } = found
        const own = flows.filter(({ id }) => id === form.flow)
        const flow = own.find(({ edition }) => edition === form.edition) ?? own.at(-1)
        entries.push(indexedCase(found, flow, identity[form.flow] ?? []))
        total--
      }
      cursor = page.next
      if (cursor === undefined) break
    }
    return { entries, unread: Math.max(total, 0) }
  }

  const all = (): CaseQuery => ({ today: now().slice(0, 10), limit: 200 })

  return {
    entries: async (seat) => (await read(seat, all())).entries,
    unread: async (seat) => (await read(seat, all())).unread,
    async search(seat, words, query) {
      const { entries, unread } = await read(seat, query)
      const sought = soughtIn(words)
      const found = entries.filter(({ text }) => sought.every((word) => text.includes(word)))
      return { hits: found.map((each) => ({ id: each.id, places: placesOf(each, sought) })), unread }
    },
  }
}

/** Labels of the lines that hold one of the words. */
function placesOf({ text, labels }: IndexedCase, words: readonly string[]): readonly string[] {
  const lines = text.split('\n')
  const found = labels.filter((_, n) => words.some((word) => lines[n]?.includes(word)))
  return [...new Set(found)]
}
