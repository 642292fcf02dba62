/** Who may act or be acted on in these texts, longer names first: 被举报人 is not 举报人. */
const actors =
  /纪检监察机构|纪检监察机关|监察机关|纪委监委|驻在单位|派驻机构|派驻（出）机构|派驻机关|市纪委常委会|纪委常委会|市委常委会|常委会|纪委|监委|党委（党组）|党组（党委）|党委|党组织|党组|党支部|组织人事部门|组织部门|公安机关|司法机关|检察院|检察机关|人民法院|法院|行政机关|人民政府|政府|市委|省委|县委|信访举报部门|信访部门|信访局|监督检查部门|监督检查室|承办部门|主管部门|职能单位|牵头单位|领导班子|上一级|上级|下级|本级|原机关|原处理机关|本机关主要负责人|本机关|有权机关|主要负责人|分管领导|主要领导|副书记|书记|被举报人|举报人|信访人|监察对象|监察官|监察人员|被调查人|当事人|当事单位|党员干部|党员|公职人员|公务员|国家机关工作人员|受处分人|证人|近亲属|所在单位|澄清对象|全国人大|国务院|中央/gu
/** Words an actor stands behind in its part: 由 X, 向 X, 经 X, 送 X. */
const roles = /由|向|经|径送|报送|呈|报(?!告|案|复|道)|送|委托|交/gu

/**
 * @param around the whole clause: a half of a sentence that names nobody goes on with whom the other half named.
 * @returns the first who appears in `said` and not in `held`.
 */
export function strayActor(said: string, held: string, around: string): string | undefined {
  const own = new Set([...held.matchAll(actors)].map(([name]) => name))
  const known = own.size > 0 ? own : new Set([...around.matchAll(actors)].map(([name]) => name))
  return [...said.matchAll(actors)].map(([name]) => name).find((name) => !known.has(name))
}

/** @returns the first who stands behind a role word that in `held` leads to others only: 报上级 where it says 报本机关主要负责人. */
export function misplacedActor(said: string, held: string): string | undefined {
  const theirs = placed(held)
  for (const [role, names] of placed(said)) {
    const there = theirs.get(role)
    if (!there) continue
    for (const name of names) if (![...there].some((other) => other.includes(name) || name.includes(other))) return name
  }
  return undefined
}

function placed(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const out = new Map<string, Set<string>>()
  for (const found of text.matchAll(roles)) {
    const rest = text.slice(found.index + found[0].length).split(/[，。；：]/u)[0] ?? ''
    const [first] = rest.slice(0, 14).matchAll(actors)
    if (!first || first.index > 5) continue
    const names = out.get(found[0]) ?? new Set()
    names.add(first[0])
    out.set(found[0], names)
  }
  return out
}

/** @returns the first name in 《》 that is no title of the clauses’ instruments and stands in none of their texts. */
export function strayTitle(said: string, titles: readonly string[], held: string): string | undefined {
  return [...said.matchAll(/《([^《》]+)》/gu)]
    .map(([, title = '']) => title)
    .find((title) => !titles.includes(title) && !held.includes(`《${title}》`))
}

/** @returns the first quotation that is not in the texts to the letter. */
export function strayQuote(said: string, held: readonly string[]): string | undefined {
  const bare = (text: string) => text.replace(/[\s“”「」『』"'‘’]/gu, '')
  const texts = held.map(bare)
  return [...said.matchAll(/“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"/gu)]
    .map((found) => bare(found.slice(1).find((part) => part !== undefined) ?? ''))
    .find((quote) => !texts.some((text) => text.includes(quote)))
}
