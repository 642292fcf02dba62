import { aboutOffice, type Mark, mark, rewrite, without } from '../coach/index.ts'
import { type Answer, type Answers, count, type Flow, given, type Value } from '../flow/index.ts'
import { clauses } from './segment.ts'
import type { Frame } from './types.ts'

type CoachSteps = NonNullable<Flow['coach']>

/** One piece of prose the coach reads: as told, without its guesses where they were to go, and in neutral words if those differ. */
interface Read {
  readonly path: string
  readonly answer: Answer
  readonly told: string
  readonly kept: string
  readonly neutral?: string
}

/** The answers together with what the report coach sees in them, for conditions and questions. Nothing of it is kept. */
export function withCoach(flow: Flow, frame: Pick<Frame, 'answers' | 'seen'>): Answers {
  const { coach } = flow
  if (!coach) return frame.answers
  const { answers, seen = [] } = frame
  const read = readings(coach, answers)
  const first = read.map(guessIn).find((g) => g !== undefined)
  const neutral = read.filter((r) => r.neutral !== undefined)
  const office = aboutOffice(people(coach.people, answers))
  const seenHere: readonly (readonly [string, Value])[] = [
    [coach.open, openKinds(coach, answers)],
    [coach.seen, seen],
    [coach.rewritable, neutral.length > 0 ? 'yes' : 'no'],
    ...(first === undefined ? [] : [[coach.guess, first] as const]),
    ...(neutral.length > 0 ? [[coach.rewrite, beside(neutral)] as const] : []),
    ...(office ? [[coach.office, office] as const] : []),
  ]
  return {
    ...answers,
    ...Object.fromEntries(
      seenHere.map(([id, value]): [string, Answer] => [id, { is: 'given', value, said: '', turn: 0 }]),
    ),
  }
}

/** What the coach saw, for other programs. */
export function coachSaw(flow: Flow, frame: Frame): readonly (readonly [string, readonly string[]])[] {
  const { coach } = flow
  return coach
    ? [
        [coach.seen, frame.seen ?? []],
        [coach.open, openKinds(coach, frame.answers)],
      ]
    : []
}

/**
 * The answers as they are handed in and shown for checking: without the guesses that were to go, in neutral words where those
 * were agreed to. The person's own words stay in `said`, but for a guess taken out: that was not to be told.
 */
export function settled(flow: Flow, answers: Answers): Answers {
  const { coach } = flow
  if (!coach) return answers
  const out: Record<string, Answer> = { ...answers } // Written to only here.
  for (const { path, answer, told, kept, neutral } of readings(coach, answers)) {
    const value = accepted(coach, answers) ? (neutral ?? kept) : kept
    if (answer.is !== 'given' || value === told) continue
    out[path] = { ...answer, value, said: kept === told ? answer.said : kept }
  }
  return out
}

/** The kinds of mark a message shows, in the order of the text. */
export const kindsIn = (text: string): readonly Mark[] => mark(text)

function openKinds(coach: CoachSteps, answers: Answers): readonly string[] {
  const neutral = accepted(coach, answers)
  const seen = readings(coach, answers).flatMap((r) => look(r.answer, neutral ? (r.neutral ?? r.kept) : r.kept).marks)
  return [...new Set(seen.map((m) => m.kind))]
}

function readings(coach: CoachSteps, answers: Answers): readonly Read[] {
  const [list = '', part = ''] = coach.reads.split('[].')
  const dropped = given(answers, coach.drop.field) === coach.drop.is
  return Array.from({ length: count(answers, list) }, (_, n) => `${list}[${n}].${part}`).flatMap((path) => {
    const answer = answers[path]
    const told = given(answers, path)
    if (answer === undefined || typeof told !== 'string') return []
    const kept = dropped ? withoutGuesses(told, look(answer, told).marks) : told
    const { neutral } = look(answer, kept, heardFrom(coach, answers, path))
    return [{ path, answer, told, kept, ...(neutral === undefined ? {} : { neutral }) }]
  })
}

/** 那是听我嫂子说的: where the person has it from, if it is known from others. */
function heardFrom({ heard }: CoachSteps, answers: Answers, path: string): string {
  const source = answers[path.replace(/[^.]*$/, heard.field)]
  return source?.is === 'given' && source.value === heard.is ? source.said : ''
}

const accepted = (coach: CoachSteps, answers: Answers) => given(answers, coach.accept.field) === coach.accept.is

/** 司机跟我说的，他估计还送了别人 → 司机跟我说的: the clauses that guess go, the rest stays as it was. */
const withoutGuesses = (text: string, marks: readonly Mark[]): string =>
  without(
    text,
    marks.filter((m) => m.kind === 'speculation'),
  ) ?? text

/** The clause a guess stands in, to be quoted. */
function guessIn({ answer, told }: Read): string | undefined {
  const guess = look(answer, told).marks.find((m) => m.kind === 'speculation')
  return guess && (clauses(told).find((c) => c.includes(guess.span)) ?? guess.span)
}

const beside = (read: readonly Read[]): string =>
  read.map(({ kept, neutral }) => `您的原话：${kept}\n改写稿：${neutral}`).join('\n')

function people(list: string, answers: Answers): readonly { readonly post?: string; readonly unit?: string }[] {
  return Array.from({ length: count(answers, list) }, (_, n) => {
    const [post, unit] = [given(answers, `${list}[${n}].post`), given(answers, `${list}[${n}].unit`)]
    return { ...(typeof post === 'string' ? { post } : {}), ...(typeof unit === 'string' ? { unit } : {}) }
  })
}

/** What the coach makes of one text. */
interface Look {
  readonly marks: readonly Mark[]
  readonly neutral: string | undefined
}

// One turn asks for the same few texts many times. What was seen goes when the answer goes, so no words of a report stay behind.
const looks = new WeakMap<Answer, Map<string, Look>>()

function look(answer: Answer, text: string, heardFrom = ''): Look {
  const known = looks.get(answer) ?? new Map<string, Look>()
  looks.set(answer, known)
  const before = known.get(text + heardFrom)
  if (before) return before
  const marks = mark(text)
  // Hearsay and guesses by themselves are no fault of the wording: they stay as they are.
  const better = marks.some((m) => BETTER_WITHOUT.has(m.kind))
  const made = { marks, neutral: better ? rewrite(text, marks, heardFrom === '' ? {} : { heardFrom }) : undefined }
  known.set(text + heardFrom, made)
  return made
}

const BETTER_WITHOUT: ReadonlySet<string> = new Set(['insult', 'self_label', 'exaggeration', 'third_person'])
