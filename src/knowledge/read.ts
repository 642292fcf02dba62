import { CORE_SCHEMA, load } from 'js-yaml'
import type { z } from 'zod'
import type { Calendar } from '../base/index.ts'
import { readGuide } from './guide.ts'
import type { Place, Words } from './library.ts'
import { expand } from './places.ts'
import { asksFile, calendarFile, instrumentFile, placesFile, wordsFile } from './schema.ts'
import type { Asks, Guide, Instrument } from './types.ts'

/** One file of the knowledge folder; `path` is relative to it, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The files as data: each sound by itself, not yet held against each other. */
export interface Shelf {
  readonly instruments: readonly { readonly file: string; readonly instrument: Instrument }[]
  readonly guides: readonly { readonly file: string; readonly guide: Guide }[]
  readonly asks: readonly { readonly file: string; readonly asks: Asks }[]
  readonly words: readonly Words[]
  readonly everyday: readonly Words[]
  readonly places: readonly Place[]
  readonly calendar: Calendar
  /** Clause ids of files that were left out as faulty, so that cites of them are not reported a second time. */
  readonly leftOut: ReadonlySet<string>
}

/** Reads every file once. @returns what is sound, and a fault for every word that is not, each naming file and word. */
export function read(files: readonly SourceFile[]): { readonly shelf: Shelf; readonly faults: readonly string[] } {
  const faults: string[] = []
  const instruments: { file: string; instrument: Instrument }[] = []
  const guides: { file: string; guide: Guide }[] = []
  const asks: { file: string; asks: Asks }[] = []
  const leftOut = new Set<string>()

  const yaml = <S extends z.ZodType>({ path, text }: SourceFile, schema: S): z.infer<S> | undefined => {
    try {
      const raw: unknown = load(text, { schema: CORE_SCHEMA })
      const result = schema.safeParse(raw)
      if (result.success) return result.data
      faults.push(...result.error.issues.map((issue) => `${path}: ${inWords(issue, raw)}`))
      for (const id of text.matchAll(/\bid: ?['"]?([A-Za-z0-9._-]+)/g)) leftOut.add(id[1] as string)
    } catch (error) {
      faults.push(`${path}: 不是合格的 YAML：${error instanceof Error ? error.message : String(error)}`)
    }
    return undefined
  }
  const single = <S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined => {
    const file = files.find((file) => file.path === path)
    return file && yaml(file, schema)
  }

  for (const file of files) {
    if (/^instruments\/.+\.yaml$/.test(file.path)) {
      const instrument = yaml(file, instrumentFile)
      if (instrument) instruments.push({ file: file.path, instrument })
    } else if (/^guides\/[^/]+\.md$/.test(file.path)) {
      const guide = guideOf(file, faults)
      if (guide) guides.push({ file: file.path, guide })
    } else if (/^asks\/[^/]+\.yaml$/.test(file.path)) {
      for (const entry of yaml(file, asksFile) ?? []) asks.push({ file: file.path, asks: entry })
    }
  }
  for (const path of ['places.yaml', 'calendar.yaml'])
    if (!files.some((file) => file.path === path)) faults.push(`${path}: 缺少这个文件`)
  const places = single('places.yaml', placesFile)
  const calendar = single('calendar.yaml', calendarFile)
  return {
    shelf: {
      instruments,
      guides,
      asks,
      words: single('words.yaml', wordsFile) ?? [],
      everyday: single('everyday.yaml', wordsFile) ?? [],
      places: places ? expand(places) : [],
      calendar: calendar
        ? calendarOf(calendar)
        : { coveredFrom: '', coveredUntil: '', off: new Set(), work: new Set() },
      leftOut,
    },
    faults,
  }
}

function guideOf({ path, text }: SourceFile, faults: string[]): Guide | undefined {
  try {
    const { head, body, uncited } = readGuide(text)
    faults.push(...uncited.map((sentence) => `${path}: 这句话后面没有依据：${sentence}`))
    if (head.success) return { ...head.data, ...body }
    faults.push(...head.error.issues.map((issue) => `${path}: ${inWords(issue, undefined)}`))
  } catch (error) {
    faults.push(`${path}: 开头不是合格的 YAML：${error instanceof Error ? error.message : String(error)}`)
  }
  return undefined
}

function calendarOf(file: z.infer<typeof calendarFile>): Calendar {
  const off = new Set<string>()
  const work = new Set<string>()
  for (const year of file.years) {
    for (const { from, to } of year.holidays)
      for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
        off.add(new Date(at).toISOString().slice(0, 10))
    for (const day of year.work) work.add(day)
  }
  return { coveredFrom: file.coveredFrom, coveredUntil: file.coveredUntil, off, work }
}

/** One zod issue as a sentence for whoever keeps the files; names the clause by its id, because positions move. */
function inWords(issue: z.core.$ZodIssue, raw: unknown): string {
  let at: unknown = raw
  const path = issue.path.map((key) => {
    at = at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined
    const id = at !== null && typeof at === 'object' ? (at as { id?: unknown }).id : undefined
    return typeof id === 'string' ? id : typeof key === 'number' ? `第${key + 1}项` : String(key)
  })
  const where = path.length ? `${path.join(' → ')}：` : ''
  if (issue.code === 'unrecognized_keys') return `${where}不认识的字段 ${issue.keys.join('、')}`
  if (issue.code === 'invalid_type' && at === undefined) return `${where}缺少这个字段`
  if (issue.path.at(-1) === 'grade' && at === 'C') return `${where}等级 C 的内容没有核实，不能收入`
  if (issue.code === 'invalid_value') return `${where}写的是「${String(at)}」，只能是 ${issue.values.join('、')}`
  if (issue.code === 'invalid_type')
    return `${where}应当是${kinds[issue.expected] ?? issue.expected}，写的是 ${JSON.stringify(at)}${issue.expected === 'string' ? '（纯数字要加引号）' : ''}`
  if (issue.code === 'too_small') return `${where}不能是空的`
  if (issue.code === 'invalid_format')
    return `${where}「${String(at)}」的写法不对${issue.format === 'date' ? '，日期写成 2026-01-31' : ''}`
  return `${where}${issue.message}`
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
  int: '整数',
}
