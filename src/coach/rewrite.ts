import { tellsDeed } from '../reading/index.ts'
import { addsNothing } from './adds-nothing.ts'
import { type Edit, edited, tidied } from './clause.ts'
import { even } from './even.ts'
import { judged } from './judged.ts'
import type { Mark } from './mark.ts'
import { sourced, toldBy } from './sourced.ts'
import { clauseAt } from './span.ts'
import { toned } from './toned.ts'
import { unnamed } from './unnamed.ts'

/** What is known beside the text. */
export interface Beside {
  /**
   * For what is known only from others: where the person has it from, in their own words (我嫂子, 那是听我嫂子说的, 听说的).
   * A text that does not say so itself then begins with it.
   */
  readonly heardFrom?: string
}

/**
 * A neutral wording to stand beside the original: abuse and verdicts out, what was heard told as heard, sweeping words out,
 * numbers masked. It adds no name, number, date or place.
 *
 * @param marks as `mark` found them in this text; those of kinds that shall stay are left out by the caller
 * @returns absent if nothing is to be changed, or if what would be left says nothing or breaks the promise above
 */
export function rewrite(text: string, marks: readonly Mark[], beside: Beside = {}): string | undefined {
  const plain = even(text)
  const edits = marks.flatMap((each) => editsOf(plain, each, marks, beside))
  const silent = beside.heardFrom !== undefined && !marks.some((each) => each.kind === 'hearsay')
  if (edits.length === 0 && !silent) return undefined
  const said = `${silent ? `${toldBy(beside.heardFrom)}，` : ''}${tidied(edited(text, edits))}`
  if (said === text || saysLittle(said)) return undefined
  return addsNothing(`${text}${beside.heardFrom ?? ''}`, said) ? said : undefined
}

function editsOf(plain: string, each: Mark, marks: readonly Mark[], { heardFrom }: Beside): readonly Edit[] {
  switch (each.kind) {
    case 'insult':
    case 'self_label':
      return judged(plain, each, marks)
    case 'hearsay':
      return sourced(plain, each, heardFrom)
    case 'speculation':
      return guessed(plain, each)
    case 'exaggeration':
      return toned(plain, each)
    case 'third_person':
      return unnamed(plain, each)
  }
}

/** What is left of a text that only judged is no wording of a report. */
function saysLittle(said: string): boolean {
  const length = said.replace(/[^\p{L}\p{N}]/gu, '').length
  return length < 4 || (length <= 12 && !tellsDeed(said) && !DOING.test(said))
}

const DOING = /[收拿送给占骗吃卖拉扣压改签批花报打骂要挪领分建修招换烧藏卡套用让逼借交买租跑贪盖]/

/** A guess that sounds like knowledge is told as a guess: 肯定也收了 → 我估计也收了. One that sounds like a guess stays. */
function guessed(plain: string, { from, to, span }: Mark): readonly Edit[] {
  const sure =
    /(?:我)?(?:敢)?(?:肯定|一定|绝对|铁定|必定|必然|百分之百|百分百|准是|准保|笃定|指定|打赌|断定)(是)?(也)?$|^不用.*(?:知道|晓得|想|猜)$/.exec(
      even(span),
    )
  if (!sure) return []
  const kept = `${sure[1] ?? ''}${sure[2] ?? ''}`
  const clause = clauseAt(plain, from, to)
  const before = plain.slice(clause.from, from)
  if (before === '') return [{ from, to, instead: `我估计${kept}` }]
  // 他肯定打过招呼 → 我估计他打过招呼; what was done before it in one breath stays what it is.
  if (before.length <= 8 && !/[了过]/.test(before))
    return [
      { from: clause.from, to: clause.from, instead: '我估计' },
      { from, to, instead: kept },
    ]
  return [{ from, to, instead: `，我估计${kept}` }]
}

/** The text without the clauses that hold these marks: 估计还给县里送了 → out. @returns absent if nothing is left */
export function without(text: string, marks: readonly Mark[]): string | undefined {
  const plain = even(text)
  const left = tidied(
    edited(
      text,
      marks.map((each) => ({ ...wholeClauses(plain, each), instead: '' })),
    ),
  )
  return left.replace(/[^\p{L}\p{N}]/gu, '') === '' ? undefined : left
}

function wholeClauses(plain: string, each: Mark): { from: number; to: number } {
  let { from, to } = each
  while (from > 0 && !/[，。；！？,;!?\n]/.test(plain[from - 1] ?? '')) from--
  while (to < plain.length && !/[，。；！？,;!?\n]/.test(plain[to] ?? '')) to++
  return { from, to: /[，,；;]/.test(plain[to] ?? '') ? to + 1 : to }
}
