import { AsyncLocalStorage } from 'node:async_hooks'

/** Whether what runs now belongs to the vendor's kit. */
const inside = new AsyncLocalStorage<true>()
let muted = false

/**
 * Runs a call of the vendor's kit without its words: it prints keys, stacks and people's messages past our log. Only what
 * it says within the call is dropped; everybody else's console is as it was.
 */
export function quietly<T>(call: () => Promise<T>): Promise<T> {
  if (!muted) mute()
  return inside.run(true, call)
}

function mute(): void {
  muted = true
  const { console } = globalThis
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    const plain = console[name].bind(console)
    console[name] = (...words: unknown[]) => {
      if (!inside.getStore()) plain(...words)
    }
  }
}
