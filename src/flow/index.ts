// The vocabulary of the house. bot/ writes its flows and rules in these words.
export {
  type Amount,
  type Answer,
  type Answers,
  count,
  given,
  type Period,
  plain,
  type Value,
  type Withheld,
} from './answer.ts'
export { type ClauseNote, card } from './card.ts'
export { check } from './check.ts'
export type { Conclusion } from './conclusion.ts'
export { Condition, type Holds, holds, reads } from './condition.ts'
export type { Field, List, Part, Scalar } from './field.ts'
export { defineFlow, defineParts, defineSteps, type Flow, fieldAt, fieldsOf, type Step } from './flow.ts'
export { type Hold, meantAnswers, type Next, type Open, type Route, route, type Tell } from './route.ts'
export {
  defineRule,
  type Finding,
  judge,
  type Mark,
  type Rule,
  ruleFor,
  settled,
  type Verdict,
  verdicts,
} from './rule.ts'
