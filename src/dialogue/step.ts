import { readDraftCode, readReceipt } from '../base/index.ts'
import { readPart, scriptOf } from '../reading/index.ts'
import { answerAside, offerLater } from './aside.ts'
import { notFound, openReceipt } from './aside-case.ts'
import { backToForm, goOn } from './ask.ts'
import { coachReads } from './coach-notes.ts'
import { destroyed, found, opened, tailChecked, told } from './come-back.ts'
import { inListedEditions } from './edition.ts'
import { hearFearBeside } from './fear.ts'
import { filesSaid } from './files.ts'
import { rememberPlace } from './here.ts'
import { obey } from './obey.ts'
import { start } from './obey-form.ts'
import { draftOpened, draftUnknown, longAgo, openDraft, remind } from './resume.ts'
import { screen } from './screen.ts'
import { notHere } from './setting.ts'
import type { Bot, Conversation, Event, Frame, Setting, Turn } from './types.ts'
import { understand } from './understand.ts'
import { deniedVoice, heardVoice, settleVoice, unheard } from './voice.ts'
import { begin, dropAside, finish, phrase, say, type Work } from './work.ts'

export const fresh: Conversation = { v: 1, turn: 0, drafts: [], misses: 0, used: [] }

/** One event in, the next state and its effects out. Pure: no clock, no chance, no I/O, no waiting. */
export function step(bot: Bot, before: Conversation, event: Event, setting: Setting = {}): Turn {
  const listed = inListedEditions(bot, before)
  const settled =
    event.type === 'said' && !event.spoken && listed.voice !== undefined ? settleVoice(listed, event.text) : undefined
  const { voice: _settled, ...rest } = listed
  const state = settled ? rest : listed
  const work = begin(
    bot,
    event.type === 'said' ? { ...state, turn: state.turn + 1, at: event.at } : state,
    event.type === 'said' ? { ...event, text: readPart(settled?.text ?? event.text) } : event,
    setting,
  )
  switch (event.type) {
    case 'said':
      if (longAgo(state.at, event.at)) remind(work)
      if (settled) work.events.push(`voice_${settled.was}`)
      if (event.spoken) heardVoice(work)
      else if (settled?.was === 'denied') deniedVoice(work)
      else heard(work)
      break
    case 'unheard':
      unheard(work, event.what)
      break
    case 'joined':
      if (state.turn === 0) welcome(work)
      break
    case 'found':
      found(work, event.question, event.answer, event.more ?? 0)
      break
    case 'opened':
      if (event.destroyed) destroyed(work, event.destroyed)
      else opened(work, event.view)
      break
    case 'tailChecked':
      tailChecked(work, event.ok)
      break
    case 'draftOpened':
      draftOpened(work, event.frame, event.id)
      break
    case 'told':
      told(work, event.case, event.text, event.question, event.more)
      break
  }
  return finish(work)
}

function heard(work: Work): void {
  followScript(work)
  const danger = screen(work.bot.doors, work.text)
  if (danger?.kind === 'safety') {
    if (danger.keeps) keepStory(work)
    obey(work, { type: 'door', door: danger })
    return
  }
  const { frame: before, aside } = work.state
  if (filesSaid(work) || secretSaid(work) || answerAside(work)) {
    if (work.rest !== undefined)
      for (const command of understand(work.bot, work.state, work.rest, work.at)) obey(work, command)
    settleAside(work, before)
    return
  }
  if (rememberPlace(work)) return
  const commands = understand(work.bot, work.state, work.text, work.at)
  for (const command of commands) obey(work, command)
  const wishes = commands.filter((c) => c.type === 'wonder' || c.type === 'later').length
  if (wishes > 0 && commands.some((c) => c.type === 'start')) work.events.push(`queued:${wishes}`)
  coachReads(work, before, commands)
  if (!commands.some((c) => c.type === 'fear')) hearFearBeside(work)
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

/** Who writes traditional characters is answered in them, until they write simplified ones again. */
function followScript(work: Work): void {
  const script = scriptOf(work.text)
  if (script === undefined || script === (work.state.script ?? 'simplified')) return
  const { script: _before, ...state } = work.state
  work.state = script === 'traditional' ? { ...state, script } : state
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
  'human',
  'fill',
  'add',
  'more',
  'noAnswer',
  'correct',
  'remove',
  'undo',
  'keep',
  'restore',
  'restoreItem',
  'resumeHeld',
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

/** A draft code opens its form; a receipt in the text is either meant for looking up, or a slip: then it is masked, and the person is warned. */
function secretSaid(work: Work): boolean {
  const code = readDraftCode(work.text)
  if (work.setting.overheard && (code !== undefined || readReceipt(work.text) !== undefined)) {
    say(work, phrase(work, 'secretMasked'))
    notHere(work)
    work.events.push('secret_masked')
    return true
  }
  if (code !== undefined) {
    openDraft(work, code)
    return true
  }
  const receipt = readReceipt(work.text)
  if (receipt === undefined) return mistyped(work)
  const beside = work.text.replace(/[\d\s\p{P}０-９]/gu, '')
  if (work.state.aside?.id === 'receipt' || beside.length <= 6 || /查|进度|看看|回执/.test(beside)) {
    openReceipt(work, receipt)
    return true
  }
  say(work, phrase(work, 'secretMasked'))
  work.events.push('secret_masked')
  return true
}

/** Figures in the shape of a code whose check digit is wrong: the same words as for one that is nobody's. */
function mistyped(work: Work): boolean {
  const t = work.text.normalize('NFKC')
  const draft = /(?<![A-Za-z\d])D[\s-]*(?:\d[\s-]*){12,20}(?!\d)/i.test(t)
  if (!draft && !/(?<!\d)(?:\d{4}[\s-]+){4}\d{4}(?!\d)/.test(t)) return false
  if (work.setting.overheard) notHere(work)
  else if (draft) draftUnknown(work)
  else notFound(work)
  return true
}

/** A first word, and what people mostly come for, to be pressed or said in words of one's own. */
function welcome(work: Work): void {
  const wishes = work.bot.phrases['welcome.wishes'] ?? []
  const choices = (typeof wishes === 'string' ? [wishes] : wishes).map((label) => ({ label, value: label }))
  work.question = { text: phrase(work, 'welcome'), ...(choices.length > 0 ? { choices } : {}) }
}
