import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { Fault } from '../../base/index.ts'
import { givenFile } from '../given-file.ts'

const Turn = z.object({
  u: z.string(),
  /** ISO 8601; the clock goes there before the line is said. */
  at: z.string().optional(),
  set: z.record(z.string(), z.unknown()).default({}),
  keep: z.record(z.string(), z.unknown()).default({}),
  ask: z.string().optional(),
  cite: z.array(z.string()).default([]),
  event: z.array(z.string()).default([]),
  must: z.array(z.string()).default([]),
  must_not: z.array(z.string()).default([]),
})
export type TalkTurn = z.infer<typeof Turn>

const Talk = z.object({
  id: z.string(),
  channel: z.string().default('web'),
  persona: z.string().optional(),
  given: z.record(z.string(), z.unknown()).default({}),
  turns: z.array(Turn).min(1),
  expected: z.object({ form: z.string().nullish(), fields: z.record(z.string(), z.unknown()).nullish() }).optional(),
})
export type Talk = z.infer<typeof Talk>

/**
 * Reads the conversations of a file: each fenced `yaml` block is one.
 *
 * @throws Fault naming every block that is not a conversation.
 */
export function readTalks(file: string): readonly Talk[] {
  const text = givenFile(file)
  const faults: string[] = []
  const talks = [...text.matchAll(/^```ya?ml\s*\n([\s\S]*?)^```/gm)].flatMap((block, n) => {
    try {
      return [Talk.parse(load(block[1] ?? '', { schema: CORE_SCHEMA }))]
    } catch (cause) {
      faults.push(`${file} 第 ${n + 1} 段对话读不了：${cause instanceof Error ? cause.message.split('\n')[0] : ''}`)
      return []
    }
  })
  if (faults.length > 0) throw new Fault(faults)
  if (talks.length === 0) throw new Fault([`${file} 里没有 yaml 对话`])
  return talks
}
