/** What a question wants to know of its matter: two questions about one thing that want different things are two questions. */
export type AskedFor =
  | 'how-long'
  | 'how-much'
  | 'how-many'
  | 'age'
  | 'when'
  | 'who'
  | 'where'
  | 'papers'
  | 'terms'
  | 'how'
  | 'paid'
  | 'whether'

/** The first that fits counts: 多少天 asks for a time and no sum, 要什么材料怎么交 for papers. */
const kinds: readonly (readonly [AskedFor, RegExp])[] = [
  ['how-long', /多久|多长时间|多少天|[几多少]个?(?:天|工作日|个?月|年|小时)(?!份)|几天|期限|时限|天数|多少?个月|多长/u],
  ['when', /什么时候|啥时候|何时|几月|几号|哪天|哪个月/u],
  ['papers', /(?:什么|哪些|啥|哪几样|准备).{0,3}(?:材料|证明|证件)|材料清单|交哪些材料/u],
  ['terms', /(?:什么|哪些|啥|几个).{0,2}条件|条件是/u],
  [
    'how-much',
    /多少钱|多少元|(?:工资|报酬|补[贴助]|费|奖金?|待遇).{0,3}(?:怎么算|咋算|怎么发)|标准|限额|给多少|发多少|花多少|交多少|报多少|比例|百分之几|金额|多少平|面积(?:不能|不得)?超过|每(?:人|学时|个?月|天).{0,6}多少|一(?:个学时|晚|天|个?月|年).{0,3}多少/u,
  ],
  ['how-many', /几(?:个人|桌|次|套|种|条|项|人)|多少(?:桌|人|次)|人数|桌数|上限/u],
  ['age', /几岁|多少岁|年龄|多大(?:年纪|岁数)?|岁数/u],
  ['who', /谁|哪个(?:部门|单位|科室)|找哪|归哪/u],
  ['where', /哪里|哪儿|在哪|到哪|去哪|啥地方|什么地方/u],
  ['how', /怎么(?!算|样|定)|怎样|咋(?:办|弄|申请|处理)|如何|流程|程序|手续|步骤/u],
  ['paid', /(?:能|有没有|有无|给|发|拿|领|收|折|补).{0,5}(?:报酬|工资|补[贴助钱]|课酬|课费|钱|奖金?|加班费)/u],
  [
    'whether',
    /能不能|可不可以|可以|能否|是否|算不算|要不要|会不会|行不行|是不是|有没有|需不需要|允许|[吗么不]$|能.*[吗么不]|限制/u,
  ],
]

/** @param plain the question in one spelling. @returns absent if it does not say. */
export function askedFor(plain: string): AskedFor | undefined {
  const bare = plain.replace(/[\s?？!！。.,，~～]+$/u, '')
  return kinds.find(([, words]) => words.test(bare))?.[0]
}
