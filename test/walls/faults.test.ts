import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './faults.ts'
import { sources } from './sources.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['longer than 250 lines', 'src/answer/long.ts', 'export const a = 1\n'.repeat(251)],
  ['longer than 250 lines', 'bot/flows/long.ts', '\n'.repeat(251)],
  ['named for nothing', 'src/answer/utils.ts', ''],
  ['named for nothing', 'src/common/index.ts', ''],
  ['named for nothing', 'src/console/case-helpers.ts', ''],
  ['any', 'src/answer/a.ts', 'export const a = (b: any) => b\n'],
  ['any', 'test/answer/a.ts', 'export const a = {} as any\n'],
  ['any', 'src/answer/a.ts', 'export type A = Record<string, any[]>\n'],
  ['enum', 'src/answer/a.ts', 'export enum A { B }\n'],
  ['default export', 'src/answer/a.ts', 'export default 1\n'],
  ['left for later', 'src/answer/a.ts', `// ${'TO' + 'DO'}: later\n`],
  ['left for later', 'test/answer/a.ts', `// @ts-${'ignore'}\nexport const a: string = 1\n`],
  ['console', 'src/answer/a.ts', "console.log('a')\n"],
  ['console', 'src/answer/a.ts', "console['error']('a')\n"],
  ['reads the environment', 'src/answer/a.ts', "export const a = process.env['A']\n"],
  ['reads the environment', 'src/cli/a.ts', "export const a = process['env']\n"],
  ['a clock in a pure room', 'src/dialogue/a.ts', 'export const a = Date.now()\n'],
  ['a clock in a pure room', 'src/flow/a.ts', 'export const a = new Date()\n'],
  ['a clock in a pure room', 'src/intake/a.ts', "export const a = new Date('2026-11-23')\n"],
  ['a clock in a pure room', 'bot/flows/a.ts', 'export const a = Date\n'],
  ['a clock in a pure room', 'src/base/day.ts', 'export const a = new Date()\n'],
  ['a clock in a pure room', 'src/base/day.ts', 'export const a = Date.now()\n'],
  ['chance in a pure room', 'src/dialogue/a.ts', 'export const a = Math.random()\n'],
  ['chance in a pure room', 'src/base/a.ts', "export const a = Math['random']\n"],
  ['the settings of a machine in a pure room', 'src/base/a.ts', 'export const a = new Intl.Segmenter()\n'],
]

const allowed: readonly (readonly [path: string, text: string])[] = [
  ['src/answer/long.ts', 'export const a = 1\n'.repeat(250)],
  ['src/config.ts', "export const a = process.env['A']\n"],
  ['src/base/day.ts', 'export const a = new Date(Date.UTC(2026, 10, 23))\n'],
  ['src/store/a.ts', 'export const a = Date.now() + Math.random()\n'],
  ['bot/flows/a.ts', 'export default {}\n'],
  ['src/answer/a.ts', "export const a = 'any TO-DO, as any process.env'\n// any console.log\n"],
]

describe('the style of the house', () => {
  test('holds in every file', () => {
    const files = sources(project, ['bot', 'src', 'test'])
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap((file) => faultsOf(file, readFileSync(`${project}/${file}`, 'utf8')))).toEqual([])
  })

  test.each(planted)('%s is found in %s', (rule, path, text) => {
    expect(faultsOf(path, text).map((fault) => fault.rule)).toContain(rule)
  })

  test.each(allowed)('nothing is found in %s where it may stand', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})
