import { asks, type Door, type Found, screen } from '../dialogue/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Answerer } from '../runtime/index.ts'
import { openSearch, type Search } from '../search/index.ts'
import { answeredPastDoor, foundAtDoor } from './at-door.ts'
import type { Choice } from './choose.ts'
import { fill } from './compose.ts'
import type { Desk, PartAnswer } from './desk.ts'
import { openVocabulary } from './doubt.ts'
import { isSlight, type Leant, readLeaning } from './follow.ts'
import { answerLeaning } from './lean.ts'
import { likely } from './likely.ts'
import { flowFor, suggestionsFor } from './next.ts'
import { noMatch } from './no-match.ts'
import { openNotes } from './notes.ts'
import { answerPart } from './part.ts'
import { partsOf } from './parts.ts'
import type { AnswerPhrases } from './phrases.ts'
import { withHint } from './provisional.ts'
import { openWays } from './ways.ts'
import { answerWhole } from './whole.ts'

export interface AnswererParts {
  readonly library: Library
  /** Of that library, if it was made ready elsewhere. */
  readonly search?: Search
  readonly doors: readonly Door[]
  readonly phrases: AnswerPhrases
  /** Ids of the flows that are open; others are never offered. */
  readonly flows: readonly string[]
  /** Told of a fault while answering; the person only hears that answers are unavailable. */
  readonly failed?: (fault: unknown) => void
}

/** `trial`: asked by the house itself, to see whether a suggestion leads anywhere. */
type Question = Parameters<Answerer['answer']>[0] & { readonly trial?: true }

/** An answerer that may be given a provisional answer, whose words help to find clauses and are never told. */
export interface HintedAnswerer extends Answerer {
  answer(question: Parameters<Answerer['answer']>[0], hint?: string): Promise<Found>
}

/** Answers from the library alone, no model: doors first, then the clauses that cover the question, in their own words. */
export function openAnswerer({
  library,
  search = openSearch(library),
  doors,
  phrases,
  flows,
  failed,
}: AnswererParts): HintedAnswerer {
  const vocabulary = openVocabulary(library, phrases, search)
  const own: Desk = { library, search, phrases, vocabulary, ways: openWays(library) }
  const version = library.version.slice(0, 12)

  // A suggestion is tried before it is offered, once for each place: asked, it must not end at a door or with nothing.
  const tried = new Map<string, boolean>()
  const suggestions = (choices: readonly Choice[], question: Question): readonly string[] => {
    if (question.trial) return []
    const { area, today } = question
    const leads = (text: string) => {
      const key = `${area ?? ''} ${text}`
      const known = tried.get(key)
      if (known !== undefined) return known
      const found = find({ text, today, trial: true, ...(area === undefined ? {} : { area }) })
      const good = found.outcome === 'grounded' || found.outcome === 'clarify'
      tried.set(key, good)
      return good
    }
    return suggestionsFor(library, choices, phrases, question.text, leads)
  }

  const held = (id: string) => library.clauses.get(id)
  const find = (question: Question, hint?: string, pastDoors = false): Found => {
    const desk = hint === undefined ? own : hinted(own, hint)
    const { text, today } = question
    const named = search.atlas.named(search.read(text).text)
    const area = named.length > 0 ? named.map((p) => p.name) : question.area ? [question.area] : []
    const reach = search.atlas.reach(area)
    const door = pastDoors ? undefined : screen(doors, text)
    if (door) {
      const beside = door.answers && asks(text) ? find(question, hint, true) : undefined
      if (beside?.outcome === 'grounded') return answeredPastDoor(door, beside, today, held)
      const said = door.kind === 'refused' ? likely(desk, search.read(text), { reach, today }).clauses : []
      return foundAtDoor(door, reach, today, held, said)
    }

    const leant = leantOn(desk, question)
    const notes = openNotes(today, leant?.leaning.question ?? text)
    if (leant) {
      const answer = answerLeaning(desk, leant, notes)
      const { question: asked } = leant.leaning
      const flow = flowFor(`${text}${leant.leaning.own ? '' : asked}`, answer.choices, phrases, flows)
      return {
        outcome: answer.outcome,
        text: answer.text || noMatch(text, question.before, phrases, flows).text,
        cites: answer.outcome === 'no-match' ? [] : notes.cites,
        suggestions: suggestions(answer.choices, question),
        ...(flow ? { flow } : {}),
        asked: { question: asked, ...(leant.home === undefined ? {} : { area: leant.home }) },
      }
    }

    const asked = { reach, today, named: named.length > 0, sideBySide: question.sideBySide === true, whole: text }
    const inFull = { question: text, ...(question.area === undefined ? {} : { area: question.area }) }
    const parts = partsOf(text)
    const answers = distinct(
      parts.map(({ text: part, told }) => ({
        part,
        ...answerPart(desk, { ...asked, part, story: told }, notes),
      })),
    )
    const severalThings = parts.length > 1 || parts.some(({ told }) => told !== '')
    const whole = severalThings ? answerWhole(desk, { ...asked, part: text, story: '' }, answers, notes) : undefined
    const found = [...answers.filter((a) => a.outcome !== 'no-match'), ...(whole ? [whole] : [])]
    if (found.length === 0) {
      const missed = noMatch(text, question.before, phrases, flows)
      const served = flowFor(text, [], phrases, flows) ?? missed.flow
      const said = answers[0]?.text ?? ''
      return {
        outcome: said === '' && missed.foreign && served === undefined ? 'out-of-scope' : 'no-match',
        text: said || missed.text,
        cites: [],
        suggestions: phrases.starters,
        ...(served ? { flow: served } : {}),
        asked: inFull,
      }
    }
    const choices = found.flatMap((a) => a.choices)
    const flow = flowFor(text, choices, phrases, flows)
    return {
      outcome: outcomeOf(found),
      text: `${elsewhereHead(desk, named, question.area, notes.cites)}${told(answers, phrases.part, phrases.partNoMatch, whole)}`,
      cites: notes.cites,
      suggestions: suggestions(choices, question),
      ...(flow ? { flow } : {}),
      asked: inFull,
    }
  }

  return {
    async answer(question, hint) {
      try {
        return { ...find(question, hint), version }
      } catch (fault) {
        failed?.(fault)
        return { outcome: 'unavailable', text: phrases.unavailable, cites: [], suggestions: [] }
      }
    },
  }
}

/** The desk with a search whose queries have the words of a provisional answer, too. */
function hinted(desk: Desk, hint: string): Desk {
  const { search } = desk
  const words = search.read(hint)
  return { ...desk, search: { ...search, read: (text, around) => withHint(search.read(text, around), words) } }
}

/** How the message leans on the question before; absent if it stands on its own. */
function leantOn({ search, library }: Desk, question: Parameters<Answerer['answer']>[0]): Leant | undefined {
  const { text, area, before, today, sideBySide = false } = question
  if (!before) return undefined
  const headings = before.cites.flatMap((id) => library.clauses.get(id)?.entry.heading ?? [])
  const full = isSlight(before.question, search.atlas) ? (headings[0] ?? before.question) : before.question
  const leaning = readLeaning(text, { ...before, question: full }, area, search.atlas)
  if (!leaning) return undefined
  const named = search.atlas.named(search.read(before.question).text)
  const home = area ?? before.area ?? (named.length === 1 ? named[0]?.short : undefined)
  return { leaning, before: { ...before, question: full }, home, today, sideBySide }
}

/** What is said first where somebody asks by name for a place that is not theirs. */
function elsewhereHead(
  { search, phrases }: Desk,
  named: readonly { readonly name: string; readonly short: string }[],
  area: string | undefined,
  cites: Found['cites'],
): string {
  const [there, ...others] = named
  if (!there || others.length > 0 || area === undefined) return ''
  if (search.atlas.reach([area]).regions.has(there.name) || !cites.some((c) => c.region !== '全国')) return ''
  const home = search.atlas.reach([area]).places[0]?.short ?? area
  return `${fill(phrases.referenceWithin, { place: there.short, home })}\n`
}

/** Several answers make one outcome: a question back goes first, then what is held by name only when nothing else was found. */
function outcomeOf(found: readonly PartAnswer[]): Found['outcome'] {
  const outcomes = found.map((a) => a.outcome)
  if (outcomes.includes('clarify')) return 'clarify'
  return outcomes.every((o) => o === 'name-only') ? 'name-only' : 'grounded'
}

/** Drops a part whose clauses were all told for one before it: `还有严重警告呢` is answered by the same words. */
function distinct<T extends PartAnswer>(answers: readonly T[]): readonly T[] {
  const toldBefore = new Set<string>()
  return answers.filter((answer, n) => {
    const ids = answer.choices.flatMap((c) => c.clauses.map((clause) => clause.entry.id))
    const news = n === 0 || ids.length === 0 || ids.some((id) => !toldBefore.has(id))
    for (const id of ids) toldBefore.add(id)
    return news
  })
}

function told(
  answers: readonly (PartAnswer & { readonly part: string })[],
  head: string,
  none: string,
  whole: PartAnswer | undefined,
): string {
  const answered = answers.some(({ outcome }) => outcome !== 'no-match')
  if (whole && !answered) return whole.text
  const parts = answers.map(({ part, text, outcome }) => {
    if (answers.length === 1) return text
    return outcome === 'no-match' ? fill(none, { part }) : `${fill(head, { part })}\n${text}`
  })
  return [...parts, ...(whole ? [whole.text] : [])].join('\n\n')
}
