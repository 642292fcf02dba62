import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { botFrameworkChannel, kfChannel, webChannel, wecomChannel } from '../../src/channels/index.ts'
import { channelsIn } from '../../src/config-channels.ts'
import type { Channel, Checked } from '../../src/runtime/index.ts'
import { type Microsoft, openMicrosoft } from '../support/microsoft.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { openTeams } from '../support/teams-subject.ts'
import { agentId, seal } from '../support/wecom-caller.ts'
import { corpSecret, kfSecret, type WecomServer, wecomServer } from '../support/wecom-server.ts'

let scratch: ScratchHouse
let closing: (() => unknown)[]
beforeEach(async () => {
  scratch = await scratchHouse([])
  closing = [() => scratch.close()]
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
})

const common = () => ({
  memory: scratch.house.store.memory,
  nudge: () => undefined,
  onFault: () => undefined,
  now: () => Date.now(),
  patience: 1500,
})

async function vendor(): Promise<WecomServer> {
  const server = await wecomServer()
  closing.push(() => server.close())
  return server
}

const wecomOn = (server: WecomServer, secret = corpSecret): Channel =>
  wecomChannel({
    ...common(),
    app: {
      corpId: seal.receiver,
      agentId,
      secret,
      token: seal.token,
      aesKey: seal.aesKey,
      apiUrl: server.url,
    },
    receive: async () => undefined,
  }).channel

const kfOn = (server: WecomServer, secret = kfSecret, trouble?: (code: string | undefined) => void) =>
  kfChannel({
    ...common(),
    corpId: seal.receiver,
    secret,
    apiUrl: server.url,
    conversations: scratch.house.store.conversations,
    outbox: scratch.house.store.outbox,
    ...(trouble ? { trouble } : {}),
  })

async function microsoft(): Promise<Microsoft> {
  const ms = await openMicrosoft()
  closing.push(() => ms.close())
  return ms
}

const teamsOn = (ms: Microsoft, password = ms.password): Channel =>
  botFrameworkChannel({
    appId: ms.appId,
    password,
    tenant: ms.tenant,
    ...common(),
    receive: async () => undefined,
    stand: { login: ms.url, metadataUrl: ms.metadataUrl },
  }).channel

const webAt = (origin?: string): Channel =>
  webChannel({
    take: async () => undefined,
    log: scratch.house.store.conversations.log,
    showReceipt: async () => undefined,
    showDraftCode: async () => undefined,
    collect: async () => undefined,
    attend: () => () => undefined,
    secret: Buffer.alloc(32),
    now: scratch.house.clock,
    ...(origin === undefined ? {} : { origin }),
  }).channel

const said = ({ says, todo = '' }: Checked) => `${says}${todo}`

describe('checking a channel', () => {
  test('that is set up well passes, and writes to nobody', async () => {
    const server = await vendor()
    for (const channel of [wecomOn(server), kfOn(server).channel, teamsOn(await microsoft()), webAt()])
      expect([channel.name, (await channel.check?.())?.ok]).toEqual([channel.name, true])
    expect([...server.sent, ...server.bySupport]).toEqual([])
  })

  test('with a wrong secret names the variable to look at, and not the secret', async () => {
    const server = await vendor()
    const wrong = 'wrong-secret-nobody-may-see'
    const expected = { wecom: 'WECOM_SECRET', kf: 'WECOM_KF_SECRET', teams: 'MICROSOFT_APP_PASSWORD' }
    for (const channel of [wecomOn(server, wrong), kfOn(server, wrong).channel, teamsOn(await microsoft(), wrong)]) {
      const checked = await channel.check!()
      expect(checked.ok).toBe(false)
      expect(said(checked)).toContain(expected[channel.name as keyof typeof expected]) // the three above
      expect(said(checked)).not.toContain(wrong)
    }
  })

  test.each(['down', 'stalled', 'cut', 'nonsense', 'half', '45009'] as const)(
    'finds WeCom %s and says what to do, without throwing',
    async (mode) => {
      const server = await vendor()
      server.mode = mode
      for (const channel of [wecomOn(server), kfOn(server).channel]) {
        const checked = await channel.check!()
        expect([checked.ok, checked.todo !== undefined]).toEqual([false, true])
      }
    },
  )

  test('tells Microsoft’s sign-in that is down from keys that cannot be had', async () => {
    const ms = await microsoft()
    ms.fail('no-token')
    expect(said(await teamsOn(ms).check!())).toContain('login.microsoftonline.com')
    ms.fail('no-keys')
    expect(said(await teamsOn(ms).check!())).toContain('login.botframework.com')
  })

  test('tells an address that does not open from one where somebody else answers', async () => {
    const other = createServer((_request, response) => void response.end('<html>nginx</html>'))
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}` // a TCP server's address is never a string
    expect(said(await webAt(url).check!())).toContain('反向代理有没有转到')
    await new Promise((done) => other.close(done))
    expect(said(await webAt(url).check!())).toContain('打不开')
  })
})

describe('trouble outside deliveries', () => {
  test('what people wrote that cannot be pulled is told once it fails, and once it goes well again', async () => {
    const server = await vendor()
    const told: (string | undefined)[] = []
    const kf = kfOn(server, kfSecret, (code) => void told.push(code))
    await kf.catchUp()
    expect(told).toEqual([])
    server.mode = 'down'
    await kf.catchUp()
    expect(told).toEqual(['http-503'])
    expect(kf.channel.explain?.('http-503')?.says).toContain('503')
    server.mode = 'good'
    await kf.catchUp()
    expect(told).toEqual(['http-503', undefined])
  })

  test('that Teams cannot be verified is kept where the console reads it, and goes when it can', async () => {
    const teams = await openTeams(scratch.house, () => undefined)
    closing.push(() => teams.close())
    const { traffic } = scratch.house
    teams.ms.fail('no-keys')
    expect((await teams.post(teams.message('你好', 'm1', 'wang'))).status).toBe(503)
    await traffic.flush()
    const { trouble } = await traffic.read('teams')
    expect(teams.channel.explain?.(trouble?.what ?? '')?.says).toContain('公钥')
    teams.ms.heal()
    expect((await teams.post(teams.message('你好', 'm1', 'wang'))).status).toBe(200)
    await traffic.flush()
    expect((await traffic.read('teams')).trouble).toBeUndefined()
  })

  test('every channel of the console’s page is one that runs, by the same name', async () => {
    const server = await vendor()
    const names = [webAt(), teamsOn(await microsoft()), wecomOn(server), kfOn(server).channel].map(({ name }) => name)
    expect(channelsIn({}).map(({ name }) => name)).toEqual([...names, 'wecom-bot'])
  })
})
