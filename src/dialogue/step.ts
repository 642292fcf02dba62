import { readReceipt } from '../base/index.ts'
import { namesSomebody, readPart } from '../reading/index.ts'
import { answerAside, offer, offerLater } from './aside.ts'
import { notFound, openReceipt } from './aside-case.ts'
import { backToForm, goOn } from './ask.ts'
import { flowOf } from './form.ts'
import { rememberPlace } from './here.ts'
import { obey } from './obey.ts'
import { start } from './obey-form.ts'
import { screen } from './screen.ts'
import type { Bot, CaseView, Conversation, Event, Found, Frame, Turn } from './types.ts'
import { understand } from './understand.ts'
import { begin, dropAside, finish, phrase, putAside, say, type Work } from './work.ts'

export const fresh: Conversation = { v: 1, turn: 0, drafts: [], misses: 0, used: [] }

/** One event in, the next state and its effects out. Pure: no clock, no chance, no I/O, no waiting. */
export function step(bot: Bot, state: Conversation, event: Event): Turn {
  const work = begin(
    bot,
    event.type === 'said' ? { ...state, turn: state.turn + 1 } : state,
    event.type === 'said' ? { ...event, text: readPart(event.text) } : event,
  )
  switch (event.type) {
    case 'said':
      heard(work)
      break
    case 'joined':
      if (state.turn === 0) welcome(work)
      break
    case 'found':
      found(work, event.question, event.answer, event.more ?? 0)
      break
    case 'opened':
      opened(work, event.view)
      break
    case 'tailChecked':
      tailChecked(work, event.ok)
      break
    case 'told':
      told(work, event.case, event.text, event.question)
      break
  }
  return finish(work)
}

function heard(work: Work): void {
  const danger = screen(work.bot.doors, work.text)
  if (danger?.kind === 'safety') {
    if (danger.keeps) keepStory(work)
    obey(work, { type: 'door', door: danger })
    return
  }
  const { frame: before, aside } = work.state
  if (secretSaid(work) || answerAside(work)) {
    settleAside(work, before)
    return
  }
  if (rememberPlace(work)) return
  const commands = understand(work.bot, work.state, work.text, work.at)
  for (const command of commands) obey(work, command)
  const wishes = commands.filter((c) => c.type === 'wonder' || c.type === 'later').length
  if (wishes > 0 && commands.some((c) => c.type === 'start')) work.events.push(`queued:${wishes}`)
  const changed = commands.some((c) => CHANGES.has(c.type))
  // Somebody who goes on with the form has settled what was asked beside it; an officer's question still waits.
  if (changed && aside && work.state.aside === aside && PASSING.has(aside.id)) work.state = dropAside(work.state)
  if (changed && work.state.frame && !work.question) goOn(work, before)
  else backToForm(work)
  if (work.opens !== undefined) {
    start(work, work.opens, '')
    goOn(work, undefined)
  } else if (before && !work.state.frame) offerLater(work)
}

/** The answer in a sentence that also tells of danger is written down before the danger is spoken to: no answer is lost. */
function keepStory(work: Work): void {
  if (!work.state.frame) return
  const commands = understand({ ...work.bot, doors: [] }, work.state, work.text, work.at)
  for (const command of commands)
    if (command.type === 'fill' || command.type === 'add' || command.type === 'more') obey(work, command)
}

const CHANGES: ReadonlySet<string> = new Set([
  'start',
  'fill',
  'add',
  'more',
  'noAnswer',
  'correct',
  'remove',
  'undo',
  'keep',
  'restore',
])
const PASSING: ReadonlySet<string> = new Set([
  'cancel_choice',
  'delete_confirm',
  'start_choice',
  'resume_choice',
  'more',
])

/** After a side question: a form it opened or added to goes on. */
function settleAside(work: Work, before: Frame | undefined): void {
  if (work.question || work.waiting > 0) return
  if (work.state.frame && work.state.frame !== before) goOn(work, before)
  else backToForm(work)
}

/** A receipt in the text is either meant for looking up, or a slip: then it is masked, and the person is warned. */
function secretSaid(work: Work): boolean {
  const receipt = readReceipt(work.text)
  if (receipt === undefined) return false
  const beside = work.text.replace(/[\d\s\p{P}０-９]/gu, '')
  if (work.state.aside?.id === 'receipt' || beside.length <= 6 || /查|进度|看看|回执/.test(beside)) {
    openReceipt(work, receipt)
    return true
  }
  say(work, phrase(work, 'secretMasked'))
  work.events.push('secret_masked')
  return true
}

/** A first word, and what people mostly come for, to be pressed or said in words of one's own. */
function welcome(work: Work): void {
  const wishes = work.bot.phrases['welcome.wishes'] ?? []
  const choices = (typeof wishes === 'string' ? [wishes] : wishes).map((label) => ({ label, value: label }))
  work.question = { text: phrase(work, 'welcome'), ...(choices.length > 0 ? { choices } : {}) }
}

function found(work: Work, question: string, answer: Found, more: number): void {
  work.waiting = more
  work.parts.push({ text: answer.text, found: answer.cites })
  if ((answer.outcome === 'no-match' || answer.outcome === 'name-only') && mayBeLogged(work, question)) {
    work.effects.push({ type: 'gap', question, why: answer.outcome })
    work.events.push('gap_logged')
  }
  if (work.state.frame) work.events.push('digression_answered', 'flow_resumed')
  if (more > 0) return
  if (work.state.aside) backToForm(work)
  else if (work.state.frame) goOn(work, work.state.frame)
  else if (answer.flow && work.bot.flows.some((f) => f.id === answer.flow)) offer(work, answer.flow)
  else if (answer.suggestions.length > 0)
    work.question = {
      text: phrase(work, 'suggest'),
      choices: answer.suggestions.slice(0, 4).map((s) => ({ label: s, value: s })),
    }
}

/** The gap ledger is read by many, so nothing said in a report gets there, and no question that names somebody. */
function mayBeLogged(work: Work, question: string): boolean {
  const { frame } = work.state
  return !(frame && flowOf(work.bot, frame).anonymous) && !namesSomebody(question)
}

/** What a receipt opens: the state in plain words, what officers wrote, and the question still waiting. */
function opened(work: Work, view: CaseView | undefined): void {
  if (!view) {
    notFound(work)
    return
  }
  work.events.push('receipt_login')
  work.state = { ...dropAside(work.state), case: view.case }
  say(work, phrase(work, 'opened', { says: view.says }))
  for (const m of view.messages.slice(-3))
    if (m.text !== view.openQuestion) say(work, phrase(work, 'officerWrote', { day: m.at.slice(0, 10), text: m.text }))
  if (view.openQuestion !== undefined)
    putAside(
      work,
      { id: 'officer_question', about: view.case },
      phrase(work, 'officerAsks', { text: view.openQuestion }),
    )
  else putAside(work, { id: 'addition', about: view.case })
}

function tailChecked(work: Work, ok: boolean): void {
  const about = work.state.aside?.about
  if (!ok) {
    say(work, phrase(work, 'tailWrong'))
    return
  }
  work.state = dropAside(work.state)
  if (about !== undefined) work.effects.push({ type: 'receiptKept', case: about })
  work.events.push('receipt_confirmed')
  say(work, phrase(work, 'tailRight'))
  offerLater(work)
}

/** An officer's word to the person, in the conversation they filed it in. */
function told(work: Work, about: string, text: string, question: string | undefined): void {
  say(work, phrase(work, 'told', { text }))
  if (question === undefined) {
    backToForm(work)
    return
  }
  if (work.state.frame) say(work, phrase(work, 'toldInForm', { title: flowOf(work.bot, work.state.frame).title }))
  work.state = { ...work.state, case: about }
  putAside(work, { id: 'officer_question', about }, phrase(work, 'officerAsks', { text: question }))
}
