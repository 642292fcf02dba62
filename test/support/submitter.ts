import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { DraftWrite, Store } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { armed } from './armed.ts'
import { seals } from './seals.ts'
import { draftId, lane, lanes, type Order } from './submitter-order.ts'
import { asMessage, at, deed, handedIn, turn } from './turns.ts'

/*
 * Hands in forms, decides some of them and delivers replies until it is killed. A line goes out when something was
 * acknowledged, and never before: `form <case id>`, `deed <case id>`, `sent <task key>`.
 */
const lines = createInterface({ input: process.stdin })
for await (const line of lines) {
  const order: Order = JSON.parse(line)
  if (order.killAt) await armed(order.killAt, order.databaseUrl !== undefined)
  const store = await openStore({ ...order, seals })
  acknowledge('open')
  await Promise.all(Array.from({ length: lanes }, (_, n) => handInForever(store, n)))
}

async function handInForever(store: Store, n: number): Promise<void> {
  const thread = lane(n)
  for (;;) {
    const { revision } = await store.conversations.load(thread)
    const id = `${n}-${revision}`
    // Each case is of a person of its own, so that what officers tell is handed out all at once when it is checked.
    const newCase = handedIn({ channel: 'web', person: `of-${id}` }, id)
    const drafts = keptFor(n, revision)
    if ((await store.conversations.commit(turn(thread, id, revision, { newCase, push: true, drafts }))) === 'done')
      acknowledge(`form ${id}`)
    if (revision % 2 === 0) await decide(store, id)
    for (const task of await store.outbox.claim(1, 0)) {
      const sent = await store.outbox.finish(task).then(
        () => true,
        () => false, // Its lease of no time ran out and another lane was quicker.
      )
      if (sent) acknowledge(`sent ${task.key}`)
    }
  }
}

/** Each turn keeps a draft in the place of the one before. */
function keptFor(n: number, revision: number): DraftWrite {
  const kept = {
    id: draftId(n, revision),
    sealed: 'sealed',
    nonce: 'nonce',
    shownUntil: at,
    until: '2027-01-01T00:00:00+08:00',
  }
  return { kept, dropped: revision > 0 ? [draftId(n, revision - 1)] : [], opened: [] }
}

async function decide(store: Store, id: string): Promise<void> {
  const seen = await store.cases.byId(id)
  const claimed = seen && (await store.cases.claim(seen.number, '3', at))
  if (typeof claimed !== 'object') return
  const message = asMessage('officer', '收到')
  const event = { type: 'told', case: id, text: '收到' } as const
  const told = { thread: { channel: 'web', person: `of-${id}` }, event }
  if ((await store.cases.save(deed(claimed, '3', `deed-${id}`, { message, told }))) === 'done')
    acknowledge(`deed ${id}`)
}

/** Written at once and not through a stream: what was said before a kill must have been said. */
function acknowledge(what: string): void {
  writeSync(1, `${what}\n`)
}
