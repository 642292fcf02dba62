import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scratchFolder } from '../support/scratch.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const settings = ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json', 'tsconfig.pure.json']

/** A copy of the house with text planted in it, by path: files of its own, or lines at the end of a file that is there. */
export function houseWith(planted: Readonly<Record<string, string>>): { readonly path: string; remove(): void } {
  const folder = scratchFolder()
  for (const part of ['bot', 'src', 'test', ...settings])
    cpSync(join(project, part), join(folder.path, part), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(folder.path, 'node_modules'), 'dir')
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder.path, file)), { recursive: true })
    appendFileSync(join(folder.path, file), text)
  }
  return folder
}
