import { addDays, plainText } from '../base/index.ts'
import type { HeldClause } from '../knowledge/index.ts'
import { periodIn } from '../reading/index.ts'

/** A text that was not yet in force on the day the question speaks of. */
export interface Later {
  readonly clause: HeldClause
  /** The day told, in the person's own words, and the first day of the text as it is now, ISO. */
  readonly told: string
  readonly since: string
  /** The number it had then, where it is known. */
  readonly former?: { readonly article: string; readonly note?: string }
}

/** Something was done on that day; a year beside a text's name (2018版) is no such day. */
const done = /发|造|骂|告|诬|陷|写|打|受|挨|犯|做|干|出事|出的事|举报|报复|威胁|堵|罚|处分|说|传/u
const ofText = /^(?:年)?(?:版|修订|印发|出台|施行|那个|那份|的?(?:意见|条例|办法|规定|规则|文件|法))/u

/**
 * Clauses whose present text is younger than the act: then the text of that day is looked at, and who decides the case decides which applies.
 * @param today ISO day; 去年 and 三月 are read against it.
 */
export function laterThanAct(question: string, today: string, clauses: readonly HeldClause[]): readonly Later[] {
  const plain = plainText(question)
  const found = periodIn(plain, today)
  if (!found || !('period' in found) || found.period.to === undefined) return []
  const { words, period } = found
  const after = plain.slice(plain.indexOf(words) + words.length)
  if (ofText.test(after) || !done.test(plain.replace(words, ' '))) return []
  const to = period.to
  const out: Later[] = []
  for (const clause of clauses) {
    if (to === undefined || out.some((l) => l.clause.instrument === clause.instrument)) continue
    const { entry, instrument } = clause
    // A clause that tells of the old text itself is no younger than the act.
    if (entry.article === undefined && entry.formerly !== undefined) continue
    const former = entry.article === undefined ? undefined : entry.formerly?.find(({ until }) => to <= until)
    const since = former ? addDays(former.until, 1) : (entry.validity?.from ?? instrument.validity.from)
    if (since === undefined || to >= since) continue
    out.push({ clause, told: words, since, ...(former ? { former } : {}) })
  }
  return out
}

/** Leaves out what only tells of an earlier text, where the act was done after it had ended. */
export function withoutPast(question: string, today: string, clauses: readonly HeldClause[]): readonly HeldClause[] {
  const found = periodIn(plainText(question), today)
  const from = found && 'period' in found ? found.period.from : undefined
  if (from === undefined) return clauses
  const past = ({ entry }: HeldClause) =>
    entry.article === undefined && entry.formerly !== undefined && entry.formerly.every(({ until }) => until < from)
  return clauses.some((clause) => !past(clause)) ? clauses.filter((clause) => !past(clause)) : clauses
}
