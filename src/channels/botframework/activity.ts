import { z } from 'zod'
import { Refused } from '../../base/index.ts'

const id = z.string().min(1).max(512)
const account = z.object({ id, aadObjectId: z.string().max(64).nullish() })

/** As much of an activity as is looked at; see https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md */
const Incoming = z.object({
  type: z.string().max(64),
  id: id.nullish(),
  channelId: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/i),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(512),
  from: account.nullish(),
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().max(32).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(64).nullish(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string().max(64) }).nullish() })
    .nullish()
    .catch(undefined),
  name: z.string().max(128).nullish(),
  text: z.string().nullish(),
  textFormat: z.string().max(32).nullish(),
  value: z.unknown().optional(),
  replyToId: id.nullish(),
  action: z.string().max(32).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().max(256) }))
    .max(100)
    .nullish(),
  entities: z
    .array(z.object({ type: z.string().max(256), mentioned: z.object({ id }).nullish(), text: z.string().nullish() }))
    .max(200)
    .nullish(),
  membersAdded: z.array(z.object({ id })).max(1000).nullish(),
})
export type Incoming = z.infer<typeof Incoming>

/** Where a conversation can be reached; ids only, no names. */
export const Place = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string(),
  tenant: z.string().optional(),
})
export type Place = z.infer<typeof Place>

/** What we send; the plug adds the addresses. */
export interface OutgoingActivity {
  readonly type: 'message' | 'typing'
  readonly text?: string
  readonly textFormat?: 'markdown'
  readonly summary?: string
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[]
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly unknown[] }
  readonly entities?: readonly unknown[]
  readonly channelData?: Readonly<Record<string, unknown>>
}

/** Deeper than any real activity, cards included; what is deeper was made to hurt. */
const deepest = 32

/** Reads a request's body. @throws Refused `badRequest` for what cannot be an activity. */
export function readActivity(body: unknown): Incoming {
  if (depthOver(body, deepest)) throw new Refused('badRequest')
  const read = Incoming.safeParse(body)
  if (!read.success) throw new Refused('badRequest')
  return read.data
}

function depthOver(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
