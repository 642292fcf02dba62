import { bareText } from '../base/index.ts'
import { type Field, type Flow, fieldsOf, type Scalar } from '../flow/index.ts'
import { type Around, byWords, heardYesNo, read } from '../reading/index.ts'
import type { Command } from './commands.ts'

/**
 * An answer to a question that is not asked yet: 一分钱好处没拿 while it is asked who decided. Only closed questions are looked
 * at, only by their own words, and only if one of them alone is meant, so that nothing is guessed.
 */
export function elsewhere(flow: Flow, said: string, around: Around, open: string): Command | undefined {
  if (bareText(said).length < 3) return undefined
  const found = [...fieldsOf(flow)].flatMap(([path, field]): Command[] => {
    if (path === open || path.includes('[]') || field.inner || around.answers[path] !== undefined) return []
    if (!meansIt(field, said, around)) return []
    const reading = read(field as Scalar, said, around)
    return reading && 'value' in reading ? [{ type: 'fill', path, value: reading.value, said, direct: false }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** True if words of the field's own stand in the sentence. */
function meansIt(field: Field, said: string, { answers }: Around): boolean {
  if (field.kind === 'choice') return byWords(field, said, answers, 3) !== undefined
  if (field.kind === 'yesNo') return heardYesNo(field, said) !== undefined
  return false
}
