import { type Answer, type Field, fieldAt, type Finding, type Open, type Tell } from '../flow/index.ts'
import { areaOf, findingsOf, flowOf, openOf, routeOf } from './form.ts'
import { cardInWords, choicesFor, findingParts, labelOf, reviewCard, shown } from './show.ts'
import type { Conversation, Frame } from './types.ts'
import { phrase, say, type Work } from './work.ts'

/**
 * Says what is new since `before` (what a form tells, and findings that have changed) and then asks what is open,
 * hands the form in, or closes it.
 */
export function goOn(work: Work, before: Frame | undefined): void {
  const { frame } = work.state
  if (!frame) return
  showBack(work, frame)
  news(work, before, frame)
  if (work.waiting > 0) return
  const { next } = routeOf(work.bot, frame)
  if (next.type === 'ask') ask(work, next.open)
  else if (next.type === 'submit') handIn(work, frame, next.kind)
  else close(work, frame)
}

/** Asks the open question of the form, in the wording that fits: first time, again after a digression, or taken back. */
export function ask(work: Work, open: Open, again = false): void {
  const frame = work.state.frame as Frame
  const flow = flowOf(work.bot, frame)
  const old = frame.reopened[open.path]
  const item = /\[(\d+)\]\./.test(open.path) && manyItems(frame, open.path) ? `${labelOf(flow, open.path)}：` : ''
  const words = again ? (open.field.short ?? open.field.ask) : open.field.ask
  const was = old ? phrase(work, 'reopened', { old: shown(open.field, old, frame.answers) }) : ''
  const card = open.field.kind === 'statement' ? reviewCard(flow, frame.answers) : undefined
  const choices = card ? [{ label: open.field.id === 'statement' && flow.id === 'report' ? '属实' : '确认', value: '确认属实' }, { label: '先不提交', value: '先不提交' }] : choicesFor(open.field, frame.answers)
  work.question = {
    text: [card ? `${flow.title}\n${cardInWords(card)}` : '', item + words, was].filter(Boolean).join('\n'),
    ...(choices ? { choices } : {}),
    ...(card ? { card } : {}),
  }
}

/** After a digression: back to the form's question, or to the side question that was waiting. */
export function backToForm(work: Work): void {
  if (work.waiting > 0 || work.question) return
  const { aside } = work.state
  if (aside) {
    const words = work.bot.phrases[`aside.${aside.id}`]
    if (words !== undefined) work.question = { text: phrase(work, `aside.${aside.id}`), ...(aside.choices ? { choices: aside.choices } : {}) }
    return
  }
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open, true)
}

/** Fields read on the way are shown back with the words they came from, so nobody finds answers they did not give. */
function showBack(work: Work, frame: Frame): void {
  const flow = flowOf(work.bot, frame)
  const lines = work.filled.flatMap((path) => {
    const answer = frame.answers[path]
    const field = fieldAt(flow, path)
    if (!answer || !field || field.kind === 'list') return []
    if (field.kind === 'choice' && field.derive) return field.silent ? [] : derivedLine(work, field, answer)
    return [`${labelOf(flow, path)}：${shown(field, answer, frame.answers)}`]
  })
  const notes = lines.filter((l) => !l.startsWith('〈'))
  if (notes.length > 0) say(work, phrase(work, 'noted', { notes: notes.join('；') }))
}

function derivedLine(work: Work, field: Extract<Field, { kind: 'choice' }>, answer: Answer): string[] {
  if (answer.is !== 'given' || typeof answer.value !== 'string') return []
  const option = field.options[answer.value]
  if (option) say(work, phrase(work, 'derived', { label: option.label, name: field.label }), option.cite ? [option.cite] : [])
  return []
}

function news(work: Work, before: Frame | undefined, frame: Frame): void {
  const told = new Set(before && before.flow === frame.flow ? routeOf(work.bot, before).told.map((t) => t.tell) : [])
  for (const tell of routeOf(work.bot, frame).told) if (!told.has(tell.tell)) tellAll(work, tell)
  const old = new Set((before && before.flow === frame.flow ? findingsOf(work.bot, before) : []).map((f) => JSON.stringify(f)))
  const fresh = findingsOf(work.bot, frame).filter((f) => !old.has(JSON.stringify(f)))
  for (const finding of fresh) tellFinding(work, finding)
}

function tellAll(work: Work, tell: Tell): void {
  for (const { text, cites } of tell.says) say(work, text, cites)
}

function tellFinding(work: Work, finding: Finding): void {
  for (const part of findingParts(work.bot, finding)) say(work, part.text, part.cites)
  work.events.push('verdict_ready')
}

function handIn(work: Work, frame: Frame, kind: string): void {
  const { flow, edition, answers, startedAt } = frame
  work.effects.push({ type: 'submit', case: work.newCase, kind, flow, edition, answers, findings: findingsOf(work.bot, frame), startedAt })
  say(work, phrase(work, `submitted.${kind}` in work.bot.phrases ? `submitted.${kind}` : 'submitted'))
  work.receipt = true
  work.events.push(kind === 'report' ? 'report_submitted' : `case_saved:${kind}`, 'receipt_issued')
  const { frame: _done, ...state } = work.state
  work.state = { ...keepArea(state, frame), case: work.newCase, aside: { id: 'receipt_tail', about: work.newCase } }
  work.question = { text: phrase(work, 'aside.receipt_tail') }
}

function close(work: Work, frame: Frame): void {
  say(work, flowOf(work.bot, frame).closing)
  const { frame: _done, ...state } = work.state
  work.state = keepArea(state, frame)
  work.events.push(`flow_ended:${frame.flow}`)
}

/** The place named in a form goes on to hold for the questions after it. */
function keepArea(state: Conversation, frame: Frame): Conversation {
  const area = areaOf(frame)
  return area === undefined ? state : { ...state, area }
}

const manyItems = (frame: Frame, path: string) => {
  const list = path.slice(0, path.indexOf('['))
  return Object.keys(frame.answers).some((p) => p.startsWith(`${list}[1]`))
}
