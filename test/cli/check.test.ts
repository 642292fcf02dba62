import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { command } from '../support/terminal.ts'

const folder = scratchFolder()
const knowledge = join(folder.path, 'knowledge')
beforeAll(() => cpSync('knowledge', knowledge, { recursive: true }))
afterAll(() => folder.remove())

const spoil = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(knowledge, file), 'utf8')
  if (text.replace(from, to) === text) throw new Error(`${file} has no ${from}`)
  writeFileSync(join(knowledge, file), text.replace(from, to))
}

describe('check', () => {
  test('finds nothing wrong with what is checked in', async () => {
    expect(await command('check')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^没有发现问题。/),
      complaint: '',
    })
    expect(JSON.parse((await command('check', '--json')).out)).toMatchObject({ faults: [] })
  })

  test('finds every planted fault at once, each with its file', async () => {
    spoil('instruments/national/criminal-law.yaml', /^ {0,4}- id: \S+/m, '  - id: nat.rule.45')
    spoil('guides/who-is-covered.md', /nat\.[\w.]+/, 'nat.no.such.clause')
    spoil('instruments/hunan/revisit.yaml', /^authority:.*\n/m, '')
    const { code, out } = await command('check', '--knowledge', knowledge)
    expect(code).toBe(1)
    expect(out).toContain('nat.rule.45')
    expect(out).toMatch(/who-is-covered.*nat\.no\.such\.clause|nat\.no\.such\.clause.*who-is-covered/)
    expect(out).toMatch(/revisit\.yaml.*authority/)
    expect(
      JSON.parse((await command('check', '--knowledge', knowledge, '--json')).out).faults.length,
    ).toBeGreaterThanOrEqual(3)
  })

  test('a folder that is not there is a fault, not a stack', async () => {
    const { code, out, complaint } = await command('check', '--knowledge', join(folder.path, 'nowhere'))
    expect(code).toBeGreaterThan(0)
    expect(out + complaint).not.toMatch(/\n\s+at /)
  })
})

test('print-cards --check finds the checked-in cards as the flows and rules print them', async () => {
  expect(await command('print-cards', '--check')).toEqual({ code: 0, out: '卡片都是最新的。', complaint: '' })
})
