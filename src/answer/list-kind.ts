/** What a family of clauses lists. A question for cases is not answered by steps, and what is excluded not by what is allowed. */
type ListKind = 'allowed' | 'excluded' | 'step' | 'mode' | 'principle' | 'effect' | 'figure' | 'who'

const kinds: readonly (readonly [ListKind, RegExp])[] = [
  ['excluded', /负面|反面|不予|不能|不得|不准|不许|不受理|不符合/u],
  ['step', /[几五六两三四]步|步骤|流程|程序|怎么走|咋走|环节/u],
  ['mode', /方式|方法|哪种形式/u],
  ['principle', /原则/u],
  ['effect', /影响|效果|后果|安排/u],
  ['figure', /数字|数据|多少[件人场]/u],
  ['who', /向谁|找谁|交给谁|哪个部门/u],
  ['allowed', /正面|情形|情况|清单/u],
]

const kindOf = (text: string): ListKind | undefined => kinds.find(([, words]) => words.test(text))?.[0]

/** @returns how well a list's title fits what is asked for: 1 the same kind, -1 another, 0 where one of them does not say. */
export function kindFits(question: string, title: string): -1 | 0 | 1 {
  const asked = kindOf(question)
  const listed = kindOf(title)
  if (asked === undefined || listed === undefined) return 0
  return asked === listed ? 1 : -1
}
