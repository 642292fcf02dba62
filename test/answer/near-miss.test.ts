import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from './asking.ts'

const part = z.object({
  near: z.array(z.string()),
  ours: z.array(z.object({ q: z.string(), gold: z.array(z.string()).min(1), area: z.string().optional() })),
})
const sets = z
  .object({ seen: part, unseen: part })
  .parse(load(readFileSync(new URL('./near-miss.yaml', import.meta.url), 'utf8'), { schema: CORE_SCHEMA }))

const answered = (outcome: string) => outcome !== 'no-match' && outcome !== 'out-of-scope'

describe('questions worded like ours', () => {
  it('are different questions in each part', () => {
    const all = [sets.seen, sets.unseen].flatMap(({ near, ours }) => [...near, ...ours.map(({ q }) => q)])
    expect(new Set(all).size).toBe(120)
  })

  // Measured on 2026-11-21: seen 26 of 30 turned away and 30 of 30 answered (29 with the right clause); the bars stand a little below.
  it.each([
    ['seen while tuning', sets.seen, { refused: 24, answered: 29, right: 27 }],
    ['never seen while tuning', sets.unseen, { refused: 20, answered: 28, right: 26 }],
  ])('%s: what the library does not hold is turned away, what it holds is answered', async (_, { near, ours }, bar) => {
    const strange = await Promise.all(near.map((q) => ask(q, undefined, { sideBySide: true })))
    expect(strange.filter(({ outcome }) => !answered(outcome)).length).toBeGreaterThanOrEqual(bar.refused)
    const known = await Promise.all(ours.map(({ q, area }) => ask(q, area, { sideBySide: true })))
    expect(known.filter(({ outcome }) => answered(outcome)).length).toBeGreaterThanOrEqual(bar.answered)
    const right = known.filter(({ cites }, n) =>
      cites.some(({ id }) => ours[n]?.gold.some((gold) => id === gold || id.startsWith(`${gold}.`))),
    )
    expect(right.length).toBeGreaterThanOrEqual(bar.right)
  })

  it.each(['党费怎么交', '入党要多久', '公务员请假几天', '政府采购限额是多少', '年休假工资怎么算'])(
    '%s is not ours',
    async (question) => expect(await ask(question)).toMatchObject({ outcome: 'out-of-scope', cites: [] }),
  )

  it('a subject of ours with a strange word beside it is still answered', async () => {
    expect((await ask('因为酒驾受了党内严重警告，影响期多长')).cites.map((c) => c.id)).toContain('nat.disc.10')
  })
})
