import { z } from 'zod'
import type { HeldClause } from '../knowledge/index.ts'
import type { Asking } from './ask-model.ts'
import { doubtOf, type Ground, type Grounds } from './grounded.ts'
import { objectsIn } from './json-in.ts'
import type { Sentence } from './needed.ts'
import type { Prompt } from './prompts.ts'
import type { Request } from './speaker.ts'

/** What an answer is to be worded from. */
export interface Wording {
  /** Redacted. */
  readonly question: string
  readonly clauses: readonly HeldClause[]
  /** The same clauses as sentences are held against them. */
  readonly grounds: readonly Ground[]
}

const sentence = z.object({ text: z.string().max(1000), cites: z.array(z.string().max(200)).min(1).max(4) })
/** Characters of a streamed answer at most. */
const longestStream = 16_384

const form = z.object({ sentences: z.array(sentence).max(24) })

/** @returns the sentences that stand, in order, each told once; absent if the model gave nothing to look at. */
export async function composeOnce(
  asking: Asking,
  prompt: Prompt,
  wording: Wording,
  grounds: Grounds,
): Promise<readonly Sentence[] | undefined> {
  const said = await asking.ask(requestOf(prompt, wording), form)
  if (said === undefined) return undefined
  const told = new Set<string>()
  const out: Sentence[] = []
  for (const each of said.sentences) {
    // One takes some milliseconds; a whole answer of them must not keep everybody else waiting.
    await new Promise(setImmediate)
    out.push(...standing(each, wording, grounds, told))
  }
  return out
}

/**
 * The same as it comes: each sentence is yielded when it is whole and was held against its clauses, never a piece of one. What is cut
 * off in the middle of a sentence never appears.
 */
export async function* composeStream(
  asking: Asking,
  prompt: Prompt,
  wording: Wording,
  grounds: Grounds,
): AsyncGenerator<Sentence, void, undefined> {
  let text = ''
  let yielded = 0
  const told = new Set<string>()
  for await (const piece of asking.stream(requestOf(prompt, wording))) {
    text += piece
    // A sentence ends with a brace; and nobody needs more than this to answer.
    if (!piece.includes('}')) continue
    if (text.length > longestStream) return
    const { found } = objectsIn(text.slice(Math.max(0, text.indexOf('{'))), 1)
    for (const each of found.slice(yielded)) {
      yielded++
      const read = sentence.safeParse(tried(each))
      if (read.success) yield* standing(read.data, wording, grounds, told)
    }
  }
}

export function groundsOf(clauses: readonly HeldClause[]): readonly Ground[] {
  return clauses.map(({ entry, instrument, cite }) => ({
    id: entry.id,
    texts: [entry.text, ...(cite.quote === undefined ? [] : [cite.quote])].map((text) => text.replace(/\s+/gu, '')),
    label: cite.label,
    titles: [instrument.title, instrument.short, ...(instrument.aliases ?? [])].flatMap((title) => title ?? []),
    region: cite.region,
    authority: cite.authority,
  }))
}

/** Passages are values beside the question, marked as what they are; nothing of them stands among the prompt's own words. */
function requestOf(prompt: Prompt, { question, clauses }: Wording): Request {
  const passages = clauses.map(({ entry, instrument, cite }) => ({
    id: entry.id,
    from: `《${instrument.short ?? instrument.title}》${cite.label}`,
    region: cite.region,
    kind: cite.authority,
    text: entry.text.replace(/\s+/gu, ''),
  }))
  return { prompt, values: { question, passages } }
}

function standing(said: Sentence, { grounds }: Wording, all: Grounds, told: Set<string>): readonly Sentence[] {
  const text = said.text.trim().replace(/[。；;]?$/u, '。')
  const cites = [...new Set(said.cites)]
  const cited = cites.map((id) => grounds.find((ground) => ground.id === id))
  if (told.has(text) || !cited.every((ground) => ground !== undefined)) return []
  if (doubtOf(text, cited, all) !== undefined) return []
  told.add(text)
  return [{ text, cites }]
}

/** What is no JSON is no sentence: absent. */
function tried(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
