import { readdirSync, readFileSync } from 'node:fs'
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, openBench } from '../contracts/channel/bench.ts'
import { soon } from '../contracts/channel/steps.ts'
import { type OpenTeams, objectOf, openTeams, teamsSubject } from '../support/teams-subject.ts'

let bench: Bench
let teams: OpenTeams
beforeEach(async () => {
  bench = await openBench({
    ...teamsSubject('Teams'),
    async open(house, nudge) {
      teams = await openTeams(house, nudge)
      return teams
    },
  })
})
afterEach(() => bench.close())

const folder = new URL('../recorded/teams/', import.meta.url)
const recorded = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** As Teams would send it to the app of the stand-in. */
function filled(name: string): string {
  const { appId, tenant, serviceUrl } = teams.ms
  const fill: Readonly<Record<string, string>> = {
    appId,
    tenant,
    serviceUrl,
    aadObjectId: objectOf('wang'),
    replyToId: 'a1',
  }
  return readFileSync(new URL(name, folder), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, word: string) => fill[word] ?? '')
}

test.each(recorded)('%s is taken in the shape Teams documents', async (name) => {
  expect((await teams.post(filled(name))).status).toBe(200)
})

test.each([
  ['message.json', 'a:1-scrubbed'],
  ['mention-in-group.json', '19:scrubbed@thread.v2'],
])('%s is answered where it was asked, with where it stands written', async (name, conversation) => {
  await teams.post(filled(name))
  const answer = () =>
    teams.ms.sent.find(({ activity, ...to }) => to.conversation === conversation && activity.type === 'message')
  await soon(async () => answer() !== undefined)
  expect(answer()?.activity.entities?.[0]?.citation?.length).toBeGreaterThan(0)
})

test('a card that is sent is one the library of Adaptive Cards reads without a complaint', async () => {
  const { adaptiveCard } = await import('../../src/channels/botframework/card.ts')
  const rows = [
    { path: 'a', label: '姓名', value: '张三 **不是粗体** [不是链接](https://example.cn)' },
    { path: 'b', label: '空的', value: '' },
    { path: 'c', label: '长的', value: '长'.repeat(2000) },
  ]
  const choices = Array.from({ length: 9 }, (_, n) => ({ label: `第${n + 1}项`, value: `${n + 1}` }))
  const { content } = adaptiveCard({ title: '请核对', rows }, choices)
  const context = new SerializationContext(Versions.v1_4)
  const card = new AdaptiveCard()
  // Teams draws six where the library's own default is five.
  card.hostConfig.actions.maxActions = 6
  card.parse(content, context)
  const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message)
  expect(events).toEqual([])
  expect(card.validateProperties().validationEvents).toEqual([])
  expect(String(card.version)).toBe('1.4')
  // Read and written again it is the same card: nothing in it was left out as unknown.
  expect(card.getItemCount()).toBe(1 + rows.length)
  expect(card.getActionCount()).toBe(6)
})
