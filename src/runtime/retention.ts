import type { AuditEntry } from './office.ts'

/** How long a unit keeps closed cases of one kind; what law or rule it goes by is the office's to say. */
export interface RetentionRule {
  readonly unit: string
  readonly kind: string
  /** Whole months from the day of closing; 0 means that no time is set any more. */
  readonly months: number
  /** What the office goes by, in its own words. */
  readonly basis: string
  /** Account ids. */
  readonly setBy: string
  readonly agreedBy: string
  readonly at: string
}

/** A closed case whose time is over; nothing of it but its plain columns. */
export interface DueCase {
  readonly caseId: string
  readonly number: string
  readonly kind: string
  /** ISO day. */
  readonly closedOn: string
  readonly months: number
  readonly basis: string
}

/** Why a case of a list was not destroyed after all: each as one key the console has a sentence for. */
export type Spared = 'open' | 'answer' | 'link' | 'hold' | 'gone'

/** How far a case of a list has come: its keys are gone first, then its files, then its rows. */
export type ShredStage = 'listed' | 'keys' | 'files' | 'done' | 'kept'

export interface ListedCase extends DueCase {
  readonly stage: ShredStage
  readonly why?: Spared
}

/** Cases one officer proposes to destroy; nothing of it happens before another one has agreed. */
export interface ShredList {
  readonly id: string
  readonly unit: string
  readonly askedBy: string
  readonly at: string
  readonly agreedBy?: string
  readonly agreedAt?: string
  readonly state: 'listed' | 'agreed' | 'done'
  readonly cases: readonly ListedCase[]
}

/** What a list says of one case of it, as it is kept outside the database, so that a restored backup can be told. */
export interface ShredOrder extends DueCase {
  readonly list: string
  readonly unit: string
  readonly askedBy: string
  readonly agreedBy: string
  readonly agreedAt: string
}

/** A case that is not to be destroyed for now. */
export interface Hold {
  readonly number: string
  /** As it lies: sealed under the server key. */
  readonly reason: string
  readonly who: string
  /** ISO day. */
  readonly on: string
}

/** 销毁证明: what is left of a case. */
export interface Certificate extends Omit<ShredOrder, 'list' | 'caseId' | 'number'> {
  /** `D-1001` */
  readonly number: string
  readonly caseNumber: string
  /** ISO day. */
  readonly destroyedOn: string
  /** The line of the audit that says so, and its hash. */
  readonly auditSeq: number
  readonly auditHash: string
}

/** Rules of retention and the lists they lead to, as the store keeps them. */
export interface Retention {
  /** The rules in force, one for each kind that has one. */
  rules(unit: string): Promise<readonly RetentionRule[]>
  setRule(rule: RetentionRule, audit: AuditEntry): Promise<void>
  /**
   * Cases whose time is over on `today`, oldest closing first, at most `limit`: closed, answered, without a hold, put to no other case that is younger, on no
   * list that is still to be worked off.
   */
  due(unit: string, today: string, limit: number): Promise<readonly DueCase[]>
  holds(unit: string): Promise<readonly Hold[]>
  /** @returns the case's id, for what its hold is sealed with. Absent: no such case in the unit. */
  idOf(unit: string, number: string): Promise<string | undefined>
  holdOf(caseId: string): Promise<Hold | undefined>
  /** One there is stays as it is. @returns false then, and where there is no such case. */
  hold(caseId: string, hold: Omit<Hold, 'number'>, audit: AuditEntry, at: string): Promise<boolean>
  /** @returns false if there was none. */
  lift(caseId: string, audit: AuditEntry, at: string): Promise<boolean>
  /** Writes a list down. Cases that are not due any more are left out. @returns it, absent if nothing is left of it. */
  list(
    list: Pick<ShredList, 'id' | 'unit' | 'askedBy' | 'at'>,
    numbers: readonly string[],
  ): Promise<ShredList | undefined>
  lists(unit: string): Promise<readonly Omit<ShredList, 'cases'>[]>
  byId(id: string): Promise<ShredList | undefined>
  /** Takes back a list nobody agreed to yet. */
  drop(id: string): Promise<boolean>
  /** @returns false if it was agreed to before. */
  agree(id: string, by: string, at: string): Promise<boolean>
  /** Lists that are agreed to and not worked off. */
  unfinished(): Promise<readonly string[]>
  /** Takes a list into a database that was restored from before it: its cases stand there with their keys gone. */
  relist(order: ShredOrder, at: string): Promise<void>
  /**
   * First stage: looks once more whether the case may go; then every data key of it is deleted. From here on there is no
   * way back. @returns the stage it stands at then.
   */
  dropKeys(list: string, caseId: string): Promise<ShredStage>
  /** Second stage: the bytes of its files. */
  dropFiles(list: string, caseId: string): Promise<void>
  /** Last stage: its rows; a certificate takes their place, with the line of the audit. */
  dropRows(order: ShredOrder, at: string): Promise<void>
  /** Rewrites what deleted rows lay in, as far as the database can. */
  scrub(): Promise<void>
  finish(list: string): Promise<void>
  /** Newest first, at most `limit`. */
  certificates(unit: string, limit: number): Promise<readonly Certificate[]>
  certificate(unit: string, number: string): Promise<Certificate | undefined>
  /** What the holder of a receipt may hear of a case that is no more. */
  destroyed(receiptId: string): Promise<Pick<Certificate, 'kind' | 'destroyedOn'> | undefined>
  /** Which of these cases are there. */
  present(caseIds: readonly string[]): Promise<readonly string[]>
}

/** What was destroyed, kept outside the database and its backups; src/vault. */
export interface ShredRecord {
  /** Is on the disk when it returns. */
  keep(order: ShredOrder): Promise<void>
  /** What this house wrote; lines that are not its own are left out. */
  read(): Promise<readonly ShredOrder[]>
}
