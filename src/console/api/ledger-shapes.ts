import { z } from 'zod'

// Shapes of 重复举报台账.

/** A form sends `cursor=` for the first page. */
const blank = <T extends z.ZodType>(schema: T) => z.preprocess((given) => (given === '' ? undefined : given), schema)

export const LedgerQuery = z.object({
  show: blank(z.enum(['suggested', 'linked', 'revoked', 'apart']).default('suggested')),
  likely: blank(z.enum(['true', 'false']).optional()),
  cursor: blank(z.string().max(300).optional()),
  limit: blank(z.coerce.number().int().min(1).max(100).default(20)),
})

const CaseNumber = z.string().min(1).max(20)
export const Link = z.strictObject({
  /** Number of the case this one is put to. */
  to: CaseNumber,
  /** What this one has and the other has not is listed there by itself. */
  newFactsApart: z.boolean().default(false),
  /** The `revision` last read; another one now is refused as `stale`. */
  revision: z.number().int().optional(),
})
export const Apart = z.strictObject({
  from: CaseNumber,
  /** False forgets it. */
  apart: z.boolean().default(true),
})

const NewThing = z.strictObject({
  type: z.enum(['fact', 'part', 'person']),
  what: z.string(),
  when: z.string().optional(),
  where: z.string().optional(),
  amount: z.string().optional(),
})
const LinkRow = z.strictObject({
  master: z.string(),
  sub: z.string(),
  masterState: z.string(),
  subState: z.string(),
  at: z.string(),
  by: z.string(),
  newFacts: z.array(NewThing).optional(),
  revoked: z.strictObject({ at: z.string(), by: z.string() }).optional(),
})
const ApartRow = z.strictObject({ one: z.string(), other: z.string(), at: z.string(), by: z.string() })
const Grade = z.enum(['很可能', '可能'])

const duplicates = {
  number: z.string(),
  mine: z.boolean(),
  revision: z.number().int(),
  links: z.array(LinkRow),
  candidates: z.array(
    z.strictObject({
      number: z.string(),
      state: z.string(),
      createdAt: z.string(),
      grade: Grade,
      rows: z.array(
        z.strictObject({
          field: z.enum(['person', 'unit', 'post', 'what', 'time', 'place', 'amount']),
          label: z.string(),
          agreement: z.enum(['same', 'near', 'differs']),
          says: z.string(),
          here: z.string(),
          there: z.string(),
        }),
      ),
      newHere: z.array(NewThing),
      newThere: z.array(NewThing),
    }),
  ),
  apart: z.array(ApartRow),
}
export const Duplicates = z.strictObject(duplicates)
export const Linked = z.strictObject({ ...duplicates, event: z.string() })

export const LedgerPage = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      number: z.string(),
      createdAt: z.string(),
      others: z.array(
        z.strictObject({
          number: z.string(),
          createdAt: z.string(),
          grade: Grade,
          fields: z.array(z.string()),
          fresh: z.number().int(),
        }),
      ),
    }),
  ),
  links: z.array(LinkRow),
  apart: z.array(ApartRow),
  unread: z.number().int(),
  next: z.string().optional(),
})
