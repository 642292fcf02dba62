// The report coach: what a report does better without, what it lacks, and a plainer wording beside it. Functions of their arguments.
export { addsNothing } from './adds-nothing.ts'
export { flagsOf, type Kind, kinds, type Mark, mark } from './mark.ts'
export { maskNumbers } from './mask.ts'
export { type Lack, missing, missingIn, type Particular, type Told } from './missing.ts'
export { aboutOffice, type Respondent } from './office.ts'
export { type Beside, rewrite, without } from './rewrite.ts'
export { teller } from './sourced.ts'
