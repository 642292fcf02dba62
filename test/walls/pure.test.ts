import { join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { houseWith } from './copy.ts'

/** What a pure room must not be able to name: the types of Node and of browsers are not there for it. */
const planted: Readonly<Record<string, string>> = {
  'bot/planted.ts': "export const planted = fetch('https://example.org')\n",
  'src/base/planted.ts': 'export const planted = process.cwd()\n',
  'src/flow/planted.ts': 'export const planted = setTimeout(() => undefined, 1)\n',
  'src/dialogue/planted.ts': 'export const planted = crypto.randomUUID()\n',
  'src/intake/planted.ts': "console.log('planted')\nexport const planted = document\n",
  'src/flow/planted-import.ts': "export { readFileSync } from 'node:fs'\n",
  'src/dialogue/planted-clock.ts': 'export const planted = performance.now()\n',
}

test('rooms that must be pure do not compile with a timer, a network, a process or a die in them', () => {
  const folder = houseWith(planted)
  const file = join(folder.path, 'tsconfig.pure.json')
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const settings = ts.getParsedCommandLineOfConfigFile(file, {}, host)
  const program = ts.createProgram(settings!.fileNames, settings!.options) // The file was copied a moment ago.
  const broken = ts.getPreEmitDiagnostics(program).map((each) => relative(folder.path, each.file?.fileName ?? ''))
  // The rest of the house's pure rooms compiles, so everything that is broken was planted.
  expect([...new Set(broken)].sort()).toEqual(Object.keys(planted).sort())
  expect(settings!.fileNames.length).toBeGreaterThan(Object.keys(planted).length + 40)
  folder.remove()
}, 120_000)
