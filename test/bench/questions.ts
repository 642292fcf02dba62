import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'

const folder = new URL('../../knowledge/questions/', import.meta.url)

/** Real questions kept beside the texts, without those that are turned away at the door. */
export function questions(): readonly string[] {
  return readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.yaml') && !file.includes('doors'))
    .sort()
    .flatMap(
      (file) =>
        load(readFileSync(new URL(file, folder), 'utf8'), { schema: CORE_SCHEMA }) as readonly {
          readonly question: string
        }[],
    )
    .map((each) => each.question)
}
