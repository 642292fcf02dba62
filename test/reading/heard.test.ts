import { describe, expect, it } from 'vitest'
import { simplify } from '../../src/base/index.ts'
import { fillersOff, heardText, scriptOf } from '../../src/reading/index.ts'
import { linesOf } from '../support/lines.ts'

const pairs = (table: string) =>
  linesOf(`test/reading/tables/${table}.tsv`).map((line) => line.split('\t') as [string, string])

describe('what is typed is evened out for understanding', () => {
  it.each(pairs('slips'))('%s is understood as %s', (typed, meant) => expect(heardText(typed).plain).toBe(meant))

  it.each(pairs('slips'))('%s is kept as it was typed', (typed, meant) => {
    expect(heardText(typed).own(meant)).toBe(typed)
    expect(heardText(`，${typed}。`).own(meant)).toBe(typed)
  })

  it.each(linesOf('test/reading/tables/kept.txt'))('%s only sounds like something else, and stays', (said) =>
    expect(heardText(said).plain).toBe(said),
  )
})

it('of what people really say to us no word is changed but slips', () => {
  const slips = /検|神马|肿么|怎莫|森么|匿明|[昵逆溺]名|实明|上一部$|荣错|巫告|污告/
  const said = [
    ...linesOf('test/dialogue/answers/honest.tsv'),
    ...linesOf('test/dialogue/answers/questions.txt'),
    ...linesOf('test/dialogue/answers/commands.txt'),
    ...linesOf('test/dialogue/doors/honest-build.tsv'),
    ...linesOf('test/dialogue/doors/honest-blind.tsv'),
    ...linesOf('test/dialogue/doors/doors-build.tsv'),
    ...linesOf('test/dialogue/doors/doors-blind.tsv'),
  ]
  expect(said.length).toBeGreaterThan(300)
  const even = (text: string) => simplify([...text].map((c) => c.normalize('NFKC')).join(''))
  const changed = said.filter((text) => !slips.test(even(text)) && heardText(text).plain !== even(text))
  expect(changed).toEqual([])
})

it.each([
  ['嗯那个就是说没有', '没有'],
  ['呃……去年8月吧', '去年8月吧'],
  ['嗯', '嗯'],
  ['那个王大贵', '那个王大贵'],
  ['那个人收了钱', '那个人收了钱'],
  ['就是说啊我也不知道', '我也不知道'],
  ['看看材料', '看看材料'],
  ['天天吃喝', '天天吃喝'],
])('hesitation is taken off, and nothing else: %s → %s', (said, bare) => expect(fillersOff(said)).toBe(bare))

it.each([
  ['我要檢舉村主任', 'traditional'],
  ['舉報', 'traditional'],
  ['為什麼要問這個', 'traditional'],
  ['我要举报', 'simplified'],
  ['这个怎么办', 'simplified'],
  ['好', undefined],
  ['沒有', undefined],
  ['干部', undefined],
  ['后面', undefined],
  ['ok 123', undefined],
  ['', undefined],
] as const)('the script of %s is %s', (text, script) => expect(scriptOf(text)).toBe(script))
