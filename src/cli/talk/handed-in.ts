import { fresh } from '../../dialogue/index.ts'
import type { Answers } from '../../flow/index.ts'
import { type CaseKind, open } from '../../intake/index.ts'
import { type Address, handedIn } from '../../runtime/index.ts'
import type { Scratch } from '../scratch.ts'

/** Hands a case in before a conversation begins, sealed as any other. `from`: whose it is; absent: somebody of its own. */
export async function handIn(
  { house }: Scratch,
  kind: CaseKind,
  answers: Answers,
  at: string,
  unit: string,
  from?: Address,
): Promise<{ readonly id: string; readonly number: string; readonly receipt: string }> {
  const { store, sealer } = house
  const { receipt, id: receiptId, nonce, publicKey } = await house.receipts.issue()
  const id = house.newId()
  const thread = from ?? { channel: 'given', person: `given-${id}` }
  const edition = house.bot.flows.findLast(({ id: flow }) => flow === kind.id)?.edition ?? ''
  const { kind: _kind, area, upward: _upward, ...opening } = open(kind, answers, at, house.calendar)
  const whole = {
    form: { flow: kind.id, edition, answers, findings: [] },
    thread,
    ...(area === undefined ? {} : { area }),
    at,
    heard: [],
  }
  const { body, identity } = handedIn(whole, house.identity[kind.id] ?? [])
  const purpose = /^(?:tolerance|risk-filing)/.test(kind.id) ? 'tolerance' : 'report'
  const to = await sealer.group(unit, purpose)
  await store.conversations.commit({
    arrival: { ...thread, id },
    revision: 0,
    state: fresh,
    log: [],
    push: false,
    newCase: {
      id,
      kind: kind.id,
      ...opening,
      ...{ unit, purpose },
      sealed: sealer.form(to, id, body, identity),
      reporterKey: publicKey,
      receiptId,
      receiptNonce: nonce,
    },
    replies: [],
    attachments: [],
    receiptsKept: [id],
    gaps: [],
    audit: [{ who: 'person', what: 'form.submitted', object: id, note: kind.id }],
    at,
  })
  return { id, number: (await store.cases.byId(id))?.number ?? '', receipt }
}
