import {
  type Answer,
  type Answers,
  count,
  type Field,
  fieldAt,
  fieldsOf,
  type List,
  type Value,
  type Withheld,
} from '../flow/index.ts'
import { heardText } from '../reading/index.ts'
import { askWhich } from './ask-which.ts'
import type { Command } from './commands.ts'
import { aroundOf, counted, flowOf, newest, removeItem, reopen } from './form.ts'
import { withoutReporter } from './hear.ts'
import { setAside } from './keep.ts'
import { lookUp } from './look-up.ts'
import { type Item, openItems } from './open-list.ts'
import { openingFills } from './opening.ts'
import { inOwnWords } from './own-words.ts'
import { renewed } from './renew.ts'
import { mayStart } from './setting.ts'
import { labelOf, nth, shown } from './show.ts'
import type { Frame } from './types.ts'
import { phrase, say, type Work } from './work.ts'
import { frameOf, write } from './write.ts'

/**
 * Opens a form; one that was open is set aside as a draft if it holds anything.
 *
 * @param agreed the person was told that this channel knows who writes, and goes on under their name.
 * @returns false if it may not be opened here; then that was said.
 */
export function start(work: Work, id: string, said: string, agreed = false): boolean {
  if (!mayStart(work, id, said, agreed)) return false
  const flow = newest(work.bot.flows.filter((f) => f.id === id))
  if (!flow) throw new Error(`bot/index.ts has no flow ${id}`)
  const left = work.state.frame
  if (setAside(work) && left) say(work, phrase(work, 'leftForAnother', { title: flowOf(work.bot, left).title }))
  const { aside: _settled, asked: _old, offered: _taken, ...state } = work.state
  work.state = {
    ...state,
    misses: 0,
    frame: { flow: id, edition: flow.edition, answers: {}, reopened: {}, startedAt: work.at },
  }
  work.events.push(`flow_started:${id}`)
  say(work, flow.opening)
  const area = work.state.area
  if (area !== undefined && fieldsOf(flow).has('area'))
    write(work, { area: { is: 'given', value: area, said: area, turn: work.state.turn } }, ['area'])
  const heard = heardText(work.text)
  const { anonymous } = flow
  const named = agreed && anonymous
  if (named) write(work, { [named.field]: { is: 'given', value: named.named, said: '', turn: work.state.turn } }, [])
  for (const command of openingFills(work.bot, flow, said, work.at))
    if (!(named && command.type === 'fill' && command.path === named.field))
      apply(work, inOwnWords(command, heard, flow))
  return true
}

/** Writes one command that changes answers into the open form. */
export function apply(work: Work, command: Command): void {
  const { turn } = work.state
  if (command.type === 'fill') {
    const { path, value, said, direct } = command
    const field = fieldAt(flowOf(work.bot, frameOf(work)), path)
    const shownBack =
      !direct ||
      field?.kind === 'period' ||
      field?.kind === 'amount' ||
      field?.kind === 'place' ||
      field?.kind === 'phone'
    write(work, { [path]: { is: 'given', value, said, turn } }, shownBack ? [path] : [])
  } else if (command.type === 'noAnswer') noAnswer(work, command.path, command.is, command.said)
  else if (command.type === 'add') for (const item of command.items) addItem(work, command.list, item)
}

function addItem(work: Work, list: string, item: Item): void {
  const frame = frameOf(work)
  const n = count(frame.answers, list)
  if (n >= 50) return
  const { [list]: _noAnswer, ...others } = frame.answers
  const reopened = Object.fromEntries(
    Object.entries(frame.reopened).filter(([path]) => !path.startsWith(`${list}[${n}].`)),
  )
  work.state = { ...work.state, frame: { ...frame, answers: others, reopened } }
  const answers = Object.fromEntries(
    Object.entries(item).map(([id, a]) => [`${list}[${n}].${id}`, { ...a, turn: work.state.turn }]),
  )
  write(work, answers, Object.keys(answers))
}

/** One more item for a list that has some; its own open questions follow. @returns false if the words tell of none. */
export function addMore(work: Work, list: string, said: string): boolean {
  const frame = frameOf(work)
  const field = fieldAt(flowOf(work.bot, frame), list)
  const items = field?.kind === 'list' ? openItems(field, said, aroundOf(work.bot, frame.answers, work.at), true) : []
  const own = inOwnWords({ type: 'add', list, items, said }, heardText(work.text), flowOf(work.bot, frame))
  apply(work, own)
  if (items.length > 0) work.events.push('item_added')
  return items.length > 0
}

function noAnswer(work: Work, path: string, is: Withheld, said: string): void {
  const field = fieldAt(flowOf(work.bot, frameOf(work)), path)
  write(work, { [path]: { is, said, turn: work.state.turn } }, [])
  const cite = field?.effect && field.cite && work.bot.clauses[field.cite]?.region === '全国' ? [field.cite] : []
  say(
    work,
    [
      phrase(work, handsIn(work) ? `noAnswer.${is}` : 'noAnswer.here'),
      is === 'later' ? '' : (field?.effect ?? ''),
    ].join(''),
    is === 'later' ? [] : cite,
  )
  if (is === 'later') work.events.push(`${path}_deferred`)
}

/** Only of a form that is handed in does anybody check what is left open. */
const handsIn = (work: Work): boolean => flowOf(work.bot, frameOf(work)).steps.some((s) => 'submit' in s)

/** 改成…: the new words are read by the field's own reading; without them, or if they cannot be read, the question is asked again. */
export function correct(work: Work, command: Extract<Command, { type: 'correct' }>): void {
  for (const other of command.also ?? []) if (other.type !== 'correct' && other.type !== 'wonder') apply(work, other)
  correctOne(work, command)
  for (const other of command.also ?? []) {
    if (other.type === 'correct') correct(work, other)
    else if (other.type === 'wonder') lookUp(work, other.question)
  }
}

function correctOne(work: Work, command: Extract<Command, { type: 'correct' }>): void {
  if (command.unsure) {
    askWhich(work, command.unsure, command.said ?? '', command.adds === true)
    return
  }
  const frame = frameOf(work)
  const flow = flowOf(work.bot, frame)
  const { path } = command
  const field = fieldAt(flow, path)
  if (!field || field.kind === 'list') {
    say(work, phrase(work, 'noSuchAnswer'))
    return
  }
  const old = frame.answers[path] ?? frame.reopened[path]
  const label = labelOf(flow, path, frame.answers)
  const said = heardText(work.text).own(command.said ?? '')
  const reading =
    command.value !== undefined
      ? { value: command.value }
      : command.said === undefined
        ? undefined
        : renewed(field, command.said, old, aroundOf(work.bot, frame.answers, work.at))
  if (reading === undefined || 'impossible' in reading) {
    if (!old && command.said === undefined) {
      say(work, phrase(work, 'noSuchAnswer'))
      return
    }
    if (frame.answers[path])
      work.state = { ...work.state, frame: { ...reopen(frame, [path]), wanted: path }, misses: 0 }
    if (reading !== undefined) {
      say(work, phrase(work, 'impossible', { why: reading.impossible, example: field.example }))
      return
    }
    say(
      work,
      command.said === undefined
        ? phrase(work, 'askAgain', { label })
        : phrase(work, 'notRead', { said: said.slice(0, 40), label, example: field.example }),
    )
    return
  }
  const turn = old?.turn ?? work.state.turn
  const answer: Answer =
    'is' in reading
      ? { is: reading.is, said, turn }
      : { is: 'given', value: inOwn(work, field, reading.value), said, turn }
  if (old && (answer.is === 'given' ? old.is === 'given' && alike(old.value, answer.value) : old.is === answer.is)) {
    say(work, phrase(work, 'same', { label, now: shown(field, old, frame.answers) }))
    return
  }
  if (!write(work, { [path]: answer }, old ? [] : [path])) return
  if (old) {
    work.state = { ...work.state, frame: { ...frameOf(work), changed: { path, was: old } } }
    const values = { label, old: shown(field, old, frame.answers), now: shown(field, answer, frameOf(work).answers) }
    say(
      work,
      command.ordinal === undefined
        ? phrase(work, 'corrected', values)
        : phrase(work, 'correctedNth', { ...values, n: String(command.ordinal) }),
    )
  }
  recheck(work, path, label, frame)
  work.events.push(`slot_corrected:${path}`, 'dependents_rechecked')
}

const alike = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)

/** Prose is kept in the characters it was typed in. */
function inOwn(work: Work, field: Field, value: Value): Value {
  const { own } = heardText(work.text)
  if (field.kind === 'text' && typeof value === 'string') return own(value)
  return field.kind === 'texts' && Array.isArray(value) ? value.map((v) => own(String(v))) : value
}

/** What hangs on a changed answer: options of another place are asked again, a name no longer wanted in an anonymous report goes. */
function recheck(work: Work, path: string, label: string, before: Frame): void {
  const flow = flowOf(work.bot, before)
  const again = dependsOn(flow, path, frameOf(work).answers)
  if (again.length > 0) {
    work.state = { ...work.state, frame: reopen(frameOf(work), again) }
    say(
      work,
      phrase(work, 'dependents', { label, list: again.map((p) => `“${labelOf(flow, p, before.answers)}”`).join('、') }),
    )
  }
  if (!flow.anonymous) return
  const { answers } = frameOf(work)
  const left = withoutReporter(flow, answers)
  const gone = Object.keys(answers).filter((p) => !(p in left))
  if (gone.length === 0) return
  // What was taken back earlier may hold the name, too.
  const { changed: _was, ...frame } = frameOf(work)
  work.state = { ...work.state, frame: { ...frame, answers: left, reopened: {} } }
  say(work, phrase(work, 'dropped', { list: gone.map((p) => `“${labelOf(flow, p, answers)}”`).join('、') }))
}

/** Answers whose options hang on this one, where the option chosen is no longer meant: they are to be confirmed, not erased. */
function dependsOn(flow: ReturnType<typeof flowOf>, path: string, answers: Answers): readonly string[] {
  const id = path.replace(/^.*\./, '')
  const hangs = (field: Field) =>
    field.kind === 'choice' && Object.values(field.options).some((o) => o.only !== undefined && id in o.only)
  return counted(flow, answers).flatMap((c) => (c.path !== path && hangs(c.field) ? [c.path] : []))
}

export function remove(work: Work, list: string, index: number): void {
  const frame = frameOf(work)
  const field = fieldAt(flowOf(work.bot, frame), list) as List
  const own = Object.entries(frame.answers).filter(([path]) => path.startsWith(`${list}[${index}].`))
  const gone = { list, index, answers: Object.fromEntries(own), turn: work.state.turn }
  work.state = { ...work.state, frame: { ...removeItem(frame, list, index), gone }, misses: 0 }
  say(work, phrase(work, 'removed', { nth: nth(field, index) }))
  work.events.push('item_removed')
}
