import { describe, expect, it } from 'vitest'
import { papers } from '../../bot/papers/index.ts'
import { flows, kinds } from '../../src/assembly.ts'
import { fieldsOf } from '../../src/flow/index.ts'
import type { PaperKind } from '../../src/intake/index.ts'

const caseFacts = ['number', 'received', 'today', 'office', 'channel']

/** Every name a paper asks for, with the list it stands in. */
function names(value: unknown, list = ''): string[] {
  if (typeof value === 'string')
    return [...value.matchAll(/\{([^}#]+)(?:#clause)?\}/g)].map(([, name = '']) => list + name)
  if (Array.isArray(value)) return value.flatMap((each) => names(each, list))
  if (typeof value !== 'object' || value === null) return []
  const { letter: _, each, field, list: listed, ...rest } = value as Record<string, unknown> // JSON of a paper
  const inside = typeof each === 'string' ? `${each}[].` : list
  return [
    ...(typeof field === 'string' ? [inside + field] : []),
    ...(typeof listed === 'string' ? [listed] : []),
    ...Object.values(rest).flatMap((part) => names(part, inside)),
  ]
}

function unknown(paper: PaperKind): string[] {
  return paper.of.flatMap((of) => {
    const kind = kinds.find(({ id }) => id === of)
    const fields = new Set(flows.filter(({ id }) => id === of).flatMap((flow) => [...fieldsOf(flow).keys()]))
    const inputs = new Set(kind?.moves.flatMap((move) => move.inputs.map(({ id }) => id)))
    const concluded = flows
      .filter(({ id }) => id === of)
      .flatMap(({ steps }) => steps.flatMap((step) => ('conclude' in step ? [`concluded.${step.conclude}`] : [])))
    return names(paper).filter((name) => {
      const known = fields.has(name) || inputs.has(name) || concluded.includes(name)
      return !known && !caseFacts.some((fact) => name === `case.${fact}`)
    })
  })
}

describe('the official papers', () => {
  it.each(papers.map((paper) => [paper.title, paper] as const))(
    '%s asks only for what a form or a move has',
    (_, paper) => {
      expect(unknown(paper)).toEqual([])
      expect(names(paper).length).toBeGreaterThan(4)
    },
  )

  it('are made of kinds of case that exist, and every paper a form promises is there', () => {
    expect(papers.flatMap(({ of }) => of).filter((of) => !kinds.some(({ id }) => id === of))).toEqual([])
    const promised = flows.flatMap(({ steps }) =>
      steps.flatMap((step) => ('submit' in step && step.submit.document ? [step.submit.document] : [])),
    )
    expect(promised).toEqual(['risk-filing-application'])
    for (const id of promised) expect(papers.map((paper) => paper.id)).toContain(id)
  })

  it('have ids of their own', () => {
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
  })
})
