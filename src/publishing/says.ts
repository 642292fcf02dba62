import { z } from 'zod'
import { authorities } from '../base/index.ts'
import type { Place } from '../knowledge/index.ts'
import type { TextSays } from '../runtime/index.ts'

/** What an officer may say of a text, each as it was typed; blank is as good as absent. */
export const sayables = ['title', 'issuer', 'region', 'authority', 'number', 'issued', 'from', 'until', 'of'] as const
export type Sayable = (typeof sayables)[number]
export type Given = Readonly<Partial<Record<Sayable, string | undefined>>>

/** What the originals of a house may be; what the house itself wrote is no original. */
export const originalAuthorities = authorities.filter((each) => each !== '编写建议')

/** Regions that are no place: the whole country, and a source that hides where it is. */
export const everywhere = ['全国', '未明'] as const

/** @returns what was said, or a sentence for every part of it that does not fit. */
export function readSays(given: Given, places: readonly Place[]): TextSays | { readonly wrong: readonly string[] } {
  const filled = Object.fromEntries(
    sayables.flatMap((name) => {
      const value = given[name]?.normalize('NFC').trim()
      return value ? [[name, name === 'title' ? value.replace(/^《(.+)》$/u, '$1') : value]] : []
    }),
  )
  const read = Says.safeParse(filled)
  const wrong = read.success ? [] : read.error.issues.map(({ path }) => fits[String(path[0])] ?? '有一项不对。')
  const { region, from, until } = filled
  const known = region === undefined || everywhere.some((each) => each === region) || named(region, places)
  if (!known)
    wrong.push(`没有「${region}」这个地区。请写全称，如 许昌市、湖南省；全国的文件写 全国，看不出地区的写 未明。`)
  if (from !== undefined && until !== undefined && from > until && from !== '不详') wrong.push('失效日期早于施行日期。')
  if (!read.success || wrong.length > 0) return { wrong: [...new Set(wrong)] }
  const place = region === undefined ? undefined : places.find(({ name, short }) => name === region || short === region)
  // Zod leaves out what was not given; nothing here is ever undefined.
  return { ...read.data, ...(place ? { region: place.name } : {}) } as TextSays
}

const named = (region: string, places: readonly Place[]) =>
  places.some(({ name, short }) => name === region || short === region)

const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{C}+$/u)

const Says = z.strictObject({
  title: line(200).optional(),
  issuer: line(100).optional(),
  region: line(30).optional(),
  authority: z.enum(originalAuthorities).optional(),
  number: line(60).optional(),
  issued: z.iso.date().optional(),
  from: z.union([z.iso.date(), z.literal('不详')]).optional(),
  until: z.iso.date().optional(),
  of: z
    .string()
    .regex(/^(?:new|t[1-9]\d{0,8})$/)
    .optional(),
})

const fits: Readonly<Record<string, string>> = {
  title: '名称最多 200 个字，写在一行里。',
  issuer: '发文机关最多 100 个字，写在一行里。',
  region: '地区写一个地名的全称，如 许昌市。',
  authority: `效力只能是 ${originalAuthorities.join('、')}。`,
  number: '文号最多 60 个字，写在一行里。',
  issued: '印发日期的写法是 2026-01-01。',
  from: '施行日期的写法是 2026-01-01；文件里确实没有写的，填 不详。',
  until: '失效日期的写法是 2026-01-01。',
  of: '新旧关系只能写 new（另一份文件），或者库里文件的编号，如 t3。',
}
