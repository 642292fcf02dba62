import type { PressOptions } from './options.ts'

/** Work under way on the forms a new edition touches. */
export interface TouchedWork {
  /** Forms being filled in or kept under a code. All are sealed, so nobody can say which they are; 0 while no form is touched. */
  readonly sealedDrafts: number
  /** Open cases by number. */
  readonly cases: readonly { readonly number: string; readonly kind: string }[]
}

/** Cases read at once. */
const piece = 200

/** Looks up drafts and open cases of these forms. A case kind has the id of the flow whose forms it takes. */
export async function touchedWork({ store, now }: PressOptions, forms: readonly string[]): Promise<TouchedWork> {
  if (forms.length === 0) return { sealedDrafts: 0, cases: [] }
  const { talks, coded } = await store.drafts.underWay(now())
  const cases: { number: string; kind: string }[] = []
  for (const kind of forms) {
    for (let cursor: string | undefined, more = true; more; ) {
      const query = { kind, open: true, today: now().slice(0, 10), limit: piece }
      const { rows, next } = await store.cases.list({ ...query, ...(cursor === undefined ? {} : { cursor }) })
      cases.push(...rows.map(({ number, kind }) => ({ number, kind })))
      cursor = next
      more = next !== undefined
    }
  }
  return {
    sealedDrafts: talks + coded,
    cases: cases.sort((a, b) => (a.number < b.number ? -1 : 1)),
  }
}
