import type { Cite } from '../base/index.ts'
import type { HeldClause, HeldList } from '../knowledge/index.ts'
import type { Choice } from './choose.ts'
import type { AnswerPhrases } from './phrases.ts'

/** Collects cites in the order they are first shown, so that 〔n〕 is the n-th of them. */
export interface Notes {
  readonly cites: readonly Cite[]
  /** @returns the marker of the clause, `〔2〕`. */
  mark(clause: HeldClause): string
}

export function openNotes(): Notes {
  const cites: Cite[] = []
  return {
    cites,
    mark(clause) {
      let n = cites.findIndex((cite) => cite.id === clause.cite.id)
      if (n < 0) n = cites.push(clause.cite) - 1
      return `〔${n + 1}〕`
    },
  }
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
      if (now)
        out.push(
          `${fill(phrases.formerArticle, { article: finding.article, until: spoken(finding.until), instrument: now.instrument.short ?? now.instrument.title, now: now.cite.label })}${notes.mark(now)}`,
        )
    }
    if (finding.type === 'absent')
      out.push(
        fill(phrases.absentArticle, {
          instrument: finding.instrument.short ?? finding.instrument.title,
          article: finding.article,
          held: finding.held.join('、'),
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
    ...family.map((clause, n) => `${n + 1}. ${marked(clause.entry.text, notes.mark(clause))}`),
  ].join('\n')
}

/** One clause: a binding one with its name and article, any other with where it comes from. */
export function told(clause: HeldClause, notes: Notes, phrases: AnswerPhrases, again = false): string {
  const mark = notes.mark(clause)
  const from =
    clause.cite.authority === '正式条文' && clause.entry.article
      ? `《${clause.instrument.short ?? clause.instrument.title}》${clause.cite.label}：`
      : again
        ? ''
        : source(clause, phrases)
  return `${from}${marked(clause.entry.text, mark)}`
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
