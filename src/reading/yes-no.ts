import type { Scalar } from '../flow/index.ts'
import { ordinal, stands } from './choice.ts'
import { aboutTheForm } from './deed.ts'
import type { Reading } from './reading.ts'

export const yesWords =
  /^(?:是|是的|是啊|对|对的|对呀|对啊|嗯|嗯嗯|恩|好|好的|好啊|行|行的|可以|可以的|要|要的|有|有的|有过|确认|确定|同意|没错|没问题|属实|会|中|成|ok|okay|yes|y|当然|愿意|需要|继续|肯定|必须的|得|妥|妥了|系|啱)(?:[吧啊呀了哈嘛呢嘞的滴哒,，。!！~\s]|$)/i
export const noWords =
  /^(?:不|否|没|无|未|冇|唔|木有|不是|不要|不用|不必|不行|不了|没有|没得|没啥|没什么|从没|从来没|绝对没|肯定没|压根没|根本没|真没|都没|哪有|不存在|算了|先不|暂时不|暂不|no|n|nope)(?:[\p{Script=Han}]{0,8})?(?:[吧啊呀了哈嘛呢,，。!！~\s]|$)/iu

const HEDGE = /吧$|吧[\s,，。]|好像|可能|大概|应该|似乎|不一定|说不定|也许|还在批|没批下来|在办/

type YesNo = Extract<Scalar, { kind: 'yesNo' }>

/** Reads yes or no in all the forms people give it; hedged answers count as unknown where the field asks for certainty. */
export function readYesNo(field: YesNo, said: string): Reading {
  const n = ordinal(said)
  if (n !== undefined)
    return n === 1 ? { value: 'yes' } : n === 2 ? { value: 'no' } : n === 3 ? { is: 'unknown' } : undefined
  const value = yesOrNo(field, said) ?? partly(field, said)
  // Where the field says so, an answer that hedges itself is not taken for a yes or a no.
  if (value !== undefined) return field.sure && HEDGE.test(said) ? { is: 'unknown' } : { value }
  return field.yes.some((w) => said.includes(w)) ? { value: 'no' } : undefined
}

function yesOrNo(field: YesNo, said: string): 'yes' | 'no' | undefined {
  const no = longest(field.no, said)
  const yes = longest(field.yes, said)
  if (no > yes || NOTHING_OF_IT.test(said)) return 'no'
  if (yes > 0) return 'yes'
  if (aboutTheForm(said)) return undefined
  const t = said.replace(LEADING, '')
  if (noWords.test(t)) return 'no'
  return yesWords.test(t) && (!CONSENT.test(said) || field.yes.includes('好的')) ? 'yes' : undefined
}

/** 没有哪条说不让: the no stands first, whatever words come after it. */
const NOTHING_OF_IT = /^(?:并|也|都|还|好像|应该|目前|确实|真的)?(?:没有?|无|冇)(?:什么|啥|哪|任何)/
const LEADING =
  /^(?:应该|好像|大概|可能|估计|似乎|肯定|绝对|当然|其实|目前|暂时|现在|我们|我|都|也|真的|确实|反正|基本上|基本)+(?=[没有无不是未])/

/** 都是为了工作，没有: the last of several clauses may hold the answer by itself. */
function partly(field: YesNo, said: string): 'yes' | 'no' | undefined {
  const last = said.split(/[,，、\s]+/).at(-1) ?? ''
  return last !== said && last.length <= 4 ? yesOrNo(field, last) : undefined
}

/** 好的 consents to what is proposed and says nothing of what was; forms that propose have it among their own words. */
const CONSENT = /^(?:好|行|可以|ok|okay|妥|成|得|中|继续|要|愿意|需要)/i

const longest = (words: readonly string[], said: string) =>
  Math.max(0, ...words.filter((w) => stands(said, w)).map((w) => w.length))
