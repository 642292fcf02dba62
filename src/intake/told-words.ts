import type { Acted } from './acted.ts'
import type { Move } from './case-kind.ts'
import { type Facts, factWords } from './facts.ts'

/** Questions that may be put to a person with one move; a person answers them one by one. */
export const questionLimit = 12

interface Spoken {
  /** Id of the case. */
  readonly case: string
  readonly reason: string
  readonly questions: readonly string[]
  readonly inputs: Facts
  readonly at: string
}

/** What is kept of a move, and what the person hears of it. */
export function words(move: Move, spoken: Spoken): Pick<Acted, 'message' | 'told'> {
  const { at, inputs } = spoken
  const facts = Object.keys(inputs).length > 0 ? { facts: inputs } : {}
  const kept = { at, from: 'officer', ...facts } as const
  if (move.tells === undefined) return { message: { ...kept, text: inward(move, spoken), internal: true } }
  const questions = [...(spoken.reason === '' ? [] : [spoken.reason]), ...spoken.questions]
  const text = filled(move, spoken, move.asks ? listed(questions) : spoken.reason)
  const told = { type: 'told', case: spoken.case, text } as const
  if (!move.asks) return { message: { ...kept, text }, told }
  const [first = '', ...more] = questions
  return {
    message: { ...kept, text: listed(questions), question: true, ...(more.length > 0 ? { questions } : {}) },
    told: { ...told, question: first, ...(more.length > 0 ? { more } : {}) },
  }
}

function listed(questions: readonly string[]): string {
  return questions.length === 1 ? (questions[0] ?? '') : questions.map((each, n) => `${n + 1}. ${each}`).join('\n')
}

/** A template with the officer's words in it; a line whose words were not given is left out. */
function filled(move: Move, { inputs }: Spoken, reason: string): string {
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      move.inputs.flatMap((input) => {
        const value = inputs[input.id]
        return value === undefined ? [] : [[input.id, factWords(input, value)]]
      }),
    ),
    ...(reason === '' ? {} : { reason }),
  }
  return (move.tells ?? '')
    .split('\n')
    .filter((line) => [...line.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name)))
    .map((line) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''))
    .join('\n')
}

/** What stays inside the office: the step, what it was told, and why. */
function inward(move: Move, { inputs, reason }: Spoken): string {
  const told = move.inputs.flatMap((input) => {
    const value = inputs[input.id]
    return value === undefined ? [] : [`${input.label}：${factWords(input, value)}`]
  })
  return [move.title, ...told, ...(reason === '' ? [] : [reason])].join('\n')
}
