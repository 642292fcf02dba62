// The life of a case, as decisions only. bot/cases may import this file and src/flow/index.ts, and nothing else.
export { type Acted, act, type Deed, movesFrom, reasonLimit, type Standing, says } from './act.ts'
export { CaseKind, defineCaseKind, type Move } from './case-kind.ts'
export { type Deadline, deadline } from './deadline.ts'
export { type Opened, open } from './open.ts'
