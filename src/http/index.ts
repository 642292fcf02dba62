export { broken, Problem, problems, refusalOf } from './problem.ts'
