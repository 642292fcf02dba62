import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closed, left, opened, share, spent, used, windowBounds } from '../../src/channels/kf/budget.ts'
import { fold, foldLine } from '../../src/channels/kf/fold.ts'
import { startWorker, type Worker } from '../../src/runtime/index.ts'
import { type OpenKf, openKf, shown } from '../support/kf-subject.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { kfAccount } from '../support/wecom-server.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('the budget', () => {
  test('never lets more than five go in any 48 hours since the last message, whatever happens', () => {
    const steps = fc.array(
      fc.oneof(fc.constant('send'), fc.constant('write'), fc.integer({ min: 1, max: 60 * 3600 })),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (all) => {
        let [window, now, since, sent] = [closed, 1_000_000, 0, 0]
        for (const step of all) {
          if (typeof step === 'number') now += step
          else if (step === 'write') {
            if (now > since) [since, sent] = [now, 0]
            window = opened(window, now)
          } else if (left(window, now) > 0) {
            window = spent(window)
            sent++
            expect(sent).toBeLessThanOrEqual(windowBounds.messages)
            expect(now - since).toBeLessThan(windowBounds.seconds)
          }
        }
      }),
    )
  })

  test('a message pulled twice opens nothing again, and WeChat’s own word closes it', () => {
    const window = spent(spent(opened(closed, 100)))
    expect(opened(window, 100)).toEqual(window)
    expect(left(used(window), 101)).toBe(0)
    expect([0, 1, 2, 3, 5].map(share)).toEqual([0, 1, 1, 1, 3])
  })
})

describe('folding', () => {
  test('loses no character, cuts none in two, and keeps every message within 2048 bytes', () => {
    const texts = fc.string({
      unit: fc.constantFrom('事', '项', 'a', '。', '\n', '𠮷', '👨‍👩‍👧', ' '),
      minLength: 0,
      maxLength: 4000,
    })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (text, most) => {
        const { out, tail } = fold(text, most, '1')
        expect(out.length).toBeLessThanOrEqual(most)
        for (const each of out) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(2048)
        const head = out.join('').replace(foldLine('1'), '')
        expect(squeezed(head + (tail > 0 ? text.trim().slice(-tail) : ''))).toBe(squeezed(text))
        expect(out.some((each) => each.includes(foldLine('1')))).toBe(tail > 0)
      }),
      { numRuns: 200 },
    )
  })
})

let scratch: ScratchHouse
let open: OpenKf
let worker: Worker
beforeEach(async () => {
  scratch = await scratchHouse([])
  const channels = new Map()
  const house = { ...scratch.house, channels }
  open = await openKf(house, () => worker?.nudge(), { againAfter: 5 })
  channels.set('kf', open.kf.channel)
  worker = startWorker(house)
})
afterEach(async () => {
  await worker.stop()
  await open.close()
  await scratch.close()
})
const sentTo = (person: string) => open.server.bySupport.filter(({ touser }) => touser === person).map(shown)
const thread = (person: string) => ({ channel: 'kf', person: `${kfAccount}/${person}` })
const until = (holds: () => unknown) => expect.poll(holds, { timeout: 20_000, interval: 5 }).toBeTruthy()
let told = 0
async function tells(person: string, text: string) {
  const event = { type: 'told', case: 'none', text } as const
  await scratch.house.store.conversations.receive({ ...thread(person), id: `told${++told}`, event })
  worker.nudge()
}

describe('微信客服', () => {
  test('a long answer is folded, and the rest comes when it is asked for, without being taken for a reply', async () => {
    open.writes('li', '你好')
    await open.ring()
    await until(() => sentTo('li').length === 1)
    const long = Array.from({ length: 500 }, (_, n) => `第${n}条说明写在这里。`).join('')
    await tells('li', long)
    await until(() => sentTo('li').some(({ text }) => text.includes('看全文')))
    const before = sentTo('li').length
    expect(before).toBeLessThanOrEqual(4)
    const heard = async () =>
      (await scratch.house.store.conversations.log(thread('li'), 0, 100)).filter((row) => row.from === 'person').length
    const was = await heard()
    const word =
      /回复“?(1|全文)/.exec(
        sentTo('li')
          .map(({ text }) => text)
          .join(''),
      )?.[1] ?? ''
    for (let asked = 1; asked <= 2; asked++) {
      const count = sentTo('li').length
      open.writes('li', word)
      await open.ring()
      await until(() => sentTo('li').length > count)
    }
    expect(sentTo('li').at(-1)?.text).toContain('第499条')
    expect(await heard()).toBe(was)
    const all = squeezed(
      sentTo('li')
        .map(({ text }) => text)
        .join('')
        .replaceAll(/……（还有一部分，回复“?(?:1|全文)”?看全文）/g, ''),
    )
    expect(all).toContain(long)
  })

  test('what finds the window closed waits, and is sent when the person writes', async () => {
    open.writes('li', '你好')
    await open.ring()
    await until(() => sentTo('li').length === 1)
    for (let n = 1; n <= 7; n++) await tells('li', `工作人员的第${n}句`)
    await until(() => sentTo('li').length === 5)
    await until(() => scratch.faults.length > 0)
    open.writes('li', '谢谢')
    await open.ring()
    await until(() => sentTo('li').some(({ text }) => text.includes('第7句')))
    const order = [
      ...sentTo('li')
        .map(({ text }) => text)
        .join('')
        .matchAll(/第(\d)句/g),
    ].map((each) => each[1])
    expect(order).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('a bell that is lost, repeated or comes with WeCom down loses and doubles nothing', async () => {
    open.server.page = 2
    for (let n = 0; n < 7; n++) open.writes(`p${n}`, '你好')
    open.server.mode = 'down'
    await open.ring()
    open.server.mode = 'good'
    await until(() => [0, 1, 2, 3, 4, 5, 6].every((n) => sentTo(`p${n}`).length === 1))
    for (let n = 0; n < 3; n++) await open.ring()
    open.writes('p7', '你好')
    await open.kf.catchUp()
    await until(() => sentTo('p7').length === 1)
    expect(open.server.bySupport).toHaveLength(8)
  })

  test('who comes in is welcomed by the code, before they have written', async () => {
    open.event({ event_type: 'enter_session', open_kfid: kfAccount, external_userid: 'li', welcome_code: 'W1' })
    await open.ring()
    await until(() => open.server.welcomes.length === 1)
    expect(open.server.welcomes[0]).toMatchObject({ code: 'W1', text: expect.stringContaining('清问') })
  })

  test('no unnamed report is taken here, and the way to one is shown', async () => {
    open.writes('li', '我要匿名举报')
    await open.ring()
    await until(() => sentTo('li').length === 1)
    expect(sentTo('li')[0]?.text).toContain('匿名')
    expect((await scratch.house.store.conversations.load(thread('li'))).state?.frame).toBeUndefined()
  })
})
