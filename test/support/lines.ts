import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The lines of a text file of this project that hold anything. */
export function linesOf(path: string): readonly string[] {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url))
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}
