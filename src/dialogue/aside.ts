import { readReceipt, simplify } from '../base/index.ts'
import { ask, backToForm } from './ask.ts'
import { openOf } from './form.ts'
import { setAside, start } from './obey-form.ts'
import { ordinal } from './read/index.ts'
import { bare, segments } from './segment.ts'
import { choice } from './show.ts'
import type { Aside, Conversation } from './types.ts'
import { commandWords, isQuestion, noWords, yesWords } from './words.ts'
import { phrase, say, type Work } from './work.ts'

/** Side questions: what was asked that is no field of a form. @returns true if the message answered one. */
export function answerAside(work: Work): boolean {
  const { aside } = work.state
  if (!aside) return false
  const said = bare(simplify(work.text.normalize('NFKC')))
  switch (aside.id) {
    case 'cancel_choice':
      return cancelChoice(work, said)
    case 'delete_confirm':
      return deleteConfirm(work, said)
    case 'start_choice':
      return startChoice(work, aside, said)
    case 'resume_choice':
      return resumeChoice(work, said)
    case 'receipt_tail':
      return receiptTail(work, aside, said)
    case 'receipt':
      return receiptAsked(work, said)
    case 'officer_question':
    case 'addition':
      return addition(work, aside, said)
    default:
      return false
  }
}

/** Puts a side question; it stays until it is answered or something else is settled. */
export function putAside(work: Work, aside: Aside, words = phrase(work, `aside.${aside.id}`)): void {
  work.state = { ...work.state, aside }
  work.question = { text: words, ...(aside.choices ? { choices: aside.choices } : {}) }
}

export const dropAside = (state: Conversation): Conversation => {
  const { aside: _settled, ...rest } = state
  return rest
}

function cancelChoice(work: Work, said: string): boolean {
  const n = ordinal(said)
  if (n === 2 || /删|不要了|不留/.test(said)) {
    confirmDelete(work)
  } else if (n === 3 || /继续|接着|不取消|填完/.test(said)) {
    work.state = dropAside(work.state)
    work.events.push('flow_resumed')
    backToForm(work)
  } else if (n === 1 || /留|保存|存|草稿/.test(said)) {
    work.state = dropAside(work.state)
    work.events.push('flow_cancelled')
    setAside(work)
    say(work, phrase(work, 'kept'))
  } else return false
  return true
}

export function confirmDelete(work: Work): void {
  putAside(work, { id: 'delete_confirm', choices: [choice('是，彻底删除'), choice('不删')] })
}

function deleteConfirm(work: Work, said: string): boolean {
  const n = ordinal(said)
  if (n === 2 || noWords.test(said) || /^(?:留|继续)/.test(said)) {
    work.state = dropAside(work.state)
    say(work, phrase(work, 'notDeleted'))
    backToForm(work)
  } else if (n === 1 || yesWords.test(said) || /删/.test(said)) {
    const { frame, ...state } = dropAside(work.state)
    const flow = frame?.flow ?? state.drafts[0]?.flow ?? ''
    work.state = { ...state, drafts: frame ? state.drafts : state.drafts.slice(1) }
    work.effects.push({ type: 'draftDeleted', flow })
    work.events.push('draft_deleted', 'audit_written')
    say(work, phrase(work, 'deleted'))
  } else return false
  return true
}

function startChoice(work: Work, aside: Aside, said: string): boolean {
  const n = ordinal(said)
  const anew = (aside.choices ?? []).find((c) => c.label === said || c.value === said)
  if (n === 2 || (noWords.test(said) && said.length <= 6) || /^先不|^不用/.test(said)) {
    work.state = dropAside(work.state)
    const rest = /^(?:先不了?|不用了?|算了|不了)[,，\s。]*(.*)$/u.exec(said)?.[1]
    if (rest && rest.length > 3) return false
    say(work, phrase(work, 'notStarted'))
    return true
  }
  if (n === 1 || anew || (yesWords.test(said) && said.length <= 8) || /^(?:那就|就)?(?:实名|匿名)(?:吧|举报|的)?$|开始(?:填|吧)/.test(said)) {
    start(work, aside.about ?? 'report', said)
    return true
  }
  work.state = dropAside(work.state)
  return false
}

function resumeChoice(work: Work, said: string): boolean {
  const n = ordinal(said)
  const draft = n === undefined ? undefined : work.state.drafts[n - 1]
  if (!draft) return false
  resume(work, draft.flow)
  return true
}

/** Opens a draft again at its question, with a recap of at most three lines. */
export function resume(work: Work, flow: string): void {
  const draft = work.state.drafts.find((d) => d.flow === flow)
  if (!draft) return
  setAside(work)
  const drafts = work.state.drafts.filter((d) => d !== draft)
  work.state = { ...dropAside(work.state), frame: draft, drafts }
  work.events.push(`flow_resumed:${draft.flow}`, 'flow_resumed')
  const title = work.bot.flows.find((f) => f.id === draft.flow)?.title ?? ''
  say(work, phrase(work, 'resumed', { title, n: String(Object.keys(draft.answers).length) }))
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open)
}

function receiptTail(work: Work, aside: Aside, said: string): boolean {
  const digits = said.normalize('NFKC').replace(/\D/g, '')
  if (digits.length >= 4 && /^[\d\s]+$/.test(said.normalize('NFKC'))) {
    work.effects.push({ type: 'checkTail', case: aside.about ?? '', tail: digits.slice(-4) })
    work.waiting++
    return true
  }
  if (/^(?:好|记|抄|存|截图|知道)/.test(said) && said.length < 12) {
    work.question = { text: phrase(work, 'aside.receipt_tail') }
    return true
  }
  return false
}

function receiptAsked(work: Work, said: string): boolean {
  const receipt = readReceipt(said)
  const digits = said.replace(/\D/g, '')
  if (receipt === undefined && digits.length < 8) return false
  if (receipt === undefined) notFound(work)
  else openReceipt(work, receipt)
  return true
}

export function openReceipt(work: Work, receipt: string): void {
  work.effects.push({ type: 'openReceipt', receipt })
  work.waiting++
}

/** The same words for a code that cannot be and for one that is nobody's, so that neither tells anything. */
export function notFound(work: Work): void {
  say(work, phrase(work, 'receiptUnknown'))
  putAside(work, { id: 'receipt' })
}

/** What the person adds to their case: every word of it, unless it is a question put to us or a command. */
function addition(work: Work, aside: Aside, said: string): boolean {
  if (Object.entries(commandWords).some(([name, words]) => ['human', 'cancel', 'pause', 'repeat', 'abuse', 'greet'].includes(name) && words.test(said))) {
    if (commandWords.repeat.test(said)) backToForm(work)
    else if (commandWords.cancel.test(said) || commandWords.greet.test(said) || commandWords.pause.test(said)) {
      work.state = dropAside(work.state)
      say(work, phrase(work, 'noted.later'))
    } else return false
    return true
  }
  const all = segments(work.text)
  if (all.length > 0 && all.every((s) => isQuestion(s, s.length > 15))) return false
  if (/编号|回执|(?:\d[\s-]?){20}/.test(said) && readReceipt(work.text) !== undefined) return false
  work.effects.push({ type: 'reply', case: aside.about ?? '', text: work.text })
  work.events.push('followup_saved')
  say(work, phrase(work, 'added'))
  putAside(work, { id: 'addition', ...(aside.about ? { about: aside.about } : {}) })
  return true
}
