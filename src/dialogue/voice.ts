import { maskCodes, readDraftCode, readReceipt } from '../base/index.ts'
import { yesWords } from '../reading/index.ts'
import { backToForm } from './ask.ts'
import { obey } from './obey.ts'
import { screen } from './screen.ts'
import { bare } from './segment.ts'
import { wayOut } from './setting.ts'
import { choice } from './show.ts'
import type { Conversation, Event } from './types.ts'
import { phrase, say, type Work } from './work.ts'

/** How what was typed settles what was heard: the words that count now; absent where it was only denied. */
export interface Settled {
  readonly text?: string
  readonly was: 'confirmed' | 'denied' | 'passed'
}

/**
 * A voice message is written down by a machine that mishears, so nothing of it counts before the person has seen it and
 * agreed. Danger is spoken to at once; a code is never shown back.
 */
export function heardVoice(work: Work): void {
  const heard = work.text.trim()
  const { voice: _before, ...state } = work.state
  work.state = state
  if (heard === '') {
    unheard(work, 'voice')
    return
  }
  if (maskCodes(heard) !== heard || readReceipt(heard) !== undefined || readDraftCode(heard) !== undefined) {
    say(work, phrase(work, 'voice.code'))
    work.events.push('secret_masked')
    return
  }
  const danger = screen(work.bot.doors, heard)
  if (danger?.kind === 'safety') obey(work, { type: 'door', door: danger })
  work.state = { ...work.state, voice: heard }
  work.events.push('voice_shown')
  work.question = { text: phrase(work, 'voice.check', { heard }), choices: [choice('对'), choice('不对')] }
}

/** Reads what was typed while something heard waits. Who types something else has corrected it. */
export function settleVoice({ voice }: Conversation, text: string): Settled {
  const said = bare(text)
  const more = AND_MORE.exec(text.trim())?.[1]
  if (more !== undefined) return { was: 'confirmed', text: `${voice}。${more}` }
  if (CONFIRMED.test(said) || (said.length <= 4 && yesWords.test(said))) return { was: 'confirmed', text: voice ?? '' }
  const instead = INSTEAD.exec(text.trim())?.[1]
  if (instead !== undefined) return { was: 'passed', text: instead }
  if (DENIED.test(said)) return { was: 'denied' }
  return { was: 'passed', text }
}

const CONFIRMED = /^(?:1|对|对的|对了|对呀|没错|是的|是这样|就是这样|正确)$/
const DENIED = /^(?:2|不|否|不对|不是|错了|听错了|不是这样|不准)$/
const AND_MORE = /^(?:对|对的|没错|是的)[,，。.!！\s]+(\S.*)$/s
const INSTEAD = /^(?:不对|不是|错了|听错了)[,，。.!！\s]+(\S.*)$/s

/** What was heard does not count; the question that was open is asked again. */
export function deniedVoice(work: Work): void {
  say(work, phrase(work, 'voice.again'))
  backToForm(work)
}

/** What this channel takes no words from is not kept; where it can be handed in is said, and the open question stands. */
export function unheard(work: Work, what: Extract<Event, { type: 'unheard' }>['what']): void {
  say(work, phrase(work, `unheard.${what}`, wayOut(work)))
  backToForm(work)
}
