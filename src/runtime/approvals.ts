import type { Officer } from './office.ts'
import { has } from './roles.ts'

/**
 * What needs a second person: taking data out, seeing who reported, touching keys, replacing a lost code, saying how long
 * cases are kept, destroying them.
 */
export const approvalKinds = ['export', 'identity', 'key', 'code', 'retention', 'destroy'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** A request of one officer that another one has to agree to. */
export interface Approval {
  /** Random id. */
  readonly id: string
  readonly kind: ApprovalKind
  /** Case number, account id or key name: what it is about, never content. */
  readonly object: string
  readonly unit: string
  /** Sealed under the server key: a reason says more about a case than a stolen copy may tell. */
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
  /** ISO instant; not agreed to by then, or not used by then, it is dead. */
  readonly until: string
  readonly state: 'waiting' | 'agreed' | 'refused' | 'used'
  readonly decidedBy?: string
  readonly decidedAt?: string
}

export interface Approvals {
  ask(
    request: Pick<Approval, 'id' | 'kind' | 'object' | 'unit' | 'reason' | 'askedBy' | 'askedAt' | 'until'>,
  ): Promise<void>
  byId(id: string): Promise<Approval | undefined>
  /** Newest first, at most 200. */
  list(unit: string): Promise<readonly Approval[]>
  /** Decides a waiting request of somebody else. @returns false if it waits no more, is over, or is the decider's own. */
  decide(decision: {
    readonly id: string
    readonly by: string
    readonly agreed: boolean
    readonly at: string
    readonly until: string
  }): Promise<boolean>
  /** Uses an agreed request up, once. @returns false if there is none that is alive: `askedBy`, `kind` and `object` all fit. */
  use(deed: {
    readonly kind: ApprovalKind
    readonly object: string
    readonly askedBy: string
    readonly at: string
  }): Promise<boolean>
}

/** A day to find a colleague; then half an hour to do it. */
export const waitingHours = 24
export const agreedMinutes = 30

/** Who may ask for what. */
export function mayAsk(kind: ApprovalKind, officer: Officer): boolean {
  switch (kind) {
    case 'export':
    case 'identity':
      return has(officer, '受理', '承办')
    case 'key':
    case 'retention':
    case 'destroy':
      return has(officer, '安全管理')
    case 'code':
      return has(officer, '安全管理', '系统管理')
  }
}

/** Who may agree: never the one who asked, always of the same unit, and with a role of their own. */
export function mayAgree(
  { kind, askedBy, unit }: Pick<Approval, 'kind' | 'askedBy' | 'unit'>,
  officer: Officer,
): boolean {
  if (officer.disabled || officer.id === askedBy || officer.unit !== unit) return false
  switch (kind) {
    case 'export':
    case 'identity':
    case 'destroy':
      return has(officer, '复核')
    case 'key':
    case 'code':
    case 'retention':
      return has(officer, '安全管理', '系统管理')
  }
}
