import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the console asks for cases and files only through what an officer can see', () => {
  const folder = join(import.meta.dirname, '../../src/console')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const past = files.filter((name) =>
    /\bstore\.(cases|attachments|links)\.(?!seenBy\b)\w+\(/.test(readFileSync(join(folder, name), 'utf8')),
  )
  expect(files.length).toBeGreaterThan(30)
  expect(past).toEqual([])
})
