export { openFiles } from './open.ts'
