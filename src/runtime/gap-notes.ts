import type { Deed } from '../dialogue/index.ts'
import { keepable, type NamedPlace, sortAsked } from '../ledger/index.ts'
import type { GapNote, Store } from './ports.ts'

/** What a turn adds to the gap ledger, with only what may be kept of it. */
export function gapNotes(deeds: readonly Deed[], places: readonly NamedPlace[]): readonly GapNote[] {
  return deeds.flatMap((deed) => {
    if (deed.type !== 'gap') return []
    const { why, reason, about } = deed
    return [
      {
        ...keepable(deed.question, deed.place, places),
        why,
        ...(reason === undefined ? {} : { reason }),
        ...(about === undefined ? {} : { about }),
      },
    ]
  })
}

/** Sorts what has come into the ledger since the last time into topics. @returns how many questions were sorted. */
export function sortGaps(store: Store, places: readonly NamedPlace[], at: string): Promise<number> {
  return store.gaps.sort((topics, unsorted) => sortAsked(topics, unsorted, places), at)
}
