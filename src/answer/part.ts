import type { Reach } from '../search/index.ts'
import { choose } from './choose.ts'
import { fill, type Notes } from './compose.ts'
import { type Asked, type Desk, nothing, type PartAnswer, tell, trust } from './desk.ts'
import { localBest, tellByPlace } from './by-place.ts'

/** Answers one question of a message for the place it plays in: known and held, known and not held, or not known. */
export function answerPart(desk: Desk, part: string, asked: Asked, notes: Notes): PartAnswer {
  const { search, library, phrases } = desk
  const { reach, today } = asked
  const query = search.read(part, asked.whole)
  if (reach.places.length === 0) {
    const local = localBest(desk, query, today)
    return local ? tellByPlace(desk, query, asked, local, notes) : tell(desk, asked, choose(search, library, query, { reach, today }), notes)
  }
  const held = search.atlas.held.some((place) => reach.regions.has(place.name))
  if (held) return tell(desk, asked, choose(search, library, query, { reach, today }), notes)

  // Nothing of this place is held: its name is in no text, and no other place's text may stand in for it.
  const choice = choose(search, library, search.read(without(part, reach), asked.whole), { reach, today })
  if (!asked.named && !localBest(desk, query, today)) return tell(desk, asked, choice, notes)
  const place = reach.places.map((p) => p.short).join('、')
  return trust(desk, asked, choice) === 'none'
    ? { ...nothing, text: fill(phrases.notHeldAtAll, { place }) }
    : tell(desk, asked, choice, notes, fill(phrases.notHeld, { place }))
}

function without(text: string, reach: Reach): string {
  return reach.places.reduce((rest, place) => rest.replaceAll(place.name, ' ').replaceAll(place.short, ' '), text)
}
