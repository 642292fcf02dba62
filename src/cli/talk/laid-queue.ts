import { fresh } from '../../dialogue/index.ts'
import type { Answers } from '../../flow/index.ts'
import { type CaseKind, open } from '../../intake/index.ts'
import { handedIn } from '../../runtime/index.ts'
import type { Scratch } from '../scratch.ts'
import type { Talk } from './read.ts'
import { relationsIn, told } from './told-cases.ts'

/** Cases handed in before an officer's conversation begins. */
export interface LaidQueue {
  readonly numbers: readonly string[]
  /** The receipt of each. */
  readonly receipts: ReadonlyMap<string, string>
}

/** The number before the first one given out under a letter. */
const before = 1000

/** Real sealed cases under the numbers a conversation names, as alike as its note says. @returns absent if it names none. */
export async function layQueue(scratch: Scratch, talk: Talk): Promise<LaidQueue | undefined> {
  const queue = talk.given['queue']
  if (!Array.isArray(queue)) return undefined
  const numbers = queue.map(String)
  const { house } = scratch
  await house.store.units.add({ id: 'elsewhere', name: '别处' })
  const receipts = new Map<string, string>()
  const relations = relationsIn(String(talk.given['note'] ?? ''))
  const last = new Map<string, number>()
  const inOrder = [...numbers].sort((a, b) => numberOf(a) - numberOf(b))
  for (const [n, number] of inOrder.entries()) {
    const kind = house.kinds.find(({ letter }) => number.startsWith(`${letter}-`))
    if (!kind) throw new Error(`no kind of case has numbers like ${number}`)
    // A week apart, so that their days differ; the last one came this morning.
    const at = new Date(Date.parse('2026-11-20T02:00:00Z') - (inOrder.length - 1 - n) * 4 * 86_400_000)
    const day = `${at.toISOString().slice(0, 10)}T10:00:00+08:00`
    const answers = told(kind.id, number, inOrder, relations)
    // Numbers before it go to a unit nobody here belongs to.
    for (let n = (last.get(kind.letter) ?? before) + 1; n < numberOf(number); n++)
      await handIn(scratch, kind, answers, day, 'elsewhere')
    const laid = await handIn(scratch, kind, answers, day, 'local')
    if (laid.number !== number) throw new Error(`${number} cannot be laid down`)
    last.set(kind.letter, numberOf(number))
    receipts.set(number, laid.receipt)
  }
  return { numbers, receipts }
}

async function handIn(scratch: Scratch, kind: CaseKind, answers: Answers, at: string, unit: string) {
  const { house } = scratch
  const { store, sealer } = house
  const { receipt, id: receiptId, nonce, publicKey } = await house.receipts.issue()
  const id = house.newId()
  const thread = { channel: 'given', person: `given-${id}` }
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
  return { number: (await store.cases.byId(id))?.number ?? '', receipt }
}

const numberOf = (number: string) => Number(number.replace(/\D/g, ''))
