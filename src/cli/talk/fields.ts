import { concluded, type Frame } from '../../dialogue/index.ts'
import { plain } from '../../flow/index.ts'
import type { Scratch } from '../scratch.ts'
import { type Fields, nested } from './compare.ts'

/** What there is to see of a conversation: the form last open, and the case handed in or opened. */
export interface Seen {
  readonly frame: Frame | undefined
  readonly case: string | undefined
}

/** What a form that is not handed in yet is called. */
const DRAFT = '草拟'

/** Fields of the form as other programs see them, with what was concluded; of a case, its state and what was added to it. */
export async function fieldsOf({ house, unlocked }: Scratch, { frame, case: id }: Seen): Promise<Fields> {
  const submits = frame && house.bot.flows.find((f) => f.id === frame.flow)?.steps.some((s) => 'submit' in s)
  const form = frame
    ? nested({ ...plain(frame.answers), ...concluded(house.bot, frame), ...(submits ? { state: DRAFT } : {}) })
    : {}
  const sealed = id === undefined ? undefined : await house.store.cases.byId(id)
  const found = sealed && (await unlocked.case(sealed))
  if (!found) return form
  const handedIn = nested({
    ...plain({ ...found.form.answers, ...(await unlocked.identity(sealed))?.answers }),
    ...Object.fromEntries((found.form.concluded ?? []).map(({ id, value }) => [id, value])),
  })
  const followup = found.messages.filter((m) => m.from === 'person').map(({ text }) => ({ text_contains: text }))
  return {
    ...form,
    ...handedIn,
    state: found.state,
    followup,
    followup_count: followup.length,
    attachments: (await house.store.attachments.list(found.id)).length,
  }
}
