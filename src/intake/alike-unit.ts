import { evenHan, soundAlike } from './alike-spelling.ts'
import type { Agreement } from './alike-types.ts'

/** A unit or a place in its parts: 襄城县清河镇卫生院 is 县 襄城, 镇 清河, and 卫生院. A part without a name of its own (镇卫生院) is empty. */
export interface ReadUnit {
  readonly text: string
  readonly parts: readonly { readonly level: string; readonly name: string }[]
  readonly tail: string
}

/** Reads a unit as people write it: long and short forms of an office become one. */
export function readUnit(given: string | undefined): ReadUnit {
  let text = evenHan(given ?? '').replace(/[^\p{L}\p{N}]/gu, '')
  text = text.replace(/^(?:我们?|俺们?|咱们?|本|该|这个?|那个?)+(?=[村镇乡县市区])/u, '').replace(/的$/, '')
  if (mayBeLong.test(text)) for (const [long, short] of spellings) text = text.replace(long, short)
  const parts: { level: string; name: string }[] = []
  let rest = text
  for (;;) {
    const found = step.exec(rest)
    const [all = '', name = '', level = ''] = found ?? []
    if (all === '') break
    // 杨庄 and 杨庄村 are one village: what it is called by belongs to its name.
    parts.push({ level: levels[level] ?? level, name: /[庄屯寨]/.test(level) ? name + level : name })
    rest = rest.slice(all.length)
  }
  // 潘湾, 余集: a village by its name alone.
  if (village.test(rest)) return { text, parts: [...parts, { level: '村', name: rest }], tail: '' }
  return { text, parts, tail: rest }
}

const step = /^(\p{L}{0,5}?)(省|自治州|市|县|街道|社区|小区|区(?!域)|镇(?!长)|乡(?!长)|村|[庄屯寨](?![村园]))/u
const village = /^\p{L}{1,3}[湾沟岗坡营坪岭洼集店铺庙桥楼]$/u

/** Whether two units are one: `near` where one says less than the other (镇卫生院 of 清河镇卫生院). */
export function agreeOnUnit(a: ReadUnit, b: ReadUnit): Agreement {
  if (a.text === '' || b.text === '') return 'unknown'
  if (a.text === b.text) return 'same'
  let shared = 0
  for (const { level, name } of a.parts) {
    const other = b.parts.find((part) => part.level === level)
    if (!other || name === '' || other.name === '') continue
    if (name !== other.name && !soundAlike(name, other.name)) return 'differs'
    shared++
  }
  if (a.tail !== '' && b.tail !== '') {
    if (!within(a.tail, b.tail)) return 'differs'
    const [one, other] = [a.parts.at(-1)?.level, b.parts.at(-1)?.level]
    // 市住建局 and 县住建局 are two, whatever else stands before them.
    if (one !== undefined && other !== undefined && one !== other) return 'differs'
    return a.tail === b.tail && (shared > 0 || soundAlike(a.text, b.text)) ? 'same' : 'near'
  }
  if (a.tail === '' && b.tail === '') {
    const [one, other] = [a.parts.at(-1), b.parts.at(-1)]
    if (one?.level === other?.level && one?.name !== '' && other?.name !== '') return shared > 0 ? 'same' : 'differs'
    return shared > 0 || one?.name === '' || other?.name === '' ? 'near' : 'unknown'
  }
  // The village, and an office that stands in it; 清河镇 and 长葛市教育局 are nowhere near each other.
  if (shared > 0) return 'near'
  return a.parts.some(({ name }) => name !== '') && b.parts.some(({ name }) => name !== '') ? 'differs' : 'unknown'
}

/** Places of a fact: only what has a name of its own can differ; 村东头 and 桥边 may well be one spot. */
export function agreeOnPlace(a: ReadUnit, b: ReadUnit): Agreement {
  if (a.text === '' || b.text === '') return 'unknown'
  if (a.text === b.text) return 'same'
  const units = agreeOnUnit(a, b)
  if (units === 'same') return 'same'
  const named = (read: ReadUnit) => read.parts.filter(({ name }) => name !== '')
  const [one, other] = [named(a), named(b)]
  const together = one.flatMap(({ level, name }) => {
    const same = other.find((part) => part.level === level)
    return same ? [name === same.name || soundAlike(name, same.name)] : []
  })
  if (together.includes(false)) return 'differs'
  if (a.tail !== '' && b.tail !== '' && (within(a.tail, b.tail) || soundAlike(a.tail, b.tail))) return 'same'
  return together.length > 0 ? 'near' : 'unknown'
}

const within = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || soundAlike(a, b)

/** Several names of one step: what a place is called by depends on who speaks. */
const levels: Readonly<Record<string, string>> = {
  乡: '镇',
  街道: '镇',
  屯: '村',
  寨: '村',
  庄: '村',
  社区: '村',
  区: '县',
}

/** Without one of these there is nothing to shorten, and most villages and offices have none. */
const mayBeLong = /[委会府局院学部]|街道/u

/** Long and short names of one office. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[村庄屯寨])村?(?:村民委员会|民委员会|村委会|委员会|委会|村委|委|党支部|支部)$/u, ''],
  [/(?<=社区)(?:居民委员会|居委会|居委|党支部)$/u, ''],
  [/(?<=[镇乡县市区])(?:人民政府|政府|党委会?)$/u, ''],
  [/街道办事处|街道办/u, '街道'],
  [/人民医院/u, '医院'],
  [/住房和?城乡建设局|建设局/u, '住建局'],
  [/国土资源局|国土局|自然资源和?规划局/u, '自然资源局'],
  [/教育体育局|教育局/u, '教体局'],
  [/发展和?改革委员会|发展改革委/u, '发改委'],
  [/人力资源和?社会保障局/u, '人社局'],
  [/卫生健康委员会|卫健局|卫生局/u, '卫健委'],
  [/交通运输局/u, '交通局'],
  [/市场监督管理局|工商局/u, '市场监管局'],
  [/城市管理(?:综合执法)?局/u, '城管局'],
  [/农业农村局|农业局/u, '农业农村局'],
  [/第([一二三四五六七八九十])(初级|高级)?中学/u, '$1中'],
  [/第([一二三四五六七八九十])小学/u, '$1小'],
]
