import { createHash } from 'node:crypto'

/** An arrival as the inbox knows it: no channel, no platform id, no body. Hex SHA-256. */
export function inboxKey({ channel, id }: { readonly channel: string; readonly id: string }): string {
  return createHash('sha256').update(`${channel}\0${id}`).digest('hex')
}
