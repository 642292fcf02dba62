import type { Shelf } from './read.ts'
import type { ClauseEntry, Instrument } from './types.ts'

/**
 * Article numbers that no longer apply but are shown as if they did. A number counts as superseded in an instrument once any of its
 * clauses lists it under `formerly`; who shows it must list it there too, or say with `article` that it is in force.
 */
export function supersededNumbers(
  shelf: Shelf,
  clauses: ReadonlyMap<string, { readonly entry: ClauseEntry; readonly instrument: Instrument }>,
): readonly string[] {
  const faults: string[] = []
  const old = new Map<string, ReadonlySet<number>>()
  for (const { file, instrument } of shelf.instruments) {
    const numbers = new Set(instrument.clauses.flatMap(former))
    old.set(instrument.id, numbers)
    for (const entry of instrument.clauses) {
      for (const { article, note } of entry.formerly ?? [])
        if (entry.article === undefined && note === undefined)
          faults.push(`${file}: ${entry.id} 的旧条号「${article}」没有写现行条号（article），也没有说明（note）`)
      for (const number of numbersIn(entry.label))
        if (
          numbers.has(number) &&
          !inForce(entry).includes(number) &&
          !(former(entry).includes(number) && /旧|原|\d年/.test(entry.label))
        )
          faults.push(`${file}: ${entry.id} 的 label 把已失效的第${number}条当作现行条号`)
      for (const number of numbersIn(entry.text))
        if (numbers.has(number) && !said(entry).includes(number))
          faults.push(`${file}: ${entry.id} 的 text 提到已失效的第${number}条，却没有 formerly 或 article`)
    }
  }
  for (const { file, guide } of shelf.guides)
    for (const sentence of guide.sentences) {
      const cited = sentence.cites.flatMap((id) => clauses.get(id) ?? [])
      for (const number of numbersIn(sentence.text))
        if (cited.some(({ instrument }) => old.get(instrument.id)?.has(number)))
          if (!cited.some(({ entry }) => said(entry).includes(number)))
            faults.push(`${file}: ${guide.id} 提到已失效的第${number}条，所引条款没有说明它已改号`)
    }
  return faults
}

/** Numbers a clause accounts for: in force or former. */
function said(entry: ClauseEntry): readonly number[] {
  return [...former(entry), ...inForce(entry)]
}

function inForce(entry: ClauseEntry): readonly number[] {
  return fieldNumbers(entry.article ?? '')
}

function former(entry: ClauseEntry): readonly number[] {
  return (entry.formerly ?? []).flatMap(({ article }) => fieldNumbers(article))
}

/** The fields may say 42, 第42条第1款第3项 or 98、99. */
function fieldNumbers(articles: string): readonly number[] {
  return articles
    .split(/[、，,和]/)
    .flatMap((article) => numbersIn(`第${article.replace(/^第/, '').replace(/条.*$/, '')}条`))
}

/** 第42条, 第四十二条之一 → 42. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/第\s*([0-9]+|[一二三四五六七八九十百零〇]+)\s*条/g)].map(([, number]) =>
    value(number as string),
  )
}

function value(written: string): number {
  if (/^[0-9]+$/.test(written)) return Number(written)
  let total = 0
  let digit = 0
  for (const character of written) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0
    if (unit) {
      total += (digit || 1) * unit
      digit = 0
    } else digit = '零一二三四五六七八九'.indexOf(character.replace('〇', '零'))
  }
  return total + digit
}
