/** How strongly a sentence binds. */
type Force = 'must' | 'may' | 'forbidden' | 'needless'

const forces: readonly (readonly [Force, RegExp])[] = [
  ['forbidden', /不得(?!不)|不准|不许|严禁|禁止|不可以|不能|不应当?|无权/gu],
  ['needless', /不必|无须|无需|不需要?|不用|可以不|可不/gu],
  [
    'must',
    /应当|应该|必须|务必|不得不|须|(?<![不无])需要|一律|(?<=[，。；]|^|[^对相反响适供感回答])应(?=[在由向当于按及先主予立])/gu,
  ],
  ['may', /可以|可(?=申请|延长|并处|向)|能够|有权|允许|能(?=申请|延长|向)/gu],
]

/** Which forces stand in an evened text. What was read as one is not read again as another: 不得 is no 得, 可以不 no 可以. */
export function forcesIn(text: string): ReadonlySet<Force> {
  const out = new Set<Force>()
  let rest = text
  for (const [force, words] of forces)
    rest = rest.replace(words, (word) => {
      out.add(force)
      return '\u0001'.repeat(word.length)
    })
  return out
}

/** Words that make a claim wider, surer or narrower; a sentence may have them only where its clause has them. */
const strong =
  /一定(?!范围|程度|区域|期限|条件|社会|政策|程序|的)|必须|保证|肯定|绝对|必然|必定|务必|绝不|绝|永远|随时|立即|马上|一切|完全|直接|只有|只要|只能|仅|唯一|除非|凡是|凡|一律|所有|任何|全部|全社会|各地|公开|自行|自动|无条件|免责|开除|追究刑事责任|最高|最低|首先|同时|更/gu

/** @returns the first such word that the clauses do not have. */
export function overstated(said: string, held: string): string | undefined {
  return [...said.matchAll(strong)].map(([word]) => word).find((word) => !held.includes(word))
}

/** Words that make a claim weaker or tie it to something; a sentence that tells the same part must keep them. */
const weak =
  /一般|原则上|可能|视情况|酌情|必要时|确有必要|情节(?:较重|严重|较轻|轻微|特别严重)|严重|重大|多数|主要|明显|明确|充分|适当|经[\p{Script=Han}（）]{0,14}批准|经(?:查|核查|调查)|意图|企图|捏造|故意|明知|一定范围|据报道|试行/gu

/** @returns the first such word of the clause's part that the sentence leaves out. */
export function softened(said: string, part: string): string | undefined {
  return [...part.matchAll(weak)].map(([word]) => word).find((word) => !said.includes(word))
}

/** Words of degree and kind of which one is as near to the texts as the next: they must be the statement's own. */
const degrees =
  /主要|重要|次要|全面|直接|间接|从轻|从重|减轻|加重|免予|不予|较重|严重|较轻|轻微|较大|重大|特别|主动|书面|口头|当面|公开|事前|事后|初步|实名|匿名|有利|不利|第一责任|单独|共同|从属|故意|过失|定期|及时|完成|启动|以上|以下|前(?!款)|后(?!果)|批准|审核|决定|建议/gu

/** Force and degree of a text in their order, for two texts that ought to be the same. */
export function bearing(text: string): string {
  const words = [...text.matchAll(degrees)].map(([word]) => word)
  return [...[...forcesIn(text)].sort(), ...words.sort()].join(' ')
}

/** @returns the first of them that the statement does not have. */
export function otherDegree(said: string, held: string): string | undefined {
  return [...said.matchAll(degrees)].map(([word]) => word).find((word) => !held.includes(word))
}
