import { alike, alikeAmong, type Comparable, rarityIn, readForAlike } from '../../src/intake/index.ts'
import { development, heldOut } from './alike-pairs.ts'

const cases = 50_000
const asked = 20
/** As people are called: one in five bears one of the first five. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦'
const given = '德顺国强建民志远有福晓明文斌大军玉梅海涛水根永贵建华丽静红军卫东长河振兴'

/** Likely duplicates of one case among 50,000, against comparing it with every one of them. */
export async function alikeBench(): Promise<string> {
  const chance = dice(7)
  const told = [...development, ...heldOut].flatMap(({ a, b }) => [a, b])
  const make = (): Comparable => {
    const { facts, people } = told[chance(told.length)] ?? { facts: [], people: [] }
    const surname = surnames.charAt(chance(2) === 0 ? chance(5) : chance(surnames.length))
    const name = surname + given.charAt(chance(given.length)) + given.charAt(chance(given.length))
    return { facts, people: people.map((each) => ({ ...each, name })) }
  }
  const all = Array.from({ length: cases }, make)
  const of = Array.from({ length: asked }, () => all[chance(cases)]!)
  const look = (one: Comparable, among: readonly Comparable[]) =>
    alikeAmong(one, among, { limit: 8, skip: (other) => other === one })

  const first = timed(() => look(of[0]!, all))
  const later = of.map((one) => timed(() => look(one, all))).sort((a, b) => a.ms - b.ms)
  const fresh = all.map((each) => ({ ...each }))
  const baseline = timed(() => {
    const rarity = rarityIn(fresh)
    const here = readForAlike(of[0]!)
    return fresh.flatMap((other) => alike(here, readForAlike(other), rarity) ?? [])
  })
  return [
    `likely duplicates of one case among ${cases}:`,
    `  the first time ${first.ms.toFixed(0)} ms, later median ${later[asked / 2]!.ms.toFixed(0)} ms, slowest ${later.at(-1)!.ms.toFixed(0)} ms`,
    `  baseline, held against every one in full: ${baseline.ms.toFixed(0)} ms; ${baseline.of.length} alike, ${first.of.length} of them shown`,
  ].join('\n')
}

function timed<T>(work: () => T): { readonly ms: number; readonly of: T } {
  const start = performance.now()
  const of = work()
  return { ms: performance.now() - start, of }
}

/** The same numbers every time. */
function dice(seed: number): (sides: number) => number {
  let at = seed
  return (sides) => {
    at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((at / 2 ** 32) * sides)
  }
}
