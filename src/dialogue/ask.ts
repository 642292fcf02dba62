import {
  type Answer,
  type Field,
  type Finding,
  type Flow,
  fieldAt,
  fieldsOf,
  given,
  holds,
  meantAnswers,
  type Open,
} from '../flow/index.ts'
import { fits } from './edition.ts'
import { findingWords } from './finding-words.ts'
import { findingsOf, flowOf, nextOf, openOf, routeOf } from './form.ts'
import { withoutReporter } from './hear.ts'
import { hold, keepArea } from './keep.ts'
import { citesFor, sayingFor } from './saying.ts'
import { askKnown, KNOWN } from './setting.ts'
import { cardInWords, choice, choicesFor, itemOf, nth, reviewCard, shown } from './show.ts'
import { shownBack } from './show-back.ts'
import type { Choice, Frame } from './types.ts'
import { settled, withCoach } from './with-coach.ts'
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
  if (work.waiting > 0 || !work.state.frame) return
  const next = nextOf(work.bot, frame)
  if (work.question && next.type === 'ask') return
  // What is to be signed is shown again whenever it has changed.
  if (next.type === 'ask')
    ask(
      work,
      next.open,
      work.state.asked === next.open.path && (next.open.field.kind !== 'statement' || before === frame),
    )
  else if (next.type === 'submit') handIn(work, frame, next.kind)
  else if (next.type === 'hold') hold(work, frame, next)
  else close(work, frame)
}

/** Asks the open question of the form: in full the first time, in fewer words when it comes again, with the old words if it was taken back. */
export function ask(work: Work, open: Open, again = false): void {
  const frame = work.state.frame as Frame
  const flow = flowOf(work.bot, frame)
  const { field, path } = open
  const was = frame.reopened[path]
  const gone = was !== undefined && !fits(field, was)
  const old = gone ? was.said : oldWords(frame, open)
  const words = sayingFor(again ? (field.short ?? field.ask) : field.ask, flow, withCoach(flow, frame), [])
  const sign = field.kind === 'statement'
  const card = sign && !again ? reviewCard(flow, settled(flow, meantAnswers(flow, frame.answers))) : undefined
  const choices = sign
    ? [field.id === 'statement' && flow.anonymous ? choice('属实') : choice('确认'), choice('先不提交')]
    : choicesFor(field, frame.answers)
  work.state = { ...work.state, asked: path }
  work.question = {
    text: [
      card ? `${flow.title}\n${cardInWords(card)}` : '',
      about(frame, flow, path) + words,
      old ? phrase(work, gone ? 'reopenedGone' : 'reopened', { old }) : '',
      numbered(choices),
    ]
      .filter(Boolean)
      .join('\n'),
    ...(choices ? { choices } : {}),
    ...(card ? { card } : {}),
  }
}

/** Which item the question is about, by number and by its own first words, where there are several. */
function about(frame: Frame, flow: ReturnType<typeof flowOf>, path: string): string {
  const item = itemOf(flow, path)
  const many = item && Object.keys(frame.answers).some((p) => p.startsWith(`${item.list.id}[1].`))
  if (!item || !many) return ''
  const first = item.list.each
    .map((p) => given(frame.answers, `${item.list.id}[${item.index}].${p.ask.id}`))
    .find((v) => typeof v === 'string')
  const main = given(frame.answers, `${item.list.id}[${item.index}].${item.list.main}`) ?? first
  const words = typeof main === 'string' ? [...main] : []
  return `${nth(item.list, item.index)}${words.length > 0 ? `（${words.slice(0, 12).join('')}${words.length > 12 ? '…' : ''}）` : ''}：`
}

/** More than four choices are numbered in the text too: not every channel shows that many buttons. */
const numbered = (choices: readonly Choice[] | undefined): string =>
  choices && choices.length > 4 ? choices.map((c, n) => `${n + 1}. ${c.label}`).join('\n') : ''

function oldWords(frame: Frame, { field, path }: Open): string {
  if (field.kind !== 'list')
    return frame.reopened[path] ? shown(field, frame.reopened[path] as Answer, frame.answers) : ''
  const own = Object.entries(frame.reopened).filter(([p]) => p.startsWith(`${path}[`))
  return [...new Set(own.map(([, a]) => a.said))].join('；')
}

/** After a digression: back to the form's question, or to the side question that was waiting. */
export function backToForm(work: Work): void {
  if (work.waiting > 0 || work.question) return
  const { aside } = work.state
  if (aside?.id === KNOWN) {
    askKnown(work, aside.about ?? '', aside.told)
    return
  }
  if (aside) {
    const words = work.bot.phrases[`aside.${aside.id}`]
    if (words !== undefined)
      work.question = { text: phrase(work, `aside.${aside.id}`), ...(aside.choices ? { choices: aside.choices } : {}) }
    return
  }
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open, true)
}

function showBack(work: Work, frame: Frame): void {
  const flow = flowOf(work.bot, frame)
  const notes = shownBack(flow, frame.answers, work.filled)
  if (notes !== '') say(work, phrase(work, 'noted', { notes }))
  for (const path of work.filled) {
    const field = fieldAt(flow, path)
    const answer = frame.answers[path]
    if (answer && field?.kind === 'choice' && field.derive && !field.silent) derivedLine(work, field, answer)
  }
}

function derivedLine(work: Work, field: Extract<Field, { kind: 'choice' }>, answer: Answer): void {
  const ids = answer.is === 'given' ? [answer.value].flat().filter((v) => typeof v === 'string') : []
  const options = ids.flatMap((id) => field.options[id] ?? [])
  if (options.length > 0)
    say(
      work,
      phrase(work, options.length > 1 ? 'derivedMany' : 'derived', {
        label: options.map((o) => o.label).join('、'),
        name: field.label,
      }),
      options.flatMap((o) => o.cite ?? []),
    )
}

function news(work: Work, before: Frame | undefined, frame: Frame): void {
  const old = before && before.flow === frame.flow && before.startedAt === frame.startedAt ? before : undefined
  const was = old ? routeOf(work.bot, old) : undefined
  const is = routeOf(work.bot, frame)
  const flow = flowOf(work.bot, frame)
  // A conclusion that comes out otherwise is told anew; so is nothing else.
  const fresh = is.told.filter((t) => !was?.told.some((o) => o.tell === t.tell && o.says[0]?.text === t.says[0]?.text))
  for (const tell of fresh)
    for (const { text, cites } of tell.says)
      say(work, sayingFor(text, flow, frame.answers, is.concluded), citesFor(cites, flow, frame.answers))
  const known = frame.found ?? []
  const now = findingsOf(work.bot, frame)
  const changed = now.filter((f) => !known.some((k) => JSON.stringify(k) === JSON.stringify(f)))
  for (const finding of changed)
    tellFinding(
      work,
      finding,
      known.find((f) => f.rule === finding.rule),
    )
  if (changed.length > 0) work.state = { ...work.state, frame: { ...frame, found: now } }
}

function tellFinding(work: Work, finding: Finding, before: Finding | undefined): void {
  for (const { text, ...part } of findingWords(work.bot, finding, before)) work.parts.push({ text, ...part })
  work.events.push('verdict_ready')
}

function handIn(work: Work, frame: Frame, kind: string): void {
  const { flow, startedAt } = frame
  // The edition whose questions were asked last: a form whose own edition is gone was finished in the newest.
  const current = flowOf(work.bot, frame)
  const { edition } = current
  const own = current.anonymous ? withoutReporter(current, frame.answers) : meantAnswers(current, frame.answers)
  const answers = settled(current, own)
  const { concluded } = routeOf(work.bot, frame)
  work.effects.push({
    type: 'submit',
    case: work.newCase,
    kind,
    flow,
    edition,
    answers,
    findings: findingsOf(work.bot, frame),
    concluded,
    startedAt,
  })
  if (frame.draft !== undefined) work.effects.push({ type: 'dropDraft', id: frame.draft })
  say(work, phrase(work, `submitted.${kind}` in work.bot.phrases ? `submitted.${kind}` : 'submitted'))
  for (const { text, cites, only } of current.submitted)
    if (!only || holds(only, answers) === 'yes')
      say(work, sayingFor(text, current, answers, concluded), citesFor(cites, current, answers))
  work.receipt = true
  work.events.push(kind === 'report' ? 'report_submitted' : `case_saved:${kind}`, 'receipt_issued')
  const { frame: _done, ...state } = work.state
  work.state = { ...keepArea(state, frame), case: work.newCase, aside: { id: 'receipt_tail', about: work.newCase } }
  work.question = { text: phrase(work, 'aside.receipt_tail') }
}

function close(work: Work, frame: Frame): void {
  const flow = flowOf(work.bot, frame)
  const next = chosenNext(flow, frame)
  if (next === undefined) say(work, flow.closing)
  else work.opens = next
  const { frame: _done, ...state } = work.state
  work.state = keepArea(state, frame)
  work.events.push(`flow_ended:${frame.flow}`)
}

/** The form that one of the choices made in this form leads to. */
function chosenNext(flow: Flow, frame: Frame): string | undefined {
  for (const [path, field] of fieldsOf(flow)) {
    const value = field.kind === 'choice' ? given(frame.answers, path) : undefined
    const opens = field.kind === 'choice' && typeof value === 'string' ? field.options[value]?.opens : undefined
    if (opens !== undefined) return opens
  }
  return undefined
}
