import { z } from 'zod'
import { authorities } from '../../base/index.ts'
import { charsets, sayables } from '../../publishing/index.ts'
import { textNeeds } from '../../runtime/index.ts'

const Hand = z.strictObject({ by: z.string(), at: z.string() })

/** A proposal or an edition, without its words. */
const Text = z.strictObject({
  id: z.string(),
  state: z.enum(['waiting', 'published', 'withdrawn']),
  revision: z.number().int(),
  says: z.strictObject({
    title: z.string().optional(),
    aliases: z.array(z.string()).optional(),
    issuer: z.string().optional(),
    region: z.string().optional(),
    authority: z.enum(authorities).optional(),
    number: z.string().optional(),
    issued: z.string().optional(),
    from: z.string().optional(),
    until: z.string().optional(),
    of: z.string().optional(),
  }),
  missing: z.array(z.enum(textNeeds)),
  text: z.string().optional(),
  edition: z.number().int().optional(),
  follows: z.number().int().optional(),
  carried: z.number().int(),
  file: z.strictObject({ name: z.string(), kind: z.string(), size: z.number().int(), sha256: z.string() }),
  proposed: Hand,
  published: Hand.optional(),
  withdrawn: Hand.optional(),
})

export const TextList = z.strictObject({ texts: z.array(Text) })
export const ProposedText = z.strictObject({ text: Text, notes: z.array(z.string()) })
export const PublishedText = z.strictObject({ text: Text, revision: z.number().int() })
export const TextPlace = z.strictObject({ revision: z.number().int() })

/** What may stand beside the file, each a text part. */
export const TextUpload = z.strictObject({
  charset: z.enum(charsets).optional(),
  ...Object.fromEntries(sayables.map((name) => [name, z.string().optional()])),
})
