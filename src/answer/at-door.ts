import type { Door, Found } from '../dialogue/index.ts'
import { citeOn, type HeldClause } from '../knowledge/index.ts'
import type { Reach } from '../search/index.ts'
import type { Likely } from './likely.ts'
import { openNotes } from './notes.ts'

/** So likely, and so many, clauses on the deed that was asked for are named beside those of the door. */
const least = 0.15
const most = 3

/** What is said at a door of danger, then the answer to what was asked beside it: 他砸我家玻璃，公安能怎么罚. */
export function answeredPastDoor(
  door: Door,
  answer: Found,
  today: string,
  held: (id: string) => HeldClause | undefined,
): Found {
  const own = door.cites
    .flatMap((id) => held(id) ?? [])
    .filter(({ cite }) => cite.region === '全国' && !answer.cites.some(({ id }) => id === cite.id))
  const marks = own.map((_, n) => `〔${answer.cites.length + n + 1}〕`).join('')
  return {
    ...answer,
    text: `${door.says[0] ?? ''}${marks}\n\n${answer.text}`,
    cites: [...answer.cites, ...own.map((clause) => citeOn(clause, today))],
  }
}

/** What is said at a door: its first wording, then the clauses it rests on. A local clause is shown only within its own region. */
export function foundAtDoor(
  door: Door,
  reach: Reach,
  today: string,
  held: (id: string) => HeldClause | undefined,
  likely: readonly Likely[] = [],
): Found {
  const notes = openNotes(today, '')
  const here = ({ cite }: HeldClause) => cite.region === '全国' || reach.regions.has(cite.region)
  const own = door.cites.flatMap((id) => held(id) ?? []).filter(here)
  // What the rules say of the deed is part of why it is refused; where the door has no ground here, what lies nearest is none either.
  const ofDeed =
    door.kind === 'refused' && own.length > 0 ? likely.filter(({ chance }) => chance >= least).slice(0, most) : []
  const grounds = [
    ...own,
    ...ofDeed.map(({ clause }) => clause).filter((clause) => here(clause) && !own.includes(clause)),
  ].map(
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
