export { type AnswererParts, openAnswerer } from './ask.ts'
export type { AnswerPhrases } from './phrases.ts'
export { type Watch, watchTexts } from './watch-texts.ts'
