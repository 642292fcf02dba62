import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defineFlow, type Flow } from '../../src/flow/index.ts'
import { type House, type Thread, take } from '../../src/runtime/index.ts'
import { openOffice, seat } from '../support/office.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'

const common = { why: '好核实。', example: '可以这样答' } as const
const parts = {
  id: 'well',
  title: '水井登记',
  opening: '登记水井要填几项。',
  opensOn: [[['登记水井']]],
  closing: '没有提交。',
}

type Steps = Parameters<typeof defineFlow>[0]['steps']
const owner = (options: Record<string, { label: string; words: string[] }>): Steps[number] => ({
  ask: { ...common, id: 'owner', kind: 'choice', label: '归属', ask: '这口井归谁？', options },
})
const place: Steps[number] = { ask: { ...common, id: 'spot', kind: 'text', label: '位置', ask: '井在什么位置？' } }
const depth: Steps[number] = { ask: { ...common, id: 'depth', kind: 'text', label: '井深', ask: '井有多深？' } }
const end: Steps = [
  { ask: { ...common, id: 'truth', kind: 'statement', label: '声明', ask: '以上都属实吗？' } },
  { submit: { kind: 'report' } },
]

const village = { label: '村里的', words: ['村里', '集体'] }
const family = { label: '自家的', words: ['自家', '自己'] }
const shared = { label: '几家合用', words: ['合用'] }

const first: Flow = defineFlow({ ...parts, edition: '2026-01-01', steps: [owner({ village, shared }), place, ...end] })
/** One question more, and of the first one an option less. */
const second: Flow = defineFlow({
  ...parts,
  edition: '2026-06-01',
  steps: [owner({ village, family }), place, depth, ...end],
})

const thread: Thread = { channel: 'web', person: 'p' }
let scratch: ScratchHouse
let n = 0
beforeEach(async () => {
  scratch = await scratchHouse([{ name: 'web', delivery: 'log' }])
})
afterEach(() => scratch.close())

/** The same house after a deployment with these editions. */
const deployed = (...flows: readonly Flow[]): House => ({
  ...scratch.house,
  bot: { ...scratch.house.bot, flows, rules: [] },
})

async function say(house: House, text: string, of = thread) {
  const taken = await take(house, { ...of, id: `m${n++}`, event: { type: 'said', text } })
  return { ...taken, text: taken.says.map((each) => each.text).join('\n'), answers: taken.state.frame?.answers ?? {} }
}

/** A form of the first edition with one answer in it. */
async function begun(owner: string) {
  const house = deployed(first)
  await say(house, '我要登记水井')
  const { answers, text } = await say(house, owner)
  expect(answers['owner']).toMatchObject({ is: 'given' })
  expect(text).toContain('井在什么位置')
}

const filed = async (house: House) => {
  const { rows } = await house.store.cases.list({ today: '2026-11-23', limit: 5 })
  return scratch.read(rows[0]?.id ?? '')
}

describe('a new edition deployed over an open form', () => {
  test('leaves the form in its own edition while that is listed; the next form opens in the new one', async () => {
    await begun('合用的')
    const house = deployed(second, first)
    const { text } = await say(house, '老槐树下面')
    expect(text).toContain('都属实')
    await say(house, '属实')
    expect((await filed(house))?.form).toMatchObject({
      edition: '2026-01-01',
      answers: { owner: { value: 'shared' }, spot: { value: '老槐树下面' } },
    })
    const other = { channel: 'web', person: 'q' }
    expect((await say(house, '我要登记水井', other)).state.frame?.edition).toBe('2026-06-01')
  })

  test('that took the place of the old one keeps what was answered and asks only what is new', async () => {
    await begun('村里的')
    const house = deployed(second)
    const spot = await say(house, '老槐树下面')
    expect(spot.answers).toMatchObject({ owner: { value: 'village', said: '村里的' }, spot: { value: '老槐树下面' } })
    expect(spot.text).toContain('井有多深')
    expect((await say(house, '大约九米')).text).toContain('都属实')
    await say(house, '属实')
    const { number, form } = (await filed(house))!
    expect(form).toMatchObject({
      edition: '2026-06-01',
      answers: { owner: { value: 'village' }, spot: { value: '老槐树下面' }, depth: { value: '大约九米' } },
    })
    const office = await openOffice({
      ...{ store: house.store, keyring: scratch.keyring, sealer: house.sealer, holder: scratch.unlocked },
      flows: [second],
    })
    const desk = await seat({ ...office, store: house.store })
    const { html } = await desk.page(`/console/cases/${number}`)
    await office.close()
    expect(html).toContain('2026-06-01 版')
    expect(html).not.toContain('已经不在册')
  })

  test('asks again for an answer that fits no more, with the old words shown, and loses none of the others', async () => {
    await begun('合用的')
    const house = deployed(second)
    const { text, answers, state } = await say(house, '老槐树下面')
    expect(answers).toMatchObject({ spot: { value: '老槐树下面' } })
    expect(answers['owner']).toBeUndefined()
    expect(state.frame?.reopened['owner']).toMatchObject({ value: 'shared', said: '合用的' })
    expect(text).toContain('这口井归谁')
    expect(text).toContain('合用的')
    expect(text).not.toContain('几家合用')
    // What fits no more cannot be kept as it was.
    expect(text).not.toContain('不变')
    expect((await say(house, '不变')).answers['owner']).toBeUndefined()
    expect((await say(house, '自家的')).text).toContain('井有多深')
    await say(house, '九米')
    await say(house, '属实')
    expect((await filed(house))?.form).toMatchObject({ edition: '2026-06-01', answers: { owner: { value: 'family' } } })
  })
})
