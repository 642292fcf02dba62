import type { CaseKind } from '../intake/index.ts'
import type { RetentionRule } from '../runtime/index.ts'
import { monthsWords, titleOf } from './retention-words.ts'
import type { ApprovalView } from './second-person.ts'

/** One kind of case on the page: its rule, and a request for another one that is under way. */
export interface KindView {
  readonly kind: string
  readonly title: string
  readonly says: string
  readonly rule?: RetentionRule & { readonly words: string; readonly setter: string; readonly agreer: string }
  readonly asked?: { readonly months: number; readonly words: string; readonly basis: string; readonly agreed: boolean }
}

/** @param requests those of the officer who looks; @param name of an account, by its id. */
export function kindView(
  { kind, says }: Pick<KindView, 'kind' | 'says'>,
  known: {
    readonly rules: readonly RetentionRule[]
    readonly requests: readonly ApprovalView[]
    readonly name: (officer: string) => string
    readonly kinds: readonly CaseKind[]
  },
): KindView {
  const { rules, requests, name, kinds } = known
  const rule = rules.find((each) => each.kind === kind)
  const asked = requests.find(
    (each) =>
      each.mine &&
      !each.over &&
      each.kind === 'retention' &&
      each.object.startsWith(`${kind} `) &&
      (each.state === 'waiting' || each.state === 'agreed'),
  )
  const months = Number(asked?.object.slice(kind.length + 1))
  return {
    ...{ kind, says, title: titleOf(kind, kinds) },
    ...(rule
      ? { rule: { ...rule, words: monthsWords(rule.months), setter: name(rule.setBy), agreer: name(rule.agreedBy) } }
      : {}),
    ...(asked
      ? {
          asked: {
            ...{ months, basis: asked.reason, agreed: asked.state === 'agreed' },
            words: months === 0 ? '不设期限' : monthsWords(months),
          },
        }
      : {}),
  }
}
