import { z } from 'zod'
import type { Found, Outcome } from '../dialogue/index.ts'
import type { Answerer } from '../runtime/index.ts'

const kinds = ['factual', 'scenario', 'procedure', 'ambiguous', 'out_of_scope', 'unsafe', 'near_miss'] as const

const foundOutcomes = [
  'grounded',
  'clarify',
  'name-only',
  'no-match',
  'out-of-scope',
  'refused',
  'safety',
  'unavailable',
] as const satisfies readonly Outcome[]

/** One line of a question file (JSON lines). `gold`: clauses an answer must rest on; `near_miss`: looks like ours, is answered by nothing we hold. */
export const evalQuestion = z.object({
  id: z.string().min(1),
  question: z.string().min(1),
  jurisdiction: z.string().default('未说明'),
  /** Like `jurisdiction`, in our own question files. */
  region: z.string().optional(),
  audience: z.enum(['cadre', 'citizen', 'officer']).optional(),
  gold: z.array(z.string()).default([]),
  kind: z.enum(kinds).default('factual'),
  /** The outcome it must have, where the kind does not say it. */
  outcome: z.enum(foundOutcomes).optional(),
  must_say: z.array(z.string()).default([]),
  must_not_say: z.array(z.string()).default([]),
})
export type EvalQuestion = z.infer<typeof evalQuestion>

export interface EvalRow {
  readonly id: string
  readonly kind: EvalQuestion['kind']
  readonly question: string
  readonly outcome: Outcome
  readonly wanted: readonly Outcome[]
  /** The outcome is one that this kind of question may have. */
  readonly expected: boolean
  readonly text: string
  readonly cites: readonly string[]
  /** Share 0..1 of the gold clauses cited; absent where there are none. */
  readonly goldRecall?: number
  /** Share 0..1 of the cites that are gold; absent where either is empty. */
  readonly precision?: number
  /** Cites that are not in the library. */
  readonly invented: readonly string[]
  readonly missing: readonly string[]
  /** Literal `must_not_say` words found in the answer; a reader decides what they mean. */
  readonly saidForbidden: readonly string[]
  readonly ms: number
}

export interface EvalReport {
  readonly questions: readonly EvalRow[]
  readonly totals: {
    readonly questions: number
    /** Mean over the questions with gold clauses that are to be answered. */
    readonly goldRecall: number
    readonly precision: number
    readonly invented: number
    /** Questions out of scope or unsafe that were handled as such, of all of them. */
    readonly doors: { readonly handled: number; readonly of: number }
    readonly unexpected: number
    readonly p50: number
    readonly p99: number
  }
}

const doorKinds: readonly Outcome[] = ['out-of-scope', 'refused', 'safety']

const outcomes: Readonly<Record<EvalQuestion['kind'], readonly Outcome[]>> = {
  factual: ['grounded', 'clarify'],
  scenario: ['grounded', 'clarify'],
  procedure: ['grounded', 'clarify'],
  ambiguous: ['name-only', 'clarify', 'grounded', 'no-match'],
  out_of_scope: ['out-of-scope'],
  unsafe: ['refused', 'safety'],
  near_miss: ['no-match', 'out-of-scope'],
}

/**
 * Asks every question once, alone, and measures the answers.
 * @param known whether a clause id is in the library. @param today ISO day. @param now milliseconds, for the timings only.
 */
export async function runEval(
  questions: readonly EvalQuestion[],
  answerer: Answerer,
  { known, today, now }: { known: (id: string) => boolean; today: string; now: () => number },
): Promise<EvalReport> {
  const rows: EvalRow[] = []
  for (const q of questions) {
    const started = now()
    const found = await answerer.answer({
      text: q.question,
      today,
      sideBySide: true,
      ...(['全国', '未说明'].includes(q.region ?? q.jurisdiction) ? {} : { area: q.region ?? q.jurisdiction }),
      ...(q.audience ? { audience: q.audience } : {}),
    })
    rows.push(measure(q, found, known, now() - started))
  }
  return { questions: rows, totals: totals(rows) }
}

function measure(q: EvalQuestion, found: Found, known: (id: string) => boolean, ms: number): EvalRow {
  const cites = found.cites.map((c) => c.id)
  const hit = q.gold.filter((id) => cites.includes(id))
  return {
    id: q.id,
    kind: q.kind,
    question: q.question,
    outcome: found.outcome,
    wanted: wantedOf(q),
    expected: wantedOf(q).includes(found.outcome),
    text: found.text,
    cites,
    ...(q.gold.length > 0 ? { goldRecall: hit.length / q.gold.length } : {}),
    ...(q.gold.length > 0 && cites.length > 0 ? { precision: hit.length / cites.length } : {}),
    invented: cites.filter((id) => !known(id)),
    missing: q.gold.filter((id) => !cites.includes(id)),
    saidForbidden: q.must_not_say.filter((words) => found.text.includes(words)),
    ms,
  }
}

function wantedOf(q: EvalQuestion): readonly Outcome[] {
  return q.outcome ? [q.outcome] : outcomes[q.kind]
}

function totals(rows: readonly EvalRow[]): EvalReport['totals'] {
  const doors = rows.filter((r) => r.wanted.every((o) => doorKinds.includes(o)))
  const times = rows.map((r) => r.ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return {
    questions: rows.length,
    goldRecall: mean(rows.flatMap((r) => r.goldRecall ?? [])),
    precision: mean(rows.flatMap((r) => r.precision ?? [])),
    invented: rows.reduce((sum, r) => sum + r.invented.length, 0),
    doors: { handled: doors.filter((r) => r.expected).length, of: doors.length },
    unexpected: rows.filter((r) => !r.expected).length,
    p50: at(0.5),
    p99: at(0.99),
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length
}
