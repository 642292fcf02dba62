import { type Content, openContent } from '../assembly.ts'
import { Fault, Refused } from '../base/index.ts'
import { readConfig } from '../config.ts'
import { readPublished } from '../store/index.ts'
import type { Call } from './call.ts'

/**
 * The content with what is published in the database this house would start on, as the server answers. Reads only. Where the
 * database cannot be read, says so in one line and goes on with the digest, which is sound by itself.
 */
export async function openStocked({ complain }: Pick<Call, 'complain'>): Promise<Content> {
  try {
    return openContent(undefined, { originals: await readPublished(readConfig()) })
  } catch (error) {
    if (!(error instanceof Fault || error instanceof Refused)) throw error
    complain(`没有读到已发布的原文，先按摘要作答：${error.message.replaceAll('\n', ' ')}`)
    return openContent()
  }
}
