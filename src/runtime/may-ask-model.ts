import type { Conversation } from '../dialogue/index.ts'

/**
 * Whether what is said now may be asked of a language model, too: only where no form is open, set aside, handed in or being opened,
 * and nothing is waited for that belongs to one. What is said in a form stays in this house.
 *
 * @param before the conversation as it was before the message. @param after as it is once the message was understood.
 */
export function mayAskModel(before: Conversation, after: Conversation): boolean {
  return [before, after].every(
    ({ frame, drafts, coded, case: handedIn, aside }) =>
      frame === undefined &&
      drafts.length === 0 &&
      coded === undefined &&
      handedIn === undefined &&
      (aside === undefined || (aside.id === 'start_choice' && aside.told === undefined)),
  )
}
