import { randomBytes } from 'node:crypto'
import { Fault } from '../base/index.ts'
import type { KeyCopy, Recipients, Sealed } from '../runtime/index.ts'
import type { Place } from './bound-to.ts'
import { lock, unlock } from './lock.ts'
import { padded, unpadded } from './padding.ts'
import { type KeyPair, open, seal } from './seal.ts'

/** What a copy of a data key is called that only the holder of the receipt opens. */
export const reporter = 'reporter'

/**
 * And one for cases older than sealing, whose receipt nobody but its holder knows: officers' messages are sealed to a key
 * that comes from the server key, until the receipt is shown once and its own key is known.
 */
export const server = 'server'

/** The row something of a case lies in. `part` names its data key. */
export interface CasePart {
  readonly caseId: string
  readonly part: string
}

/** A fresh data key and its copies for everybody who is to open what it locks. */
export function dataKey(
  { group }: Pick<Recipients, 'group'>,
  at: CasePart,
  reader?: { readonly id: string; readonly publicKey: Uint8Array },
): { readonly key: Buffer; readonly copies: readonly KeyCopy[] } {
  const key = randomBytes(32)
  const to = [group, ...(reader ? [reader] : [])]
  return { key, copies: to.map(({ id, publicKey }) => ({ to: id, sealed: seal(publicKey, key, copyPlace(at, id)) })) }
}

/** Locks JSON or bytes, padded, bound to the row and field they stand in. */
export function lockContent(key: Uint8Array, content: unknown, place: Place): Buffer {
  return lock(key, padded(content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))), place)
}

/** @throws Fault if it does not open: it was changed, or moved here from another row. */
export function unlockContent(key: Uint8Array, locked: Uint8Array, place: Place): Buffer {
  const bytes = unlock(key, locked, place)
  const plain = bytes && unpadded(bytes)
  if (!plain) throw broken(place)
  return plain
}

/**
 * The data key, by a copy sealed to one of these keys.
 *
 * @returns nothing if no copy is for any of them. @throws Fault if one is and does not open.
 */
export function openKey(copies: Sealed['keys'], keys: ReadonlyMap<string, KeyPair>, at: CasePart): Buffer | undefined {
  for (const { to, sealed } of copies) {
    const pair = keys.get(to)
    if (!pair) continue
    const key = open(pair, sealed, copyPlace(at, to))
    if (!key) throw broken({ table: 'sealed_keys', row: at.caseId, field: at.part })
    return key
  }
  return undefined
}

export const copyPlace = ({ caseId, part }: CasePart, to: string): Place => ({
  table: 'sealed_keys',
  row: `${caseId} ${part}`,
  field: to,
})

/** Where the parts of a case lie; also what their content is bound to. */
export const places = {
  body: (caseId: string): Place => ({ table: 'cases', row: caseId, field: 'body' }),
  head: (caseId: string): Place => ({ table: 'cases', row: caseId, field: 'head' }),
  identity: (caseId: string): Place => ({ table: 'cases', row: caseId, field: 'identity' }),
  message: (caseId: string, id: string): Place => ({ table: 'messages', row: `${caseId} ${id}`, field: 'content' }),
  face: (caseId: string, id: string): Place => ({ table: 'attachments', row: `${caseId} ${id}`, field: 'face' }),
  bytes: (caseId: string, id: string): Place => ({ table: 'attachments', row: `${caseId} ${id}`, field: 'bytes' }),
  newFacts: (caseId: string, id: string): Place => ({
    table: 'case_links',
    row: `${caseId} ${id}`,
    field: 'new_facts',
  }),
  paper: (caseId: string, id: string): Place => ({ table: 'sign_offs', row: `${caseId} ${id}`, field: 'content' }),
}

/** Parts as the store names them. */
export const parts = {
  body: 'body',
  identity: 'identity',
  message: (id: string) => `message/${id}`,
  file: (id: string) => `file/${id}`,
  link: (id: string) => `link/${id}`,
  paper: (id: string) => `paper/${id}`,
}

/** Says where, never why: whether key, place or content is wrong is nobody's to know. */
function broken({ table, row, field }: Place): Fault {
  return new Fault([`密封内容打不开：${table} ${row} ${field}。它可能被改动或挪动过，请和备份比对。`])
}
