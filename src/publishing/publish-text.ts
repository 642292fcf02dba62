import { Refused } from '../base/index.ts'
import type { OriginalText } from '../originals/index.ts'
import type { Published, TextDeed, TextProposal } from '../runtime/index.ts'
import { followed } from './judge-text.ts'
import type { PressOptions } from './options.ts'
import { refusal } from './refusal.ts'

/** Somebody else's publication in between makes it look again; who meets three is told so. */
const tries = 3

/**
 * Publishes a proposal if it still stands to the published texts as it did when it was proposed. Who may is decided by the
 * store, in the transaction. @throws Refused as `Press.publish` names
 */
export async function publishText({ store: { texts } }: PressOptions, deed: TextDeed): Promise<Published> {
  for (let left = tries; ; left--) {
    const [{ revision: seen, texts: known }, proposal] = await Promise.all([texts.published(), texts.open(deed.id)])
    if (!proposal) throw new Refused('notFound')
    const why = proposal.row.state === 'waiting' ? overtaken(proposal, known) : undefined
    const done = await texts.publish({ ...deed, seen: why === undefined ? seen : -1 })
    if (why !== undefined && done === 'moved') throw new Refused(why)
    if (done !== 'moved' || left === 1) return refusal(done)
  }
}

/** What has been published since a proposal was made that makes it another thing than what was reviewed. */
export function overtaken(
  { row, text }: Pick<TextProposal, 'row' | 'text'>,
  known: readonly OriginalText[],
): 'textTwice' | 'textOvertaken' | undefined {
  const { before, same } = followed(text, row.says, known)
  if (same) return 'textTwice'
  return before?.id === row.text && before?.edition === row.follows ? undefined : 'textOvertaken'
}
