import { Refused } from '../base/index.ts'
import { type Acted, act, extendable, type Facts, factsOf, type Move, mayMove, movesFrom } from '../intake/index.ts'
import type { Case, Officer } from '../runtime/index.ts'
import { missingItems } from './missing.ts'
import { deskRoles } from './officers.ts'
import type { ConsoleOptions } from './options.ts'

/** What an officer does with a case, as it comes in. */
export interface CaseDeed {
  readonly action: string
  readonly reason: string
  /** What the move needs to be told. */
  readonly inputs?: Facts | undefined
  /** Paths of open questions of the form, to be put one after the other. */
  readonly items?: readonly string[] | undefined
}

/** The moves this officer may make now with this case, in the order written. */
export function movesNow(found: Case, officer: Officer, { kinds }: Pick<ConsoleOptions, 'kinds'>): readonly Move[] {
  const kind = kinds.find(({ id }) => id === found.kind)
  if (!kind) return []
  const known = factsOf(found.form.answers, found.messages)
  return movesFrom(kind, found.state, known).filter(
    (move) =>
      mayMove(kind, move, { roles: deskRoles(officer) }) &&
      (move.extends === undefined || extendable(found.clocks, move.extends.clock)),
  )
}

/**
 * Decides what a deed does to a case; writes nothing.
 *
 * @throws Refused `illegalMove`, `forbidden` for a move that is another desk's, `moveNeeds`, `badRequest`.
 */
export function decided(
  found: Case,
  officer: Officer,
  deed: CaseDeed,
  { kinds, flows, calendar }: Pick<ConsoleOptions, 'kinds' | 'flows' | 'calendar'>,
  at: string,
): Acted {
  const kind = kinds.find(({ id }) => id === found.kind)
  if (!kind) throw new Refused('illegalMove')
  const known = factsOf(found.form.answers, found.messages)
  const move = movesFrom(kind, found.state, known).find(({ action }) => action === deed.action)
  if (move && !mayMove(kind, move, { roles: deskRoles(officer) })) throw new Refused('forbidden')
  const questions = questionsOf(found, deed.items ?? [], flows)
  const { action, reason, inputs = {} } = deed
  return act(kind, found, { action, reason, inputs, questions, officer: officer.id, at }, known, calendar)
}

/** Exactly the questions that were picked, in the order of the form; one that is not open is refused. */
function questionsOf(found: Case, items: readonly string[], flows: ConsoleOptions['flows']): readonly string[] {
  if (items.length === 0) return []
  const flow = flows.findLast(({ id, edition }) => id === found.form.flow && edition === found.form.edition)
  const open = flow ? missingItems(flow, found.form.answers) : []
  if (items.some((path) => !open.some((each) => each.path === path))) throw new Refused('badRequest')
  return open.filter(({ path }) => items.includes(path)).map(({ question }) => question)
}
