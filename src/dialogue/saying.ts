import { type Answers, type Conclusion, type Flow, fieldsOf, given } from '../flow/index.ts'
import { shown } from './show.ts'

/**
 * A saying with `{field}` replaced by what the person answered there, or by what was concluded under that name. What is not
 * known yet leaves no hole: the braces and what they name go.
 */
export function sayingFor(text: string, flow: Flow, answers: Answers, concluded: readonly Conclusion[]): string {
  return text.replace(/\{([a-z]\w*)\}/g, (_whole, id: string) => {
    const conclusion = concluded.find((c) => c.id === id)
    if (conclusion) return String(conclusion.value)
    const answer = answers[id]
    if (answer === undefined) return ''
    const value = given(answers, id)
    return fieldsOf(flow).has(id) ? shown(fieldsOf(flow).get(id), answer, answers) : String(value ?? '')
  })
}

/** `{item}` among cites stands for the clauses of the options the person's answer chose there. */
export function citesFor(cites: readonly string[], flow: Flow, answers: Answers): readonly string[] {
  return cites.flatMap((cite) => {
    const id = /^\{(\w+)\}$/.exec(cite)?.[1]
    if (id === undefined) return [cite]
    const field = fieldsOf(flow).get(id)
    const chosen = [given(answers, id) ?? []].flat()
    return field?.kind === 'choice'
      ? chosen.flatMap((v) => (typeof v === 'string' ? (field.options[v]?.cite ?? []) : []))
      : []
  })
}
