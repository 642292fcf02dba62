import { Fault, Refused } from '../../base/index.ts'
import type { Review } from '../../publishing/index.ts'
import type { TextRow } from '../../runtime/index.ts'
import type { Call } from '../call.ts'
import { atLibrary, doer, type LibraryDesk } from './library-desk.ts'
import { reviewLines, titleOf } from './words.ts'

/** Shows what a proposal changes, publishes it, or both. */
export async function publish(call: Call): Promise<number> {
  const { account, show } = call.options
  return decide(call, 'publish', async (desk, review) => {
    if (show && !call.options['json']) for (const line of reviewLines(review)) call.print(line)
    if (show && account === undefined) return { outcome: 'shown' }
    const by = await doer(call, desk)
    const { row, revision } = await desk.press.publish({ id: review.row.id, revision: review.row.revision, by })
    return {
      outcome: 'published',
      row,
      revision,
      says: `${titleOf(row)}已发布，编号 ${row.text} 第 ${row.edition} 版。`,
    }
  })
}

/** Takes a proposal back, or an edition down. */
export async function withdraw(call: Call): Promise<number> {
  return decide(call, 'withdraw', async (desk, { row: { id, revision, state } }) => {
    const by = await doer(call, desk)
    const row = await desk.press.withdraw({ id, revision, by })
    const says = state === 'published' ? `${titleOf(row)}撤下来了，答复不再引用它。` : `${titleOf(row)}已撤回。`
    return { outcome: 'withdrawn', row, revision: await desk.store.texts.revision(), says }
  })
}

interface Decided {
  readonly outcome: 'shown' | 'published' | 'withdrawn'
  readonly row?: TextRow
  readonly revision?: number
  readonly says?: string
}

async function decide(
  call: Call,
  command: string,
  work: (desk: LibraryDesk, review: Review) => Promise<Decided>,
): Promise<number> {
  const [id, ...more] = call.words
  if (id === undefined || more.length > 0)
    throw new Fault([`请写上一个编号：npx qingwen ${command} p12。编号见 npx qingwen texts`])
  try {
    const { review, done } = await atLibrary(async (desk) => {
      const review = await desk.press.review(id)
      return { review, done: await work(desk, review) }
    })
    const { says, ...rest } = done
    if (call.options['json'])
      call.print(
        JSON.stringify({ row: review.row, ...rest, ...(call.options['show'] ? { review: brief(review) } : {}) }),
      )
    else if (says !== undefined) call.print(says)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const message = error.code === 'notFound' ? `没有 ${id} 这个编号。编号见 npx qingwen texts` : error.message
    if (call.options['json']) call.print(JSON.stringify({ outcome: 'refused', code: error.code, message }))
    else call.complain(message)
    return 1
  }
}

/** A review without the whole text: what changed, what it touches, what is matched. */
function brief({ passages: _, changes, ...rest }: Review) {
  return { ...rest, changes: changes?.filter(({ type }) => type !== 'same') ?? null }
}
