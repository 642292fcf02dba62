import type { Reach } from '../search/index.ts'
import { compareByPlace, localBest, tellByPlace } from './by-place.ts'
import { choose } from './choose.ts'
import { fill } from './compose.ts'
import { type Asked, type Desk, nothing, type PartAnswer, tell } from './desk.ts'
import type { Notes } from './notes.ts'
import { trust } from './trust.ts'
import { tellGuide, worryIn } from './worry.ts'

/** The question is about the person's own place, without its name. */
const hereWords = /我们这|咱们这|咱这|俺这|本地|当地|本市|本县|我市|我县|我们[市县区镇]|这边|这儿/u
/** Where nothing of the place is held, its name is due as soon as other places' texts come this near to the national ones. */
const rivalLead = 0.8
/** So many national clauses are told where the place's own are what was asked for. */
const fewBeside = 3

/** Answers one question of a message for the place it plays in: known and held, known and not held, or not known. */
export function answerPart(desk: Desk, asked: Asked, notes: Notes): PartAnswer {
  const { search, library, phrases } = desk
  const { reach, today, part, whole, story } = asked
  const worry = worryIn(part, reach.places.length > 0, library, phrases)
  if (worry) return tellGuide(desk, worry, notes)
  const query = search.read(part, whole, story)
  if (reach.places.length === 0) {
    const everywhere = phrases.nationwide.some((word) => query.text.includes(word)) && !hereWords.test(part)
    // A number of an article names its text: where that holds is no question then.
    const numbered = search.articles.find(query.text, [], { reach, today }).length > 0
    const local = everywhere || numbered ? undefined : localBest(desk, query, today)
    return local
      ? tellByPlace(desk, query, asked, local, notes)
      : tell(desk, asked, choose(desk, query, { reach, today }), notes)
  }
  if (reach.places.length > 1) {
    const compared = compareByPlace(desk, query, asked, notes)
    if (compared.outcome !== 'no-match') return compared
  }
  const held = search.atlas.held.some((place) => reach.regions.has(place.name))
  if (held) {
    const choice = choose(desk, query, { reach, today })
    const own = choice.clauses.some(({ cite }) => reach.regions.has(cite.region))
    if (own || choice.articles.length > 0 || !localBest(desk, query, today, rivalLead))
      return tell(desk, asked, choice, notes)
    // Other places have rules of their own on it and this one has none here: that is said, and little is told beside it.
    const place = reach.places.map((p) => p.short).join('、')
    const head = `${fill(phrases.sideEmpty, { place })}${phrases.nationalFirst}`
    return tell(desk, asked, { ...choice, clauses: choice.clauses.slice(0, fewBeside) }, notes, head)
  }

  // Nothing of this place is held: its name is in no text, and no other place's text may stand in for it.
  const choice = choose(desk, search.read(without(part, reach), whole, without(story, reach)), { reach, today })
  const local = asked.named || hereWords.test(part) || localBest(desk, query, today, rivalLead) !== undefined
  if (!local) return tell(desk, asked, choice, notes)
  const place = reach.places.map((p) => p.short).join('、')
  return trust(desk, asked, choice) === 'none'
    ? { ...nothing, text: fill(phrases.notHeldAtAll, { place }) }
    : tell(desk, asked, choice, notes, fill(phrases.notHeld, { place }))
}

function without(text: string, reach: Reach): string {
  return reach.places.reduce((rest, place) => rest.replaceAll(place.name, ' ').replaceAll(place.short, ' '), text)
}
