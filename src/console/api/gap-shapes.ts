import { z } from 'zod'

// The shapes of the gap ledger.

const blank = <T extends z.ZodType>(schema: T) => z.preprocess((given) => (given === '' ? undefined : given), schema)

export const GapQuery = z.object({ state: blank(z.enum(['open', 'given', 'closed']).optional()) })

const revision = z.number().int().optional()

/** `to`: account name of an officer; absent, to oneself. */
export const GiveGap = z.strictObject({ to: z.string().max(100).optional(), revision })
/** One of the two: the id of a text that answers it, or why it will not be answered (up to 500 characters). */
export const CloseGap = z.strictObject({
  text: z.string().max(200).optional(),
  note: z.string().max(2000).optional(),
  revision,
})
export const ReopenGap = z.strictObject({ revision })

const Counted = { count: z.number().int() }
const Reasons = z.array(z.strictObject({ reason: z.string(), ...Counted }))

export const Topic = z.strictObject({
  id: z.string(),
  question: z.string(),
  place: z.string(),
  about: z.string().optional(),
  state: z.enum(['open', 'given', 'closed']),
  stateSays: z.string(),
  holder: z.strictObject({ name: z.string(), mine: z.boolean() }).optional(),
  givenOn: z.string().optional(),
  closing: z
    .strictObject({
      on: z.string(),
      text: z.string().optional(),
      title: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  since: z.number().int(),
  reopened: z.number().int(),
  revision: z.number().int(),
  ...Counted,
  downs: z.number().int(),
  ups: z.number().int(),
  whys: z.array(z.strictObject({ why: z.string(), ...Counted })),
  reasons: Reasons,
  firstOn: z.string(),
  lastOn: z.string(),
  wordings: z.array(z.strictObject({ key: z.string(), question: z.string(), ...Counted })),
  unkept: z.number().int(),
  tried: z.strictObject({ on: z.string(), outcome: z.string(), says: z.string(), answered: z.boolean() }).optional(),
  may: z.strictObject({ give: z.boolean(), close: z.boolean(), reopen: z.boolean(), move: z.boolean() }),
})

export const GapList = z.strictObject({
  gaps: z.array(
    z.strictObject({
      question: z.string(),
      why: z.string(),
      ...Counted,
      lastAt: z.string(),
      downs: z.number().int(),
      ups: z.number().int(),
      reasons: Reasons,
      place: z.string().optional(),
    }),
  ),
  topics: z.array(Topic),
})
