import { z } from 'zod'

/** What a letter of clarification must keep to, as words that break it. Written in bot/cases, each with its clauses. */
export const LetterRules = z.strictObject({
  /** Praise and verdicts on the whole person, where only the untrue matter may be cleared. */
  whole: z.strictObject({
    words: z.array(z.string().min(2)).min(1),
    says: z.string(),
    cites: z.array(z.string()).min(1),
  }),
  /** How it was found out, and from whom, where only the result may be told. */
  detail: z.strictObject({
    words: z.array(z.string().min(2)).min(1),
    says: z.string(),
    cites: z.array(z.string()).min(1),
  }),
  /** Ways and circles beyond what was approved: way → words that speak of it, and circles that must stand in the approved scope. */
  scope: z.strictObject({
    ways: z.record(z.string(), z.array(z.string().min(2)).min(1)),
    circles: z.array(z.string().min(2)).min(1),
    says: z.string(),
    cites: z.array(z.string()).min(1),
  }),
})
export type LetterRules = z.infer<typeof LetterRules>

/** One place of a draft that should not go out as it is; `from` and `to` are UTF-16 offsets, `to` excluded. */
export interface LetterFinding {
  readonly rule: 'whole' | 'detail' | 'scope'
  readonly from: number
  readonly to: number
  readonly says: string
  readonly cites: readonly string[]
}

/**
 * 三只三不 on the draft of a letter: only the untrue matter and no verdict on the person, only the result and no detail of
 * the inquiry, only within what was approved. It points at words; whether they must go is for who signs.
 *
 * @param approved the ways and the scope that were approved, as the approving move kept them.
 * @returns findings in the order of the text; a place found twice is told once for each rule.
 */
export function checkLetter(
  text: string,
  approved: { readonly ways: readonly string[]; readonly scope: string },
  rules: LetterRules,
): readonly LetterFinding[] {
  const { whole, detail, scope } = rules
  const beyond = [
    ...Object.entries(scope.ways).flatMap(([way, words]) => (approved.ways.includes(way) ? [] : words)),
    ...scope.circles.filter((circle) => !approved.scope.includes(circle)),
  ]
  const found = [
    ...spans(text, whole.words).map((span) => ({
      rule: 'whole' as const,
      ...span,
      says: whole.says,
      cites: whole.cites,
    })),
    ...spans(text, detail.words).map((span) => ({
      rule: 'detail' as const,
      ...span,
      says: detail.says,
      cites: detail.cites,
    })),
    ...spans(text, beyond).map((span) => ({ rule: 'scope' as const, ...span, says: scope.says, cites: scope.cites })),
  ]
  return found.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Where the words stand, the longest where several begin at one place, without those the sentence says no to. */
function spans(text: string, words: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  const long = [...new Set(words)].sort((a, b) => b.length - a.length)
  for (const word of long)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const to = at + word.length
      const covered = found.some((span) => span.from <= at && to <= span.to)
      if (!covered && !denied(text, at)) found.push({ from: at, to })
    }
  return found
}

/** 不作全面评价, 没有在网上发布: what is said not to be done, in the few characters before, within the same clause. */
const denied = (text: string, at: number): boolean =>
  /[不未](?:作|做|对|在|予|再|向)?[^，。；、！？\n]{0,5}$|没有?[^，。；、！？\n]{0,5}$/u.test(
    text.slice(Math.max(0, at - 8), at),
  )

/** Checks letter rules where they are written. @throws ZodError at load time and never later. */
export function defineLetterRules(rules: z.input<typeof LetterRules>): LetterRules {
  return LetterRules.parse(rules)
}
