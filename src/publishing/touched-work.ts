import type { PressOptions } from './options.ts'

/** Work under way on the forms a new edition touches. */
export interface TouchedWork {
  /** How many are being filled in, by flow; what stands in them is nobody's business. */
  readonly drafts: Readonly<Record<string, number>>
  /** Drafts kept under a code, of which nobody can say what form they are; 0 while no form is touched. */
  readonly sealedDrafts: number
  /** Open cases by number. */
  readonly cases: readonly { readonly number: string; readonly kind: string }[]
}

/** Cases read at once. */
const piece = 200

/** Looks up drafts and open cases of these forms. A case kind has the id of the flow whose forms it takes. */
export async function touchedWork({ store, now }: PressOptions, forms: readonly string[]): Promise<TouchedWork> {
  if (forms.length === 0) return { drafts: {}, sealedDrafts: 0, cases: [] }
  const { byFlow, sealed } = await store.drafts.underWay(now())
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
    drafts: Object.fromEntries(forms.flatMap((form) => (byFlow[form] ? [[form, byFlow[form]]] : []))),
    sealedDrafts: sealed,
    cases: cases.sort((a, b) => (a.number < b.number ? -1 : 1)),
  }
}
