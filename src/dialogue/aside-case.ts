import { readReceipt } from '../base/index.ts'
import { backToForm } from './ask.ts'
import { asks, asksInStory } from './asks.ts'
import { segments } from './segment.ts'
import type { Aside } from './types.ts'
import { type CommandWord, isCommand } from './words.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

// Side questions about a case: its receipt, and what is added to it.

export function receiptTail(work: Work, aside: Aside, said: string): boolean {
  const digits = said.replace(/\D/g, '')
  if (digits.length >= 4 && /^[\d\s-]+$/.test(said)) {
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

export function receiptAsked(work: Work, said: string): boolean {
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

const LEAVES: readonly CommandWord[] = ['cancel', 'pause', 'skip', 'decline', 'greet']

/** What the person adds to their case: every word of it, unless it is a question put to us or a command. */
export function addition(work: Work, aside: Aside, said: string): boolean {
  if (isCommand('repeat', said)) {
    backToForm(work)
    return true
  }
  if (LEAVES.some((name) => isCommand(name, said))) {
    work.state = dropAside(work.state)
    say(work, phrase(work, 'noted.later'))
    return true
  }
  if ((['human', 'abuse', 'who', 'resume'] as const).some((name) => isCommand(name, said))) return false
  const all = segments(work.text)
  if (all.length === 0 || all.every((s) => (s.length > 15 ? asksInStory(s) : asks(s)))) return false
  if (/编号|回执|(?:\d[\s-]?){20}/.test(said) && readReceipt(work.text) !== undefined) return false
  work.effects.push({ type: 'reply', case: aside.about ?? '', text: work.text })
  work.events.push('followup_saved')
  say(work, phrase(work, 'added'))
  putAside(work, { id: 'addition', ...(aside.about ? { about: aside.about } : {}) })
  return true
}
