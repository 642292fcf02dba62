import { linesOf } from './lines.ts'

// What people type in the middle of a form that is no answer to it, as it is really typed: dialect, slips of the input
// method, traditional characters, full width.

/** Questions, about the rules, the offices, the form or ourselves. */
export const questions = linesOf('test/dialogue/answers/questions.txt')

/** Commands, moods, politeness. */
export const otherThanAnswers = linesOf('test/dialogue/answers/commands.txt')
