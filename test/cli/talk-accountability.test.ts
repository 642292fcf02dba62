import { expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '../support/terminal.ts'

/** Of the report only what is looked at here; more may stand in it. */
const Report = z.object({
  conversations: z.array(
    z.object({
      id: z.string(),
      turns: z.array(z.object({ u: z.string(), failures: z.array(z.string()) })),
    }),
  ),
})

test('the talks about interviews, accountability and the quiz meet every expectation', async () => {
  const { out } = await command('talk', 'test/cli/talks-accountability.md', '--json')
  const { conversations } = Report.parse(JSON.parse(out))
  expect(
    conversations.flatMap(({ id, turns }) => turns.flatMap(({ u, failures }) => failures.map((f) => [id, u, f]))),
  ).toEqual([])
  expect(conversations.map(({ id }) => id)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05'])
})
