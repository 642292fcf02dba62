import type { z } from 'zod'
import { Fault } from '../base/index.ts'

/** Reads content written in bot/. @throws Fault with one sentence for every word that does not fit, naming where it stands. */
export function parsed<T extends z.ZodType>(schema: T, value: unknown, name: string): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Fault(result.error.issues.map((i) => `bot: ${name} ${i.path.join('.')}: ${i.message}`))
}
