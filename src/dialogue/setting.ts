import type { Command } from './commands.ts'
import { flowOf, newest } from './form.ts'
import { choice } from './show.ts'
import type { CaseView, Frame } from './types.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

// What may be done where a conversation is held: nothing in a group, and no unnamed report where the channel knows who writes.

/** The side question before a report is opened where the channel knows who writes. */
export const KNOWN = 'known_writer'

/**
 * Whether this form may be opened here. If not, it is said why and where to go instead; nothing of the form is kept.
 *
 * @param told what was said so far, for the form to begin with if the person agrees. @param agreed they know, and want to go on.
 */
export function mayStart(work: Work, id: string, told: string, agreed: boolean): boolean {
  if (work.setting.overheard) {
    notHere(work)
    return false
  }
  const flow = newest(work.bot.flows.filter((f) => f.id === id))
  if (work.setting.knownBy === undefined || !flow?.anonymous || agreed) return true
  work.events.push('anonymity_explained')
  askKnown(work, id, told)
  return false
}

/** Says that there is no unnamed way here and where there is one, and asks whether to go on under one's name. */
export function askKnown(work: Work, flow: string, told: string | undefined): void {
  putAside(
    work,
    {
      id: KNOWN,
      about: flow,
      ...(told === undefined || told === '' ? {} : { told }),
      choices: [choice('实名写'), choice('不在这里写')],
    },
    phrase(work, 'known.before', wayOut(work)),
  )
}

/** True for a case that may have been handed in unnamed elsewhere: looking it up here would tell whose it is. */
export const filedUnnamed = (work: Work, view: Pick<CaseView, 'kind'> & Partial<Pick<CaseView, 'case'>>): boolean =>
  work.setting.knownBy !== undefined &&
  (view.case === undefined || work.state.case !== view.case) &&
  work.bot.flows.some((f) => f.anonymous && f.steps.some((s) => 'submit' in s && s.submit.kind === view.kind))

/** True for a form its writer has not put a name to: opened here, it would tell whose it is. */
export function unnamedHere(work: Work, frame: Frame): boolean {
  const { anonymous } = flowOf(work.bot, frame)
  if (work.setting.knownBy === undefined || !anonymous) return false
  const signs = frame.answers[anonymous.field]
  return !(signs?.is === 'given' && signs.value === anonymous.named)
}

/** What a person who is in a group is told instead. */
export function notHere(work: Work): void {
  work.state = dropAside(work.state)
  const words = phrase(work, 'overheard', wayOut(work))
  if (!work.parts.some((part) => part.text === words)) say(work, words)
  work.events.push('kept_out_of_group')
}

/** Commands that would show or ask for something of one person's own. */
export const isPrivate = ({ type }: Command): boolean => PRIVATE.has(type)
const PRIVATE: ReadonlySet<Command['type']> = new Set([
  'start',
  'human',
  'openReceipt',
  'askReceipt',
  'resume',
  'resumeHeld',
  'review',
  'receiptLost',
])

/** Values of the phrases that send somebody to the web chat. */
export const wayOut = (work: Work): { readonly by: string; readonly link: string } => ({
  by: work.setting.knownBy ?? '',
  link: work.setting.web ?? phrase(work, 'known.noLink'),
})
