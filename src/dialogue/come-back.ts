import { namesSomebody, readPerson, tellsDeed } from '../reading/index.ts'
import { offer, offerLater } from './aside.ts'
import { notFound } from './aside-case.ts'
import { backToForm, goOn } from './ask.ts'
import { asks } from './asks.ts'
import { flowOf } from './form.ts'
import type { Found } from './found.ts'
import { gapOf, inReport, noteGap } from './gap-note.ts'
import { filedUnnamed, wayOut } from './setting.ts'
import type { Aside, CaseView } from './types.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

// What comes back to a conversation: an answer that was looked up, a case or a draft that was opened, an officer's word.
export function found(work: Work, question: string, answer: Found, more: number): void {
  work.waiting = more
  work.parts.push({ text: answer.text, found: answer.cites })
  if (answer.ai) work.ai = true
  if (answer.version !== undefined && answer.cites.length > 0) work.version = answer.version
  const full = answer.asked?.question ?? question
  const { outcome } = answer
  if (outcome === 'no-match' || outcome === 'name-only')
    if (noteGap(work, { question: full, why: outcome, ...gapOf(answer) })) work.events.push('gap_logged')
  if (work.state.frame) work.events.push('digression_answered', 'flow_resumed')
  remember(work, answer)
  if (more > 0) return
  const report = toldOf(work, question, answer)
  if (work.state.aside) backToForm(work)
  else if (work.state.frame) goOn(work, work.state.frame)
  else if (report !== undefined) offer(work, report, undefined, question)
  else if (answer.flow && work.bot.flows.some((f) => f.id === answer.flow))
    offer(work, answer.flow, undefined, tellsDeed(question) ? question : undefined)
  else if (answer.suggestions.length > 0)
    work.question = {
      text: phrase(work, 'suggest'),
      choices: answer.suggestions.slice(0, 4).map((s) => ({ label: s, value: s })),
    }
}

/**
 * 敬老院院长把老人的补助扣了: who tells of a deed without asking anything may want to report it, whatever was found for the words.
 *
 * @returns the form to be offered.
 */
function toldOf(work: Work, told: string, { outcome }: Found): string | undefined {
  if (asks(told) || !tellsDeed(told)) return undefined
  const officer = readPerson(told)?.post !== undefined
  return officer || outcome === 'no-match' ? work.bot.flows.find((f) => f.coach !== undefined)?.id : undefined
}

/** What the next question may lean on. Nothing said in a report is remembered so. */
function remember(work: Work, { outcome, cites, asked }: Found): void {
  if (!asked || !ANSWERED.has(outcome) || namesSomebody(asked.question)) return
  const quiet = inReport(work) ? ({ quiet: true } as const) : {}
  work.state = { ...work.state, last: { ...asked, cites: cites.map((c) => c.id), ...quiet } }
}

const ANSWERED: ReadonlySet<string> = new Set(['grounded', 'name-only', 'no-match', 'clarify'])

/** What a receipt opens: the state in plain words, what officers wrote, and the question still waiting. */
export function opened(work: Work, view: CaseView | undefined): void {
  if (!view) {
    notFound(work)
    return
  }
  if (filedUnnamed(work, view)) {
    say(work, phrase(work, 'known.receipt', wayOut(work)))
    work.state = dropAside(work.state)
    return
  }
  work.events.push('receipt_login')
  work.state = { ...dropAside(work.state), case: view.case, caseSays: view.says }
  say(work, phrase(work, 'opened', { says: view.says }))
  for (const m of view.messages.slice(-3))
    if (m.text !== view.openQuestion) say(work, phrase(work, 'officerWrote', { day: m.at.slice(0, 10), text: m.text }))
  if (view.openQuestion !== undefined)
    putAside(work, waiting(view.case, view.more), phrase(work, 'officerAsks', { text: view.openQuestion }))
  else putAside(work, { id: 'addition', about: view.case })
}

/** A case that was closed long ago, and whose content was destroyed when its time was over. */
export function destroyed(work: Work, { kind, on }: { readonly kind: string; readonly on: string }): void {
  work.state = dropAside(work.state)
  if (filedUnnamed(work, { kind })) {
    say(work, phrase(work, 'known.receipt', wayOut(work)))
    return
  }
  work.events.push('receipt_login')
  say(work, phrase(work, 'destroyed', { day: on }))
}

export function tailChecked(work: Work, ok: boolean): void {
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
export function told(
  work: Work,
  about: string,
  text: string,
  question: string | undefined,
  more: readonly string[] | undefined,
): void {
  say(work, phrase(work, 'told', { text }))
  if (question === undefined) {
    backToForm(work)
    return
  }
  if (work.state.frame) say(work, phrase(work, 'toldInForm', { title: flowOf(work.bot, work.state.frame).title }))
  work.state = { ...work.state, case: about }
  putAside(work, waiting(about, more), phrase(work, 'officerAsks', { text: question }))
}

const waiting = (about: string, more: readonly string[] = []): Aside => ({
  id: 'officer_question',
  about,
  ...(more.length > 0 ? { more } : {}),
})
