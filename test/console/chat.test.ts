import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeskAnswer, DeskSaid } from '../../src/runtime/index.ts'
import { told } from '../intake/alike-pairs.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { fileReport, openReports } from '../support/reports.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

let messages = 0
type Talking = Partial<DeskSaid> & { after?: DeskAnswer | undefined }

async function say(text: string, { after, ...more }: Talking = {}): Promise<DeskAnswer | undefined> {
  const turn = after?.talk.turn ?? 0
  const said = {
    channel: 'teams',
    member: 't/zhang',
    person: 'u:t:zhang',
    overheard: false,
    spoken: false,
    busy: false,
  }
  return office.chat?.hear({ ...said, text, key: `m${++messages}`, talk: after?.talk, turn, ...more })
}

const codeOn = (html: string) => /绑定 (\d{4} \d{4})/.exec(html)?.[1] ?? ''
const codeFor = async (desk: Desk) => codeOn((await desk.post('/console/chat/code', {})).html)

async function bound(desk: Desk, more: Talking = {}): Promise<DeskAnswer | undefined> {
  return say(`绑定 ${await codeFor(desk)}`, more)
}

const wholeOf = (answer: DeskAnswer | undefined) =>
  (answer?.say.text ?? '').replace('{{kept}}', () => office.chat?.kept(answer?.say.kept ?? '') ?? '')
const audited = async () => (await office.store.audit.list({ limit: 200 })).rows.map(({ what }) => what)

describe('who is an officer in a chat', () => {
  test('nobody is before a code, and the words of strangers do nothing', async () => {
    const { number } = await file(office)
    for (const text of [`认领 ${number}`, '今天有什么件', `${number} 并到 R-1001`]) {
      const answer = await say(text)
      expect(answer?.events).toEqual([])
      expect(answer?.say.text).toContain('绑定')
      expect(answer?.say.text).not.toContain(number)
    }
    expect(await say('导出登记表')).toBeUndefined()
    expect(await say('撤销')).toBeUndefined()
    expect((await office.store.cases.byNumber(number))?.holder).toBeUndefined()
  })

  test('a code is good once, for whoever types it first, and for ten minutes', async () => {
    const zhang = await seat(office)
    const code = await codeFor(zhang)
    expect((await say(`绑定 ${code}`))?.events).toEqual(['desk_bound'])
    expect((await say(`绑定 ${code}`, { member: 't/li' }))?.events).toEqual([])
    expect(await say('我手上的', { member: 't/li' })).toMatchObject({ events: [] })
    const late = await codeFor(zhang)
    office.clock.at = '2026-11-23T09:41:00+08:00'
    expect((await say(`绑定 ${late}`, { member: 't/wang' }))?.events).toEqual([])
  })

  test('codes cannot be guessed: after five wrong ones the right one is refused, too', async () => {
    const zhang = await seat(office)
    const code = await codeFor(zhang)
    for (let n = 0; n < 5; n++) expect((await say(`绑定 0000 000${n}`))?.events).toEqual([])
    expect((await say(`绑定 ${code}`))?.say.text).toContain('次数太多')
    expect((await audited()).filter((what) => what === 'chat.codeRefused')).toHaveLength(5)
    expect((await say(`绑定 ${code}`, { member: 't/other' }))?.events).toEqual(['desk_bound'])
  })

  test('the same name in another tenant, on another channel or in a group is nobody', async () => {
    const after = await bound(await seat(office))
    expect((await say('我手上的', { after }))?.events).toEqual(['queue_listed'])
    expect((await say('我手上的', { member: 'other/zhang' }))?.events).toEqual([])
    expect((await say('我手上的', { channel: 'wecom' }))?.events).toEqual([])
    const { member: _, ...group } = { member: undefined, overheard: true, person: 'g:1' }
    const first = await office.chat?.hear({ ...said('今天有什么件'), ...group })
    expect([first?.events, first?.say.text]).toEqual([[], expect.stringContaining('单独对话')])
    const again = await office.chat?.hear({ ...said('今天有什么件'), ...group, talk: first?.talk })
    expect(again?.say.text.length).toBeLessThan(first?.say.text.length ?? 0)
    expect(await office.chat?.hear({ ...said('今天有什么件'), person: 'web' })).toBeUndefined()
  })

  test('it ends with the account, by the word and from the console', async () => {
    const zhang = await seat(office)
    await bound(zhang)
    expect((await say('解绑'))?.events).toEqual(['desk_unbound'])
    expect((await say('我手上的'))?.events).toEqual([])
    await bound(zhang)
    await zhang.post('/console/chat/unbind', { channel: 'teams' })
    expect((await say('我手上的'))?.events).toEqual([])
    await bound(zhang)
    await office.store.officers.setRole(zhang.officer.id, '审计管理')
    expect((await say('我手上的'))?.events).toEqual([])
    await office.store.officers.setRole(zhang.officer.id, '受理')
    expect((await say('我手上的'))?.events).toEqual(['queue_listed'])
    await office.store.officers.setDisabled(zhang.officer.id, true)
    expect((await say('我手上的'))?.events).toEqual([])
  })
})

const said = (text: string): Omit<DeskSaid, 'member'> => ({
  ...{ channel: 'teams', person: 'u:t:zhang', overheard: false, spoken: false, busy: false, turn: 0 },
  ...{ text, key: `m${++messages}`, talk: undefined },
})

describe('what an officer may do in a chat', () => {
  test('content needs the desk to be open, and is in no row', async () => {
    const { number } = await file(office)
    const zhang = await seat(office)
    let after = await bound(zhang)
    after = await say(`认领 ${number}`, { after })
    expect(after?.events).toEqual([`case_claimed:${number}`])
    const closed = await say('问举报人，李秀英当时在场吗', { after })
    expect(closed?.events).toEqual(['desk_refused:noKey'])
    expect(closed?.say.text).toContain('/console/chat')
    await zhang.post('/console/chat/open', {})
    const open = await say('问举报人，当时还有谁在场，电话13800001234', { after })
    expect(open?.events).toContain('officer_question_sent')
    expect(open?.say.text).not.toContain('在场')
    expect(wholeOf(open)).toContain('在场')
    expect(wholeOf(open)).not.toContain('13800001234')
  })

  test('where content is turned off, none is written, neither asked with nor shown, and numbers still are', async () => {
    await office.close()
    office = await openReports({
      chat: { content: false, origin: () => 'https://qingwen.example.cn', withoutPeople: (text) => text },
    })
    const person = '周明/柳树镇财政所/所长'
    const twice = [
      await fileReport(office, told(person, '让人把修村道的两车水泥拉回家盖房|2025-08|柳树村')),
      await fileReport(
        office,
        told(person, '修路的水泥他拉回家盖房|2025-08-10||3000', '卖树的钱没有入账|2025-11||15000'),
      ),
    ] as const
    const zhang = await seat(office)
    let after = await bound(zhang)
    await zhang.post('/console/chat/open', {})
    after = await say(`认领 ${twice[1].number}`, { after })
    expect(after?.events).toEqual([`case_claimed:${twice[1].number}`])
    const answers = [
      after,
      await say('有没有重复', { after }),
      await say(`并到 ${twice[0].number} 新事实单列`, { after }),
    ]
    expect(wholeOf(answers[1])).toContain(`疑似和 ${twice[0].number} 重复`)
    for (const answer of answers) {
      expect(answer?.say.kept).toBeUndefined()
      expect(wholeOf(answer)).not.toMatch(/水泥|周明|卖树/)
    }
    const asked = await say('问举报人，当时还有谁在场', { after })
    expect(asked?.events).not.toContain('officer_question_sent')
    expect(asked?.say.text).toContain('不写进聊天')
    const cases = office.store.cases
    expect((await cases.byNumber(twice[1].number))?.messages).toEqual([])
  })

  test('the desk closes with the sign-out at the console', async () => {
    const { number } = await file(office)
    const zhang = await seat(office)
    let after = await bound(zhang)
    after = await say(`认领 ${number}`, { after })
    await zhang.post('/console/chat/open', {})
    expect((await say('问举报人，哪天的事', { after }))?.events[0]).toBe('officer_question_sent')
    await zhang.post('/console/sign-out', {})
    expect((await say('问举报人，哪天的事', { after }))?.events).toEqual(['desk_refused:noKey'])
  })

  test('the desk closes after a quarter of an hour, and when roles change', async () => {
    const { number } = await file(office)
    const zhang = await seat(office)
    let after = await bound(zhang)
    after = await say(`认领 ${number}`, { after })
    const asks = async () => (await say('问举报人，哪天的事', { after }))?.events[0]
    await zhang.post('/console/chat/open', {})
    expect(await asks()).toBe('officer_question_sent')
    office.clock.at = '2026-11-23T09:50:00+08:00'
    expect(await asks()).toBe('desk_refused:noKey')
    await zhang.post('/console/chat/open', {})
    expect(await asks()).toBe('officer_question_sent')
    await office.store.officers.setRole(zhang.officer.id, '受理、承办')
    expect(await asks()).toBe('desk_refused:noKey')
  })

  test('a message that comes twice is done once', async () => {
    const { number } = await file(office)
    const zhang = await seat(office)
    let after = await bound(zhang)
    after = await say(`认领 ${number}`, { after })
    await zhang.post('/console/chat/open', {})
    const twice = { after, key: 'twice' }
    await say('问举报人，哪天的事', twice)
    await say('问举报人，哪天的事', twice)
    expect((await office.store.cases.byNumber(number))?.messages).toHaveLength(1)
    const released = await say('放回', { after, key: 'thrice' })
    expect(released?.events).toEqual([`case_released:${number}`])
    expect((await say('放回', { after: released, key: 'thrice' }))?.events).toEqual([])
  })

  test('a case of another unit and one behind a wall are not there, and look alike', async () => {
    await office.store.units.add({ id: 'other', name: '别处' })
    const far = await file(office, { unit: 'other' })
    const near = await file(office)
    const zhang = await seat(office)
    await office.store.cases.wall(near.id, `officer:${zhang.officer.id}`, true, office.clock.at)
    const after = await bound(zhang)
    const answers = await Promise.all(
      [far.number, near.number, 'R-987654'].map((number) => say(`认领 ${number}`, { after })),
    )
    for (const answer of answers) expect([answer?.events, answer?.say.text]).toEqual([[], answers[2]?.say.text])
    expect((await say('今天有什么件', { after }))?.say.text).not.toMatch(/R-\d/)
  })

  test('who reported is never told, and the asking is written down', async () => {
    const { number } = await file(office, { identity: { name: { is: 'given', value: '李秀英', said: '', turn: 1 } } })
    const zhang = await seat(office)
    const after = await bound(zhang)
    await zhang.post('/console/chat/open', {})
    const answer = await say(`${number} 的举报人是谁`, { after })
    expect(answer?.events).toEqual(['identity_access_denied_logged'])
    expect(wholeOf(answer)).not.toContain('李秀英')
    expect(await audited()).toContain('identity.refused')
  })

  test('half a command does nothing and says what is missing', async () => {
    const { number } = await file(office)
    const zhang = await seat(office)
    let after = await bound(zhang)
    await zhang.post('/console/chat/open', {})
    for (const text of ['认领', '并到', '问举报人', '状态改成'])
      expect((await say(text, { after }))?.events).toEqual([])
    after = await say(`认领 ${number}`, { after })
    expect((await say('状态改成已转办', { after }))?.say.text).toContain('理由')
    expect((await say('状态改成飞了 理由 不知道', { after }))?.say.text).toContain('可以办的有')
  })
})
