import { ask, backToForm } from './ask.ts'
import { confirmDelete, dropAside, openReceipt, putAside, resume } from './aside.ts'
import type { Command } from './commands.ts'
import { areaOf, flowOf, openOf } from './form.ts'
import { apply, correct, keep, remove, setAside, start, undo } from './obey-form.ts'
import { choicesFor, choice, labelOf, reviewCard, cardInWords } from './show.ts'
import type { Door } from './types.ts'
import { phrase, say, type Work } from './work.ts'

/** Carries out one command. What comes next in the form is asked once, after all commands of the message. */
export function obey(work: Work, command: Command): void {
  switch (command.type) {
    case 'start':
      return start(work, command.flow, command.said)
    case 'fill':
    case 'add':
    case 'noAnswer':
      return apply(work, command)
    case 'correct':
      return correct(work, command)
    case 'remove':
      return remove(work, command.list, command.index)
    case 'undo':
      return undo(work)
    case 'keep':
      return keep(work)
    case 'impossible':
      return impossible(work, command.why)
    case 'wonder':
      return wonder(work, command.question)
    case 'door':
      return atDoor(work, command.door)
    case 'openReceipt':
      return openReceipt(work, command.receipt)
    case 'askReceipt':
      return putAside(work, { id: 'receipt' })
    case 'why':
    case 'example':
      return explain(work, command.type)
    case 'repeat':
      return again(work)
    case 'review':
      return review(work)
    case 'pause':
      return pause(work)
    case 'resume':
      return goBack(work)
    case 'cancel':
      return putAside(work, { id: 'cancel_choice', choices: [choice('留草稿'), choice('彻底删除'), choice('继续填')] })
    case 'delete':
      return confirmDelete(work)
    case 'human':
      return human(work)
    case 'abuse':
      say(work, phrase(work, 'abuse'))
      work.events.push('handoff_offered')
      return
    case 'greet':
      return say(work, work.state.frame ? phrase(work, 'greetInForm') : phrase(work, 'greet'))
    case 'refuse':
      setAside(work)
      work.events.push('draft_saved')
      return say(work, phrase(work, 'notHandedIn'))
    case 'miss':
      return miss(work)
  }
}

function wonder(work: Work, question: string): void {
  const area = areaOf(work.state.frame) ?? work.state.area
  work.effects.push({ type: 'search', question, ...(area === undefined ? {} : { area }) })
  work.waiting++
  if (work.state.frame) work.events.push('digression')
}

function atDoor(work: Work, door: Door): void {
  const key = `door.${door.id}`
  const n = door.says.findIndex((_, i) => !work.state.used.includes(`${key}#${i}`))
  const at = n >= 0 ? n : work.state.used.filter((u) => u.startsWith(key)).length % door.says.length
  work.state = { ...work.state, used: [`${key}#${at}`, ...work.state.used.filter((u) => u !== `${key}#${at}`)].slice(0, 24) }
  const cites = door.cites.filter((id) => citable(work, id))
  say(work, door.says[at] ?? '', cites)
  if (door.event) work.events.push(door.event)
  if (door.kind === 'safety') {
    work.events.push('safety')
    if (setAside(work)) say(work, phrase(work, 'keptForLater'))
  } else if (door.offers && !work.state.frame) offer(work, door.offers)
}

/** A local clause is cited only where the person is known to be there. */
function citable(work: Work, id: string): boolean {
  const region = work.bot.clauses[id]?.region
  return region === '全国' || (region !== undefined && work.state.area !== undefined && region.startsWith(work.state.area))
}

/** A form that would serve better than an answer is offered, never opened unasked. */
export function offer(work: Work, flow: string): void {
  const title = work.bot.flows.find((f) => f.id === flow)?.title ?? ''
  putAside(work, { id: 'start_choice', about: flow, choices: [choice(`开始填写${title}`, '开始填写'), choice('先不用')] }, phrase(work, 'offer', { title }))
}

function impossible(work: Work, why: string): void {
  const open = openOf(work.bot, work.state)
  say(work, phrase(work, 'impossible', { why, example: open?.field.example ?? '' }))
}

function explain(work: Work, what: 'why' | 'example'): void {
  const open = openOf(work.bot, work.state)
  if (!open) return say(work, phrase(work, 'greet'))
  const { field } = open
  const cites = field.cite && citable(work, field.cite) ? [field.cite] : []
  if (what === 'why') say(work, `${field.why}\n比如：${field.example}`, cites)
  else say(work, phrase(work, 'example', { example: field.example }))
  ask(work, open, true)
}

function again(work: Work): void {
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open, true)
  else if (!work.state.aside) say(work, phrase(work, 'greet'))
}

function review(work: Work): void {
  const { frame } = work.state
  if (!frame) return
  const card = reviewCard(flowOf(work.bot, frame), frame.answers)
  say(work, card.rows.length > 0 ? `${card.title}\n${cardInWords(card)}\n${phrase(work, 'howToChange')}` : phrase(work, 'nothingYet'))
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open, true)
  if (work.question && !work.question.card) work.question = { ...work.question, card }
}

function pause(work: Work): void {
  const kept = setAside(work)
  work.state = dropAside(work.state)
  say(work, phrase(work, kept ? 'kept' : 'greet'))
}

function goBack(work: Work): void {
  const { drafts, frame } = work.state
  if (frame) {
    work.state = dropAside(work.state)
    return backToForm(work)
  }
  const named = drafts.find((d) => flowOf(work.bot, d).aka.some((w) => work.text.includes(w)))
  const only = named ?? (drafts.length === 1 ? drafts[0] : undefined)
  if (only) return resume(work, only.flow)
  if (drafts.length === 0) return say(work, phrase(work, 'nothingToResume'))
  const titles = drafts.slice(0, 4).map((d) => flowOf(work.bot, d).title)
  putAside(work, { id: 'resume_choice', choices: titles.map((t) => choice(t)) })
}

function human(work: Work): void {
  work.effects.push({ type: 'handOver', because: 'asked', briefing: briefing(work) })
  work.events.push('handoff_requested')
  say(work, phrase(work, 'human'))
}

/** What an officer needs to know to go on: the form, what is filled, what was being asked. No names of the reporter. */
function briefing(work: Work): string {
  const { frame } = work.state
  if (!frame) return '未填表'
  const flow = flowOf(work.bot, frame)
  const open = openOf(work.bot, work.state)
  return `${flow.title}，已填${Object.keys(frame.answers).length}项${open ? `，停在“${labelOf(flow, open.path)}”` : ''}`
}

/** The retry ladder: an example, then the choices in short words, then skipping or a person. Never one sentence twice. */
function miss(work: Work): void {
  const misses = work.state.misses + 1
  work.state = { ...work.state, misses }
  const open = openOf(work.bot, work.state)
  if (!open) return say(work, phrase(work, 'missOutside'))
  const choices = choicesFor(open.field, work.state.frame?.answers ?? {})
  if (misses === 1) say(work, phrase(work, 'miss.1', { example: open.field.example }))
  else if (misses === 2) say(work, choices ? phrase(work, 'miss.2choices', { choices: choices.slice(0, 4).map((c, n) => `${n + 1}. ${c.label}`).join('　') }) : phrase(work, 'miss.2', { example: open.field.example }))
  else {
    say(work, phrase(work, 'miss.3'))
    work.events.push('handoff_offered')
  }
  ask(work, open, true)
}

