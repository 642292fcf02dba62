import type { Seals } from '../runtime/index.ts'

/** An arrival as the inbox knows it: no channel, no platform id, no body. */
export function inboxKey(seals: Seals, { channel, id }: { readonly channel: string; readonly id: string }): string {
  return seals.tag(`${channel}\0${id}`)
}
