import { act, factsOf, movesFrom } from '../../intake/index.ts'
import type { SealedCase } from '../../runtime/index.ts'
import type { Scratch } from '../scratch.ts'
import { handIn } from './handed-in.ts'
import type { Talk } from './read.ts'

/** The officer who did what a conversation takes for granted. */
const OFFICER = 'talk'

/** Whoever handed it in. */
const given = { channel: 'given', person: 'given' }

/**
 * Lays down the case a conversation takes for granted: handed in by somebody earlier, brought to its state by officers' deeds,
 * with the question that waits for an answer.
 *
 * @returns its id and receipt; absent if the conversation names no case.
 */
export async function layDown(
  scratch: Scratch,
  talk: Talk,
  now: string,
): Promise<{ id: string; receipt: string } | undefined> {
  const { house } = scratch
  const kind = house.kinds.find((k) => k.id === talk.given['case'])
  if (!kind) return undefined
  const { id, receipt } = await handIn(scratch, kind, {}, now, 'local', given)
  const state = talk.given['state']
  if (typeof state === 'string' && state !== kind.states[0]?.id) {
    const move = movesFrom(kind, kind.states[0]?.id ?? '').find((m) => m.to === state)
    if (!move) throw new Error(`no officer's deed brings a ${kind.id} to ${state} at once`)
    await deed(scratch, id, now, move.action, move.reason === 'required' ? '已看过' : '')
  }
  const question = talk.given['officer_question']
  if (typeof question === 'string') await deed(scratch, id, now, 'ask', question)
  return { id, receipt }
}

async function deed(
  { house, unlocked }: Scratch,
  id: string,
  at: string,
  action: string,
  reason: string,
): Promise<void> {
  const found = (await house.store.cases.byId(id)) as SealedCase // It was written just above.
  const held = await house.store.cases.claim(found.number, OFFICER, at)
  const kind = house.kinds.find((k) => k.id === found.kind)
  if (held === 'taken' || held === 'absent' || !kind) throw new Error('a case of a scratch database was taken')
  const opened = await unlocked.case(held)
  if (!opened) throw new Error('the only officer of a scratch database holds every key')
  const known = factsOf(opened.form.answers, opened.messages)
  const acted = act(kind, held, { action, reason, officer: OFFICER, at }, known, house.calendar)
  const { message, told, ...moved } = acted
  const { number, fence, revision } = held
  await house.store.cases.save({
    ...moved,
    message: house.sealer.message(await house.sealer.ofCase(id), id, message),
    ...(told ? { told: { thread: given, event: told } } : {}),
    ...{ key: `talk/${id}/${action}`, number, officer: OFFICER, fence, revision, at },
  })
}
