import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answers } from '../../bot/answers.ts'
import { doors } from '../../bot/doors.ts'
import { openAnswerer } from '../../src/answer/index.ts'
import { evalQuestion, runEval } from '../../src/cli/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url))
const library = loadLibrary(folder)
const answerer = openAnswerer({ library, doors, phrases: answers, flows: [] })

const questionsOf = (name: RegExp) =>
  readdirSync(`${folder}/questions`)
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) =>
      z.array(evalQuestion).parse(load(readFileSync(`${folder}/questions/${file}`, 'utf8'), { schema: CORE_SCHEMA })),
    )

const evaluate = (name: RegExp) =>
  runEval(questionsOf(name), answerer, { known: (id) => library.clauses.has(id), today: '2026-11-23', now: () => 0 })

describe('the yardstick questions', () => {
  it('have names of their own and gold clauses that exist', () => {
    const all = questionsOf(/\.yaml$/)
    expect(new Set(all.map((q) => q.id)).size).toBe(all.length)
    expect(all.flatMap((q) => q.gold).filter((id) => !library.clauses.has(id))).toEqual([])
  })

  // Measured on 2026-11-30; the bars stand a little below, so that wording may change but quality cannot fall unseen.
  it.each([
    ['those used while tuning', /^dev-(?!near-miss|spoken)/, { recall: 0.92, precision: 0.52, doors: 1 }],
    ['spoken words', /^dev-spoken/, { recall: 0.9, precision: 0.54, doors: 1 }],
    ['those never looked at', /^heldout-/, { recall: 0.88, precision: 0.55, doors: 0.8 }],
  ])('%s: gold clauses are found, nothing is invented', async (_, files, bar) => {
    const { totals } = await evaluate(files)
    expect(totals.questions).toBeGreaterThan(50)
    expect(totals.goldRecall).toBeGreaterThanOrEqual(bar.recall)
    expect(totals.precision).toBeGreaterThanOrEqual(bar.precision)
    expect(totals.doors.handled).toBeGreaterThanOrEqual(bar.doors * totals.doors.of)
    expect(totals.invented).toBe(0)
  })

  it('near misses: most are turned away rather than answered by what is merely near', async () => {
    const { questions } = await evaluate(/^dev-near-miss/)
    const refused = questions.filter((q) => q.outcome === 'no-match' || q.outcome === 'out-of-scope')
    expect(refused.length / questions.length).toBeGreaterThanOrEqual(0.83)
  })
})
