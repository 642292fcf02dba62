import { type Audit, type Break, checkChain, type Head } from '../runtime/index.ts'
import { chained } from './audit-chain.ts'

/** Goes through the whole chain, a thousand events at a time. @param heads from outside, their signatures already checked. */
export async function verifyAudit(
  audit: Pick<Audit, 'chain'>,
  heads: readonly Head[],
): Promise<{ readonly events: number; readonly last?: Head; readonly breaks: readonly Break[] }> {
  const check = checkChain(chained, heads)
  for (let after = 0; ; ) {
    const part = await audit.chain(after, 1000)
    for (const event of part) check.next(event)
    const last = part.at(-1)
    if (!last || part.length < 1000) return check.end()
    after = last.seq
  }
}
