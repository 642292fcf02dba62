import type { Scalar } from '../flow/index.ts'
import { read } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { type Place, tells } from './correction.ts'
import { hear } from './hear.ts'
import { withheldBy } from './renew.ts'
import { clauses } from './segment.ts'

type Correct = Extract<Command, { type: 'correct' }>

/**
 * A correction and something else in one breath: 没有，对了电话改成…; 日期改成…，要不要重新开会？ What stands before or behind it
 * is the answer to the open question, a question, or another correction; words that are none of these leave it alone.
 */
export function besides(place: Place, t: string, one: (t: string) => Command | undefined): Command | undefined {
  const parts = clauses(t)
  if (parts.length < 2 || parts.length > 6 || tells(place.open) || place.open?.field.kind === 'list') return one(t)
  const whole = one(t)
  if (whole !== undefined && whole.type !== 'correct') return whole
  if (
    whole !== undefined &&
    !parts.some((part, n) => n > 0 && (asks(part) || corrects(one, part) || heard(place, part).length > 0))
  )
    return whole
  for (let n = 1; n < parts.length; n++) {
    const [head, tail] = [parts.slice(0, n).join('，'), parts.slice(n).join('，')]
    const first = one(head)
    const behind = first?.type === 'correct' ? other(place, tail, one) : undefined
    if (first?.type === 'correct' && behind) return { ...first, also: behind }
    const last = first === undefined ? one(tail) : undefined
    const before = last?.type === 'correct' && !last.unsure ? ownAnswer(place, head) : undefined
    if (last?.type === 'correct' && before) return { ...last, also: [before, ...(last.also ?? [])] }
  }
  return whole
}

const corrects = (one: (t: string) => Command | undefined, part: string): boolean => {
  const found = one(part)
  return found?.type === 'correct' && found.unsure === undefined
}

function other(place: Place, t: string, one: (t: string) => Command | undefined): Correct['also'] {
  if (asks(t)) return [{ type: 'wonder', question: t }]
  const next = one(t)
  if (next?.type === 'correct' && !next.unsure) return [next]
  const beside = heard(place, t)
  if (beside.length > 0) return beside
  const answer = ownAnswer(place, t)
  return answer && [answer]
}

/** 电话13900000000 behind a correction: what the form listens for anyway. */
const heard = ({ flow, around, open }: Place, t: string): readonly Command[] =>
  /\d{7}/.test(t)
    ? hear(flow, t, around, open?.path).map(({ path, value }) => ({
        type: 'fill',
        path,
        value,
        said: t,
        direct: false,
      }))
    : []

/** The words as the answer to the question that is open. */
function ownAnswer({ open, around }: Place, t: string): Command | undefined {
  if (!open || open.field.kind === 'list' || open.field.kind === 'statement' || asks(t)) return undefined
  const words = t.replace(/[,，\s]*(?:哦对了?|对了|另外|还有|哎|哦)$/u, '')
  const is = withheldBy(words)
  if (is) return { type: 'noAnswer', path: open.path, is, said: words }
  const reading = read(open.field as Scalar, words, around)
  if (reading === undefined || 'impossible' in reading) return undefined
  return 'is' in reading
    ? { type: 'noAnswer', path: open.path, is: 'unknown', said: words }
    : { type: 'fill', path: open.path, value: reading.value, said: words, direct: true }
}
