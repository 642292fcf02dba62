import { z } from 'zod'
import { type Answers, given } from './answer.ts'
import { Condition, type Holds, holds, reads } from './condition.ts'
import { parsed } from './parsed.ts'

/** What a machine may say of a matter. It never says that tolerance will be granted or that somebody is guilty. */
export const verdicts = ['可对照申请', '存在不适用情形', '信息不足', '清单外需组织认定', '无本地依据'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * One condition of a clause list. `when`: for a negative entry, what makes it apply; for the others, what fulfils it.
 * `officerDecides`: discretion that is declared and never exercised here; such an entry never holds up a verdict.
 */
const Entry = z.strictObject({
  cite: z.string(),
  says: z.string(),
  side: z.enum(['positive', 'negative', 'look']),
  when: Condition,
  only: Condition.optional(),
  officerDecides: z.literal(true).optional(),
})

/** A rule is the conditions of a clause list, in the list's order, each with its own cite. */
export const Rule = z.strictObject({
  id: z.string(),
  /** The judgement it answers; the rule of the person's own place is taken, else the one without a region. */
  topic: z.string(),
  title: z.string(),
  region: z.string().optional(),
  decidedBy: z.string(),
  inForce: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
  /** The choice field whose options are the items of the positive list; its option `none` means: in none of them. */
  items: z.string().optional(),
  conditions: z.array(Entry),
  /** Said after the marks, each with its cite. */
  notes: z.array(z.strictObject({ cite: z.string(), says: z.string(), only: Condition.optional() })).default([]),
})
export type Rule = z.infer<typeof Rule>

/** The result of judging, as shown and kept. */
export interface Finding {
  readonly rule: string
  readonly verdict: Verdict
  /** The body that alone may decide. */
  readonly decidedBy: string
  readonly marks: readonly Mark[]
  readonly notes: readonly { readonly cite: string; readonly says: string }[]
}

export interface Mark {
  readonly cite: string
  readonly says: string
  readonly side: 'positive' | 'negative' | 'look'
  readonly mark: '符合' | '不符合' | '未知' | '由机关认定'
  /** The person's own words this mark rests on. */
  readonly said?: string
}

/** Checks a rule where it is written. @throws Fault at load time. */
export function defineRule(rule: z.input<typeof Rule>): Rule {
  return parsed(Rule, rule, `rule ${rule.id}`)
}

/** The rule for this topic and place. */
export function ruleFor(rules: readonly Rule[], topic: string, answers: Answers): Rule | undefined {
  const area = given(answers, 'area')
  const own = rules.filter((r) => r.topic === topic)
  return own.find((r) => r.region !== undefined && r.region === area) ?? own.find((r) => r.region === undefined)
}

/**
 * Judges condition by condition. A negative entry that applies outweighs everything; an entry that is unknown and
 * not an officer's to decide leaves the verdict open; a matter in none of the listed items goes to the organisation.
 */
export function judge(rule: Rule, answers: Answers): Finding {
  const marks = rule.conditions
    .filter((c) => !c.only || holds(c.only, answers) === 'yes')
    .map((c) => marked(c, answers))
  const notes = rule.notes
    .filter((n) => !n.only || holds(n.only, answers) === 'yes')
    .map(({ cite, says }) => ({ cite, says }))
  return { rule: rule.id, verdict: verdict(rule, answers, marks), decidedBy: rule.decidedBy, marks, notes }
}

/** True once no further answer can change the verdict for the better: a negative entry applies. */
export const settled = (finding: Finding): boolean => finding.verdict === '存在不适用情形'

function verdict(rule: Rule, answers: Answers, marks: readonly Mark[]): Verdict {
  if (rule.region === undefined) return '无本地依据'
  if (marks.some((m) => m.side === 'negative' && m.mark === '不符合')) return '存在不适用情形'
  if (marks.some((m) => m.mark === '未知')) return '信息不足'
  if (rule.items && given(answers, rule.items) === undefined) return '信息不足'
  if (rule.items && given(answers, rule.items) === 'none') return '清单外需组织认定'
  return marks.some((m) => m.side === 'positive' && m.mark === '不符合') ? '清单外需组织认定' : '可对照申请'
}

function marked(entry: z.infer<typeof Entry>, answers: Answers): Mark {
  const { cite, says, side } = entry
  const said = wordsFor(reads(entry.when), answers)
  return { cite, says, side, mark: word(entry, holds(entry.when, answers)), ...(said ? { said } : {}) }
}

function word(entry: z.infer<typeof Entry>, result: Holds): Mark['mark'] {
  if (entry.side === 'negative' && result === 'yes') return '不符合'
  if (entry.officerDecides && !(entry.side !== 'negative' && result === 'yes')) return '由机关认定'
  if (result === 'unknown') return '未知'
  return entry.side === 'negative' || result === 'yes' ? '符合' : '不符合'
}

function wordsFor(fields: readonly string[], answers: Answers): string {
  return [...new Set(fields.flatMap((f) => (answers[f]?.said ? [answers[f].said] : [])))].join('；')
}
