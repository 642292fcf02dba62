import { z } from 'zod'
import { hands } from './hand-shapes.ts'
import { Replies } from './reply-shapes.ts'
import { SignOff } from './sign-off-shapes.ts'

// Every shape the JSON API takes in or gives out; the OpenAPI document is printed from these.

/** A form sends `state=` for "any". */
const blank = <T extends z.ZodType>(schema: T) => z.preprocess((given) => (given === '' ? undefined : given), schema)

export const QueueQuery = z.object({
  state: blank(z.string().max(40).optional()),
  kind: blank(z.string().max(40).optional()),
  due: blank(z.enum(['overdue', 'today', 'week', 'none']).optional()),
  holder: blank(z.enum(['mine', 'free']).optional()),
  /** Part of the case number, or words that all stand in the case; blanks part them. */
  q: blank(z.string().trim().max(50).optional()),
  open: blank(z.enum(['true', 'false']).optional()),
  cursor: blank(z.string().max(300).optional()),
  limit: blank(z.coerce.number().int().min(1).max(200).default(50)),
})

export const AuditQuery = z.object({
  object: blank(z.string().max(80).optional()),
  cursor: blank(z.string().max(300).optional()),
  limit: blank(z.coerce.number().int().min(1).max(200).default(50)),
})

export const Action = z.strictObject({
  action: z.string().min(1).max(40),
  /** Told to the person; up to 1,000 characters. */
  reason: z.string().max(2000).default(''),
  /** What the move has to be told, by the ids of its `inputs`. */
  inputs: z
    .record(z.string().max(40), z.union([z.string().max(500), z.array(z.string().max(100)).max(20)]))
    .default({}),
  /** Paths out of `missing`: put to the person one after the other; only with a move that asks. */
  items: z.array(z.string().max(80)).max(12).default([]),
  /** The `revision` last read; another one now is refused as `stale`. */
  revision: z.number().int().optional(),
})

export const Nothing = z.strictObject({})

const Clause = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  label: z.string(),
  authority: z.string(),
  text: z.string(),
})
const Holder = z.strictObject({ name: z.string(), mine: z.boolean() })
const DueWords = z.strictObject({
  says: z.string(),
  standing: z.enum(['none', 'provisional', 'calm', 'soon', 'today', 'overdue']),
  left: z.number().int().optional(),
})

const Row = {
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  state: z.string(),
  area: z.string().optional(),
  /** Where in the form the words of `q` stand. */
  found: z.array(z.string()).optional(),
  holder: Holder.optional(),
  createdAt: z.string(),
  changedAt: z.string(),
  due: z.iso.date().optional(),
  dueWords: DueWords,
  closed: z.boolean(),
}

export const CaseList = z.strictObject({
  cases: z.array(z.strictObject({ ...Row, answered: z.boolean() })),
  total: z.number().int(),
  next: z.string().optional(),
  /** Cases that `q` could not be looked for in yet. */
  unread: z.number().int().optional(),
})

const Field = z.strictObject({
  path: z.string(),
  label: z.string(),
  value: z.string(),
  is: z.enum(['given', 'unknown', 'skipped', 'declined']),
  said: z.string(),
  turn: z.number().int(),
  clause: Clause.optional(),
})

const Finding = z.looseObject({
  rule: z.string(),
  verdict: z.string(),
  decidedBy: z.string(),
  marks: z.array(
    z.looseObject({
      cite: z.string(),
      says: z.string(),
      side: z.string(),
      mark: z.string(),
      said: z.string().optional(),
      clause: Clause.optional(),
    }),
  ),
  notes: z.array(z.strictObject({ says: z.string(), clause: Clause.optional() })),
})

const AuditLine = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  who: z.string(),
  what: z.string(),
  says: z.string(),
  object: z.string().optional(),
  note: z.string().optional(),
})

export const CaseFile = z.strictObject({
  ...Row,
  says: z.string(),
  channel: z.string(),
  fence: z.number().int(),
  revision: z.number().int(),
  dueFor: z.string().optional(),
  dueClause: Clause.optional(),
  clocks: z.array(
    z.strictObject({
      id: z.string(),
      says: z.string(),
      length: z.string(),
      began: z.iso.date(),
      standing: z.enum(['calm', 'soon', 'today', 'overdue', 'paused', 'provisional', 'ended']),
      words: z.string(),
      due: z.iso.date().optional(),
      left: z.number().int().optional(),
      note: z.string().optional(),
      paused: z.iso.date().optional(),
      ended: z.iso.date().optional(),
      own: z.literal(true).optional(),
      clause: Clause.optional(),
    }),
  ),
  steps: z.array(
    z.strictObject({
      at: z.string(),
      who: z.string(),
      says: z.string(),
      from: z.string(),
      to: z.string(),
      clause: Clause.optional(),
    }),
  ),
  missing: z.array(z.strictObject({ path: z.string(), label: z.string(), question: z.string() })),
  leavesOpen: z.array(z.strictObject({ says: z.string(), clause: Clause.optional() })),
  form: z.strictObject({
    title: z.string(),
    edition: z.string(),
    sameEdition: z.boolean(),
    sections: z.array(z.strictObject({ title: z.string().optional(), rows: z.array(Field) })),
    findings: z.array(Finding),
    concluded: z.array(z.strictObject({ label: z.string(), value: z.string(), clauses: z.array(Clause) })),
  }),
  messages: z.array(
    z.strictObject({
      at: z.string(),
      from: z.enum(['officer', 'person']),
      text: z.string(),
      question: z.literal(true).optional(),
      internal: z.literal(true).optional(),
    }),
  ),
  attachments: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.number().int(),
      sizeSays: z.string(),
      sha256: z.string(),
      stripped: z.boolean(),
      says: z.string(),
      at: z.string(),
    }),
  ),
  identity: z.boolean(),
  transcript: z.array(
    z.strictObject({
      from: z.enum(['person', 'bot']),
      at: z.string(),
      text: z.string(),
      turn: z.number().int().optional(),
    }),
  ),
  papers: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  moves: z.array(
    z.strictObject({
      action: z.string(),
      title: z.string(),
      prompt: z.string(),
      needsReason: z.boolean(),
      asks: z.boolean(),
      by: z.array(z.string()),
      told: z.boolean(),
      inputs: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['date', 'text', 'choice', 'yesNo']),
          label: z.string(),
          required: z.boolean(),
          max: z.number().int().optional(),
          ahead: z.boolean().optional(),
          many: z.boolean().optional(),
          options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
        }),
      ),
      needs: z.array(z.strictObject({ says: z.string(), clause: Clause.optional() })),
      clause: Clause.optional(),
      uncited: z.string().optional(),
    }),
  ),
  ...hands,
  signOffs: z.array(SignOff),
  replies: Replies,
  blocked: z.string().optional(),
  audit: z.array(AuditLine),
})

export const Standing = z.strictObject({
  number: z.string(),
  state: z.string(),
  closed: z.boolean(),
  holder: Holder.optional(),
  fence: z.number().int(),
  revision: z.number().int(),
  due: z.iso.date().optional(),
})

export const AuditPage = z.strictObject({ lines: z.array(AuditLine), next: z.string().optional() })

export * from './gap-shapes.ts'
export { Duplicates, LedgerPage, Linked } from './ledger-shapes.ts'
export * from './session-shapes.ts'
