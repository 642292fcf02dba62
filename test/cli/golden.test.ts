import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { readTalks } from '../../src/cli/talk/read.ts'
import type { ChannelSubject } from '../contracts/channel/subject.ts'
import { webSubject } from '../support/web-subject.ts'
import { wecomBotSubject } from '../support/wecom-bot-subject.ts'
import { type GoldenTalk, type GoldenTurn, throughDoor } from './golden.ts'

/** Every channel there is, by the name its transcript is kept under; the first is what the others are held against. */
const channels: Readonly<Record<string, ChannelSubject>> = {
  web: webSubject,
  'wecom-bot': wecomBotSubject,
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
// The talks are checked in beside this file.
const talks = load(readFileSync(at('./golden-talks.yaml'), 'utf8')) as readonly GoldenTalk[]
const kept = (name: string) => at(`../recorded/golden/${name}.json`)
type Golden = Readonly<Record<string, readonly GoldenTurn[]>>

/** `QINGWEN_RECORD=1` writes the transcripts anew, to be read in the diff. */
const recording = process.env['QINGWEN_RECORD'] === '1'

describe.each(Object.entries(channels))('the golden conversations on %s', (name, subject) => {
  const came: Record<string, readonly GoldenTurn[]> = {}

  test.each(talks.map((talk) => [talk.id, talk] as const))('%s is as it was recorded', async (id, talk) => {
    came[id] = await throughDoor(subject, talk)
    if (recording) return writeFileSync(kept(name), `${JSON.stringify(came, null, 1)}\n`)
    expect(came[id]).toEqual(golden(name)[id])
  })
})

describe('the golden transcripts', () => {
  const [first = 'web', ...others] = Object.keys(channels)

  test.each(others)('%s fills the same fields and cites the same clauses as the web', (name) => {
    for (const { id } of talks)
      expect({ id, turns: bare(golden(name)[id]) }).toEqual({ id, turns: bare(golden(first)[id]) })
  })
})

/** The acceptance conversations are kept outside the project; where they are not, this is skipped, and seen to be. */
const acceptance = at('../../../shared/eval/conversations.md')
const there = existsSync(acceptance)
describe.skipIf(!there)('the acceptance conversations', () => {
  const plain = there
    ? readTalks(acceptance).filter(
        ({ given, turns }) => Object.keys(given).length === 0 && !turns.some(({ u }) => /^[[【]|\{\{draft/.test(u)),
      )
    : []

  test.each(plain.map((talk) => [talk.id, talk] as const))(
    '%s comes to the same on every channel',
    async (id, talk) => {
      const unnamed = talk.turns.some(({ u }) => u.includes('匿名'))
      const said = { id, turns: talk.turns.map(({ u }) => u) }
      // An unnamed report has one way only, and a named one is first asked about where it is known who writes.
      if (unnamed || talk.expected?.form === 'report') return
      const [one, ...rest] = await Promise.all(Object.values(channels).map((subject) => throughDoor(subject, said)))
      for (const other of rest) expect(bare(other)).toEqual(bare(one))
    },
  )
})

const golden = (name: string): Golden => JSON.parse(readFileSync(kept(name), 'utf8')) // written by this file alone
const bare = (turns: readonly GoldenTurn[] | undefined) =>
  turns?.map(({ u, ask, fields, cites }) => ({ u, ask, fields, cites }))
