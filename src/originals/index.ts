export {
  type Level,
  levels,
  type OriginalText,
  type Passage,
  type Piece,
  type Structured,
  type TextHead,
} from './types.ts'
