import { randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import {
  type Approval,
  type ApprovalKind,
  agreedMinutes,
  mayAgree,
  mayAsk,
  type Officer,
  waitingHours,
} from '../runtime/index.ts'
import type { ConsoleOptions } from './options.ts'
import type { Signed } from './session.ts'

/** A request as an officer reads it. */
export interface ApprovalView extends Approval {
  /** In clear. */
  readonly reason: string
  readonly asker: string
  readonly decider?: string
  readonly mine: boolean
  /** This officer may agree to it or refuse it now. */
  readonly open: boolean
  readonly over: boolean
}

/**
 * Two officers for one deed: one asks and says why, another one agrees, and then it is done once, in time. Whoever asks
 * and whoever agrees has given password and code in the last five minutes.
 */
export interface SecondPerson {
  /** @throws Refused `notFound` for a role that may not ask; `confirmFirst`; `badRequest` without a reason. @returns its id. */
  ask(signed: Signed, request: { kind: ApprovalKind; object: string; reason: string }): Promise<string>
  /** @throws Refused `notFound` for a request out of sight or not theirs to decide; `confirmFirst`; `approvalOver`. */
  decide(signed: Signed, id: string, agreed: boolean): Promise<void>
  /** What this officer asked for, and what waits for them. */
  list(officer: Officer): Promise<readonly ApprovalView[]>
  /** True while an agreed request waits to be used. */
  agreed(officer: Officer, kind: ApprovalKind, object: string): Promise<boolean>
  /** Passes once for an agreed request. @throws Refused `confirmFirst`; `approvalFirst` if nobody has agreed, or it was used. */
  pass(signed: Signed, kind: ApprovalKind, object: string): Promise<void>
}

/** A sentence or two. */
const longestReason = 300

export function secondPerson({ store, secrets, now }: Pick<ConsoleOptions, 'store' | 'secrets' | 'now'>): SecondPerson {
  const note = (officer: Officer, what: string, object: string, kind: ApprovalKind) =>
    store.audit.append([{ who: `officer:${officer.id}`, what, object, note: kind }], now())
  const visible = (officer: Officer, request: Approval) =>
    request.askedBy === officer.id || mayAgree(request, officer) || request.decidedBy === officer.id

  return {
    async ask(signed, { kind, object, reason }) {
      const { officer } = signed
      if (!mayAsk(kind, officer)) throw new Refused('notFound')
      mustBeFresh(signed)
      const why = reason.trim()
      if (why === '' || why.length > longestReason || /\p{Cc}/u.test(why.replace(/[\r\n]/g, '')) || object.length > 80)
        throw new Refused('badRequest')
      const id = randomUUID()
      const at = now()
      const sealed = secrets.seal(`reason/${id}`, why)
      const until = later(at, waitingHours * 60)
      const { unit } = officer
      await store.approvals.ask({ id, kind, object, unit, reason: sealed, askedBy: officer.id, askedAt: at, until })
      await note(officer, 'approval.asked', object, kind)
      return id
    },

    async decide(signed, id, agreed) {
      const { officer } = signed
      const request = await store.approvals.byId(id)
      if (!request || !mayAgree(request, officer)) throw new Refused('notFound')
      mustBeFresh(signed)
      const at = now()
      const decided = { id, by: officer.id, agreed, at: utc(at), until: later(at, agreedMinutes) }
      if (!(await store.approvals.decide(decided))) throw new Refused('approvalOver')
      await note(officer, agreed ? 'approval.agreed' : 'approval.refused', request.object, request.kind)
    },

    async list(officer) {
      const [requests, officers] = await Promise.all([store.approvals.list(officer.unit), store.officers.list()])
      const name = (id: string) => officers.find((each) => each.id === id)?.name ?? id
      const at = utc(now())
      return requests
        .filter((request) => visible(officer, request))
        .map((request) => {
          const over = request.until <= at && (request.state === 'waiting' || request.state === 'agreed')
          return {
            ...request,
            reason: secrets.open(`reason/${request.id}`, request.reason),
            asker: name(request.askedBy),
            ...(request.decidedBy === undefined ? {} : { decider: name(request.decidedBy) }),
            mine: request.askedBy === officer.id,
            open: request.state === 'waiting' && !over && mayAgree(request, officer),
            over,
          }
        })
    },

    async agreed(officer, kind, object) {
      const at = utc(now())
      return (await store.approvals.list(officer.unit)).some(
        (each) =>
          each.askedBy === officer.id &&
          each.kind === kind &&
          each.object === object &&
          each.state === 'agreed' &&
          each.until > at,
      )
    },

    async pass(signed, kind, object) {
      mustBeFresh(signed)
      const { officer } = signed
      if (!(await store.approvals.use({ kind, object, askedBy: officer.id, at: utc(now()) })))
        throw new Refused('approvalFirst')
      await note(officer, 'approval.used', object, kind)
    },
  }
}

/** @throws Refused `confirmFirst` */
export function mustBeFresh({ fresh }: Pick<Signed, 'fresh'>): void {
  if (!fresh) throw new Refused('confirmFirst')
}

/** Compared as text in the database, so all in one zone. */
const utc = (at: string) => new Date(at).toISOString()
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
