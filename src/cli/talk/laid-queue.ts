import type { Scratch } from '../scratch.ts'
import { handIn } from './handed-in.ts'
import type { Talk } from './read.ts'
import { relationsIn, told } from './told-cases.ts'

/** Cases handed in before an officer's conversation begins. */
export interface LaidQueue {
  readonly numbers: readonly string[]
  /** The receipt of each. */
  readonly receipts: ReadonlyMap<string, string>
}

/** The number before the first one given out under a letter. */
const before = 1000

/** Real sealed cases under the numbers a conversation names, as alike as its note says. @returns absent if it names none. */
export async function layQueue(scratch: Scratch, talk: Talk): Promise<LaidQueue | undefined> {
  const queue = talk.given['queue']
  if (!Array.isArray(queue)) return undefined
  const numbers = queue.map(String)
  const { house } = scratch
  await house.store.units.add({ id: 'elsewhere', name: '别处' })
  const receipts = new Map<string, string>()
  const relations = relationsIn(String(talk.given['note'] ?? ''))
  const last = new Map<string, number>()
  const inOrder = [...numbers].sort((a, b) => numberOf(a) - numberOf(b))
  for (const [n, number] of inOrder.entries()) {
    const kind = house.kinds.find(({ letter }) => number.startsWith(`${letter}-`))
    if (!kind) throw new Error(`no kind of case has numbers like ${number}`)
    // Some days apart, so that their days differ and the last one is still new.
    const at = new Date(Date.parse('2026-11-20T02:00:00Z') - (inOrder.length - 1 - n) * 4 * 86_400_000)
    const day = `${at.toISOString().slice(0, 10)}T10:00:00+08:00`
    const answers = told(kind.id, number, inOrder, relations)
    // Numbers before it go to a unit nobody here belongs to.
    for (let n = (last.get(kind.letter) ?? before) + 1; n < numberOf(number); n++)
      await handIn(scratch, kind, answers, day, 'elsewhere')
    const laid = await handIn(scratch, kind, answers, day, 'local')
    if (laid.number !== number) throw new Error(`${number} cannot be laid down`)
    last.set(kind.letter, numberOf(number))
    receipts.set(number, laid.receipt)
  }
  return { numbers, receipts }
}

const numberOf = (number: string) => Number(number.replace(/\D/g, ''))
