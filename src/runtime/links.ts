import type { Accused, ToldFact } from '../intake/index.ts'
import type { AuditEntry } from './office.ts'
import type { Sealed } from './sealed.ts'
import type { Sight } from './sight.ts'

/** What a linked case adds to the one it was linked to, listed there by itself (单列新事实). */
export interface NewFacts {
  /** Number of the case it comes from. */
  readonly from: string
  readonly facts: readonly ToldFact[]
  readonly people: readonly Accused[]
  /** Facts told in both of which only this one says when, where or how much; nothing but that stands beside `what`. */
  readonly more: readonly ToldFact[]
}

/** One case put to another because both are about one matter. Nothing of either changes; a link that is taken back stays written down. */
export interface CaseLink {
  /** Random id. */
  readonly id: string
  readonly master: LinkedCase
  readonly sub: LinkedCase
  readonly at: string
  /** Account id of who linked them. */
  readonly by: string
  /** Sealed for whoever may read the master; absent where none were listed. */
  readonly newFacts?: Sealed
  readonly revoked?: { readonly at: string; readonly by: string }
}

export interface LinkedCase {
  readonly id: string
  readonly number: string
  readonly state: string
}

/** Why two cases cannot be linked. `lost`: the writer does not hold the sub as it stands; `absent`: one is not in sight. */
export type LinkFault = 'self' | 'kind' | 'linked' | 'master-is-sub' | 'sub-is-master'

export interface LinkWrite {
  readonly id: string
  readonly sub: string
  readonly master: string
  readonly officer: string
  readonly fence: number
  readonly revision: number
  readonly newFacts?: Sealed
  /** Numbers are written into the lines by the store. */
  readonly audit: Pick<AuditEntry, 'who'>
  readonly at: string
}

/** Links of cases as one officer may know them: one with an end out of sight is not there, in reading and in deciding. */
export interface SeenLinks {
  /** All links a case ever had, newest first. */
  of(caseId: string): Promise<readonly CaseLink[]>
  /** Newest first. `standing`: only those in force, or only those taken back. */
  list(query: {
    readonly standing?: 'linked' | 'revoked'
    readonly cursor?: string
    readonly limit: number
  }): Promise<{ readonly rows: readonly CaseLink[]; readonly total: number; readonly next?: string }>
  /** Links for good. `seen`: it is so already. Writes an audit line for each of the two. */
  link(write: LinkWrite): Promise<'done' | 'seen' | 'lost' | 'absent' | LinkFault>
  /** Takes a link back. `seen`: it was taken back already; `absent`: there never was one. */
  unlink(write: Omit<LinkWrite, 'id' | 'newFacts'>): Promise<'done' | 'seen' | 'lost' | 'absent'>
  /** Remembers that two cases are two matters, or forgets it. @returns false if one is not in sight. */
  apart(write: {
    readonly one: string
    readonly other: string
    readonly apart: boolean
    readonly who: string
    readonly at: string
  }): Promise<boolean>
  /** Pairs of cases found to be two matters; of one case, or all. */
  apartOf(caseId?: string): Promise<readonly CasePair[]>
}

export interface CasePair {
  readonly one: LinkedCase
  readonly other: LinkedCase
  readonly at: string
  readonly by: string
}

export interface Links extends SeenLinks {
  seenBy(sight: Sight): SeenLinks
}

type End = Pick<LinkedCase, 'id'> & { readonly unit: string; readonly kind: string; readonly purpose: string }

/**
 * Whether one case may be put to another: one step deep, so that nothing can go in a circle, and never across units, kinds
 * or groups of readers.
 *
 * @param standing the links in force of either of them.
 */
export function linkFault(
  sub: End,
  master: End,
  standing: readonly { readonly sub: string; readonly master: string }[],
): LinkFault | undefined {
  if (sub.id === master.id) return 'self'
  if (sub.unit !== master.unit || sub.kind !== master.kind || sub.purpose !== master.purpose) return 'kind'
  if (standing.some((link) => link.sub === sub.id)) return 'linked'
  if (standing.some((link) => link.sub === master.id)) return 'master-is-sub'
  return standing.some((link) => link.master === sub.id) ? 'sub-is-master' : undefined
}
