import type { Door, Found } from '../dialogue/index.ts'
import type { HeldClause } from '../knowledge/index.ts'
import type { Reach } from '../search/index.ts'
import { openNotes } from './notes.ts'

/** What is said at a door: its first wording, then the clauses it rests on. A local clause is shown only within its own region. */
export function foundAtDoor(
  door: Door,
  reach: Reach,
  today: string,
  held: (id: string) => HeldClause | undefined,
): Found {
  const notes = openNotes(today, '')
  const grounds = door.cites
    .flatMap((id) => held(id) ?? [])
    .filter(({ cite }) => cite.region === '全国' || reach.regions.has(cite.region))
    .map(
      (clause) => `《${clause.instrument.short ?? clause.instrument.title}》${clause.cite.label}${notes.mark(clause)}`,
    )
  const says = door.says[0] ?? ''
  return {
    outcome: door.kind,
    text: grounds.length > 0 ? `${says}\n依据：${grounds.join('；')}。` : says,
    cites: notes.cites,
    suggestions: [],
    ...(door.offers ? { flow: door.offers } : {}),
  }
}
