import type { HeldClause, HeldList } from '../knowledge/index.ts'
import type { ArticleFinding } from '../search/index.ts'
import { numberRuns } from './articles-held.ts'
import type { Choice } from './choose.ts'
import type { Notes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'

/** Of a text held in full what is not there is not there; of a digest only a number far beyond any it names. */
function neverThere({ instrument, article, held }: Extract<ArticleFinding, { readonly type: 'absent' }>): boolean {
  const highest = Math.max(...held.map(Number).filter(Number.isFinite))
  return instrument.held === 'original' || Number(article) > Math.max(2 * highest, 150)
}

/** The answer to one question in paragraphs: what corrects the question first, then the family or the clauses, each sentence marked. */
export function compose(
  choice: Choice,
  notes: Notes,
  phrases: AnswerPhrases,
  held: (id: string) => HeldClause | undefined,
): string {
  const out: string[] = []
  for (const finding of choice.articles) {
    if (finding.type === 'former') {
      const now = choice.clauses.find((c) => finding.clauses.includes(c)) ?? finding.clauses[0]
      const { article, instrument } = finding
      const values = { article, until: spoken(finding.until), instrument: instrument.short ?? instrument.title }
      out.push(
        now
          ? `${fill(phrases.formerArticle, { ...values, instrument: now.instrument.short ?? now.instrument.title, now: now.cite.label })}${notes.mark(now)}`
          : fill(phrases.endedArticle, values),
      )
    }
    if (finding.type === 'absent')
      out.push(
        fill(neverThere(finding) ? phrases.absentArticle : phrases.unheldArticle, {
          instrument: finding.instrument.short ?? finding.instrument.title,
          article: finding.article,
          held: numberRuns(finding.held),
        }),
      )
  }
  const left = new Set(choice.clauses)
  if (choice.guide) {
    const said = choice.guide.sentences.flatMap((sentence) => {
      const clauses = sentence.cites.flatMap((id) => held(id) ?? [])
      if (!clauses.every((c) => left.has(c) || choice.clauses.includes(c))) return []
      for (const clause of clauses) left.delete(clause)
      return [`${sentence.text}${clauses.map((c) => notes.mark(c)).join('')}`]
    })
    out.push(said.join(''))
  }
  if (choice.list) {
    const family = choice.list.items.flatMap((id) => [...left].find((c) => c.entry.id === id) ?? [])
    if (family.length > 0) out.push(listed(choice.list, family, notes, phrases))
    for (const clause of family) left.delete(clause)
  }
  let authority: string | undefined
  for (const clause of left) {
    out.push(told(clause, notes, phrases, authority === clause.cite.authority + clause.instrument.id))
    authority = clause.cite.authority + clause.instrument.id
  }
  return out.filter((p) => p !== '').join('\n')
}

function listed(list: HeldList, family: readonly HeldClause[], notes: Notes, phrases: AnswerPhrases): string {
  const reported = [...new Set(family.map((c) => source(c, phrases)))]
  const counted = /[一二三四五六七八九十两\d]+[种项步条个份点类]/u.test(list.title)
  const head = `${reported.length === 1 ? reported[0] : ''}${counted ? `${list.title}：` : fill(phrases.list, { title: list.title, count: String(family.length) })}`
  return [
    list.intro && !reported[0] ? `${head}${list.intro}` : head,
    ...family.map((clause, n) => `${n + 1}. ${words(clause, notes)}`),
  ].join('\n')
}

/** One clause: a binding one with its name and article, any other with where it comes from. */
export function told(clause: HeldClause, notes: Notes, phrases: AnswerPhrases, again = false): string {
  const { cite, instrument, entry, passage } = clause
  const place = `《${instrument.short ?? instrument.title}》${cite.label}：`
  // Words that are not ours are never told without whose they are.
  if (passage !== undefined)
    return `${again ? '' : source(clause, phrases)}${again ? `${cite.label}：` : place}${words(clause, notes)}`
  const from = cite.authority === '正式条文' && entry.article ? place : again ? '' : source(clause, phrases)
  return `${from}${words(clause, notes)}`
}

/** A digest clause in our words, a passage of an original in 「its own」 with the sentence it hangs on, each with its mark. */
function words(clause: HeldClause, notes: Notes): string {
  if (clause.passage === undefined) return marked(clause.entry.text, notes.mark(clause))
  const above = clause.hangsOn
  const lead = above && !notes.has(above) ? words(above, notes) : ''
  return `${lead}「${notes.quote(clause)}」${notes.mark(clause)}`
}

/** A clause that does not bind says whose word it is; what the sources leave open speaks for itself. */
function source(clause: HeldClause, phrases: AnswerPhrases): string {
  const { authority } = clause.cite
  if (authority === '正式条文' || clause.entry.status === 'gap' || clause.entry.status === 'name-only') return ''
  return clause.entry.text.startsWith('据') ? '' : phrases.reported[authority]
}

/** Puts the marker behind each sentence, before a closing quote stays outside. */
function marked(text: string, mark: string): string {
  const sentences = tidy(text).match(/[^。！？]+[。！？]?[”」）]?/gu) ?? [text]
  return sentences.map((s) => `${s}${mark}`).join('')
}

/** YAML folds long lines with a blank; between Chinese characters there is none. */
function tidy(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}，。；：、）」”》])\s+(?=[\p{Script=Han}（「“《])/gu, '').trim()
}

export function fill(phrase: string, words: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (hole, name: string) => words[name] ?? hole)
}

/** 2026-06-03 → 2026年6月3日. */
export function spoken(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
