import { type CaseClock, type CaseKind, isPaused, lengthWords, type Move, standingOn } from '../intake/index.ts'
import type { Case, Officer } from '../runtime/index.ts'
import type { ClockView, MoveView, StepView } from './desk-view.ts'
import { clockWords } from './due.ts'
import { clauseOf } from './form-view.ts'
import type { ConsoleOptions } from './options.ts'

/** The clocks of a case as an officer reads them: those that run first, those that are over last. */
export function clockViews(found: Case, kind: CaseKind | undefined, options: ConsoleOptions): readonly ClockView[] {
  const today = options.now().slice(0, 10)
  const views = found.clocks.map((clock): ClockView => {
    const standing = standingOn(clock, today, options.calendar)
    const shape = kind?.clocks.find(({ id }) => id === clock.id)
    return {
      id: clock.id,
      says: shape?.says ?? clock.id,
      length: lengthOf(clock),
      began: clock.began,
      standing: standing.standing,
      words: clockWords(standing, clock),
      ...(standing.due === undefined ? {} : { due: standing.due }),
      ...(standing.left === undefined ? {} : { left: standing.left }),
      ...(standing.dayOff && clock.ended === undefined ? { note: dayOff } : {}),
      ...(isPaused(clock) ? { paused: clock.pauses.at(-1)?.from ?? '' } : {}),
      ...(clock.ended === undefined ? {} : { ended: clock.ended }),
      ...(shape?.own ? { own: true as const } : {}),
      ...clauseOf(clock.cite, options.clauses),
    }
  })
  const over = (view: ClockView) => (view.ended === undefined ? 0 : 1)
  return views.sort((a, b) => over(a) - over(b) || (a.due ?? '9').localeCompare(b.due ?? '9'))
}

const dayOff = '这一天是休息日。手里的规则没有写可以顺延，请在这以前办好。'

const lengthOf = ({ length, extended }: CaseClock): string =>
  `${lengthWords(length)}${extended ? `，延长${lengthWords(extended.by)}` : ''}`

/** What was done with a case, oldest first: who, when, from where to where, by which clause. */
export function stepViews(
  found: Case,
  kind: CaseKind | undefined,
  officers: readonly Officer[],
  { clauses }: ConsoleOptions,
): readonly StepView[] {
  return found.steps.map(({ at, officer, action, from, to, cite }) => ({
    at,
    who: officers.find(({ id }) => id === officer)?.name ?? '其他人',
    says: kind?.moves.find((move) => move.action === action && move.from.includes(from))?.title ?? action,
    from,
    to,
    ...clauseOf(cite, clauses),
  }))
}

/** A move as the dialog of the case page shows it. */
export function moveView(move: Move, { clauses }: ConsoleOptions): MoveView {
  const { action, title, prompt, asks, reason, cite, uncited, by, tells } = move
  return {
    action,
    title,
    prompt,
    asks,
    needsReason: reason === 'required',
    by,
    told: tells !== undefined,
    inputs: move.inputs.map((input) => ({
      id: input.id,
      kind: input.kind,
      label: input.label,
      required: !input.optional,
      ...(input.kind === 'text' ? { max: input.max } : {}),
      ...(input.kind === 'date' ? { ahead: input.when === 'ahead' } : {}),
      ...(input.kind === 'choice'
        ? {
            many: input.many === true,
            options: Object.entries(input.options).map(([value, label]) => ({ value, label })),
          }
        : {}),
    })),
    needs: [
      ...new Map(move.guards.map(({ says, cite: clause }) => [says, { says, ...clauseOf(clause, clauses) }])).values(),
    ],
    ...(uncited === undefined ? {} : { uncited }),
    ...clauseOf(cite, clauses),
  }
}
