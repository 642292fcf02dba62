import { bareText } from '../../base/index.ts'

/** Prose a person writes freely: the same meaning in other words is enough, so shared characters are counted. */
const PROSE = /(?:^|\.)(?:what|matter|matter_hint|remedy|place|text_contains)$/

/** A form as outside programs name its fields: paths and nested lists alike. */
export type Fields = Readonly<Record<string, unknown>>

/** @returns what differs, one line each; empty if every expected field is there as expected. */
export function differences(expected: Fields, actual: Fields): string[] {
  return Object.entries(expected).flatMap(([path, wanted]) => compare(path, wanted, valueAt(actual, path)))
}

function compare(path: string, wanted: unknown, got: unknown): string[] {
  if (wanted === null || wanted === undefined)
    return got === undefined || got === null ? [] : [`${path}：应为空，实为 ${show(got)}`]
  if (Array.isArray(wanted)) return list(path, wanted, got)
  if (typeof wanted === 'object')
    return Object.entries(wanted).flatMap(([key, inner]) =>
      compare(`${path}.${key}`, inner, valueAt(got as Fields, key)),
    )
  if (PROSE.test(path) && typeof wanted === 'string' && typeof got === 'string')
    return overlap(wanted, got) >= 0.5 ? [] : [`${path}：应近似「${wanted}」，实为「${got}」`]
  return wanted === got || alike(wanted, got) || (Array.isArray(got) && got.length === 1 && got[0] === wanted)
    ? []
    : [`${path}：应为 ${show(wanted)}，实为 ${show(got)}`]
}

function list(path: string, wanted: readonly unknown[], got: unknown): string[] {
  if (!Array.isArray(got)) return [`${path}：应为 ${show(wanted)}，实为 ${show(got)}`]
  if (wanted.length === 0) return got.length === 0 ? [] : [`${path}：应为空，实为 ${show(got)}`]
  return wanted.flatMap((item, n) => {
    if (typeof item === 'object' && item !== null) return compare(`${path}[${n}]`, item, got[n])
    const similar = got.some(
      (g) => g === item || (typeof g === 'string' && typeof item === 'string' && overlap(item, g) >= 0.8),
    )
    return similar ? [] : [`${path}：缺 ${show(item)}，实为 ${show(got)}`]
  })
}

/** Share of the wanted text's characters that stand in the other. */
function overlap(wanted: string, got: string): number {
  const letters = [...bareText(wanted)]
  const there = bareText(got)
  return letters.length === 0 ? 1 : letters.filter((c) => there.includes(c)).length / letters.length
}

/** The same but for marks and blanks, in either script: 王副市长(分管) and 王副市长分管. */
const alike = (wanted: unknown, got: unknown) =>
  typeof wanted === 'string' && typeof got === 'string' && wanted !== '' && bareText(wanted) === bareText(got)

/** `facts[0].known_by` in a nested form. */
export function valueAt(fields: Fields | undefined, path: string): unknown {
  let at: unknown = fields
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

/** Flat paths (`facts[0].what`) become lists and objects. */
export function nested(flat: Fields): Fields {
  const out: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(flat)) {
    const item = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(path)
    if (!item?.[1] || !item[3]) {
      out[path] = value
      continue
    }
    const items = (out[item[1]] ?? []) as Record<string, unknown>[] // This function alone writes `out`.
    out[item[1]] = items
    const n = Number(item[2])
    items[n] = { ...items[n], [item[3]]: value }
  }
  return out
}

const show = (value: unknown) => JSON.stringify(value) ?? '没有'
