export { type Change, diff, type Span } from './diff.ts'
export { type Candidate, editionOf, fingerprint, type KnownAs, type KnownText, sameText } from './editions.ts'
export { headOf, type KnownPlace } from './head.ts'
export { type DigestClause, matchClauses } from './match.ts'
export { introOf, passagesOf } from './passages.ts'
export { structure } from './structure.ts'
export {
  type Level,
  levels,
  type OriginalText,
  type Passage,
  type Piece,
  type Structured,
  type TextHead,
} from './types.ts'
