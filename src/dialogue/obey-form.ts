import { type Answer, type Answers, count, type Flow, fieldAt, fieldsOf, type Scalar } from '../flow/index.ts'
import { goOn } from './ask.ts'
import type { Command } from './commands.ts'
import { aroundOf, counted, fill, flowOf, lastAnswered, newest, openOf, removeItem, reopen } from './form.ts'
import type { Item } from './open-list.ts'
import { read } from './read/index.ts'
import { labelOf, shown } from './show.ts'
import type { Frame } from './types.ts'
import { openingFills } from './understand.ts'
import { phrase, say, type Work } from './work.ts'

/** Opens a form; one that was open is set aside as a draft if it holds anything. */
export function start(work: Work, id: string, said: string): void {
  const flow = newest(work.bot.flows.filter((f) => f.id === id))
  if (!flow) throw new Error(`bot/index.ts has no flow ${id}`)
  setAside(work)
  const { aside: _settled, ...state } = work.state
  work.state = { ...state, frame: { flow: id, edition: flow.edition, answers: {}, reopened: {}, startedAt: work.at } }
  work.events.push(`flow_started:${id}`)
  say(work, flow.opening)
  const area = work.state.area
  if (area !== undefined && fieldsOf(flow).has('area')) write(work, { area: { is: 'given', value: area, said: area, turn: work.state.turn } }, ['area'])
  for (const command of openingFills(work.bot, flow, said, work.at)) apply(work, command)
}

/** Puts the open form on the pile of drafts, newest first; forms that hand nothing in are simply left. */
export function setAside(work: Work): boolean {
  const { frame, ...state } = work.state
  if (!frame) return false
  const worth = Object.keys(frame.answers).length > 0 && flowOf(work.bot, frame).steps.some((s) => 'submit' in s)
  work.state = { ...state, drafts: worth ? [frame, ...state.drafts.filter((d) => d.flow !== frame.flow)].slice(0, 5) : state.drafts }
  if (worth) work.events.push('draft_saved')
  return worth
}

/** Writes one command that changes answers into the open form. */
export function apply(work: Work, command: Command): void {
  const { turn } = work.state
  if (command.type === 'fill') {
    const { path, value, said, direct } = command
    const field = fieldAt(flowOf(work.bot, frameOf(work)), path)
    const shownBack = !direct || field?.kind === 'period' || field?.kind === 'amount' || field?.kind === 'place' || field?.kind === 'phone'
    write(work, { [path]: { is: 'given', value, said, turn } }, shownBack ? [path] : [])
  } else if (command.type === 'noAnswer') noAnswer(work, command.path, command.is, command.said)
  else if (command.type === 'add') for (const item of command.items) addItem(work, command.list, item)
}

function addItem(work: Work, list: string, item: Item): void {
  const n = count(frameOf(work).answers, list)
  const answers = Object.fromEntries(Object.entries(item).map(([id, a]) => [`${list}[${n}].${id}`, { ...a, turn: work.state.turn }]))
  write(work, answers, Object.keys(answers))
}

function noAnswer(work: Work, path: string, is: Exclude<Answer['is'], 'given'>, said: string): void {
  const field = fieldAt(flowOf(work.bot, frameOf(work)), path)
  write(work, { [path]: { is, said, turn: work.state.turn } }, [])
  say(work, field?.effect ?? phrase(work, `noAnswer.${is}`), field?.effect && field.cite && local(work, field.cite) ? [field.cite] : [])
}

/** A local clause is cited only to somebody of that place. */
const local = (work: Work, cite: string) => work.bot.clauses[cite]?.region === '全国'

/** 改成…: the new words are read by the field's own reading; without them the question is asked again. */
export function correct(work: Work, command: Extract<Command, { type: 'correct' }>): void {
  const frame = frameOf(work)
  const flow = flowOf(work.bot, frame)
  const field = fieldAt(flow, command.path)
  const old = frame.answers[command.path]
  if (!field || field.kind === 'list' || !old) return say(work, phrase(work, 'noSuchAnswer'))
  const reading = command.said === undefined ? undefined : read(field as Scalar, command.said, aroundOf(work.bot, frame.answers, work.at))
  const label = labelOf(flow, command.path)
  if (reading === undefined || 'impossible' in reading) {
    work.state = { ...work.state, frame: reopen(frame, [command.path]) }
    say(work, reading === undefined ? phrase(work, 'askAgain', { label }) : phrase(work, 'impossible', { why: reading.impossible, example: field.example }))
    return
  }
  const said = command.said ?? ''
  const answer: Answer = 'is' in reading ? { is: 'unknown', said, turn: old.turn } : { is: 'given', value: reading.value, said, turn: old.turn }
  const dependents = dependsOn(flow, command.path, frame.answers)
  write(work, { [command.path]: answer }, [])
  if (dependents.length > 0) work.state = { ...work.state, frame: reopen(frameOf(work), dependents) }
  const values = { label, old: shown(field, old, frame.answers), now: shown(field, answer, frame.answers) }
  say(work, command.ordinal === undefined ? phrase(work, 'corrected', values) : phrase(work, 'correctedNth', { ...values, n: String(command.ordinal) }))
  if (dependents.length > 0) say(work, phrase(work, 'dependents', { label, list: dependents.map((p) => `“${labelOf(flow, p)}”`).join('、') }))
  work.events.push(`slot_corrected:${command.path}`, 'dependents_rechecked')
}

/** Answers whose being asked, or whose options, hang on this one: they are to be confirmed, not erased. */
function dependsOn(flow: Flow, path: string, answers: Answers): readonly string[] {
  const id = path.replace(/^.*\./, '')
  return counted(flow, answers)
    .filter(({ field, path: other }) => other !== path && field.kind === 'choice' && Object.values(field.options).some((o) => o.only !== undefined && id in o.only))
    .map((c) => c.path)
}

export function remove(work: Work, list: string, index: number): void {
  const frame = frameOf(work)
  const field = fieldAt(flowOf(work.bot, frame), list)
  work.state = { ...work.state, frame: removeItem(frame, list, index) }
  say(work, phrase(work, 'removed', { n: String(index + 1), item: field?.kind === 'list' ? field.item : '' }))
  work.events.push('item_removed')
}

/** 上一步: the last answer is asked again; everything else stays. */
export function undo(work: Work): void {
  const frame = frameOf(work)
  const open = openOf(work.bot, work.state)
  const flow = flowOf(work.bot, frame)
  const paths = lastAnswered(frame).filter((p) => p !== open?.path && !fieldAt(flow, p)?.silent)
  if (paths.length === 0) return say(work, phrase(work, 'nothingToUndo'))
  work.state = { ...work.state, frame: reopen(frame, paths) }
  work.events.push('undone')
}

/** 不变: the answer that had been taken back stands again. */
export function keep(work: Work): void {
  const frame = frameOf(work)
  const open = openOf(work.bot, work.state)
  const old = open ? frame.reopened[open.path] : undefined
  if (open && old) write(work, { [open.path]: { ...old, turn: work.state.turn } }, [])
}

function write(work: Work, answers: Readonly<Record<string, Answer>>, shownBack: readonly string[]): void {
  const before = frameOf(work)
  const frame = fill(work.bot, before, answers)
  const derived = Object.keys(frame.answers).filter((p) => !(p in before.answers) && !(p in answers))
  work.state = { ...work.state, frame, misses: 0 }
  work.filled.push(...shownBack, ...derived)
}

/** Everything one message said about the form, then what comes next. */
export function applyAll(work: Work, commands: readonly Command[], before: Frame | undefined): void {
  for (const command of commands) apply(work, command)
  goOn(work, before)
}

function frameOf(work: Work): Frame {
  if (!work.state.frame) throw new Error('a form command came without an open form')
  return work.state.frame
}
