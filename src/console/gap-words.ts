import type { Gap } from '../runtime/index.ts'

/** What people said of the answers to one question: `没帮上忙 3（没条文 2、看不懂 1），有用 1`; empty if nobody said anything. */
export function opinionOf({ downs, ups, reasons }: Pick<Gap, 'downs' | 'ups' | 'reasons'>): string {
  const because = reasons.map(({ reason, count }) => `${reason} ${count}`).join('、')
  return [
    ...(downs > 0 ? [`没帮上忙 ${downs}${because === '' ? '' : `（${because}）`}`] : []),
    ...(ups > 0 ? [`有用 ${ups}`] : []),
  ].join('，')
}
