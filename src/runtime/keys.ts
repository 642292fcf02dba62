import type { Attachment } from './attachments.ts'
import type { CaseMessage, CaseRow, SealedCase } from './cases.ts'
import type { Entries } from './entries.ts'
import type { CaseLink, NewFacts } from './links.ts'
import type { Case, Identity } from './opened.ts'
import type { KeyCopy, Sealed, SealedFile, SealedMessage } from './sealed.ts'

/** The key of one unit for one purpose, in one epoch. A new epoch begins whenever somebody leaves. */
export interface GroupKey {
  /** `local/report/1` */
  readonly id: string
  readonly unit: string
  readonly purpose: string
  readonly epoch: number
  readonly publicKey: Uint8Array
}

/** A private half of a group key, sealed to one officer, or in escrow under the server key while no officer holds it. */
export interface GroupCopy {
  readonly key: string
  /** Account id, or `escrow`. */
  readonly holder: string
  readonly sealed: Uint8Array
}

/** An officer's key pair; the private half is locked under their password, and again under their printed recovery key. */
export interface OfficerKey {
  readonly publicKey: Uint8Array
  readonly byPassword: Uint8Array
  /** Absent until they have printed one. */
  readonly byRecovery?: Uint8Array
}

/** Keys as the store keeps them: public, sealed or locked, never in clear. */
export interface Keys {
  /** The newest epoch; absent if there is none. */
  current(unit: string, purpose: string): Promise<GroupKey | undefined>
  /** Adds an epoch with its copies, and takes every copy away from `leaver`. @returns false if the epoch is there already. */
  addGroup(key: GroupKey, copies: readonly GroupCopy[], leaver?: string): Promise<boolean>
  /** All epochs of all purposes of a unit, oldest first. */
  groups(unit: string): Promise<readonly GroupKey[]>
  copies(holder: string): Promise<readonly GroupCopy[]>
  /** Who holds which keys of a unit; `escrow` among them. */
  holders(unit: string): Promise<readonly Pick<GroupCopy, 'key' | 'holder'>[]>
  /** Adds copies; a copy that is there already stays. `fromEscrow`: they take the place of those in escrow, once. @returns false if those are gone. */
  addCopies(copies: readonly GroupCopy[], fromEscrow: boolean): Promise<boolean>
  officer(id: string): Promise<OfficerKey | undefined>
  /** @returns false if the officer has a key already. */
  addOfficer(id: string, key: OfficerKey): Promise<boolean>
  printRecovery(id: string, byRecovery: Uint8Array): Promise<void>
  /** Sets a finished scrypt record and the lock that goes with it, in one transaction; every session of the account ends. */
  changePassword(id: string, password: string, byPassword: Uint8Array): Promise<void>
  /** An officer's private key, locked under the session id that only their browser holds. Goes with the session. */
  keepSession(idHash: string, locked: Uint8Array): Promise<void>
  session(idHash: string): Promise<Uint8Array | undefined>
  /** Copies of data keys of one case, by part; for whoever rotates or shreds. */
  copiesOf(caseId: string): Promise<readonly (KeyCopy & { readonly part: string })[]>
}

/** Officers' keys in use; src/vault. What is unlocked lives as long as one request. */
export interface Keyring {
  /** Gives an officer a key pair under what was stretched from their password; one who has one keeps it. */
  enrol(officer: string, passwordKey: Uint8Array): Promise<void>
  /** @returns nothing if the officer has no key, or this is not what it is locked under. */
  unlock(officer: string, passwordKey: Uint8Array): Promise<Unlocked | undefined>
  /** The same by the printed recovery key, as typed. */
  recover(officer: string, typed: string): Promise<Unlocked | undefined>
  /** @param sessionId the secret in the browser's cookie, of which we only keep the hash. */
  bySession(officer: string, idHash: string, sessionId: string): Promise<Unlocked | undefined>
  /** Takes the unit's keys out of escrow, if they still are there: the first officer who works cases does. */
  takeOver(unlocked: Unlocked, unit: string): Promise<boolean>
  /** Re-seals every key of the unit that this officer holds to another one. @returns false if the other has no key pair yet. */
  admit(unlocked: Unlocked, unit: string, officer: string): Promise<boolean>
  /** Takes all copies from an officer and begins a new epoch for those who stay. They open nothing handed in from now on. `last`: nobody else holds what they hold, nothing was done. */
  remove(unit: string, officer: string): Promise<'done' | 'last'>
  /** Account ids: who can open what the unit receives, and whether it is still in escrow. */
  standing(unit: string): Promise<{ readonly holders: readonly string[]; readonly escrow: boolean }>
  hasRecovery(officer: string): Promise<boolean>
}

/** One officer's private key, opened for one request, and what it opens. It cannot be written down: `toJSON` gives nothing. */
export interface Unlocked {
  readonly officer: string
  /** Keeps it for the session, locked under the secret the browser holds. */
  keep(idHash: string, sessionId: string): Promise<void>
  /** Sets a new password: its finished record, and the lock under what was stretched from it. Every session ends. */
  relock(password: string, passwordKey: Uint8Array): Promise<void>
  /** Makes a new recovery key; an older one no longer opens anything. @returns eight groups of four, to be printed and shown once. */
  printRecovery(): Promise<string>
  /** @returns nothing if this officer holds no key for it. @throws Fault if it does not open under the key it is sealed to. */
  case(sealed: SealedCase): Promise<Case | undefined>
  identity(sealed: SealedCase): Promise<Identity | undefined>
  /** Place a row of the queue shows; absent if none was named, or there is no key for it. */
  area(row: CaseRow): Promise<string | undefined>
  message(caseId: string, message: SealedMessage): Promise<CaseMessage | undefined>
  /** Facts listed apart on the master of a link. */
  newFacts(masterId: string, link: Pick<CaseLink, 'id' | 'newFacts'>): Promise<NewFacts | undefined>
  /** The index of cases under the keys it opens. */
  readonly entries: Entries
  file(caseId: string, file: SealedFile): Promise<Attachment | undefined>
  /** What a paper was sealed with; whoever asked for it knows its shape. */
  paper(caseId: string, id: string, content: Sealed): Promise<unknown>
  bytes(caseId: string, file: SealedFile, locked: Uint8Array): Promise<Uint8Array | undefined>
}
