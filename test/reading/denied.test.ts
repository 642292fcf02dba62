import { describe, expect, it } from 'vitest'
import { bot } from '../../bot/index.ts'
import { type Field, fieldsOf, type Scalar } from '../../src/flow/index.ts'
import { heardText, read } from '../../src/reading/index.ts'
import { linesOf } from '../support/lines.ts'

const fieldAt = (where: string): Field => {
  const [form = '', ...path] = where.split('.')
  const flow = bot.flows.find(({ id }) => id === form)
  const field = flow && fieldsOf(flow).get(path.join('.'))
  if (!field) throw new Error(`${where} is asked nowhere`)
  return field
}

/** One line is the form and its question, a tab, what a person types, a tab, and how it is read; `-` is not at all. */
const rows = linesOf('test/reading/tables/denied.tsv').map((line) => {
  const [where = '', said = '', want = ''] = line.split('\t')
  return [where, said, want] as const
})

describe('what is denied is not said, at the questions that are really asked', () => {
  it.each(rows)('%s: %s → %s', (where, said, want) => {
    const plain = heardText(said).plain.replace(/[\s,，。!！~…]+$/u, '')
    // The table names single questions only; a list of people is none of them.
    const is = read(fieldAt(where) as Scalar, plain, { answers: {}, today: '2026-11-23', places: [] })
    expect(is === undefined ? '-' : 'value' in is ? String(is.value) : 'is' in is ? is.is : 'X').toBe(want)
  })
})
