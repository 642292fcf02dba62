import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ScratchFolder {
  readonly path: string
  remove(): void
}

/** Makes a folder of its own under the system's temporary one; the caller removes it with `remove`. */
export function scratchFolder(): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), 'qw-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
