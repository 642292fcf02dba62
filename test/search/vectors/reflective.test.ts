import { describe, expect, it } from 'vitest'
import { openBuiltIn } from '../../../src/search/vectors/built-in.ts'
import { scanExact } from '../../../src/search/vectors/exact.ts'
import { learnReflective } from '../../../src/search/vectors/reflective.ts'

const texts = [
  '捏造事实诬告他人，追究责任',
  '诬告陷害的认定，由设区的市级以上机关批准',
  '举报人应当如实提供线索',
  '举报可以实名，实名举报优先办理',
  '事前备案由单位书面申请',
  '备案的期限为十五个工作日',
  '澄清正名的方式有书面、当面、会议和通报',
  '党内警告一年内不得提升职务',
]
const { model, rows } = learnReflective(texts, 256)
const builtIn = openBuiltIn(model)
const firstFor = async (question: string) => scanExact(rows, await builtIn.question(question), 1)[0]?.row

describe('the built-in embedder', () => {
  it('is the same every time it learns, down to the last bit', () => {
    expect(learnReflective(texts, 256)).toEqual({ model, rows })
  })

  it('draws the same marks on every machine', () => {
    // Seen once, written down: any other way of drawing makes older files lie about their model.
    expect([...model.vectors.subarray(0, 8)]).toMatchInlineSnapshot(`
      [
        -35,
        -23,
        27,
        -21,
        -75,
        -19,
        17,
        27,
      ]
    `)
  })

  it('puts each text nearest to itself, and the vector of a text is the row it was learned as', async () => {
    const again = await builtIn.texts(texts)
    again.forEach((vector, n) => {
      expect(scanExact(rows, vector, 1)[0]).toMatchObject({ row: n, score: expect.closeTo(1, 2) })
    })
  })

  it.each([
    ['怎么备案', [4, 5]],
    ['澄清有几种方式', [6]],
    ['什麼是誣告陷害', [0, 1]],
    ['怎么备按', [4, 5]],
    ['澄青有几种', [6]],
    ['匿名举抱', [2, 3]],
  ])('finds for %s one of the texts that speak of it', async (question, wanted) => {
    expect(wanted).toContain(await firstFor(question))
  })

  it('brings near what stands in the same company though they share no character', () => {
    const company = [
      ...Array.from({ length: 6 }, (_, n) => `汽车 道路 驾驶 ${'甲乙丙丁戊己'[n]}`),
      ...Array.from({ length: 6 }, (_, n) => `轿子 道路 驾驶 ${'子丑寅卯辰巳'[n]}`),
      ...Array.from({ length: 12 }, (_, n) => `水稻 农田 灌溉 ${'金木水火土日月星山石云雨'[n]}`),
    ]
    const { model: learned, rows: laid } = learnReflective(company, 256)
    const place = learned.terms.indexOf('汽车')
    const vector = Float32Array.from(learned.vectors.subarray(place * 256, (place + 1) * 256))
    const found = scanExact(laid, vector, 12).map((n) => n.row)
    expect(found.every((row) => row < 12)).toBe(true)
  })

  it('knows nothing of a text without a known term, and says so with nothing but nought', async () => {
    expect((await builtIn.question('xyz')).every((x) => x === 0)).toBe(true)
    expect((await builtIn.question('')).every((x) => x === 0)).toBe(true)
  })

  it('learns from nothing, and from a single text, without a number that is none', () => {
    expect(learnReflective([], 256).rows.count).toBe(0)
    for (const list of [['诬告'], [''], ['诬告', '诬告']])
      expect(learnReflective(list, 256).rows.values.every(Number.isFinite)).toBe(true)
  })

  it('tells how far it is', () => {
    const told: number[] = []
    learnReflective(texts, 256, (done, of) => told.push(done / of))
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })
})
