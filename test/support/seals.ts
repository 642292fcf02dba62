import type { Address, Thread } from '../../src/runtime/index.ts'
import { talks } from '../../src/vault/index.ts'

/** Seals under a fixed server key, so that processes and restarts of one test understand each other. */
export const seals = talks(Buffer.alloc(32, 7))

/** What stands in a case about the conversation it was handed in from. */
export const addressOf = ({ channel, person, secret }: Thread): Address =>
  secret === undefined ? { channel, person } : { channel, person: seals.row({ channel, person, secret }), row: true }
