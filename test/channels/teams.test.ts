import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { identityOf } from '../../src/channels/index.ts'
import { type Bench, openBench } from '../contracts/channel/bench.ts'
import { allText, heard, log, said, says } from '../contracts/channel/steps.ts'
import { forgedTokens } from '../support/forged-tokens.ts'
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

const hello = (changed: Record<string, unknown> = {}) => ({ ...teams.message('你好', 'm1', 'wang'), ...changed })

describe('who may come in', () => {
  test('of all forged and stale tokens none, each with a fixed sentence, no word on the console and no call to an address it names', async () => {
    const canary = await listening()
    const words = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const forged = forgedTokens(teams.ms, canary.url)
    const answers: string[] = []
    for (const [name, authorization] of Object.entries(forged)) {
      const answer = await teams.post(hello(), authorization ?? null)
      const { code } = (await answer.json()) as { code: string }
      answers.push(`${name}: ${answer.status} ${code}`)
    }
    expect(answers.length).toBeGreaterThanOrEqual(24)
    expect(answers.filter((each) => !/: 401 (badToken|noToken)$/.test(each))).toEqual([])
    expect((await teams.post(hello())).status).toBe(200)
    expect(words).not.toHaveBeenCalled()
    expect(canary.calls).toBe(0)
    words.mockRestore()
    await canary.close()
  })

  test('no reply goes to an address that is not Microsoft’s, even under a token that holds', async () => {
    const canary = await listening()
    const serviceUrl = `${canary.url}/amer/`
    const answer = await teams.post(hello({ serviceUrl }), `Bearer ${teams.ms.signed({ serviceurl: serviceUrl })}`)
    expect(answer.status).toBe(403)
    expect(bench.counts.writes).toBe(0)
    expect(canary.calls).toBe(0)
    await canary.close()
  })

  test('nobody of another tenant, and nobody without one', async () => {
    const other = '11111111-1111-4111-8111-111111111111'
    const conversation = { conversationType: 'personal', id: 'a:1', tenantId: other }
    for (const changed of [
      { conversation, channelData: { tenant: { id: other } } },
      { conversation: { ...conversation, tenantId: undefined }, channelData: {} },
    ])
      expect((await teams.post(hello(changed))).status).toBe(403)
    expect(bench.counts.writes).toBe(0)
  })

  test('nothing that is no activity, too large or too deep, and the answer says nothing of why it broke', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`
    const bodies = ['{}', '[]', 'null', '{', `{"type":"message","value":${deep}}`, `"${'a'.repeat(300_000)}"`]
    for (const body of bodies) {
      const answer = await teams.post(body)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(await answer.text()).not.toMatch(/node_modules|Error|stack/)
    }
    expect(bench.counts.writes).toBe(0)
  })

  test('with the keys out of reach it is asked to come back, and is let in then', async () => {
    teams.ms.fail('no-keys')
    const answer = await teams.post(hello())
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).not.toContain('openID')
    teams.ms.heal()
    expect((await teams.post(hello())).status).toBe(200)
  })
})

describe('what is heard', () => {
  test('edits, deletions, reactions, typing and what is unknown come to nothing, politely', async () => {
    await says(bench, 'wang', '你好')
    const before = bench.counts.writes
    for (const type of ['messageUpdate', 'messageDelete', 'messageReaction', 'typing', 'event', 'handoff', 'whatever'])
      expect((await teams.post(hello({ type, id: type, reactionsAdded: [{ type: 'like' }] }))).status).toBe(200)
    expect(bench.counts.writes).toBe(before)
  })

  test('in a group it answers only when it is named, opens no form, and shows no buttons', async () => {
    const conversation = {
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: teams.ms.tenant,
      id: '19:g@thread.v2',
    }
    const entities = [{ type: 'mention', mentioned: { id: `28:${teams.ms.appId}` }, text: '<at>清问</at>' }]
    await teams.post(hello({ id: 'g1', conversation, text: '容错自查' }))
    expect(bench.counts.writes).toBe(0)
    await teams.post(hello({ id: 'g2', conversation, entities, text: '<at>清问</at> 容错自查' }))
    const thread = { channel: 'teams', person: 'g:19:g@thread.v2' }
    const rows = () => bench.house.store.conversations.log(thread, 0, 10)
    await expect.poll(async () => (await rows()).length, { timeout: 20_000 }).toBe(2)
    expect(said(await rows())).toEqual(['容错自查'])
    await expect.poll(() => shownIn('19:g@thread.v2').length, { timeout: 20_000 }).toBe(1)
    expect(shownIn('19:g@thread.v2')[0]?.text).toContain('大家都看得到')
    expect(shownIn('19:g@thread.v2')[0]?.suggestedActions).toBeUndefined()
  })

  test('a file is refused with the address of the web chat, and the words beside it are taken', async () => {
    const attachments = [
      { contentType: 'text/html', content: '<p>谢谢</p>' },
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: '证据.pdf' },
    ]
    await teams.post({ ...teams.message('谢谢', 'f1', 'wang'), attachments })
    await heard(bench, 'wang')
    await expect
      .poll(async () => allText(await bench.sent('wang')), { timeout: 20_000 })
      .toContain('qingwen.example.cn')
    expect(said(await log(bench, 'wang'))).toEqual(['谢谢'])
  })

  test('whoever opens the chat is greeted once, whichever way Teams tells of it', async () => {
    const added = { membersAdded: [{ id: `28:${teams.ms.appId}` }] }
    await teams.post(hello({ type: 'conversationUpdate', id: 'u1', text: undefined, ...added }))
    await teams.post(hello({ type: 'installationUpdate', id: 'u2', text: undefined, action: 'add' }))
    await expect.poll(async () => (await bench.sent('wang')).length, { timeout: 20_000 }).toBe(1)
    await says(bench, 'wang', '谢谢')
    expect(await bench.sent('wang')).toHaveLength(2)
  })

  test('a thumb under the last answer is heard as everywhere, and what was written beside it is not kept', async () => {
    await says(bench, 'wang', '许昌的容错事前备案要公示几天')
    const asked = await says(bench, 'wang', '南阳的容错备案要走哪些步骤')
    expect(asked.length).toBeGreaterThan(0)
    const ids = teams.ms.sent.flatMap(({ activity }, n) => (activity.channelData?.feedbackLoop ? [`a${n + 1}`] : []))
    expect(ids).toHaveLength(2)
    const thumb = (id: string, about: string | undefined) =>
      teams.post(
        hello({
          type: 'invoke',
          name: 'message/submitAction',
          id,
          text: undefined,
          replyToId: about,
          value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"周明很好"}' } },
        }),
      )
    expect((await thumb('t1', ids[0])).status).toBe(200)
    expect((await thumb('t2', ids[1])).status).toBe(200)
    await heard(bench, 'wang')
    expect(said(await log(bench, 'wang')).slice(2)).toEqual(['👍'])
    expect(JSON.stringify(await log(bench, 'wang'))).not.toContain('周明')
  })
})

describe('what is shown', () => {
  test('a report is not opened before it is said that Teams knows who writes', async () => {
    const shown = allText(await says(bench, 'wang', '我要匿名举报柳树镇柳树村村支书周明'))
    expect(shown).toContain('Teams')
    expect(shown).toContain('https://qingwen.example.cn/')
    expect((await bench.house.store.conversations.load(bench.thread('wang'))).state?.frame).toBeUndefined()
  })

  test('an answer without a model carries citations and thumbs, and no mark of a model', async () => {
    await says(bench, 'wang', '许昌的容错事前备案要公示几天')
    const last = teams.activities('wang').at(-1)
    const [entity] = last?.entities ?? []
    expect(entity?.citation?.map((each) => each.position)[0]).toBe(1)
    expect(last?.text).toContain('[1]')
    expect(entity?.additionalType).toBeUndefined()
    expect(last?.channelData).toEqual({ feedbackLoop: { type: 'default' } })
  })

  test('typing is shown while an answer is looked for', async () => {
    await bench.send('你好', { id: 'm1', person: 'wang' })
    await expect
      .poll(() => teams.ms.sent.some((each) => each.activity.type === 'typing'), { timeout: 20_000 })
      .toBe(true)
  })
})

test('the token is fetched once for all who need it, and a token endpoint that is down loses no reply', async () => {
  teams.ms.fail('no-token')
  bench.onWait = () => teams.ms.heal()
  await says(bench, 'wang', '你好')
  const fetched = teams.ms.calls.token
  await Promise.all(['li', 'zhao'].map((person) => says(bench, person, '你好')))
  expect(teams.ms.calls.token).toBe(fetched)
})

test('who speaks is known to a turn by tenant and object id, and in a group nobody is', () => {
  expect(identityOf(bench.thread('wang').person || `u:${teams.ms.tenant}:${objectOf('wang')}`)).toEqual({
    tenant: teams.ms.tenant,
    object: objectOf('wang'),
  })
  expect(identityOf('g:19:abc@thread.v2')).toBeUndefined()
  expect(identityOf('c:abc')).toBeUndefined()
})

const shownIn = (conversation: string) =>
  teams.ms.sent
    .filter((each) => each.conversation === conversation && each.activity.type === 'message')
    .map((each) => each.activity)

/** A server nobody may call. */
async function listening() {
  let calls = 0
  const server = createServer((_request, response) => {
    calls++
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is never a string
    get calls() {
      return calls
    },
    close: () => new Promise((done) => server.close(done)),
  }
}
