import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Alike, alike, alikeAmong, type Comparable, rarityAmong, readForAlike } from '../../src/intake/index.ts'
import { development, heldOut, type Pair, told } from './alike-pairs.ts'

const all = [...development, ...heldOut].flatMap(({ a, b }) => [a, b])
const rarity = rarityAmong(all.flatMap((each) => readForAlike(each).facts.map(({ terms }) => terms)))
const compare = (a: Comparable, b: Comparable) => alike(readForAlike(a), readForAlike(b), rarity)
const stands = ({ fields }: Alike) => Object.fromEntries(fields.map(({ field, agreement }) => [field, agreement]))

describe('labelled pairs', () => {
  const count = (pairs: readonly Pair[]) => {
    const found = pairs.map(({ a, b, same }) => ({ same, said: compare(a, b) !== undefined }))
    const hit = found.filter(({ same, said }) => same && said).length
    return {
      precision: hit / found.filter(({ said }) => said).length,
      recall: hit / found.filter(({ same }) => same).length,
    }
  }
  it.each([
    ['those the thresholds were found on', development],
    ['those held out', heldOut],
  ])('tells most of %s right, and hardly ever cries duplicate where there is none', (name, pairs) => {
    const { precision, recall } = count(pairs)
    process.stdout.write(
      `likely duplicates, ${name}: ${pairs.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    )
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  test('a name alone, or a matter alone, is no duplicate', () => {
    const one = told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08')
    expect(compare(one, told('赵德顺/柳树村/村支书', '换届时挨家送烟拉票|2024-12'))).toBeUndefined()
    expect(compare(one, told('刘长海/柳树村/村主任', '修村道的水泥拉回家|2025-08'))).toBeUndefined()
  })

  test('only full names of one spelling or unit are 很可能; a surname goes as far as 可能', () => {
    const one = told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08|柳树村|3000')
    const grade = (people: string) => compare(one, told(people, '修村道的水泥拉回家|2025-08|柳树村|3000'))?.grade
    expect(grade('赵德顺/柳树村/村支书')).toBe('很可能')
    expect(grade('趙德順書記/柳樹村村委會/')).toBe('很可能')
    expect(grade('赵得顺/柳树村/')).toBe('很可能')
    expect(grade('赵某(名不详)/柳树村/村支书')).toBe('可能')
    expect(grade('老赵/柳树村/')).toBe('可能')
    expect(grade('赵德须/柳树村/村支书')).toBe('可能')
    expect(grade('/柳树村/村支书')).toBe('可能')
    expect(grade('赵德顺//')).toBe('很可能')
    expect(grade('赵某(名不详)//')).toBeUndefined()
    expect(grade('赵德顺/柳林村/村支书')).toBeUndefined()
  })
})

test('where only a surname is known, the telling must say more than touch on one matter', () => {
  const one = told('赵德顺/柳树村/村支书', '修村道的时候让人把两车水泥拉到自己家|2025-08|柳树村|3000')
  const other = (people: string) => compare(one, told(people, '路面没修完就停了，老百姓出门不方便|2025-08|柳树村|3000'))
  expect(other('赵某/柳树村/村支书')).toBeUndefined()
  expect(other('赵德顺/柳树村/村支书')).toBeDefined()
})

describe('what agrees and what is new', () => {
  const first = told('赵德顺/清河镇柳树村/村支书', '修村道时把两车水泥拉到自己家|2025-08|柳树村')
  const second = told(
    '赵德顺/柳树村/书记，马永贵/柳树村/会计',
    '村里铺路剩的水泥他拉回家盖墙用了|2025-08-10||3000',
    '卖了村里三十棵杨树钱没入账|2025-11',
  )

  test('fields that agree are named, with the facts that tell one thing', () => {
    const found = compare(first, second)!
    expect(stands(found)).toMatchObject({ person: 'same', unit: 'same', time: 'same' })
    expect(found.pairs.map(({ here, there }) => [here, there])).toEqual([[0, 0]])
  })

  test('a fact, a person and an amount that only one of them has are new there, and nothing is new here', () => {
    const found = compare(first, second)!
    expect(found.there).toEqual({ facts: [1], people: [1], details: [{ fact: 0, field: 'amount' }] })
    expect(found.here).toEqual({ facts: [], people: [], details: [{ fact: 0, field: 'place' }] })
  })

  test('ranges agree where they overlap, nearly where they lie close, and differ beyond', () => {
    const at = (time: string, amount: string) =>
      stands(
        compare(
          told('赵德顺/柳树村/', '卖杨树钱没入账|2025-08|柳树村|10000..20000'),
          told('赵德顺/柳树村/', `卖杨树钱没入账|${time}|柳树村|${amount}`),
        )!,
      )
    expect(at('2025-08-28..2025-09', '20000')).toMatchObject({ time: 'same', amount: 'same' })
    expect(at('2025-09', '25000')).toMatchObject({ time: 'near', amount: 'near' })
    expect(at('2023', '90000')).toMatchObject({ time: 'differs', amount: 'differs' })
  })
})

const words = fc.constantFrom(...all.flatMap(({ facts }) => facts.map(({ what }) => what)))
const day = fc.constantFrom('2024-01-01', '2024-06-30', '2025-02-10', '2025-08-31', '2026-01-01')
const sum = fc.constantFrom(500, 3000, 20_000, 400_000)
const person = fc.record(
  {
    name: fc.constantFrom('赵德顺', '赵某', '章小明', '张晓明', '老赵', '欧阳海', '二狗子', ''),
    unit: fc.constantFrom('柳树村', '清河镇柳树村', '柳林村', '县医院', '襄城县人民医院', ''),
    post: fc.constantFrom('村支书', '书记', '院长'),
  },
  { requiredKeys: [] },
)
const fact = fc.record(
  {
    what: words,
    place: fc.constantFrom('柳树村', '村口', '柳林村'),
    from: day,
    to: day,
    amountMin: sum,
    amountMax: sum,
  },
  { requiredKeys: ['what'] },
)
const comparable: fc.Arbitrary<Comparable> = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 3 }),
  facts: fc.array(fact, { minLength: 1, maxLength: 3 }),
})

describe('for any two cases', () => {
  test('asked from either side the answer is the same, with the sides changed', () => {
    fc.assert(
      fc.property(comparable, comparable, (a, b) => {
        const [one, other] = [compare(a, b), compare(b, a)]
        expect(one?.grade).toBe(other?.grade)
        expect(one?.score).toBe(other?.score)
        expect(one?.pairs.map(({ here, there }) => [here, there]).sort()).toEqual(
          other?.pairs.map(({ here, there }) => [there, here]).sort(),
        )
        expect([one?.here, one?.there]).toEqual([other?.there, other?.here])
      }),
      { numRuns: 400 },
    )
  })

  test('what is left open is neither a match nor a difference, nor new', () => {
    fc.assert(
      fc.property(comparable, comparable, (a, b) => {
        const open: Comparable = {
          people: a.people.map(({ name }) => (name === undefined ? {} : { name })),
          facts: a.facts.map(({ what }) => ({ what })),
        }
        const found = compare(open, b)
        if (!found) return
        for (const field of ['unit', 'post', 'time', 'place', 'amount']) expect(stands(found)).not.toHaveProperty(field)
        expect(found.here.details).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('every fact is either told in both or new, on both sides', () => {
    fc.assert(
      fc.property(comparable, comparable, (a, b) => {
        const found = compare(a, b)
        if (!found) return
        const sides = [
          [a, found.here, found.pairs.map(({ here }) => here)],
          [b, found.there, found.pairs.map(({ there }) => there)],
        ] as const
        for (const [own, fresh, paired] of sides)
          expect([...fresh.facts, ...paired].sort()).toEqual(own.facts.map((_, n) => n))
      }),
      { numRuns: 400 },
    )
  })

  test('among many it finds exactly what comparing one by one would find', () => {
    fc.assert(
      fc.property(comparable, fc.array(comparable, { maxLength: 12 }), (one, many) => {
        const found = alikeAmong(one, many, { limit: 99, skip: () => false })
        const learned = rarityAmong(many.flatMap((each) => readForAlike(each).facts.map(({ terms }) => terms)))
        const each = many.filter((other) => alike(readForAlike(one), readForAlike(other), learned))
        expect(new Set(found.map(({ of }) => of))).toEqual(new Set(each))
      }),
      { numRuns: 200 },
    )
  })

  test('the likeliest come first, as many as are asked for, and none that is to be left out', () => {
    const one = told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08')
    const near = told('赵某/柳树村/村支书', '修路的水泥拉回家|2025-08')
    const same = told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08')
    const many = [near, one, same]
    const asked = (limit: number) =>
      alikeAmong(one, many, { limit, skip: (other) => other === one }).map(({ of }) => of)
    expect(asked(9)).toEqual([same, near])
    expect(asked(1)).toEqual([same])
  })
})
