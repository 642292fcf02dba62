import type { Open } from '../flow/index.ts'
import { confirmDelete, offer } from './aside.ts'
import { openReceipt } from './aside-case.ts'
import { ask, backToForm } from './ask.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { tellFear } from './fear.ts'
import { feedback } from './feedback.ts'
import { flowOf, openOf } from './form.ts'
import { human } from './hand-over.ts'
import { keepForLater, setAside } from './keep.ts'
import { leaves } from './leave.ts'
import { lookUp } from './look-up.ts'
import { keep, restore, restoreItem, undo } from './obey-back.ts'
import { addMore, apply, correct, remove, start } from './obey-form.ts'
import { explain, hurry, impossible, miss, noVerdict, tellAbout } from './obey-talk.ts'
import { goBack, takeUp } from './resume.ts'
import { isPrivate, notHere } from './setting.ts'
import { cardInWords, choice, reviewCard } from './show.ts'
import type { Door } from './types.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

/** Carries out one command. What comes next in the form is asked once, after all commands of the message. */
export function obey(work: Work, command: Command): void {
  if (work.setting.overheard && isPrivate(command)) {
    notHere(work)
    return
  }
  switch (command.type) {
    case 'start':
      start(work, command.flow, command.said)
      return
    case 'fill':
    case 'add':
    case 'noAnswer':
      apply(work, command)
      return
    case 'correct':
      correct(work, command)
      return
    case 'remove':
      remove(work, command.list, command.index)
      return
    case 'more':
      more(work, command.list, command.said)
      return
    case 'noSuch':
      say(work, phrase(work, 'noSuch', { n: String(command.n) }))
      return
    case 'later':
      later(work, command.flow)
      return
    case 'undo':
      undo(work)
      return
    case 'keep':
      keep(work)
      return
    case 'restore':
      restore(work)
      return
    case 'restoreItem':
      restoreItem(work)
      return
    case 'impossible':
      impossible(work, command.why)
      return
    case 'wonder':
      wonder(work, command.question)
      return
    case 'door':
      atDoor(work, command.door)
      return
    case 'openReceipt':
      openReceipt(work, command.receipt)
      return
    case 'askReceipt':
      putAside(work, { id: 'receipt' })
      return
    case 'why':
    case 'example':
    case 'repeat':
      explain(work, command.type)
      return
    case 'review':
      review(work)
      return
    case 'pause':
      pause(work)
      return
    case 'resume':
      if (goBack(work)) return
      work.state = dropAside(work.state)
      backToForm(work)
      return
    case 'resumeHeld':
      takeUpHeld(work, command.flow)
      return
    case 'feedback':
      feedback(work, command.which)
      return
    case 'cancel':
      if (leaves(work)) return
      putAside(work, { id: 'cancel_choice', choices: [choice('留草稿'), choice('彻底删除'), choice('继续填')] })
      return
    case 'delete':
      confirmDelete(work)
      return
    case 'wait':
      work.question = { text: phrase(work, 'wait') }
      return
    case 'hurry':
      hurry(work)
      return
    case 'yours':
      say(work, phrase(work, 'yours'))
      return
    case 'who':
      say(work, phrase(work, 'who'))
      return
    case 'about':
      tellAbout(work, command.about)
      return
    case 'fear':
      tellFear(work, command, () => obey(work, { type: 'cancel' }))
      return
    case 'verdict':
      noVerdict(work)
      return
    case 'human':
      human(work)
      return
    case 'abuse':
      say(work, phrase(work, 'abuse'))
      work.events.push('handoff_offered')
      return
    case 'greet':
      say(work, work.state.frame ? phrase(work, 'greetInForm') : phrase(work, 'greet'))
      return
    case 'refuse':
      if (leaves(work)) return
      say(work, [phrase(work, 'notHandedIn'), keepForLater(work) ?? ''].filter(Boolean).join(''))
      return
    case 'unchanged':
      say(work, phrase(work, 'unchanged'))
      return
    case 'receiptLost':
      say(work, phrase(work, 'receiptLost'))
      return
    case 'miss':
      miss(work)
      return
  }
}

/** One more fact or person: taken from the words, or asked for. */
function more(work: Work, list: string, said: string): void {
  if (said !== '' && addMore(work, list, said)) return
  putAside(work, { id: 'more', about: list })
}

/** Two wishes in one message: which comes first is said, the other is offered when that one is done. */
function later(work: Work, flow: string): void {
  const first = work.state.frame?.flow
  if (first === undefined || first === flow) return
  const title = (id: string) => work.bot.flows.find((f) => f.id === id)?.title ?? ''
  work.state = { ...work.state, later: [...new Set([...(work.state.later ?? []), flow])].slice(0, 3) }
  say(work, phrase(work, 'oneFirst', { first: title(first), second: title(flow) }))
}

function wonder(work: Work, question: string): void {
  const [draft] = work.state.drafts
  if (!work.state.frame && draft && !work.state.aside && !asks(question)) {
    // Somebody who left a form and tells something is most likely still at it: nothing is looked up for that.
    say(work, phrase(work, 'draftWaiting', { title: flowOf(work.bot, draft).title }))
    return
  }
  lookUp(work, question)
}

function atDoor(work: Work, door: Door): void {
  const key = `door.${door.id}`
  const n = door.says.findIndex((_, i) => !work.state.used.includes(`${key}#${i}`))
  const at = n >= 0 ? n : work.state.used.filter((u) => u.startsWith(key)).length % door.says.length
  work.state = {
    ...work.state,
    used: [`${key}#${at}`, ...work.state.used.filter((u) => u !== `${key}#${at}`)].slice(0, 24),
  }
  const cites = door.cites.filter((id) => citable(work, id))
  say(work, door.says[at] ?? '', cites)
  if (door.event) work.events.push(door.event)
  if (door.kind === 'safety') {
    work.events.push('safety')
    if (setAside(work)) say(work, phrase(work, 'keptForLater'))
  } else if (door.offers && !work.state.frame) offer(work, door.offers, '', work.text)
}

/** A local clause is cited only where the person is known to be there. */
function citable(work: Work, id: string): boolean {
  const region = work.bot.clauses[id]?.region
  return (
    region === '全国' || (region !== undefined && work.state.area !== undefined && region.startsWith(work.state.area))
  )
}

function review(work: Work): void {
  const { frame } = work.state
  if (!frame) {
    say(work, phrase(work, 'nothingYet'))
    return
  }
  const open = openOf(work.bot, work.state)
  if (open?.field.kind === 'statement') {
    work.question = {
      ...asked(work, open),
      text: `${asked(work, open).text}\n${phrase(work, 'howToChange')}`,
    }
    return
  }
  const card = reviewCard(flowOf(work.bot, frame), frame.answers)
  say(
    work,
    card.rows.length > 0
      ? `${card.title}\n${cardInWords(card)}\n${phrase(work, 'howToChange')}`
      : phrase(work, 'nothingYet'),
  )
  if (open) work.question = { ...asked(work, open), card }
}

/** The open question as it would be asked again. */
function asked(work: Work, open: Open): NonNullable<Work['question']> {
  ask(work, open, true)
  return work.question as NonNullable<Work['question']> // ask has just put it
}

function pause(work: Work): void {
  const kept = keepForLater(work)
  work.state = dropAside(work.state)
  say(work, kept ?? phrase(work, 'nothingKept'))
}

/** A form that waited for something is told it: it opens again, and what was told is written next. */
function takeUpHeld(work: Work, flow: string): void {
  const draft = work.state.drafts.find((d) => d.flow === flow)
  if (draft) takeUp(work, draft)
}
