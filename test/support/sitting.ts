import { createHash } from 'node:crypto'
import type { Seat } from '../../src/runtime/index.ts'
import type { Desk, Office } from './office.ts'

/** The seat of an officer who has signed in, with their key, as a request of theirs has it. */
export async function sitting(office: Pick<Office, 'keyring'>, { officer, token }: Desk): Promise<Seat> {
  const idHash = createHash('sha256').update(token).digest('base64url')
  const unlocked = await office.keyring.bySession(officer.id, idHash, token)
  return { officer, idHash, ...(unlocked ? { unlocked } : {}) }
}
