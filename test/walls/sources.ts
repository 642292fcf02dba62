import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Files of ours with TypeScript in them, below `parts` of a folder; paths with `/`, sorted. */
export function sources(folder: string, parts: readonly string[]): readonly string[] {
  return parts
    .flatMap((part) => below(join(folder, part)))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => relative(folder, file).split(sep).join('/'))
    .sort()
}

function below(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
