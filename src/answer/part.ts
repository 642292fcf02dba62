import type { HeldClause } from '../knowledge/index.ts'
import type { Query, Reach } from '../search/index.ts'
import { compareByPlace, localBest, placesWith, rivalLead, tellByPlace } from './by-place.ts'
import { choose } from './choose.ts'
import { fill } from './compose.ts'
import { type Asked, type Desk, nothing, type PartAnswer, tell } from './desk.ts'
import { likely } from './likely.ts'
import type { Notes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'
import { trust } from './trust.ts'
import { tellGuide, worryIn } from './worry.ts'

/** The question is about the person's own place, without its name. */
const hereWords = /我们这|咱们这|咱这|俺这|本地|当地|本市|本县|我市|我县|我们[市县区镇]|这边|这儿/u
/** So many national clauses are told where the place's own are what was asked for. */
const fewBeside = 3
/** A place's clause that is so likely answers, whatever matter its words name. */
const ofAnother = 0.5
/** From here a clause answers, whatever the person is afraid of. */
const asGoodAsSure = 0.8

/** Answers one question of a message for the place it plays in: known and held, known and not held, or not known. */
export function answerPart(desk: Desk, asked: Asked, notes: Notes): PartAnswer {
  const { search, library, phrases } = desk
  const { reach, today, part, whole, story } = asked
  const query = search.read(part, whole, story)
  const worry = worryIn(part, reach.places.length > 0, library, phrases)
  if (!worry) return answerSearched(desk, asked, query, notes)
  const [best] = worry.yields ? likely(desk, query, { reach, today }).clauses : []
  const told = worry.guide.sentences.some(({ cites }) => cites.includes(best?.clause.entry.id ?? ''))
  const answer = best && best.chance >= asGoodAsSure && !told ? answerSearched(desk, asked, query, notes) : nothing
  // What may not be what was asked is no reason to leave the worry unanswered.
  const unsure = answer.outcome === 'no-match' || answer.text.startsWith(phrases.nearest)
  return unsure ? tellGuide(desk, worry.guide, notes) : answer
}

function answerSearched(desk: Desk, asked: Asked, query: Query, notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const { reach, today, part, whole, story } = asked
  if (reach.places.length === 0) {
    const everywhere = phrases.nationwide.some((word) => query.text.includes(word)) && !hereWords.test(part)
    // A number of an article names its text: where that holds is no question then.
    const numbered = search.articles.find(query.text, [], { reach, today }).length > 0
    const local = everywhere || numbered ? undefined : localBest(desk, query, today)
    if (local) return tellByPlace(desk, query, asked, local, notes)
    const told = tell(desk, asked, choose(desk, query, { reach, today }), notes)
    const rivals = everywhere || numbered || told.outcome !== 'grounded' ? [] : placesWith(desk, query, today)
    return rivals.length === 0
      ? told
      : { ...told, text: `${told.text}\n${fill(phrases.placesToo, { held: rivals.join('、') })}` }
  }
  if (reach.places.length > 1) {
    const compared = compareByPlace(desk, query, asked, notes)
    if (compared.outcome !== 'no-match') return compared
  }
  const held = search.atlas.held.some((place) => reach.regions.has(place.name))
  if (held) {
    const choice = choose(desk, query, { reach, today })
    const local = choice.clauses.filter(({ cite }) => reach.regions.has(cite.region))
    const beside = local.filter(
      (clause) => !speaksOf(phrases.families, query.text, clause) && choice.evidence.chance < ofAnother,
    )
    const own = local.length > beside.length
    if (own || choice.articles.length > 0 || (local.length === 0 && !localBest(desk, query, today, rivalLead)))
      return tell(desk, asked, choice, notes)
    // Other places have rules of their own on it and this one has none here: that is said, and little is told beside it.
    const place = reach.places.map((p) => p.short).join('、')
    const empty = fill(phrases.sideEmpty, { place })
    // What the place holds on another matter must not crowd out what the whole country says on this one.
    const everywhere =
      beside.length === 0
        ? choice
        : choose(desk, search.read(without(part, reach), whole, without(story, reach)), { reach: nowhere, today })
    const few = { ...everywhere, clauses: everywhere.clauses.slice(0, fewBeside) }
    const told = tell(desk, asked, few, notes, `${empty}${phrases.nationalFirst}`)
    return told.outcome === 'no-match' ? { ...told, text: empty } : told
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

const nowhere: Reach = { places: [], regions: new Set() }

/** Whether a clause speaks of the matter the question names; of a question that names none, any clause does. */
function speaksOf(families: AnswerPhrases['families'], question: string, { entry, instrument }: HeldClause): boolean {
  const named = families.filter((words) => words.some((word) => question.includes(word)))
  const said = `${instrument.title}${entry.heading ?? ''}${entry.text}${(entry.words ?? []).join(' ')}`
  return named.length === 0 || named.some((words) => words.some((word) => said.includes(word)))
}

function without(text: string, reach: Reach): string {
  return reach.places.reduce((rest, place) => rest.replaceAll(place.name, ' ').replaceAll(place.short, ' '), text)
}
