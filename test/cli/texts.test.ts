import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qingwen } from '../support/own-process.ts'
import { scratchFolder } from '../support/scratch.ts'
import { password } from '../support/word.ts'

const folder = scratchFolder()
const here = { QINGWEN_DATA: join(folder.path, 'data') }
const file = (name: string, text: string) => {
  const path = join(folder.path, name)
  writeFileSync(path, text)
  return path
}
const body = '第一条 为了支持干部，制定本规定。\n第二条 材料由单位报送。\n'
const said = ['--region', '许昌市', '--authority', '正式条文', '--issuer', '许昌市某机关', '--from', '2026-01-01']
const title = ['--title', '许昌市报送规定']
const json = async (args: readonly string[], word = '') => {
  const { how, out, complaint } = await qingwen([...args, '--json'], here, word).ended
  return { how, complaint, told: out === '' ? undefined : JSON.parse(out) }
}
const first = file('甲.txt', body)
const second = file('乙.txt', `${body}第三条 逾期不予受理。\n`)

beforeAll(async () => {
  const empty = file('空.txt', '')
  const come = await json(['ingest', first, empty, join(folder.path, '没有.txt'), ...said])
  // Without a title nothing is guessed; a bad file stops no other.
  expect(come.how).toBe(1)
  expect(come.told.results.map((each: { outcome: string; code?: string }) => each.code ?? each.outcome)).toEqual([
    'missing',
    'textEmpty',
    'unreadable',
  ])
}, 60_000)
afterAll(folder.remove)

describe('texts on the command line', () => {
  test('are published at once while there is no account, then need two', async () => {
    const direct = await json(['ingest', first, ...title, ...said])
    expect(direct).toMatchObject({
      how: 0,
      told: { direct: true, results: [{ outcome: 'published', text: 't1', edition: 1 }] },
    })
    expect(await json(['ingest', first, ...title, ...said])).toMatchObject({
      how: 1,
      told: { results: [{ code: 'textTwice' }] },
    })
    for (const [account, role] of [
      ['zhang', '政策'],
      ['li', '政策'],
      ['wang', '受理'],
    ] as const)
      expect(
        (
          await qingwen(['officer', 'add', '--account', account, '--name', account, '--role', role], here, password)
            .ended
        ).how,
      ).toBe(0)

    expect((await json(['ingest', second, ...title, ...said])).how).toBe(2)
    const as = (account: string) => [...title, ...said, '--of', 't1', '--account', account]
    expect((await json(['ingest', second, ...as('zhang')], 'wrong password')).complaint).toContain('账号或密码不对')
    expect((await json(['ingest', second, ...as('wang')], password)).complaint).toContain('不能管文件')
    const waits = await json(['ingest', second, ...as('zhang')], password)
    expect(waits).toMatchObject({ how: 0, told: { direct: false, results: [{ outcome: 'waiting', id: 'p2' }] } })

    expect(await json(['publish', 'p2', '--account', 'zhang'], password)).toMatchObject({
      how: 1,
      told: { code: 'textSelf' },
    })
    const shown = await qingwen(['publish', 'p2', '--show'], here).ended
    expect(shown).toMatchObject({ how: 0, out: expect.stringContaining('+ 第三条') })
    const done = await json(['publish', 'p2', '--account', 'li'], password)
    expect(done).toMatchObject({ how: 0, told: { outcome: 'published', revision: 2, row: { text: 't1', edition: 2 } } })

    const { told } = await json(['texts'])
    expect(told.texts.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['p2', 'published'],
      ['p1', 'published'],
    ])
    expect(await json(['withdraw', 'p2', '--account', 'li'], password)).toMatchObject({ how: 0, told: { revision: 3 } })
    expect((await qingwen(['texts'], here).ended).out).not.toContain('p2')
  }, 120_000)

  test.each([
    [['ingest'], '请写上要收的文件'],
    [['ingest', first, second, ...title], '一份一份'],
    [['ingest', first, '--charset', 'ascii'], '--charset 只能是'],
    [['publish'], '请写上一个编号'],
    [['withdraw', 'p1', 'p2'], '请写上一个编号'],
  ])(
    '%j is told what is wrong with the call',
    async (args, sentence) => {
      const { how, complaint } = await qingwen(args, here).ended
      expect([how, complaint.includes(sentence)]).toEqual([2, true])
    },
    60_000,
  )
})
