import { readReceipt } from '../base/index.ts'
import { backToForm } from './ask.ts'
import { asks, asksInStory } from './asks.ts'
import { LOST } from './resume.ts'
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
  if (receipt === undefined && digits.length < 8) return receiptMissing(work, said)
  if (receipt === undefined) notFound(work)
  else openReceipt(work, receipt)
  return true
}

/** 算了, 回执丢了: nobody is kept at a question they cannot answer. */
function receiptMissing(work: Work, said: string): boolean {
  const lost = LOST.test(said)
  if (!lost && !(['cancel', 'skip', 'decline', 'unknown', 'pause'] as const).some((w) => isCommand(w, said)))
    return false
  work.state = dropAside(work.state)
  say(work, phrase(work, lost ? 'receiptLost' : 'noted.later'))
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
  if (nextQuestion(work, aside)) return true
  say(work, phrase(work, 'added'))
  const has = work.files.length === 0 && aside.id !== 'attachment' && HAS_FILE.test(said)
  putAside(work, { id: has ? 'attachment' : 'addition', ...(aside.about ? { about: aside.about } : {}) })
  return true
}

/** The next of several questions an officer put; those that are left wait for the answers before. */
function nextQuestion(work: Work, { about, more = [] }: Aside): boolean {
  const [next, ...rest] = more
  if (next === undefined) return false
  putAside(
    work,
    { id: 'officer_question', ...(about ? { about } : {}), ...(rest.length > 0 ? { more: rest } : {}) },
    phrase(work, 'officerAsksNext', { text: next }),
  )
  return true
}

/** Somebody says that they have something to show. */
const HAS_FILE =
  /(?<!没|没有|無)(?:有|存了|拍了|录了|保存了|留了|手里|发).{0,14}(?:截图|照片|相片|图片|录音|视频|录像|扫描件|复印件|单据|发票|收据|转账记录|聊天记录|账本|合同)/u
