import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import { evenText } from '../../src/base/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'
import { cutAsking, fuse, openSearch, openVectors } from '../../src/search/index.ts'
import { tokens } from '../../src/search/tokens.ts'
import { table } from '../bench/figures.ts'
import { openTypos } from './typos.ts'

const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url))
const today = '2026-11-23'

/** What each channel does for the house's own questions, as asked and with one character mistyped by sound. */
export async function libraryChannels(): Promise<string> {
  const library = loadLibrary(knowledge)
  const searches = { deaf: openSearch(library, { sounds: false }), hearing: openSearch(library) }
  const held = [...library.clauses.values()].filter(({ entry }) => entry.answerable !== false)
  const texts = held.map(({ entry, instrument }) =>
    evenText([entry.text, entry.label, entry.heading ?? '', instrument.title, ...(entry.words ?? [])].join(' ')),
  )
  const rowOf = new Map(held.map(({ entry }, row) => [entry.id, row]))
  const frequency = new Map<string, number>()
  for (const text of texts) for (const t of new Set(tokens(text))) frequency.set(t, (frequency.get(t) ?? 0) + 1)
  const vectors = await openVectors({
    clauses: held.map(({ entry }, row) => ({ id: entry.id, text: texts[row] ?? '' })),
    onFault: (fault) => {
      throw fault
    },
  })

  const asked = ownQuestions()
  const mistype = openTypos(texts.join(''), (pair) => (frequency.get(pair) ?? 0) >= 3 && cutAsking(pair) === pair)
  const mistyped = asked.flatMap((each) => {
    const question = mistype(each.question)
    return question === undefined ? [] : [{ ...each, question }]
  })

  const rank = async (question: string, region: string | undefined, vector: boolean, sound: boolean) => {
    const search = sound ? searches.hearing : searches.deaf
    const scope = { reach: search.atlas.reach(region === undefined ? [] : [region]), today }
    const lexical = new Float32Array(held.length)
    for (const { clause, score } of search.clauses(search.read(question), scope))
      lexical[rowOf.get(clause.entry.id) ?? 0] = score
    const point = vector ? await vectors.embed(question) : undefined
    const scores = point ? fuse(lexical, vectors.nearest(point, 50), vectors.embedder.weight) : lexical
    return [...scores.keys()].filter((r) => (scores[r] ?? 0) > 0).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  }

  const rows: string[][] = []
  for (const [kind, list] of [
    ['原样', asked],
    ['错一个同音字', mistyped],
  ] as const)
    for (const [name, vector, sound] of [
      ['只用词', false, false],
      ['+ 向量', true, false],
      ['+ 同音', false, true],
      ['+ 向量 + 同音', true, true],
    ] as const) {
      const sums = [0, 0, 0]
      for (const { question, region, gold } of list) {
        const order = await rank(question, region, vector, sound)
        const ranks = gold.map((id) => order.indexOf(rowOf.get(id) ?? -1)).filter((r) => r >= 0)
        const first = Math.min(...ranks, 10)
        const values = [5, 8].map((k) => ranks.filter((r) => r < k).length / gold.length)
        values.push(first < 10 ? 1 / (first + 1) : 0)
        values.forEach((value, n) => {
          sums[n] = (sums[n] ?? 0) + value / list.length
        })
      }
      rows.push([kind, name, ...sums.map((sum) => sum.toFixed(3)), String(list.length)])
    }
  return `本库 ${held.length} 条\n\n${table(['问题', '渠道', 'R@5', 'R@8', 'MRR@10', '问数'], rows)}`
}

interface Asked {
  readonly question: string
  readonly region?: string
  readonly gold: readonly string[]
}

function ownQuestions(): Asked[] {
  const folder = join(knowledge, 'questions')
  return readdirSync(folder)
    .sort()
    .flatMap(
      (file) =>
        load(readFileSync(join(folder, file), 'utf8'), { schema: CORE_SCHEMA }) as (Omit<Asked, 'gold'> & {
          readonly gold?: readonly string[]
        })[],
    )
    .flatMap(({ gold, ...rest }) => (gold && gold.length > 0 ? [{ ...rest, gold }] : []))
}
