import { bareText } from '../base/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Choice } from './choose.ts'
import type { AnswerPhrases } from './phrases.ts'

/** At most this many questions are offered: they become buttons on a phone. */
const mostSuggestions = 3

/**
 * Questions that lead on from what was answered: the guide's own, then guides that rest on the same clauses; never the one just asked.
 * @param leads whether a suggestion, asked, finds an answer.
 */
export function suggestionsFor(
  library: Library,
  choices: readonly Choice[],
  phrases: AnswerPhrases,
  asked: string,
  leads: (suggestion: string) => boolean,
): readonly string[] {
  const used = new Set(choices.flatMap((c) => (c.guide ? [c.guide.id] : [])))
  const ids = new Set(choices.flatMap((c) => c.clauses.map((clause) => clause.entry.id)))
  const own = choices.flatMap((c) => c.guide?.suggestions ?? [])
  const beside = library.guides
    .filter((g) => !used.has(g.id) && g.region === undefined)
    .map((g) => ({
      ask: g.asks[0] ?? g.title,
      shared: g.sentences.flatMap((s) => s.cites).filter((id) => ids.has(id)).length,
    }))
    .filter((g) => g.shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map((g) => g.ask)
  const said = bareText(asked)
  const leading = (texts: readonly string[]): readonly string[] => {
    const out: string[] = []
    for (const text of new Set(texts))
      if (out.length < mostSuggestions && bareText(text) !== said && leads(text)) out.push(text)
    return out
  }
  const found = leading([...own, ...beside])
  return found.length > 0 ? found : leading(phrases.starters)
}

/** Says that he himself is accused falsely: what befalls a reporter who errs is not his question. */
const accusedFalsely =
  /(?:诬告|诬陷|污告|巫告|瞎告|乱告|错告|冤枉|恶意举报)(?:了|过)?[我俺咱]|[我俺咱被](?:是)?(?:被)?(?:人|他|她|别人|同事|下属)?(?:给)?(?:诬告|诬陷|污告|瞎告|乱告|冤枉|恶意举报)的?了|被(?:人|他|她|别人|同事|下属)?(?:诬告|诬陷|污告|瞎告|乱告|冤枉|恶意举报)/u

/** An open form that would serve better than an answer: first one whose very words are in the question, then the guide's, then any other. */
export function flowFor(
  text: string,
  choices: readonly Choice[],
  phrases: AnswerPhrases,
  open: readonly string[],
): string | undefined {
  const said = bareText(text)
  const fits = phrases.offers.filter(
    ({ when, unless }) =>
      !unless?.some((word) => said.includes(word)) &&
      when.some((groups) => groups.every((words) => words.some((word) => said.includes(word)))),
  )
  const [first, other] = [fits.filter((offer) => offer.first), fits.filter((offer) => !offer.first)]
  const guided = choices.flatMap((c) => c.guide?.flow ?? []).slice(0, 1)
  const wanted = [...first.map((offer) => offer.flow), ...guided, ...other.map((offer) => offer.flow)]
  return wanted.find((flow) => open.includes(flow) && !(flow === 'false-accusation' && accusedFalsely.test(said)))
}
