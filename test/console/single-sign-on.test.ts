import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOfficer, singleSignOn } from '../../src/console/index.ts'
import type { Secrets } from '../../src/runtime/index.ts'
import { type Office, openOffice } from '../support/office.ts'
import { client, follow, type SignOn, signOnService } from '../support/sign-on.ts'
import { password } from '../support/word.ts'

let office: Office
let service: SignOn
let account = 'chen'

beforeAll(async () => {
  let url = ''
  let issuer = ''
  // Sealed by the office's own key, which is there once the office is.
  const secrets: Secrets = {
    seal: (name, text) => office.secrets.seal(name, text),
    open: (name, sealed) => office.secrets.open(name, sealed),
  }
  const lazily = () =>
    singleSignOn({
      ...{ issuer, clientId: client.id, clientSecret: client.secret, claim: 'sub', secrets },
      ...{ origin: () => url, now: () => new Date().toISOString(), onFault: (error) => office.faults.push(error) },
    })
  let one: ReturnType<typeof lazily> | undefined
  const known = () => {
    one ??= lazily()
    return one
  }
  const single = {
    begin: (next: string) => known().begin(next),
    finish: (asked: string, kept: string) => known().finish(asked, kept),
  }
  office = await openOffice({ single })
  url = office.url
  service = await signOnService(`${url}/console/sso/back`, () => account)
  issuer = service.issuer
  await addOfficer(office.store, { account: 'chen', name: '陈立', role: '受理', password }, 'system', office.clock.at)
}, 60_000)
afterAll(async () => {
  await service.close()
  await office.close()
})

type Jar = Map<string, Map<string, string>>
const copied = (jar: Jar): Jar => new Map([...jar].map(([host, own]) => [host, new Map(own)]))
const start = () => `${office.url}/console/sso?next=/console/gaps`
const alive = async (jar: Jar) => {
  const own = jar.get(new URL(office.url).host) ?? new Map()
  const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await fetch(`${office.url}/console/code`, { headers: { cookie }, redirect: 'manual' })).status
}

describe('single sign-on', () => {
  it('vouches for the account, says that the key keeps its own password, and leaves the code to be asked', async () => {
    const jar: Jar = new Map()
    const { response } = await follow(start(), jar)
    const html = await response.text()
    expect([response.status, office.faults]).toEqual([200, []])
    expect(html).toContain('单点登录代替不了')
    expect(html).toContain('/console/code?next=%2Fconsole%2Fgaps')
    expect(await alive(jar)).toBe(200)
    // Half open: the queue is still shut.
    const cookie = `qingwen-console=${jar.get(new URL(office.url).host)?.get('qingwen-console')}`
    expect((await fetch(`${office.url}/api/v1/cases`, { headers: { cookie } })).status).toBe(401)
  })

  it('makes nobody an officer, and opens no closed account', async () => {
    account = 'stranger'
    const jar: Jar = new Map()
    expect((await follow(start(), jar)).response.status).toBe(401)
    expect(await alive(jar)).toBe(303)
    expect(await office.store.officers.list()).toHaveLength(1)
    account = 'chen'
    const { id } = (await office.store.officers.byAccount('chen'))!
    await office.store.officers.setDisabled(id, true)
    expect((await follow(start(), new Map())).response.status).toBe(401)
    await office.store.officers.setDisabled(id, false)
  })

  it('takes an answer only in the browser that asked, with its state, and once', async () => {
    const jar: Jar = new Map()
    const back = `${office.url}/console/sso/back`
    const { url } = await follow(start(), jar, back)
    const other = await fetch(url)
    expect(other.status).toBe(401)
    const bent = new URL(url)
    bent.searchParams.set('state', 'A'.repeat(43))
    const kept = copied(jar)
    expect((await follow(bent.href, kept)).response.status).toBe(401)
    const again = copied(jar)
    expect((await follow(url, jar)).response.status).toBe(200)
    expect((await follow(url, again)).response.status).toBe(401)
  })
})
