import { CORE_SCHEMA, load } from 'js-yaml'
import type { z } from 'zod'
import { guideHead } from './schema.ts'
import type { Guide } from './types.ts'

/** Sentences of the body that no cite follows; empty in a sound guide. */
export type Uncited = readonly string[]

/**
 * Reads a guide: YAML between two `---` lines, then lines whose sentences end with their cites, `……。[nat.rule.39][nat.rule.45]`.
 * Headings are for the writer and are left out; list markers are taken off.
 * @returns what zod thinks of the head, and a way to the guide once the head is sound.
 */
export function readGuide(source: string): {
  readonly head: z.ZodSafeParseResult<z.infer<typeof guideHead>>
  readonly body: Pick<Guide, 'sentences'>
  readonly uncited: Uncited
} {
  const [, front = '', body = source] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(source) ?? []
  const sentences: { text: string; cites: readonly string[] }[] = []
  const uncited: string[] = []
  for (const line of body.split(/\r?\n/)) {
    const plain = line.replace(/^\s*(?:[-*+]|\d+[.、)])\s+/, '').trim()
    if (plain === '' || plain.startsWith('#')) continue
    const rest = plain.replace(cited, (_, text: string, cites: string) => {
      sentences.push({ text: text.trim(), cites: [...cites.matchAll(cite)].map(([, id]) => id as string) })
      return ''
    })
    if (rest.trim() !== '') uncited.push(rest.trim())
  }
  return { head: guideHead.safeParse(load(front, { schema: CORE_SCHEMA }) ?? {}), body: { sentences }, uncited }
}

const cite = /\[([a-z][A-Za-z0-9._-]*)\]/g
const cited = /([^[\]]+?)((?:\s*\[[a-z][A-Za-z0-9._-]*\])+)/g
