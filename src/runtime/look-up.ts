import type { Effect, Event, Lookup } from '../dialogue/index.ts'
import { says } from '../intake/index.ts'
import { openDraft } from './draft-turn.ts'
import { type House, unavailable } from './house.ts'
import type { CaseMessage } from './ports.ts'

/** What is answered outside the transaction, before anything is written. */
export const isLookup = (e: Effect): e is Lookup =>
  e.type === 'search' || e.type === 'openReceipt' || e.type === 'checkTail' || e.type === 'openDraft'

/**
 * Looks one thing up; its answer comes back as an event of the same turn.
 *
 * @param more searches of this turn that are still out. @param model whose budget a language model may be asked on; absent: none may.
 */
export async function lookUp(
  house: House,
  lookup: Lookup,
  at: string,
  more: number,
  model: { readonly thread: string } | undefined,
): Promise<Event> {
  switch (lookup.type) {
    case 'search': {
      const { question, area, before } = lookup
      const answer = await house.answerer
        .answer({
          text: question,
          today: at.slice(0, 10),
          ...(area === undefined ? {} : { area }),
          ...(before === undefined ? {} : { before }),
          ...(model === undefined ? {} : { model }),
        })
        .catch((fault: unknown) => {
          house.onFault(fault)
          return unavailable('这会儿查不了规定，请稍后再问；您填的内容不受影响。')
        })
      return { type: 'found', question, answer, more, at }
    }
    case 'openReceipt':
      return opened(house, lookup.receipt, at)
    case 'checkTail': {
      const nonce = await house.store.cases.receiptNonce(lookup.case)
      const ok = nonce !== undefined && house.receipts.show(nonce).replace(/\D/g, '').endsWith(lookup.tail)
      return { type: 'tailChecked', ok, at }
    }
    case 'openDraft':
      return openDraft(house, lookup.code, at)
  }
}

async function opened(house: House, receipt: string, at: string): Promise<Event> {
  const key = await house.receipts.unlock(receipt)
  const found = key && (await house.store.cases.byReceipt(key.id))
  const kind = found && house.kinds.find((k) => k.id === found.kind)
  if (key && !found) {
    const gone = await house.store.retention.destroyed(key.id)
    if (gone) return { type: 'opened', destroyed: { kind: gone.kind, on: gone.destroyedOn }, at }
  }
  if (!found || !kind) return { type: 'opened', at }
  // Older than sealing: from now on officers can write to the holder of this receipt.
  if (!found.reporterKey) await house.store.cases.reporterKey(found.id, key.reader.publicKey)
  // What the person wrote opens for officers only; here it counts as an answer.
  const read = found.messages.flatMap((m) => {
    const opened = m.from === 'officer' ? key.reader.message(found.id, m) : undefined
    return m.from === 'person' || opened ? [{ from: m.from, ...(opened ? { opened } : {}) }] : []
  })
  const [openQuestion, ...more] = waiting(read)
  const messages = read.flatMap(({ opened: m }) =>
    m && !m.internal ? [{ at: m.at, text: m.text, question: m.question === true }] : [],
  )
  return {
    type: 'opened',
    at,
    view: {
      case: found.id,
      kind: found.kind,
      says: says(kind, found.state),
      messages,
      followups: found.messages.filter((m) => m.from === 'person').length,
      attachments: (await house.store.attachments.list(found.id)).length,
      ...(openQuestion === undefined ? {} : { openQuestion }),
      ...(more.length > 0 ? { more } : {}),
    },
  }
}

/** The questions an officer put last that no message has answered yet; several put at once are answered one by one. */
function waiting(
  messages: readonly { readonly from: CaseMessage['from']; readonly opened?: CaseMessage }[],
): readonly string[] {
  const last = messages.findLastIndex(({ opened }) => opened?.question)
  const asked = messages[last]?.opened
  if (!asked) return []
  const answers = messages.slice(last + 1).filter((m) => m.from === 'person').length
  return (asked.questions ?? [asked.text]).slice(answers)
}
