import {
  type Answer,
  type Answers,
  type Field,
  type Finding,
  type Flow,
  fieldAt,
  fieldsOf,
  given,
  judge,
  meantAnswers,
  type Next,
  type Open,
  type Route,
  route,
  ruleFor,
} from '../flow/index.ts'
import type { Around } from '../reading/index.ts'
import { derived } from './hear.ts'
import type { Bot, Conversation, Frame } from './types.ts'
import { coachSaw, withCoach } from './with-coach.ts'

/** The pinned edition, or the newest of that flow when the pinned one is gone: its answers stay, only new questions are asked. */
export function flowOf(bot: Bot, frame: Pick<Frame, 'flow' | 'edition'>): Flow {
  const own = bot.flows.filter((f) => f.id === frame.flow)
  const flow = own.find((f) => f.edition === frame.edition) ?? newest(own)
  if (!flow) throw new Error(`bot/index.ts has no flow ${frame.flow}, but a form of it is open`)
  return flow
}

/** The edition a new form opens in. */
export function newest(editions: readonly Flow[]): Flow | undefined {
  return [...editions].sort((a, b) => (a.edition < b.edition ? 1 : -1))[0]
}

export function routeOf(bot: Bot, frame: Frame): Route {
  const flow = flowOf(bot, frame)
  return route(flow, bot.rules, withCoach(flow, frame))
}

/** The question that is open in the form, if one is. */
export function openOf(bot: Bot, state: Conversation): Open | undefined {
  if (!state.frame) return undefined
  const next = nextOf(bot, state.frame)
  return next.type === 'ask' ? next.open : undefined
}

/** What comes next: the question that was asked for, else what the form itself asks. */
export function nextOf(bot: Bot, frame: Frame): Next {
  const field =
    frame.wanted === undefined || frame.answers[frame.wanted] ? undefined : fieldAt(flowOf(bot, frame), frame.wanted)
  return field && frame.wanted !== undefined
    ? { type: 'ask', open: { field, path: frame.wanted } }
    : routeOf(bot, frame).next
}

/** How many questions are still to come at most, were each passed over; questions that hang on answers may add to them. */
export function openQuestions(bot: Bot, frame: Frame): number {
  let answers = frame.answers
  for (let n = 0; n < 60; n++) {
    const next = nextOf(bot, { ...frame, answers })
    if (next.type !== 'ask') return n
    const passed: Answer =
      next.open.field.kind === 'statement'
        ? { is: 'given', value: true, said: '', turn: 0 }
        : { is: 'skipped', said: '', turn: 0 }
    answers = { ...answers, [next.open.path]: passed }
  }
  return 60
}

/** Every judgement the form has reached, with its marks. */
export function findingsOf(bot: Bot, frame: Frame): readonly Finding[] {
  return routeOf(bot, frame).judged.flatMap((topic) => {
    const rule = ruleFor(bot.rules, topic, frame.answers)
    return rule ? [judge(rule, frame.answers)] : []
  })
}

export const aroundOf = (bot: Bot, answers: Answers, at: string): Around => ({
  answers,
  today: at.slice(0, 10),
  places: bot.places,
})

/**
 * Writes answers into a form. What was read out of an earlier wording of them is read anew (the nearest listed item);
 * what the person chose themselves stays.
 */
export function fill(bot: Bot, frame: Frame, given: Readonly<Record<string, Answer>>): Frame {
  const flow = flowOf(bot, frame)
  const stale = new Set(
    Object.keys(frame.answers).filter((path) => !(path in given) && readFrom(flow, path, frame.answers, given)),
  )
  const answers = {
    ...Object.fromEntries(Object.entries(frame.answers).filter(([path]) => !stale.has(path))),
    ...given,
  }
  const turn = Math.max(0, ...Object.values(given).map((a) => a.turn))
  const more = derived(flow, answers).map(
    ({ path, value }) => [path, { is: 'given', value, said: sourceWords(flow, path, answers), turn }] as const,
  )
  const reopened = Object.fromEntries(Object.entries(frame.reopened).filter(([path]) => !(path in given)))
  const { changed: _settled, wanted, ...kept } = frame
  return {
    ...kept,
    ...(wanted === undefined || wanted in given ? {} : { wanted }),
    answers: { ...answers, ...Object.fromEntries(more) },
    reopened,
  }
}

/** True if the answer at `path` was read out of one that is now given anew. */
function readFrom(flow: Flow, path: string, answers: Answers, given: Readonly<Record<string, Answer>>): boolean {
  const field = fieldAt(flow, path)
  if (field?.kind !== 'choice' || !field.derive) return false
  const from = path.replace(/[^.]*$/, field.derive)
  return from in given && answers[path]?.said === answers[from]?.said
}

function sourceWords(flow: Flow, path: string, answers: Answers): string {
  const field = fieldAt(flow, path)
  const from = field?.kind === 'choice' && field.derive ? path.replace(/[^.]*$/, field.derive) : path
  return answers[from]?.said ?? ''
}

/** Takes answers back, to be asked again with the old words shown. Nothing else is lost. */
export function reopen(frame: Frame, paths: readonly string[]): Frame {
  const answers = Object.fromEntries(Object.entries(frame.answers).filter(([path]) => !paths.includes(path)))
  const taken = Object.fromEntries(paths.flatMap((path) => (frame.answers[path] ? [[path, frame.answers[path]]] : [])))
  return { ...frame, answers, reopened: { ...frame.reopened, ...taken } }
}

/** Takes one item out of a list; the later ones move up. */
export function removeItem(frame: Frame, list: string, index: number): Frame {
  const { changed: _gone, wanted: _too, ...kept } = frame
  return { ...kept, answers: without(frame.answers, list, index), reopened: without(frame.reopened, list, index) }
}

/** Brings back the item taken out last, in its old place; the later ones move down. */
export function bringBack(frame: Frame): Frame {
  const { gone, ...kept } = frame
  if (!gone) return frame
  const moved = Object.entries(kept.answers).map(([path, answer]) => {
    const at = path.startsWith(`${gone.list}[`) ? Number.parseInt(path.slice(gone.list.length + 1), 10) : -1
    return [at >= gone.index ? path.replace(`[${at}]`, `[${at + 1}]`) : path, answer] as const
  })
  return { ...kept, answers: { ...Object.fromEntries(moved), ...gone.answers } }
}

function without(answers: Answers, list: string, index: number): Answers {
  const moved = Object.entries(answers).flatMap(([path, answer]) => {
    const found = path.startsWith(`${list}[`) ? Number.parseInt(path.slice(list.length + 1), 10) : -1
    if (found === index) return []
    return [[found > index ? path.replace(`[${found}]`, `[${found - 1}]`) : path, answer] as const]
  })
  return Object.fromEntries(moved)
}

/** Paths whose answer was given in the last answered turn, for 上一步. */
export function lastAnswered(frame: Frame): readonly string[] {
  const last = Math.max(...Object.values(frame.answers).map((a) => a.turn))
  return Object.entries(frame.answers).flatMap(([path, a]) => (a.turn === last ? [path] : []))
}

/**
 * The answers in the order of the form, as they stand on the review card and as a person counts them: 第二个.
 * What was only heard on the way comes last, so that the questions asked keep their numbers.
 */
export function counted(flow: Flow, answers: Answers): readonly { readonly path: string; readonly field: Field }[] {
  const patterns = [...fieldsOf(flow).keys()]
  const rows = Object.keys(meantAnswers(flow, answers)).flatMap((path) => {
    const field = fieldAt(flow, path)
    return field && !field.inner && field.kind !== 'statement' ? [{ path, field }] : []
  })
  return rows.sort((a, b) => place(patterns, a) - place(patterns, b))
}

function place(patterns: readonly string[], { path, field }: { path: string; field: Field }): number {
  const item = /^([^[]+)\[(\d+)\]/.exec(path)
  const part = patterns.indexOf(path.replace(/\[\d+\]/, '[]'))
  // Items stay together; no list has more than a thousand, no item more than a hundred parts.
  if (!item) return (field.silent ? patterns.length * 100_000 : 0) + part * 100_000
  return patterns.indexOf(item[1] ?? '') * 100_000 + Number(item[2]) * 100 + part
}

/**
 * What other programs see beside the answers: what is still unset, what was concluded and what the coach saw; the verdict,
 * and which negative entries apply.
 */
export function concluded(bot: Bot, frame: Frame): Readonly<Record<string, string | boolean | readonly string[]>> {
  const flow = flowOf(bot, frame)
  const unset = [...fieldsOf(flow)].flatMap(([path, { unset }]) =>
    unset !== undefined && frame.answers[path] === undefined ? [[path, unset] as const] : [],
  )
  const conclusions = routeOf(bot, frame).concluded.map(({ id, value }) => [id, value] as const)
  const [finding] = findingsOf(bot, frame)
  const hits = finding?.marks.filter((m) => m.side === 'negative' && m.mark === '不符合').map((m) => m.cite) ?? []
  return {
    ...Object.fromEntries([...unset, ...coachSaw(flow, frame), ...conclusions]),
    ...(finding ? { verdict: finding.verdict } : {}),
    ...(hits.length > 0 ? { negative_hits: hits } : {}),
  }
}

/** Place of the form, for local rules and local clauses. */
export function areaOf(frame: Frame | undefined): string | undefined {
  const area = frame ? given(frame.answers, 'area') : undefined
  return typeof area === 'string' ? area : undefined
}
