import type { z } from 'zod'
import type { Memory } from '../../runtime/index.ts'

/** What a channel keeps about one conversation, read and changed as a whole. */
export interface Remembering<T> {
  recall(key: string): Promise<T>
  /** Changes it, again from fresh if somebody else did meanwhile. @returns what is kept now. */
  amend(key: string, change: (kept: T) => T): Promise<T>
}

/** Somebody who loses this often stands in a crowd that should not be there. */
const tries = 10

/** @param shape reads what was kept; what an older edition kept and this one cannot read counts as nothing kept. */
export function remembering<T>(memory: Memory, channel: string, shape: z.ZodType<T>, nothing: T): Remembering<T> {
  const read = (value: string | undefined): T => {
    if (value === undefined) return nothing
    const kept = shape.safeParse(JSON.parse(value))
    return kept.success ? kept.data : nothing
  }
  return {
    recall: async (key) => read((await memory.recall(channel, key)).value),
    async amend(key, change) {
      for (let attempt = 1; attempt <= tries; attempt++) {
        const { value, revision } = await memory.recall(channel, key)
        const next = change(read(value))
        const text = JSON.stringify(next)
        if (text === value || (await memory.keep(channel, key, text, revision)) === 'kept') return next
      }
      throw new Error(`what channel ${channel} keeps changed under it ${tries} times`)
    },
  }
}
