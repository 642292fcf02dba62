import { maskCodes } from '../../base/index.ts'
import {
  type Conversations,
  hiddenDraftCode,
  type LogRow,
  type Task,
  type Thread,
  Undelivered,
} from '../../runtime/index.ts'
import { hashed, inWords } from '../wecom/index.ts'
import { left, share } from './budget.ts'
import { fold } from './fold.ts'
import type { ToPerson } from './kept.ts'
import { asMenu, asText, type KfBody, type Line, sendOne } from './send.ts'

export interface Delivering extends Line {
  readonly conversations: Pick<Conversations, 'load' | 'log'>
  readonly origin?: string
}

/** Sends one reply within what WeChat leaves us: what is too long is folded, and a code is never folded away. */
export function delivery(line: Delivering) {
  return async (task: Task, text: string): Promise<void> => {
    const { person, say } = task
    const of = hashed(task.key)
    const before = await line.kept.recall(person)
    const free = left(before.window, line.now(), line.bounds)
    const part = before.part?.of === of ? before.part : { of, most: Math.max(1, mostFor(task, free)), out: 0 }
    const menu = asMenu(say, inWords({ ...say, choices: [] }, text, line.origin))
    const word = await foldWord(line, task)
    const folded = menu ? { out: [], tail: 0 } : fold(inWords(say, text, line.origin), part.most, word)
    const bodies: readonly KfBody[] = menu ? [menu] : folded.out.map(asText)
    for (let n = part.out; n < bodies.length; n++) {
      const last = n === bodies.length - 1
      await sendOne(
        line,
        person,
        bodies[n] as KfBody,
        (
          { part: _part, folded: _old, ...was }, // n is below the length.
        ) =>
          last
            ? { ...was, ...(folded.tail > 0 ? { folded: { key: task.key, tail: folded.tail, word } } : {}) }
            : { ...was, part: { ...part, out: n + 1 } },
      )
    }
  }
}

/** A receipt is shown once, so its message goes out whole if it can. */
const mostFor = ({ say, draft }: Task, free: number): number =>
  say.receipt || draft !== undefined ? free : share(free)

/** 1 where nothing is asked, else it would be the answer to a question. */
async function foldWord({ conversations }: Delivering, task: Task): Promise<string> {
  if (task.say.choices?.length || task.say.card) return '全文'
  const { state } = await conversations.load(task)
  return state?.frame || state?.aside || state?.voice !== undefined ? '全文' : '1'
}

/** True for the word that asks for the rest of what was folded, while there is any. */
export const asksForRest = ({ folded }: ToPerson, text: string): boolean =>
  folded !== undefined && [folded.word, '全文', '看全文'].includes(text.trim().replace(/[“”"。]/g, ''))

/** Sends the rest of what was folded, as much of it as may go; what is left stays folded. @throws as `sendOne` */
export async function sendRest(line: Delivering, thread: Thread): Promise<void> {
  const { folded, window } = await line.kept.recall(thread.person)
  if (!folded) return
  const row = await rowOf(line, thread, folded.key)
  if (row?.from !== 'bot') throw new Undelivered('never', 'log')
  // The code was in what has been shown; here it is no more than masked.
  const shown = maskCodes(row.say.text).replaceAll('{{receipt}}', '').replaceAll('{{draftCode}}', hiddenDraftCode)
  const rest = inWords(row.say, shown, line.origin).trim().slice(-folded.tail)
  const { out, tail } = fold(rest, Math.max(1, left(window, line.now(), line.bounds) - 1), folded.word)
  let open = folded.tail
  for (const [n, piece] of out.entries()) {
    open = n === out.length - 1 ? tail : rest.slice(rest.indexOf(piece) + piece.length).trimStart().length
    await sendOne(line, thread.person, asText(piece), ({ folded: _old, ...was }) => ({
      ...was,
      ...(open > 0 ? { folded: { ...folded, tail: open } } : {}),
    }))
  }
}

/** A look at the log from its beginning, a page at a time: long answers are rare, and nobody waits for this but who asked. */
async function rowOf({ conversations }: Delivering, thread: Thread, key: string): Promise<LogRow | undefined> {
  for (let after = 0; ; ) {
    const rows = await conversations.log(thread, after, 500)
    const found = rows.find((row) => row.key === key)
    const last = rows.at(-1)
    if (found || !last) return found
    after = last.seq
  }
}
