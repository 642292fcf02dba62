import { namesSomebody, tellsDeed } from '../reading/index.ts'

/** True where a message names somebody or tells of a deed: it may be a report that has found no form yet, and stays in this house. */
export function accuses(text: string): boolean {
  return namesSomebody(text) || tellsDeed(text)
}
