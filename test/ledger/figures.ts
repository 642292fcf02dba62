import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sortAsked } from '../../src/ledger/index.ts'

export interface Asked {
  readonly group: string
  readonly question: string
}

/** Questions labelled with what they ask: one line each, group and question. */
export function labelled(name: 'asked-development' | 'asked-held-out'): readonly Asked[] {
  const text = readFileSync(fileURLToPath(new URL(`${name}.tsv`, import.meta.url)), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [group = '', question = ''] = line.split('\t')
      return { group, question }
    })
}

export const places = [
  { name: '河南省', short: '河南' },
  { name: '许昌市', short: '许昌', within: '河南省' },
  { name: '禹州市', short: '禹州', within: '许昌市' },
  { name: '南阳市', short: '南阳', within: '河南省' },
  { name: '郑州市', short: '郑州', within: '河南省' },
  { name: '湖南省', short: '湖南' },
  { name: '云南省', short: '云南' },
] as const

/** In an order that is not that of the groups, always the same: every so many-th question, round and round. */
export function mixed<T>(list: readonly T[], step: number): readonly T[] {
  return list.map((_, n) => list[(n * step) % list.length]!)
}

/** Topic of each question, asked one after the other, `batch` at a time. */
export function topicsOf(asked: readonly Asked[], batch = 1): readonly string[] {
  const topics: { id: string; place: string; wordings: string[] }[] = []
  const out: string[] = []
  for (let from = 0; from < asked.length; from += batch) {
    const now = asked.slice(from, from + batch).map(({ question }, n) => ({ key: `${from + n}`, question }))
    for (const placed of sortAsked(topics, now, places)) {
      const { question } = now.find(({ key }) => key === placed.key)!
      const id = placed.type === 'joins' ? placed.id : placed.type === 'follows' ? `T${placed.like}` : `T${placed.key}`
      if (placed.type === 'opens') topics.push({ id, place: placed.place, wordings: [question] })
      else topics.find((topic) => topic.id === id)?.wordings.push(question)
      out.push(id)
    }
  }
  return out
}

export interface Pairs {
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly (readonly [string, string])[]
  readonly missed: readonly (readonly [string, string])[]
}

/** Of all pairs put together how many belong together, and of all that belong together how many were put together. */
export function pairs(asked: readonly Asked[], topics: readonly string[]): Pairs {
  const wrong: [string, string][] = []
  const missed: [string, string][] = []
  let right = 0
  for (let a = 0; a < asked.length; a++)
    for (let b = a + 1; b < asked.length; b++) {
      const same = asked[a]!.group === asked[b]!.group
      const together = topics[a] === topics[b]
      if (same && together) right++
      else if (together) wrong.push([asked[a]!.question, asked[b]!.question])
      else if (same) missed.push([asked[a]!.question, asked[b]!.question])
    }
  return { precision: right / (right + wrong.length), recall: right / (right + missed.length), wrong, missed }
}

// node --import tsx test/ledger/figures.ts [-v]
if (process.argv[1]?.endsWith('/test/ledger/figures.ts'))
  for (const name of ['asked-development', 'asked-held-out'] as const)
    for (const step of [1, 17, 41]) {
      const asked = mixed(labelled(name), step)
      const { precision, recall, wrong, missed } = pairs(asked, topicsOf(asked))
      const groups = new Set(asked.map(({ group }) => group)).size
      const found = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
      process.stdout.write(`${name} (${asked.length} questions, ${groups} groups, every ${step}-th): ${found}\n`)
      const told =
        process.argv[2] === '-v' && step === 17
          ? [...wrong.map((w) => ['+', ...w]), ...missed.map((m) => ['-', ...m])]
          : []
      for (const [mark, ...two] of told) process.stdout.write(`${mark} ${two.join(' | ')}\n`)
    }
