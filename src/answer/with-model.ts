import type { Found } from '../dialogue/index.ts'
import type { HeldClause, Library } from '../knowledge/index.ts'
import type { Answerer } from '../runtime/index.ts'
import type { HintedAnswerer } from './ask.ts'
import type { Asking, Model } from './ask-model.ts'
import { fill } from './compose.ts'
import { composeOnce, groundsOf, type Wording } from './composing.ts'
import { frameOf } from './frame.ts'
import type { Grounds } from './grounded.ts'
import { openRarity } from './grounded-align.ts'
import { evened } from './grounded-text.ts'
import { keepsNeeded, type Sentence } from './needed.ts'
import { type Notes, openNotes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'
import type { Prompts } from './prompts.ts'
import { provisionalFor } from './provisional.ts'
import { redacted } from './redact.ts'

export interface WithModel {
  /** Answers from the clauses' own words; its answer stands whenever anything about the model is off. */
  readonly plain: HintedAnswerer
  /** The library `plain` answers from. */
  readonly library: Library
  readonly phrases: AnswerPhrases
  readonly prompts: Prompts
  readonly model: Model
  /** Lets a provisional answer of the model help to find clauses; it is never shown. Off unless asked for. */
  readonly provisional?: boolean
}

/**
 * The answerer with a language model beside it. The model only words what was found without it, from exactly those clauses; each of
 * its sentences is held against the clauses it cites, and what remains must leave out nothing that matters.
 */
export function openModelAnswerer({ plain, library, phrases, prompts, model, provisional }: WithModel): Answerer {
  let ready: { readonly grounds: Grounds; readonly places: readonly string[] } | undefined
  // Counting the library's characters takes some 20 ms, and most offices have no model.
  const open = () => {
    const places = library.places.flatMap(({ name, short }) => [name, short]).filter((name) => name.length > 1)
    const texts = [...library.clauses.values()].map(({ entry }) => evened(entry.text))
    ready ??= { grounds: { rarity: openRarity(texts), places }, places }
    return ready
  }

  return {
    async answer(question) {
      if (question.model === undefined) return plain.answer(question)
      const { grounds, places } = open()
      const asked = redacted(question.text, places)
      if (asked === undefined) return plain.answer(question)
      const asking = model.begin(question.model.thread)
      const hint = provisional ? await provisionalFor(asking, prompts.provisional, asked) : undefined
      const found = await plain.answer(question, hint)
      return (await worded(found, question, asked, asking, grounds)) ?? found
    },
  }

  /** @returns absent where the answer is to stay as it is. */
  async function worded(
    found: Found,
    { text, today }: { readonly text: string; readonly today: string },
    asked: string,
    asking: Asking,
    grounds: Grounds,
  ): Promise<Found | undefined> {
    // A question that leans on the one before is not sent: the model sees this turn's question and nothing else.
    if (found.outcome !== 'grounded' || found.asked?.question !== text) return undefined
    const frame = frameOf(found.text, phrases)
    const clauses = found.cites.flatMap((cite) => {
      const held = library.clauses.get(cite.id)
      return held ? [{ ...held, cite }] : []
    })
    if (!frame || clauses.length === 0 || clauses.length < found.cites.length) return undefined
    const wording: Wording = { question: asked, clauses, grounds: groundsOf(clauses) }
    const sentences = await composeOnce(asking, prompts.answer, wording, grounds)
    if (sentences === undefined || !keepsNeeded(clauses, sentences, library, grounds.rarity)) return undefined
    const { told, cites } = toldOf(sentences, clauses, phrases, openNotes(today, text))
    const lines = [...frame.head, phrases.written, ...told, ...frame.tail]
    return { ...found, text: lines.join('\n'), cites, ai: true }
  }
}

/** Sentences with their marks; one that rests on nothing binding, or on one place alone, says so. */
function toldOf(
  sentences: readonly Sentence[],
  clauses: readonly HeldClause[],
  phrases: AnswerPhrases,
  notes: Notes,
): { readonly told: readonly string[]; readonly cites: Found['cites'] } {
  let before = { reported: '', regions: '' }
  const told = sentences.map(({ text, cites }) => {
    const cited = clauses.filter(({ entry }) => cites.includes(entry.id))
    const now = { reported: reportedIn(text, cited, phrases), regions: regionsOf(cited).join('、') }
    // What was said before the last sentence holds for the next, too.
    const reported = now.reported === before.reported ? '' : now.reported
    const place =
      now.regions === '' || now.regions === before.regions || named(text, cited)
        ? ''
        : fill(phrases.inPlace, { place: now.regions })
    before = now
    return `${reported}${place}${text}${cited.map((clause) => notes.mark(clause)).join('')}`
  })
  return { told, cites: notes.cites }
}

const regionsOf = (cited: readonly HeldClause[]): readonly string[] =>
  [...new Set(cited.map(({ cite }) => cite.region))].filter((region) => region !== '全国' && region !== '未明')

/** The sentence names the places of its clauses itself. */
const named = (text: string, cited: readonly HeldClause[]) =>
  regionsOf(cited).every((region) => text.includes(region.replace(/[省市县区]$/u, '')))

/** Whose word it is, where nothing cited binds. */
function reportedIn(text: string, cited: readonly HeldClause[], { reported }: AnswerPhrases): string {
  const [authority, ...others] = [...new Set(cited.map(({ cite }) => cite.authority))]
  const silent = cited.every(({ entry }) => entry.status === 'gap' || entry.status === 'name-only')
  if (silent || authority === undefined || authority === '正式条文' || others.length > 0) return ''
  return /^据|^提示/u.test(text) ? '' : reported[authority]
}
