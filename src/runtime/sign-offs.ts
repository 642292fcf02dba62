import type { Sealed } from './sealed.ts'
import type { Sight } from './sight.ts'

/** A paper as one officer hands it to another to be approved: the words are fixed and sealed; who and when lies in the open. */
export interface SignOff {
  /** Random id; what its content is bound to. */
  readonly id: string
  readonly caseId: string
  readonly number: string
  /** Which paper it is. */
  readonly paper: string
  /** Revision of the case it was made of. */
  readonly revision: number
  /** `replaced`: a later one of the same paper took its place before anybody decided. */
  readonly state: 'waiting' | 'signed' | 'returned' | 'replaced'
  readonly askedBy: string
  readonly askedAt: string
  readonly decidedBy?: string
  readonly decidedAt?: string
  readonly content: Sealed
}

export interface SignOffs {
  /** Keeps a snapshot; one of the same paper that still waits is replaced. The same id again changes nothing. @returns `late` if the case is out of sight, no longer held by the asker, or sealed under a key since followed by another. */
  ask(
    request: Pick<SignOff, 'id' | 'number' | 'paper' | 'revision' | 'askedBy' | 'askedAt' | 'content'>,
    seen: Sight,
  ): Promise<'done' | 'late'>
  byId(id: string, seen: Sight): Promise<SignOff | undefined>
  /** Of one case, newest first. */
  of(caseId: string, seen: Sight): Promise<readonly SignOff[]>
  /** Those that wait and are not one's own, oldest first, at most 100. */
  waiting(officer: string, seen: Sight): Promise<readonly SignOff[]>
  /** Decides one that waits and is somebody else's, with its content as it stands from now on. @returns `late` if it waits no more, or is one's own. */
  decide(
    decision: {
      readonly id: string
      readonly by: string
      readonly signed: boolean
      readonly content: Sealed
      readonly at: string
    },
    seen: Sight,
  ): Promise<'done' | 'late'>
}
