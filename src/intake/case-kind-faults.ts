import type { Condition } from '../flow/index.ts'
import type { Length } from './length.ts'
import type { Move } from './move.ts'

/** The parts of a case kind that refer to each other. */
interface Shape {
  readonly states: readonly { readonly id: string }[]
  readonly begins: readonly { readonly state: string }[]
  readonly moves: readonly Move[]
  readonly clocks: readonly {
    readonly id: string
    readonly starts: 'handed-in' | { readonly after: readonly string[] }
    readonly length: Length
    readonly when?: Condition | undefined
    readonly runsIn: readonly string[]
    readonly pausesIn: readonly string[]
  }[]
}

/** Every word of a case kind that names something that is not there. */
export function faults(kind: Shape): string[] {
  const known = new Set(kind.states.map(({ id }) => id))
  const found: string[] = []
  if (known.size < kind.states.length) found.push('a state is named twice')
  found.push(...moveFaults(kind, known))
  for (const { state } of kind.begins) if (!known.has(state)) found.push(`begins: ${state} is not a state`)
  const ids = kind.clocks.map(({ id }) => id)
  if (new Set(ids).size < ids.length) found.push('a clock is named twice')
  for (const clock of kind.clocks) found.push(...clockFaults(clock, kind, known))
  return found
}

function moveFaults({ moves, clocks }: Shape, known: ReadonlySet<string>): string[] {
  const found: string[] = []
  const seen = new Map<string, Move[]>()
  for (const move of moves) {
    const { action } = move
    for (const state of [...move.from, ...(move.to === undefined ? [] : [move.to])])
      if (!known.has(state)) found.push(`${action}: ${state} is not a state`)
    for (const state of move.from) {
      const others = seen.get(`${action} ${state}`) ?? []
      if (others.some((other) => !apart(other, move))) found.push(`${action}: written twice for ${state}`)
      seen.set(`${action} ${state}`, [...others, move])
    }
    if (move.asks && move.reason !== 'required')
      found.push(`${action}: the reason is the question, so it must be required`)
    if (move.asks && move.tells === undefined) found.push(`${action}: a question must be told`)
    const inputs = new Set(move.inputs.map(({ id }) => id))
    if (inputs.size < move.inputs.length) found.push(`${action}: an input is named twice`)
    if (inputs.has('reason')) found.push(`${action}: reason is no name of an input`)
    if (move.on !== undefined && !move.inputs.some(({ id, kind }) => id === move.on && kind === 'date'))
      found.push(`${action}: ${move.on} is not a date input`)
    for (const [, name] of (move.tells ?? '').matchAll(/\{(\w+)\}/g))
      if (name !== undefined && name !== 'reason' && !inputs.has(name))
        found.push(`${action}: {${name}} is not an input`)
    if (move.extends && !clocks.some(({ id }) => id === move.extends?.clock))
      found.push(`${action}: ${move.extends.clock} is not a clock`)
  }
  return found
}

/** Two moves of one name never stand side by side if they are meant for different cases. */
const apart = (a: Move, b: Move): boolean =>
  [a, b].every((each) => each.when !== undefined || each.unless !== undefined)

function clockFaults(clock: Shape['clocks'][number], { moves }: Shape, known: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const state of [...clock.runsIn, ...clock.pausesIn])
    if (!known.has(state)) found.push(`clock ${clock.id}: ${state} is not a state`)
  for (const state of clock.runsIn)
    if (clock.pausesIn.includes(state)) found.push(`clock ${clock.id}: runs and stands still in ${state}`)
  const after = clock.starts === 'handed-in' ? [] : clock.starts.after
  for (const action of after)
    if (!moves.some((move) => move.action === action)) found.push(`clock ${clock.id}: ${action} is not a move`)
  if ('until' in clock.length) {
    const { until } = clock.length
    for (const move of moves.filter(({ action }) => after.includes(action)))
      if (!move.inputs.some(({ id, kind }) => id === until && kind === 'date'))
        found.push(`clock ${clock.id}: ${move.action} has no date input ${until}`)
  }
  return found
}
