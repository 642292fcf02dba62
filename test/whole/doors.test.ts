import { afterEach, describe, expect, test } from 'vitest'
import { person, type WholeHouse, wholeHouse } from '../support/house.ts'

let house: WholeHouse | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})
const status = async (path: string) => (await fetch(`${house?.url}${path}`, { redirect: 'manual' })).status

describe('what is open in which role', () => {
  test.each([
    ['all', 200, 200, 401],
    ['intake', 200, 404, 404],
    ['console', 404, 200, 401],
  ])('%s', async (role, page, signIn, api) => {
    house = await wholeHouse({ QINGWEN_ROLE: role })
    expect([await status('/'), await status('/console/sign-in'), await status('/api/v1/cases')]).toEqual([
      page,
      signIn,
      api,
    ])
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])
  })
})

describe('the front door', () => {
  test('counts, and tells nobody but this machine what it counted, and nobody what was said', async () => {
    house = await wholeHouse()
    await (await person(house.url)).say('我要匿名举报柳树镇柳树村村支书周明')
    const metrics = await (await fetch(`${house.url}/metrics`)).text()
    expect(metrics).toMatch(/^qingwen_http_responses_total\{status="2xx"\} [1-9]/m)
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m)
    expect(metrics).not.toMatch(/周明|directline\/conversations\//)
  })

  test('says when no write can be taken, and goes on answering that it is alive', async () => {
    house = await wholeHouse()
    const { store } = house.running.house
    const { ready } = store
    Object.assign(store, { ready: () => Promise.reject(new Error('disk full')) })
    expect([await status('/readyz'), await status('/healthz')]).toEqual([503, 200])
    Object.assign(store, { ready })
    expect(await status('/readyz')).toBe(200)
  })

  test('does not say what it is made of', async () => {
    house = await wholeHouse()
    for (const path of ['/', '/console/sign-in', '/healthz', '/nothing']) {
      const { headers } = await fetch(house.url + path)
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('server')).toBeNull()
    }
  })

  test('answers a fault of ours with 500 and nothing of it, and stays up', async () => {
    house = await wholeHouse()
    const who = await person(house.url)
    const { conversations } = house.running.house.store
    const { load } = conversations
    Object.assign(conversations, { load: () => Promise.reject(new Error('secret of 周明')) })
    const answer = await who.post('在吗')
    expect(answer.status).toBe(500)
    const problem = await answer.text()
    expect(JSON.parse(problem)).toMatchObject({ status: 500, code: 'fault', title: expect.stringContaining('稍后') })
    expect(problem).not.toContain('周明')
    Object.assign(conversations, { load })
    expect((await who.say('在吗')).length).toBeGreaterThan(0)
  })
})
