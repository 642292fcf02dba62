import { maskCodes, Refused } from '../base/index.ts'
import {
  type Conversation,
  type Deed,
  type Effect,
  type Event,
  fresh,
  merged,
  type Say,
  step,
} from '../dialogue/index.ts'
import { atDesk, deskWrite } from './desk-turn.ts'
import { withDrafts } from './draft-turn.ts'
import { checkFiles, heardOf, loggedOf } from './files.ts'
import { gapNotes } from './gap-notes.ts'
import type { House } from './house.ts'
import { isLookup, lookUp } from './look-up.ts'
import { mayAskModel } from './may-ask-model.ts'
import type { Arrival, AuditEntry, CheckedFile, DeskAnswer, LogEntry, Thread, TurnWrite } from './ports.ts'
import { newCaseOf, sealedFiles, sealedReplies } from './seal-turn.ts'

/** What one turn came to, for those who ask (the terminal, acceptance conversations). Nothing in it was told before the commit. */
export interface Taken {
  readonly result: 'done' | 'seen'
  readonly events: readonly string[]
  readonly says: readonly Say[]
  readonly state: Conversation
  /** Id of the draft kept in this turn, whose code one of `says` shows. */
  readonly draft?: string
}

/** A turn that loses against another on the same conversation starts again from fresh state; more losses mean overload. */
const TRIES = 8

/**
 * Takes one arrival through the engine. Look-ups happen outside the transaction; then message, new state, replies,
 * a form handed in and audit lines are written together or not at all, and only then is anything told.
 *
 * Files are checked and stripped first, so that nothing unstripped is ever written.
 *
 * @throws Refused `notSaved` when nothing could be written, `stale` when the conversation kept changing underneath;
 * for files that cannot be taken as `checkFiles`, and `caseFull`.
 */
export async function take(open: House, came: Arrival): Promise<Taken> {
  // Texts may be published while this turn waits: it speaks from one version from beginning to end.
  const house: House = { ...open }
  const handed = came.event.type === 'said' ? (came.event.files ?? []) : []
  const arrival: Checked = { ...came, files: await checkFiles(house.files, handed) }
  let answer: DeskAnswer | undefined
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { state, ...read } = await house.store.conversations.load(arrival)
    const before = state ?? begin(house)
    // Asked once: what an officer's word did is done, whoever wrote this conversation meanwhile.
    if (attempt === 1) answer = await atDesk(house, came, before)
    const worked = answer ? deskWork(house, arrival, before, answer) : await work(house, arrival, before, attempt === 1)
    const result = await house.store.conversations.commit({ ...worked.write, ...read })
    if (result === 'stale') continue
    const channel = house.channels.get(arrival.channel)
    channel?.committed?.(arrival)
    if (result === 'done' && arrival.event.type === 'said') {
      house.traffic.heard(arrival.channel)
      // Clients of a log read what is said as soon as it is committed.
      if (channel?.delivery === 'log') house.traffic.delivered(arrival.channel)
    }
    const kept = worked.write.drafts?.kept
    return {
      result,
      events: worked.events,
      says: worked.says,
      state: worked.write.state,
      ...(kept ? { draft: kept.id } : {}),
    }
  }
  throw new Refused('stale', { retryAfter: 1 })
}

const begin = (house: House): Conversation => (house.area === undefined ? fresh : { ...fresh, area: house.area })

function deskWork(house: House, arrival: Arrival, before: Conversation, answer: DeskAnswer): Worked {
  const { says, ...write } = deskWrite(house, arrival, before, answer)
  return { write, says, events: answer.events }
}

/** An arrival whose files were looked at; what it brought itself is not looked at again. */
interface Checked extends Arrival {
  readonly files: readonly CheckedFile[]
}

interface Worked {
  readonly write: Omit<TurnWrite, 'revision' | 'life'>
  readonly events: readonly string[]
  readonly says: readonly Say[]
}

/** @param patient the first attempt: a model is asked once a turn at most, so that nobody waits for it twice. */
async function work(house: House, arrival: Checked, before: Conversation, patient: boolean): Promise<Worked> {
  const at = house.clock()
  const effects: Effect[] = []
  const events: string[] = []
  const openedDrafts: string[] = []
  let state = before
  let model = patient ? { thread: `${arrival.channel}/${arrival.person}` } : undefined
  const setting = house.channels.get(arrival.channel)?.setting?.(arrival.person) ?? {}
  const queue: Event[] = [eventOf(house, arrival, at)]
  for (let event = queue.shift(); event; event = queue.shift()) {
    const turn = step(house.bot, state, event, setting)
    state = turn.state
    events.push(...turn.events)
    const lookups = turn.effects.filter(isLookup)
    effects.push(...turn.effects.filter((e) => !isLookup(e)))
    const searches = lookups.filter((l) => l.type === 'search').length
    let left = searches
    if (!mayAskModel(before, state)) model = undefined
    for (const lookup of lookups) {
      const result = await lookUp(house, lookup, at, lookup.type === 'search' ? --left : 0, model)
      if (lookup.type === 'search') model = undefined
      if (result.type === 'draftOpened' && result.id !== undefined) openedDrafts.push(result.id)
      queue.push(result)
    }
  }
  const write = await writeOf(house, arrival, state, effects, events, at)
  const whole = await withDrafts(house, write, effects, openedDrafts, at)
  return { write: whole, events, says: effects.filter((e): e is Say => e.type === 'say') }
}

function eventOf(house: House, { event, files }: Checked, at: string): Event {
  if (event.type === 'said') {
    const heard = files.length > 0 ? { files: heardOf(files) } : {}
    const spoken = event.spoken ? { spoken: event.spoken } : {}
    return { type: 'said', text: event.text, at, newCase: house.newId(), ...spoken, ...heard }
  }
  return event.type === 'joined' ? { type: 'joined', at } : { ...event, at }
}

async function writeOf(
  house: House,
  arrival: Checked,
  state: Conversation,
  effects: readonly Effect[],
  events: readonly string[],
  at: string,
): Promise<Omit<TurnWrite, 'revision' | 'life'>> {
  const deeds = effects.filter((e): e is Deed => e.type !== 'say' && !isLookup(e))
  const submit = deeds.find((d) => d.type === 'submit')
  const reply = merged(effects.filter((e): e is Say => e.type === 'say'))
  const key = `${arrival.channel}/${arrival.person}/${arrival.id}`
  const heard: LogEntry[] =
    arrival.event.type === 'said'
      ? [
          {
            key: `${key}/said`,
            from: 'person',
            text: maskCodes(arrival.event.text),
            clientId: arrival.id,
            ...loggedOf(arrival.files),
          },
        ]
      : []
  const said: LogEntry[] = reply
    ? [{ key: `${key}/reply`, from: 'bot', say: reply, ...(submit ? { case: submit.case } : {}) }]
    : []
  const log = [...heard, ...said]
  const newCase = submit ? await newCaseOf(house, threadOf(arrival), submit, log, at) : undefined
  return {
    arrival: { ...threadOf(arrival), id: arrival.id },
    state,
    log,
    // Where the server key opens it, what the form was made of is not kept beside the form.
    forgets: newCase !== undefined && arrival.secret === undefined,
    push: house.channels.get(arrival.channel)?.delivery === 'push',
    ...(newCase ? { newCase } : {}),
    replies: await sealedReplies(house, deeds, at),
    attachments: await sealedFiles(house, arrival.files, deeds, newCase, at),
    receiptsKept: deeds.flatMap((d) => (d.type === 'receiptKept' ? [d.case] : [])),
    // What is said with a file belongs to the file; the ledger lies open.
    gaps: arrival.files.length > 0 ? [] : gapNotes(deeds, house.bot.places),
    audit: auditOf(deeds, events),
    at,
  }
}

const threadOf = ({ channel, person, secret }: Thread): Thread => ({
  channel,
  person,
  ...(secret === undefined ? {} : { secret }),
})

/** Who did what, never what was said. */
function auditOf(deeds: readonly Deed[], events: readonly string[]): readonly AuditEntry[] {
  const done = deeds.flatMap((d): AuditEntry[] => {
    if (d.type === 'submit') return [{ who: 'person', what: 'form.submitted', object: d.case, note: d.kind }]
    if (d.type === 'document') return [{ who: 'person', what: 'document.asked', object: d.case, note: d.document }]
    if (d.type === 'attach') return [{ who: 'person', what: 'file.added', object: d.case }]
    if (d.type === 'reply') return [{ who: 'person', what: 'case.answered', object: d.case }]
    if (d.type === 'keepDraft') return [{ who: 'person', what: 'draft.kept', note: d.frame.flow }]
    if (d.type === 'draftDeleted') return [{ who: 'person', what: 'draft.deleted', note: d.flow }]
    return []
  })
  return events.includes('injection_flagged') ? [...done, { who: 'system', what: 'injection.flagged' }] : done
}
