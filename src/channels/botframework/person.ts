import type { Incoming, Place } from './activity.ts'

/** Who a person of Teams is in their organisation: Microsoft Entra ids, neither of them a name. */
export interface TeamsIdentity {
  readonly tenant: string
  readonly object: string
}

/** Kinds of conversation by the first letters of `Thread.person`: one person whom their tenant knows, another channel's, a group. */
const kinds = { known: 'u:', other: 'c:', group: 'g:' } as const

/** How this house calls a conversation. The connector's word for it is in the token's reach only, so it can be relied on once verified. */
export function personOf(activity: Incoming): string {
  const { conversation, from } = activity
  if (isGroup(activity)) return `${kinds.group}${conversation.id}`
  const tenant = tenantOf(activity)
  // Only Teams vouches for it: on other channels a client may write there what it likes.
  return activity.channelId === 'msteams' && tenant !== undefined && from?.aadObjectId
    ? `${kinds.known}${tenant}:${from.aadObjectId}`
    : `${kinds.other}${conversation.id}`
}

/** True for a conversation where others read along. */
export const inGroup = (person: string): boolean => person.startsWith(kinds.group)

/** Who speaks in a conversation, for what only a signed-in officer may ask; absent in groups and on channels that do not tell. */
export function identityOf(person: string): TeamsIdentity | undefined {
  const [tenant, object] = person.startsWith(kinds.known) ? person.slice(kinds.known.length).split(':') : []
  return tenant && object ? { tenant, object } : undefined
}

export const isGroup = ({ conversation }: Incoming): boolean =>
  conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '')

export const tenantOf = ({ conversation, channelData }: Incoming): string | undefined =>
  conversation.tenantId ?? channelData?.tenant?.id ?? undefined

export function placeOf(activity: Incoming): Place {
  const tenant = tenantOf(activity)
  return {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    conversation: activity.conversation.id,
    bot: activity.recipient.id,
    user: activity.from?.id ?? '',
    ...(tenant === undefined ? {} : { tenant }),
  }
}
