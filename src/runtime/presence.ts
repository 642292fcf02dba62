import type { Thread } from './arrival.ts'
import type { Seals } from './seals.ts'

/**
 * Who is connected just now, by the rows of their conversations: what officers do for them can be told at once. The only
 * place where a secret stays for longer than a request, in memory, and no longer than the connection.
 */
export interface Presence {
  /** @returns to be called when the connection ends. */
  attend(thread: Thread): () => void
  /** Whoever is here from a row (`Seals.row`). */
  from(row: string): Thread | undefined
}

export function presence(seals: Pick<Seals, 'row'>): Presence {
  const here = new Map<string, { readonly thread: Thread; lines: number }>()
  return {
    attend(thread) {
      const row = seals.row(thread)
      const known = here.get(row) ?? { thread, lines: 0 }
      known.lines++
      here.set(row, known)
      let ended = false
      return () => {
        if (ended) return
        ended = true
        known.lines--
        if (known.lines === 0) here.delete(row)
      }
    },
    from: (row) => here.get(row)?.thread,
  }
}
