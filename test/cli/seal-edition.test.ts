import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { flows } from '../../src/assembly.ts'
import { editionFaults, editionHash, type Lock, unsealed } from '../../src/cli/index.ts'
import { defineFlow, type Flow } from '../../src/flow/index.ts'
import { general as loan, toy } from '../flow/toy.ts'
import { type ScratchFolder, scratchFolder } from '../support/scratch.ts'
import { command } from '../support/terminal.ts'

let folder: ScratchFolder
let lock: string
beforeEach(() => {
  folder = scratchFolder()
  lock = join(folder.path, 'editions.lock')
})
afterEach(() => folder.remove())

const names = flows.map(({ id, edition }) => `${id}@${edition}`)
const first = names[0]!
const seal = (...words: string[]) => command('seal-edition', '--lock', lock, ...words)
const check = () => command('check', '--lock', lock)
const read = (): Lock => JSON.parse(readFileSync(lock, 'utf8'))
/** The lock as it were had `name` said something else when it was sealed. */
const spoil = (name: string, hash = 'f'.repeat(64)) => {
  const { sealed, retired } = read()
  writeFileSync(lock, JSON.stringify({ sealed: { ...sealed, [name]: hash }, retired }))
}

describe('seal-edition', () => {
  test('seals every listed edition once; the second time changes nothing', async () => {
    const { code, out } = await seal('--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ sealed: names, retired: [] })
    const written = readFileSync(lock, 'utf8')
    expect(Object.keys(read().sealed)).toEqual([...names].sort())
    expect(JSON.parse((await seal('--json')).out)).toEqual({ sealed: [], retired: [] })
    expect((await seal()).out).toContain('没有要封存的版本')
    expect(readFileSync(lock, 'utf8')).toBe(written)
  })

  test('writes nothing while a sealed edition stands edited, and says which and what to do', async () => {
    await seal()
    spoil(first)
    const before = readFileSync(lock, 'utf8')
    const { code, complaint } = await seal()
    expect(code).toBe(2)
    expect(complaint).toContain(first)
    expect(complaint).toContain('开新版')
    expect(readFileSync(lock, 'utf8')).toBe(before)
  })

  test('lets an edition go that is listed no more, when asked to', async () => {
    await seal()
    const gone = `${flows[0]!.id}@2020-01-01`
    spoil(gone)
    expect((await seal()).complaint).toContain(`--retire ${gone}`)
    expect(JSON.parse((await seal('--retire', gone, '--json')).out)).toEqual({ sealed: [], retired: [gone] })
    expect(read()).toMatchObject({ retired: { [gone]: 'f'.repeat(64) } })
    expect(read().sealed[gone]).toBeUndefined()
    expect((await check()).code).toBe(0)
  })

  test.each([
    ['that is still listed', () => first, 'bot/index.ts'],
    ['that was never sealed', () => 'report@1999-01-01', '没有封存过'],
    ['that is the last of its flow', () => 'gone@2020-01-01', '最后一版'],
  ])('keeps an edition %s', async (_, name, why) => {
    await seal()
    if (name() === 'gone@2020-01-01') spoil(name())
    const { code, complaint } = await seal('--retire', name())
    expect(code).toBe(2)
    expect(complaint).toContain(why)
  })

  test('takes no lock it cannot read', async () => {
    for (const text of ['', '{', '{"sealed":{"report":"x"},"retired":{}}', '[]']) {
      writeFileSync(lock, text)
      const { code, complaint } = await seal()
      expect(code).toBe(2)
      expect(complaint).toContain(lock)
      expect(readFileSync(lock, 'utf8')).toBe(text)
    }
  })
})

describe('check', () => {
  test('names the editions that are not sealed yet, and finds no fault in that', async () => {
    const { code, out } = await check()
    expect(code).toBe(0)
    for (const name of names) expect(out).toContain(name)
    expect(existsSync(lock)).toBe(false)
    await seal()
    expect((await check()).out).toBe('没有发现问题。')
  })

  test('fails when a sealed edition was edited, or is gone', async () => {
    await seal()
    spoil(first)
    expect(await check()).toMatchObject({ code: 1, out: expect.stringContaining(first) })
    const { sealed } = read()
    writeFileSync(lock, JSON.stringify({ sealed: { ...sealed, 'report@1999-01-01': 'f'.repeat(64) }, retired: {} }))
    expect((await check()).out).toContain('report@1999-01-01')
  })
})

describe('what a seal holds', () => {
  const sealed = (flow: Flow) => ({
    sealed: { [`${flow.id}@${flow.edition}`]: editionHash(flow, [loan]) },
    retired: {},
  })
  const edit = (change: (flow: Flow) => void): Flow => {
    const copy = structuredClone(toy)
    change(copy)
    return copy
  }
  const faults = (flow: Flow, rules = [loan]) => editionFaults([flow], rules, sealed(toy))

  test('nothing but the same words', () => {
    expect(faults(toy)).toEqual([])
    expect(faults(structuredClone(toy), [structuredClone(loan)])).toEqual([])
    expect(unsealed([toy], sealed(toy))).toEqual([])
  })

  const fields = (flow: Flow) => flow.steps.flatMap((step) => ('ask' in step ? [step.ask] : []))

  test.each<[string, (flow: Flow) => void]>([
    [
      'a word of the opening',
      (flow) => {
        flow.opening += '。'
      },
    ],
    [
      'a question',
      (flow) => {
        for (const field of fields(flow)) field.ask += '？'
      },
    ],
    [
      'the order of the questions',
      (flow) => {
        flow.steps.reverse()
      },
    ],
    [
      'a step less',
      (flow) => {
        flow.steps.pop()
      },
    ],
    [
      'the order of the options',
      (flow) => {
        for (const field of fields(flow))
          if (field.kind === 'choice') field.options = Object.fromEntries(Object.entries(field.options).reverse())
      },
    ],
  ])('is broken by %s', (_, change) => {
    expect(faults(edit(change))).toEqual([expect.stringContaining('toy@2026-01-01')])
  })

  test('is broken by a change of the rule it judges by, and by no other rule', () => {
    expect(faults(toy, [{ ...loan, decidedBy: '别的机关' }])).toHaveLength(1)
    expect(faults(toy, [])).toHaveLength(1)
    expect(faults(toy, [loan, { ...loan, id: 'other', topic: 'other' }])).toEqual([])
  })

  test('is not broken by a word of the vocabulary that was added empty, nor by the order of keys', () => {
    const later = {
      ...Object.fromEntries(Object.entries(toy).reverse()),
      more: [],
      note: '',
      map: {},
    } as unknown as Flow
    expect(faults(later)).toEqual([])
  })

  test('an edition that was retired does not come back changed', () => {
    const retired = { sealed: {}, retired: sealed(toy).sealed }
    expect(editionFaults([toy], [loan], retired)).toEqual([])
    expect(editionFaults([edit((flow) => void flow.steps.pop())], [loan], retired)).toHaveLength(1)
  })

  test('a new edition beside the sealed one is free', () => {
    const next = defineFlow({ ...toy, edition: '2026-02-01', opening: '新的一版。' })
    expect(editionFaults([toy, next], [loan], sealed(toy))).toEqual([])
    expect(unsealed([toy, next], sealed(toy))).toEqual(['toy@2026-02-01'])
  })
})
