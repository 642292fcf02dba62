import { readReceipt } from '../base/index.ts'
import { backToForm, goOn } from './ask.ts'
import { answerAside, dropAside, notFound, openReceipt, putAside } from './aside.ts'
import { flowOf } from './form.ts'
import { obey, offer } from './obey.ts'
import { screen } from './screen.ts'
import type { Bot, CaseView, Conversation, Event, Found, Turn } from './types.ts'
import { understand } from './understand.ts'
import { begin, finish, phrase, say, type Work } from './work.ts'

export const fresh: Conversation = { v: 1, turn: 0, drafts: [], misses: 0, used: [] }

/** One event in, the next state and its effects out. Pure: no clock, no chance, no I/O, no waiting. */
export function step(bot: Bot, state: Conversation, event: Event): Turn {
  const work = begin(bot, event.type === 'said' ? { ...state, turn: state.turn + 1 } : state, event)
  switch (event.type) {
    case 'said':
      heard(work)
      break
    case 'joined':
      if (state.turn === 0) say(work, phrase(work, 'welcome'))
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
  if (danger?.kind === 'safety') return obey(work, { type: 'door', door: danger })
  if (secretSaid(work) || answerAside(work)) return settleAside(work)
  const before = work.state.frame
  const commands = understand(work.bot, work.state, work.text, work.at)
  for (const command of commands) obey(work, command)
  const changed = commands.some((c) => ['start', 'fill', 'add', 'noAnswer', 'correct', 'remove', 'undo', 'keep'].includes(c.type))
  if (changed && work.state.frame) goOn(work, before)
  else backToForm(work)
}

/** After a side question: a form it opened goes on. */
function settleAside(work: Work): void {
  if (work.question || work.waiting > 0) return
  if (work.state.frame && work.events.some((e) => e.startsWith('flow_started'))) goOn(work, undefined)
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

function found(work: Work, question: string, answer: Found, more: number): void {
  work.waiting = more
  work.parts.push({ text: answer.text, found: answer.cites })
  if (answer.outcome === 'no-match' || answer.outcome === 'name-only') {
    work.effects.push({ type: 'gap', question, why: answer.outcome })
    work.events.push('gap_logged')
  }
  if (work.state.frame) work.events.push('digression_answered', 'flow_resumed')
  if (more > 0) return
  if (answer.flow && !work.state.frame && !work.state.aside && work.bot.flows.some((f) => f.id === answer.flow)) offer(work, answer.flow)
  else if (!work.state.frame && !work.state.aside && answer.suggestions.length > 0)
    work.question = { text: phrase(work, 'suggest'), choices: answer.suggestions.slice(0, 4).map((s) => ({ label: s, value: s })) }
  else if (work.state.frame) goOn(work, work.state.frame)
  else backToForm(work)
}

/** What a receipt opens: the state in plain words, what officers wrote, and the question still waiting. */
function opened(work: Work, view: CaseView | undefined): void {
  if (!view) return notFound(work)
  work.events.push('receipt_login')
  work.state = { ...dropAside(work.state), case: view.case }
  say(work, phrase(work, 'opened', { says: view.says }))
  for (const m of view.messages.slice(-3)) if (m.text !== view.openQuestion) say(work, phrase(work, 'officerWrote', { day: m.at.slice(0, 10), text: m.text }))
  if (view.openQuestion !== undefined) putAside(work, { id: 'officer_question', about: view.case }, phrase(work, 'officerAsks', { text: view.openQuestion }))
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
}

/** An officer's word to the person, in the conversation they filed it in. */
function told(work: Work, about: string, text: string, question: string | undefined): void {
  say(work, phrase(work, 'told', { text }))
  if (question === undefined) return backToForm(work)
  if (work.state.frame) say(work, phrase(work, 'toldInForm', { title: flowOf(work.bot, work.state.frame).title }))
  work.state = { ...work.state, case: about }
  putAside(work, { id: 'officer_question', about }, phrase(work, 'officerAsks', { text: question }))
}
