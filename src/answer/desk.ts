import type { Found } from '../dialogue/index.ts'
import type { HeldClause, Library } from '../knowledge/index.ts'
import type { Impossible } from '../reading/index.ts'
import type { Reach, Search } from '../search/index.ts'
import { laterThanAct, withoutPast } from './act-day.ts'
import type { Choice } from './choose.ts'
import { type Reckoned, reckon } from './clock.ts'
import { compose, fill, spoken } from './compose.ts'
import type { Vocabulary } from './doubt.ts'
import type { Notes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'
import { trust } from './trust.ts'
import type { Ways } from './ways.ts'

/** What every answer is made with. */
export interface Desk {
  readonly library: Library
  readonly search: Search
  readonly phrases: AnswerPhrases
  readonly vocabulary: Vocabulary
  readonly ways: Ways
}

/** How a question was asked. */
export interface Asked {
  readonly reach: Reach
  readonly today: string
  /** The question itself names the place. */
  readonly named: boolean
  readonly sideBySide: boolean
  /** This question of the message. */
  readonly part: string
  /** The whole message, for what one part leaves unsaid. */
  readonly whole: string
  /** What the message tells beside its questions; it says what they are about. */
  readonly story: string
}

/** The answer to one question of a message. */
export interface PartAnswer {
  readonly outcome: Found['outcome']
  /** Empty where nothing was found and nothing particular is to be said about it. */
  readonly text: string
  readonly choices: readonly Choice[]
}

export const nothing: PartAnswer = { outcome: 'no-match', text: '', choices: [] }

/** @param head said before the clauses, where the place asks for it. */
export function tell(desk: Desk, asked: Asked, choice: Choice, notes: Notes, head = ''): PartAnswer {
  const { phrases, library } = desk
  // No such article, or none any more: what merely lies near is no answer to a number.
  const gone = choice.articles.some((a) => a.type === 'absent' || (a.type === 'former' && a.clauses.length === 0))
  if (gone && !choice.articles.some((a) => a.type === 'current'))
    return { ...nothing, text: words(desk, { ...choice, clauses: [] }, notes) }
  const trusted = trust(desk, asked, choice)
  const day = reckon(asked.part, asked.today, trusted === 'none' ? [] : choice.clauses, library.calendar)
  if (trusted === 'none' && !day) return nothing
  const shown = day
    ? withoutCounting(choice, trusted)
    : { ...choice, clauses: withoutPast(asked.part, asked.today, choice.clauses) }
  // Which text applies is said before either is told.
  const act = day ? '' : actTold(desk, asked, shown.clauses, notes)
  const text = words(desk, shown, notes)
  const counted = day ? dayTold(desk, day, asked.today, notes) : ''
  const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n')
  if (shown.clauses[0]?.cite.held === 'name-only')
    return { outcome: 'name-only', text: lines(head, phrases.nameOnly, text), choices: [choice] }
  const binds = day || shown.clauses.some((c) => c.cite.authority === '正式条文' || c.cite.authority === '编写建议')
  return {
    outcome: day && 'impossible' in day && shown.clauses.length === 0 ? 'clarify' : 'grounded',
    text: lines(head, trusted === 'some' ? phrases.nearest : '', act, text, counted, binds ? '' : phrases.notBinding),
    choices: [shown],
  }
}

/** What the text of the day the act was done on was, where it was another than the one told. */
function actTold(
  { library, phrases }: Desk,
  { part, today }: Asked,
  clauses: readonly HeldClause[],
  notes: Notes,
): string {
  return laterThanAct(part, today, clauses.slice(0, 2))
    .map(({ clause, told, since, former }) => {
      const before = (clause.entry.relations ?? []).find(({ kind }) => kind === 'supersedes')
      const old = before && library.clauses.get(before.to)
      const filled = {
        told,
        instrument: clause.instrument.short ?? clause.instrument.title,
        since: spoken(since),
        label: clause.cite.label,
        former: former?.article ?? '',
        note: former?.note === undefined ? '' : `，${former.note}`,
      }
      return `${fill(former ? phrases.actBeforeArticle : phrases.actBeforeText, filled)}${old ? notes.mark(old) : notes.mark(clause)}`
    })
    .join('\n')
}

/** Where the day is worked out, the rules of counting are cited with it and not told once more. */
function withoutCounting(choice: Choice, trusted: 'none' | 'some' | 'full'): Choice {
  const { list, ...rest } = choice
  const counts = (id: string) => id === countingRules
  return {
    ...rest,
    clauses: trusted === 'none' ? [] : choice.clauses.filter((c) => !counts(c.instrument.id)),
    ...(list && !counts(list.instrument.id) ? { list } : {}),
  }
}

/** Id of the instrument in knowledge/instruments that tells how limits are counted. */
const countingRules = 'working-days'

/** The day a limit ends on with the rule it was counted by; beyond the published calendar no day is named. */
function dayTold({ library, phrases }: Desk, day: Reckoned | Impossible, today: string, notes: Notes): string {
  if ('impossible' in day) return fill(phrases.dayImpossible, { what: day.impossible })
  const mark = (id: string) => {
    const clause = library.clauses.get(id)
    return clause ? notes.mark(clause) : ''
  }
  const filled = {
    from: spoken(day.from),
    limit: `${day.limit.count}${day.limit.unit}`,
    until: day.until === 'beyond' ? '' : spoken(day.until),
    covered: spoken(library.calendar.coveredUntil),
    today: spoken(today),
  }
  if (day.until === 'beyond') return `${fill(phrases.dayBeyond, filled)}${mark('nat.day.failclosed')}`
  const holidays = day.holidays && day.until.startsWith('2026') ? mark('nat.day.2026') : ''
  const state = day.until < today ? phrases.dayPassed : ''
  return `${fill(phrases.dayCounted, filled)}${mark('nat.day.start')}${holidays}${fill(state, filled)}`
}

/** The clauses of a choice as paragraphs. */
export function words({ library, phrases }: Desk, choice: Choice, notes: Notes): string {
  return compose(choice, notes, phrases, (id) => library.clauses.get(id))
}
