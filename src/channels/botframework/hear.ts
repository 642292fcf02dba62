import type { Arrival } from '../../runtime/index.ts'
import { clean, longest } from '../web/incoming.ts'
import type { Incoming } from './activity.ts'
import { isGroup, personOf } from './person.ts'

/** What an activity comes to: something for the core, something to be told at once, or nothing. */
export type Heard =
  | { readonly type: 'arrival'; readonly arrival: Arrival }
  | { readonly type: 'notice'; readonly notice: 'files' | 'tooLong' }
  /** A thumb on one of our messages; `about` is that message's id. */
  | { readonly type: 'feedback'; readonly arrival: Arrival; readonly about: string | undefined }
  | { readonly type: 'nothing' }

const nothing: Heard = { type: 'nothing' }

/**
 * What was said or done. Edits, deletions, reactions, typing and everything unknown come to nothing: a message counts as
 * it was when it was sent.
 */
export function hear(activity: Incoming, channel: string): readonly Heard[] {
  switch (activity.type) {
    case 'message':
      return message(activity, channel)
    case 'conversationUpdate':
    case 'installationUpdate':
      return [joined(activity, channel)]
    case 'invoke':
      return [feedback(activity, channel)]
    default:
      return []
  }
}

function message(activity: Incoming, channel: string): readonly Heard[] {
  const group = isGroup(activity)
  if (group && !mentioned(activity)) return []
  const text = clean(typed(activity))
  const out: Heard[] = []
  // Teams sends every message once more as HTML; that is no file.
  const files = (activity.attachments ?? []).filter(({ contentType }) => !/^text\/html/i.test(contentType))
  if (files.length > 0) out.push({ type: 'notice', notice: 'files' })
  if ([...text].length > longest) out.push({ type: 'notice', notice: 'tooLong' })
  else if (text !== '') out.push(arrival(activity, channel, { type: 'said', text }))
  return out
}

/** The bot was named: in a group it answers only then. */
const mentioned = ({ entities, recipient }: Incoming): boolean =>
  (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)

/** The words without the mentions of the bot, which are markup of Teams and not the person's. */
function typed({ text, textFormat, entities, recipient }: Incoming): string {
  let plain = text ?? ''
  for (const { type, mentioned, text: mark } of entities ?? [])
    if (type === 'mention' && mentioned?.id === recipient.id && mark) plain = plain.replaceAll(mark, ' ')
  plain = plain.replace(/&nbsp;|\u00a0/g, ' ')
  if (textFormat !== 'xml') return plain
  return plain
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Somebody opened the chat for the first time; both kinds of activity tell of it. Groups are not greeted. */
function joined(activity: Incoming, channel: string): Heard {
  if (isGroup(activity) || !activity.from) return nothing
  const added = activity.type === 'installationUpdate' ? /^add/.test(activity.action ?? '') : addsBot(activity)
  if (!added) return nothing
  const person = personOf(activity)
  return { type: 'arrival', arrival: { channel, person, id: `joined ${person}`, event: { type: 'joined' } } }
}

const addsBot = ({ membersAdded, recipient }: Incoming): boolean =>
  (membersAdded ?? []).some(({ id }) => id === recipient.id)

/** A thumb under an answer is said as the core hears it from everybody else. What was written beside it is not kept. */
function feedback(activity: Incoming, channel: string): Heard {
  if (activity.name !== 'message/submitAction' || isGroup(activity)) return nothing
  const reaction = reactionIn(activity.value)
  if (reaction === undefined) return nothing
  const heard = arrival(activity, channel, { type: 'said', text: reaction === 'like' ? '👍' : '👎' })
  return { ...heard, type: 'feedback', about: activity.replyToId ?? undefined }
}

function reactionIn(value: unknown): 'like' | 'dislike' | undefined {
  const { actionName, actionValue } = (value ?? {}) as { actionName?: unknown; actionValue?: unknown } // looked at piece by piece
  if (actionName !== 'feedback') return undefined
  const { reaction } = (actionValue ?? {}) as { reaction?: unknown }
  return reaction === 'like' || reaction === 'dislike' ? reaction : undefined
}

function arrival(activity: Incoming, channel: string, event: Arrival['event']): Extract<Heard, { type: 'arrival' }> {
  const person = personOf(activity)
  // The platform's ids are unique in one conversation only.
  const id = `${activity.conversation.id}/${activity.id ?? ''}`
  return { type: 'arrival', arrival: { channel, person, id, event } }
}
