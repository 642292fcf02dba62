// The life of a case, as decisions only. bot/cases may import this file and src/flow/index.ts, and nothing else.
export { act, type Deed, movesFrom, reasonLimit, type Standing, says } from './act.ts'
export type { Acted, CaseStep, CaseWord } from './acted.ts'
export { alike, freshIn, readForAlike } from './alike.ts'
export { alikeAmong, type Candidate, rarityIn } from './alike-among.ts'
export type {
  Accused,
  Agreement,
  Alike,
  AlikeField,
  Comparable,
  FactPair,
  FieldMatch,
  Fresh,
  ToldFact,
} from './alike-types.ts'
export { rarityAmong } from './alike-words.ts'
export {
  CaseKind,
  type ClockKind,
  defineCaseKind,
  defineMoves,
  type Guard,
  type Input,
  type Move,
} from './case-kind.ts'
export { type CaseClock, isPaused, lastDay, type Pause, paused, resumed } from './clock.ts'
export { clocksAfter, clocksAtOpening, extendable } from './clocks.ts'
export { type Facts, factsOf, factWords, unmet } from './facts.ts'
export { type Shown, shownAlone, shownOf } from './few.ts'
export { kindFor } from './kind-for.ts'
export { type Length, lengthWords } from './length.ts'
export { checkLetter, defineLetterRules, type LetterFinding, type LetterRules } from './letter-check.ts'
export { type DeskRole, mayMove } from './may-move.ts'
export { type Opened, open } from './open.ts'
export { definePaper, type PaperBlock, type PaperBox, PaperKind } from './paper-kind.ts'
export { type Post, posts } from './posts.ts'
export { defineReplies, type ReplyTemplate } from './reply-template.ts'
export { defineRetention, type RetentionKinds, unkept } from './retention.ts'
export {
  type ClockStanding,
  nearest,
  type Reminders,
  remindedOn,
  remindersOf,
  soonBefore,
  standingOn,
} from './standing.ts'
