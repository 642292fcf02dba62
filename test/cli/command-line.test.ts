import { describe, expect, test } from 'vitest'
import { qingwen, qingwenUnheard } from '../support/own-process.ts'
import { command } from '../support/terminal.ts'

const names = [
  'start',
  'ask',
  'chat',
  'talk',
  'eval',
  'check',
  'print-cards',
  'officer add',
  'officer reset-code',
  'retention',
]

describe('the command line', () => {
  test('without a command lists them all', async () => {
    const { code, complaint } = await command()
    expect(code).toBe(0)
    for (const name of names) expect(complaint).toContain(`  ${name}`)
  })

  test.each(names)('%s --help says what it does and how to call it', async (name) => {
    const { code, out, complaint } = await command(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(complaint).toBe('')
    expect(out).toMatch(new RegExp(`^\\p{Script=Han}.*\\n用法：npx qingwen ${name}`, 'u'))
  })

  test('an unknown command is named, with the ones there are, and the exit code is 2', async () => {
    const { code, out, complaint } = await command('asks', '在吗')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(complaint).toContain('没有 asks 这个命令')
    expect(complaint).toContain('npx qingwen')
  })

  test.each([
    ['an unknown switch', ['ask', '在吗', '--loud']],
    ['a question that is missing', ['ask']],
    ['a question of spaces', ['ask', '  ']],
    ['an audience that is none', ['ask', '在吗', '--audience', 'everybody']],
    ['a file that is not there', ['talk', 'no-such-file.md']],
    ['no file', ['talk']],
    ['a conversation that is not in the file', ['talk', 'test/cli/talks.md', '--only', 'T01,T99']],
    ['questions that are not there', ['eval', 'no-such-file.jsonl']],
    ['questions that are no JSON', ['eval', 'test/cli/talks.md']],
    ['an officer without a name', ['officer', 'add', '--account', 'wang']],
  ])('%s ends with code 2 and a sentence, not with a stack', async (_what, words) => {
    const { code, out, complaint } = await command(...words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(complaint).not.toBe('')
    expect(complaint).not.toMatch(/\n\s+at /)
  })

  test('is the same as a program', async () => {
    const asked = await qingwen(['ask', '匿名举报有人管吗', '--json']).ended
    expect(asked).toMatchObject({ how: 0, complaint: '' })
    expect(JSON.parse(asked.out)).toMatchObject({ outcome: 'grounded' })
    expect((await qingwen(['nonsense']).ended).how).toBe(2)
  })

  test('ends in peace where nobody reads any more', async () => {
    expect(await qingwenUnheard(['check', '--help'])).toEqual({ how: 0, out: '', complaint: '' })
  })
})
