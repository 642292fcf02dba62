import { Refused } from '../base/index.ts'
import type { CaseKind, Move } from './case-kind.ts'

/** Characters an officer may write to a person at once; longer than any notice needs, shorter than one message may be. */
export const reasonLimit = 1000

/** The part of a case a decision needs. */
export interface Standing {
  /** Random id; what the person's conversation knows the case by. */
  readonly id: string
  readonly number: string
  readonly state: string
  readonly due?: string
  readonly dueCite?: string
}

export interface Deed {
  readonly action: string
  /** The officer's words; trimmed here. */
  readonly reason: string
  /** Account id. */
  readonly officer: string
  /** ISO 8601, +08:00. */
  readonly at: string
}

/** What an officer's deed makes of a case. `message` is kept with the case, `told` goes to the person's conversation. */
export interface Acted {
  readonly state: string
  readonly closed: boolean
  readonly due?: string
  readonly dueCite?: string
  readonly message: { readonly at: string; readonly from: 'officer'; readonly text: string; readonly question?: true }
  readonly told: { readonly type: 'told'; readonly case: string; readonly text: string; readonly question?: string }
  readonly audit: { readonly who: string; readonly what: string; readonly object: string; readonly note: string }
}

/**
 * Decides what an officer's deed does to a case; writes nothing.
 *
 * @throws Refused `illegalMove` if this state does not allow the action; `badRequest` if the reason is missing, too
 * long, or holds characters that cannot be shown.
 */
export function act(kind: CaseKind, standing: Standing, deed: Deed): Acted {
  const move = movesFrom(kind, standing.state).find(({ action }) => action === deed.action)
  if (!move) throw new Refused('illegalMove')
  const reason = readable(deed.reason)
  if (reason === '' && move.reason === 'required') throw new Refused('badRequest')
  const state = move.to ?? standing.state
  return {
    state,
    closed: kind.states.find(({ id }) => id === state)?.closed ?? false,
    ...clockIn(kind, state, standing),
    ...words(move, standing, reason, deed.at),
    audit: {
      who: `officer:${deed.officer}`,
      what: `case.${move.action}`,
      object: standing.number,
      // States only: the reason is content and stays with the case.
      note: state === standing.state ? state : `${standing.state} → ${state}`,
    },
  }
}

/** The moves an officer may make from this state, in the order written. */
export function movesFrom(kind: CaseKind, state: string): readonly Move[] {
  return kind.moves.filter(({ from }) => from.includes(state))
}

/** Plain words for a state, as the holder of the receipt reads them. */
export function says(kind: CaseKind, state: string): string {
  return kind.states.find(({ id }) => id === state)?.says ?? state
}

function words({ tells, asks }: Move, { id }: Standing, reason: string, at: string): Pick<Acted, 'message' | 'told'> {
  const lines = tells.split('\n').filter((line) => reason !== '' || !line.includes('{reason}'))
  // A function, because `$&` in an officer's words would otherwise be read as a pattern.
  const text = lines.join('\n').replaceAll('{reason}', () => reason)
  if (!asks) return { message: { at, from: 'officer', text }, told: { type: 'told', case: id, text } }
  return {
    message: { at, from: 'officer', text: reason, question: true },
    told: { type: 'told', case: id, text, question: reason },
  }
}

/** A clock that has been met is gone, and does not start again when a case is taken up anew. */
function clockIn(kind: CaseKind, state: string, { due, dueCite }: Standing): { due?: string; dueCite?: string } {
  if (!kind.clock?.runsIn.includes(state)) return {}
  return { ...(due === undefined ? {} : { due }), ...(dueCite === undefined ? {} : { dueCite }) }
}

function readable(reason: string): string {
  const text = reason.replaceAll('\r\n', '\n').trim()
  if (text.length > reasonLimit || unshowable.test(text)) throw new Refused('badRequest')
  return text
}

/** Control characters but tab and line feed, and the marks that reverse the direction of what follows. */
const unshowable = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
