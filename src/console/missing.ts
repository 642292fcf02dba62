import { type Answers, count, type Field, type Flow, holds, meantAnswers } from '../flow/index.ts'

/** A question of the form that has no answer yet, which an officer may have the assistant ask. */
export interface Missing {
  readonly path: string
  readonly label: string
  /** In the words the form asks it. */
  readonly question: string
}

/** What is never asked again from the desk: who somebody is, agreement, and what serves only the asking. */
const left = (field: Field): boolean =>
  field.silent !== true && field.inner !== true && !['name', 'phone', 'statement', 'list'].includes(field.kind)

/** The open questions of a form: meant for this person, and not answered (跳过 and 不知道 are open; 不想说 is not asked again). */
export function missingItems(flow: Flow, own: Answers): readonly Missing[] {
  const answers = meantAnswers(flow, own)
  const open = (path: string) => answers[path]?.is !== 'given' && answers[path]?.is !== 'declined'
  return flow.steps.flatMap((step): Missing[] => {
    if ('ask' in step && step.ask.kind !== 'list')
      return left(step.ask) && meant(step, answers) && open(step.ask.id)
        ? [{ path: step.ask.id, label: step.ask.label, question: step.ask.ask }]
        : []
    const [list, item, parts] =
      'ask' in step && step.ask.kind === 'list'
        ? [step.ask.id, step.ask.item, step.ask.each]
        : 'rest' in step
          ? [step.rest, itemOf(flow, step.rest), step.each]
          : ['', '', []]
    return Array.from({ length: count(answers, list) }, (_, n) => n).flatMap((n) =>
      parts.flatMap((part): Missing[] => {
        const path = `${list}[${n}].${part.ask.id}`
        if (!left(part.ask) || !meant(part, answers, `${list}[${n}].`) || !open(path)) return []
        const which = `${item}${n + 1}`
        return [{ path, label: `${which}：${part.ask.label}`, question: `（${which}）${part.ask.ask}` }]
      }),
    )
  })
}

const itemOf = (flow: Flow, list: string): string =>
  flow.steps.flatMap((step) =>
    'ask' in step && step.ask.id === list && step.ask.kind === 'list' ? [step.ask.item] : [],
  )[0] ?? ''

type Meant = Pick<Extract<Flow['steps'][number], { ask: Field }>, 'only' | 'unless'>

function meant({ only, unless }: Meant, answers: Answers, scope = ''): boolean {
  if (only && holds(only, answers, scope) !== 'yes') return false
  return !(unless && holds(unless, answers, scope) === 'yes')
}
