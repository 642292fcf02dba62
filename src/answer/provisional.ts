import { z } from 'zod'
import type { Query } from '../search/index.ts'
import type { Asking } from './ask-model.ts'
import type { Prompt } from './prompts.ts'

const form = z.object({ answer: z.string().max(1200) })

/** An answer the model would give, for its words alone: it is searched with and never shown. Absent if there is none. */
export async function provisionalFor(asking: Asking, prompt: Prompt, question: string): Promise<string | undefined> {
  return (await asking.ask({ prompt, values: { question } }, form))?.answer
}

/** What its words count beside the person's own (RETRIEVAL section 5: best of the weights tried). */
const weight = 0.3

/** A query with the words of a provisional answer added, down-weighted: they help to choose, and nothing is asked for by them. */
export function withHint(query: Query, hint: Query): Query {
  const wanted = new Map(query.wanted)
  for (const [term, counts] of hint.wanted) wanted.set(term, Math.max(wanted.get(term) ?? 0, weight * counts))
  return { ...query, wanted }
}
