import { expect, it } from 'vitest'
import { kinds } from '../../src/assembly.ts'
import { chatElsewhere } from '../../src/console/index.ts'
import type { DeskSaid, Officer } from '../../src/runtime/index.ts'

const officer = (more: Partial<Officer>): Officer => ({
  ...{ id: 'o1', account: 'wang', name: '王一', role: '受理', unit: 'local', disabled: false },
  ...more,
})
const desk = (who: Officer | undefined) =>
  chatElsewhere({
    kinds,
    origin: () => 'https://qingwen.example.cn',
    // Only these two are asked.
    store: {
      bindings: { of: async (_: string, member: string) => (member === 'm1' ? 'o1' : undefined) },
      officers: { byId: async () => who },
    } as never,
  })
const said = (text: string, more: Partial<DeskSaid> = {}): DeskSaid => ({
  ...{ channel: 'wecom', member: 'm1', person: 'm1', overheard: false, text, spoken: false },
  ...{ key: 'wecom/m1/1', talk: undefined, busy: false, turn: 3 },
  ...more,
})

it.each(['认领 R-1003', '今天有什么件', '放回 R-1003', 'R-1003 并到1001'])(
  'a bound officer’s command is told where to go, where nobody’s keys are: %s',
  async (text) => {
    const heard = await desk(officer({})).hear(said(text))
    expect(heard?.say.text).toContain('https://qingwen.example.cn/console')
    expect(heard?.talk.turn).toBe(4)
  },
)

it('what is no command, and whoever is no officer, goes to the public conversation', async () => {
  expect(await desk(officer({})).hear(said('容错备案找谁批'))).toBeUndefined()
  expect(await desk(officer({})).hear(said('认领 R-1003', { member: 'm2' }))).toBeUndefined()
  expect(await desk(officer({ disabled: true })).hear(said('认领 R-1003'))).toBeUndefined()
  expect(await desk(undefined).hear(said('认领 R-1003'))).toBeUndefined()
})
