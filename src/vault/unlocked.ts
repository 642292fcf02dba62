import { hkdfSync } from 'node:crypto'
import { Fault } from '../base/index.ts'
import type {
  CaseBody,
  CaseMessage,
  EntryRows,
  FileFace,
  Identity,
  Keys,
  NewFacts,
  Unlocked,
} from '../runtime/index.ts'
import { entriesUnder } from './entries.ts'
import { openKey, parts, places, unlockContent } from './envelope.ts'
import { openCopy } from './group-keys.ts'
import { lock } from './lock.ts'
import { newRecoveryKey, recoveryLock } from './recovery-key.ts'
import type { KeyPair } from './seal.ts'

/** One officer's private key in use, and the group keys it opens; those are looked up once a request. */
export function unlockedKey(
  keys: Keys,
  rows: EntryRows,
  officer: string,
  own: KeyPair,
): Unlocked & { readonly pair: () => KeyPair } {
  let groups: Promise<ReadonlyMap<string, KeyPair>> | undefined
  const held = () => (groups ??= groupsOf(keys, officer, own))

  const message: Unlocked['message'] = async (caseId, { id, content }) => {
    const key = openKey(content.keys, await held(), { caseId, part: parts.message(id) })
    return key && json<CaseMessage>(unlockContent(key, content.locked, places.message(caseId, id)))
  }

  return {
    officer,
    message,
    entries: entriesUnder(keys, rows, held),
    // A function, so that nothing that writes an object down writes the key down.
    pair: () => own,

    keep: (idHash, sessionId) =>
      keys.keepSession(idHash, lock(sessionKey(sessionId), own.privateKey, inSession(idHash))),

    relock: (password, passwordKey) =>
      keys.changePassword(officer, password, lock(passwordKey, own.privateKey, underPassword(officer))),

    async printRecovery() {
      const { printed, secret } = newRecoveryKey()
      await keys.printRecovery(officer, lock(recoveryLock(secret), own.privateKey, underRecovery(officer)))
      return printed
    },

    async case({ sealed, messages, reporterKey: _, ...row }) {
      const group = await held()
      const key = openKey(sealed.body.keys, group, { caseId: row.id, part: parts.body })
      if (!key) return undefined
      const body = json<CaseBody>(unlockContent(key, sealed.body.locked, places.body(row.id)))
      const { at, ...content } = body
      const read = await Promise.all(messages.map((each) => message(row.id, each)))
      return {
        ...row,
        ...content,
        createdAt: at,
        identity: sealed.identity !== undefined,
        messages: read.filter((each) => each !== undefined),
      }
    },

    async identity({ id, sealed }) {
      if (!sealed.identity) return undefined
      const key = openKey(sealed.identity.keys, await held(), { caseId: id, part: parts.identity })
      return key && json<Identity>(unlockContent(key, sealed.identity.locked, places.identity(id)))
    },

    async area({ id, head, keys: copies }) {
      const key = openKey(copies, await held(), { caseId: id, part: parts.body })
      return key && json<Pick<CaseBody, 'area'>>(unlockContent(key, head, places.head(id))).area
    },

    async newFacts(masterId, { id, newFacts }) {
      const key = newFacts && openKey(newFacts.keys, await held(), { caseId: masterId, part: parts.link(id) })
      return key && json<NewFacts>(unlockContent(key, newFacts.locked, places.newFacts(masterId, id)))
    },

    async file(caseId, { id, n, face, keys: copies }) {
      const key = openKey(copies, await held(), { caseId, part: parts.file(id) })
      if (!key) return undefined
      const { extension, ...rest } = json<FileFace>(unlockContent(key, face, places.face(caseId, id)))
      return { ...rest, id, name: `附件${n}.${extension}` }
    },

    async paper(caseId, id, { keys: copies, locked }) {
      const key = openKey(copies, await held(), { caseId, part: parts.paper(id) })
      return key && json<unknown>(unlockContent(key, locked, places.paper(caseId, id)))
    },

    async bytes(caseId, { id, keys: copies }, locked) {
      const key = openKey(copies, await held(), { caseId, part: parts.file(id) })
      return key && unlockContent(key, locked, places.bytes(caseId, id))
    },
  }
}

async function groupsOf(keys: Keys, officer: string, own: KeyPair): Promise<ReadonlyMap<string, KeyPair>> {
  const copies = await keys.copies(officer)
  return new Map(
    copies.map((copy) => {
      const pair = openCopy(own, copy)
      if (!pair)
        throw new Fault([`钥匙打不开：group_copies ${copy.key} ${copy.holder}。它可能被改动过，请和备份比对。`])
      return [copy.key, pair]
    }),
  )
}

/** What is opened under a key was written by the sealer, and nobody without the key can have changed it since. */
const json = <T>(plain: Buffer): T => JSON.parse(plain.toString()) as T

/** The session id has 256 bits of chance and is kept by nobody but the browser: no stretching is needed. */
export const sessionKey = (sessionId: string) => Buffer.from(hkdfSync('sha256', sessionId, '', 'qingwen session', 32))

export const inSession = (idHash: string) => ({ table: 'session_keys', row: idHash, field: 'locked' })
export const underPassword = (officer: string) => ({ table: 'officer_keys', row: officer, field: 'by_password' })
export const underRecovery = (officer: string) => ({ table: 'officer_keys', row: officer, field: 'by_recovery' })
