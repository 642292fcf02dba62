import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Refused } from '../../src/base/index.ts'
import type { Bot, Conversation, Event, Frame, Turn } from '../../src/dialogue/index.ts'
import { draftCodeOf, type House, openTraffic, presence, startWorker, take } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { type ScratchFolder, scratchFolder } from '../support/scratch.ts'

/** What was told in the form and stands nowhere else. */
const planted = '石桥村老井旁那本蓝皮账'
const frame: Frame = {
  flow: 'report',
  edition: '2026-11-01',
  answers: { 'facts[0].what': { is: 'given', value: planted, said: planted, turn: 2 } },
  reopened: {},
  startedAt: '2026-11-23T09:00:00+08:00',
}

// The engine is scripted, so that nothing but the words of the form is told: `keep`, `keep <old id>`, `drop <id>`, `open <code>`.
vi.mock('../../src/dialogue/index.ts', async (original) => ({
  ...(await original<typeof import('../../src/dialogue/index.ts')>()),
  step: (_bot: Bot, before: Conversation, event: Event): Turn => {
    const state: Conversation = { ...before, turn: before.turn + 1 }
    if (event.type === 'draftOpened') {
      const said = { type: 'say', text: event.frame ? `开了 ${event.id}` : '没有' } as const
      return { state, effects: [said], events: event.frame ? ['flow_resumed', JSON.stringify(event.frame)] : [] }
    }
    const [word, about = ''] = event.type === 'said' ? event.text.split(/ (.*)/s) : ['']
    const say = (text: string) => ({ type: 'say', text }) as const
    if (word === 'open') return { state, effects: [{ type: 'openDraft', code: about }], events: [] }
    if (word === 'drop') return { state, effects: [{ type: 'dropDraft', id: about }, say('删了')], events: [] }
    const keep = { type: 'keepDraft', frame, ...(about === '' ? {} : { replaces: about }) } as const
    const keeps = word === 'twice' ? [keep, keep] : [keep]
    return { state, effects: [...keeps, say('草稿码：{{draftCode}}，请记好')], events: ['draft_saved'] }
  },
}))

const thread = { channel: 'web', person: 'p' }
const start = '2026-11-23T09:30:00+08:00'

let folder: ScratchFolder
let opened: { house: House; faults: unknown[]; clock: { at: string }; close(): Promise<void> }
beforeEach(async () => {
  folder = scratchFolder()
  opened = await open()
})
afterEach(async () => {
  await opened.close()
  folder.remove()
})

/** The runtime over a real store and a real vault in the folder, as after a start; the rest of the house is not asked. */
async function open(at = start) {
  const vault = await openVault(join(folder.path, 'server.key'))
  const store = await openStore({ dataDir: folder.path, seals: vault.seals })
  const faults: unknown[] = []
  const clock = { at }
  const house = {
    ...vault,
    store,
    traffic: openTraffic(store.memory, () => clock.at),
    present: presence(vault.seals),
    clock: () => clock.at,
    channels: new Map([['web', { name: 'web', delivery: 'log' as const }]]),
    newId: () => 'c1',
    bot: { places: [] },
    onFault: (fault: unknown) => void faults.push(fault),
    // The scripted engine asks nothing of the rest, and no file comes.
  } as unknown as House
  return { house, faults, clock, close: () => store.close() }
}

async function again(at?: string) {
  await opened.close()
  opened = await open(at)
  return opened.house
}

let n = 0
const say = (house: House, text: string, id = `m${n++}`) =>
  take(house, { ...thread, id, event: { type: 'said', text } })
const log = (house: House) => house.store.conversations.log(thread, 0, 100)

/** The code the conversation shows, and the id of its draft. */
async function shown(house: House) {
  const last = (await log(house)).findLast((row) => row.from === 'bot' && row.draft !== undefined)
  const id = last?.from === 'bot' ? (last.draft ?? '') : ''
  return { id, code: await draftCodeOf(house, id) }
}

async function kept(house: House) {
  await say(house, 'keep')
  const { id, code } = await shown(house)
  if (code === undefined) throw new Error('no code is shown')
  return { id, code }
}

describe('a form kept under a draft code', () => {
  test('comes back as it was, the next day, after a restart and in another conversation', async () => {
    const { id, code } = await kept(opened.house)
    const house = await again('2026-11-24T20:10:00+08:00')
    const { events } = await take(house, {
      channel: 'web',
      person: 'phone',
      id: 'x',
      event: { type: 'said', text: `open ${code}` },
    })
    expect(events).toEqual(['flow_resumed', JSON.stringify(frame)])
    expect(await house.store.drafts.sealed(id, house.clock())).toBeDefined()
  })

  test('has a code that can be shown for a day, and then no more; the draft stays', async () => {
    const { id, code } = await kept(opened.house)
    opened.clock.at = '2026-11-24T09:29:59+08:00'
    expect(await shown(opened.house)).toEqual({ id, code })
    opened.clock.at = '2026-11-24T09:30:00+08:00'
    expect(await shown(opened.house)).toEqual({ id, code: undefined })
    expect((await say(opened.house, `open ${code}`)).events).toContain('flow_resumed')
  })

  test('has a code that is not shown again once the draft was opened', async () => {
    const { id, code } = await kept(opened.house)
    await say(opened.house, `open ${code}`)
    expect(await shown(opened.house)).toEqual({ id, code: undefined })
    expect((await say(opened.house, `open ${code}`)).events).toContain('flow_resumed')
  })

  test('gets a new code when it is kept again, and the old one opens nothing from then on', async () => {
    const old = await kept(opened.house)
    await say(opened.house, `open ${old.code}`)
    await say(opened.house, `keep ${old.id}`)
    const { code } = await shown(opened.house)
    expect(code).not.toBe(old.code)
    expect((await say(opened.house, `open ${old.code}`)).says[0]?.text).toBe('没有')
    expect((await say(opened.house, `open ${code}`)).events).toContain('flow_resumed')
  })

  test('is gone for good when it is dropped, with what its code could be shown from', async () => {
    const { id, code } = await kept(opened.house)
    await say(opened.house, `drop ${id}`)
    expect((await say(opened.house, `open ${code}`)).says[0]?.text).toBe('没有')
    expect(await shown(opened.house)).toEqual({ id, code: undefined })
  })

  test('is gone after thirty days, and the worker deletes it', async () => {
    const { id, code } = await kept(opened.house)
    opened.clock.at = '2026-12-23T09:29:59+08:00'
    expect((await say(opened.house, `open ${code}`)).events).toContain('flow_resumed')
    opened.clock.at = '2026-12-23T09:30:00+08:00'
    expect((await say(opened.house, `open ${code}`)).says[0]?.text).toBe('没有')
    const worker = startWorker(opened.house)
    // Asked as of an earlier time, so that it is the row that is asked and not the clock.
    await expect.poll(() => opened.house.store.drafts.sealed(id, start), { timeout: 10_000 }).toBeUndefined()
    await worker.stop()
  })

  test('that was tampered with opens no more than one that never was, and is told of behind the scenes', async () => {
    const { code } = await kept(opened.house)
    const other = await opened.house.draftCodes.seal('{}')
    const drafts = { ...opened.house.store.drafts, sealed: async () => other.sealed }
    const house = { ...opened.house, store: { ...opened.house.store, drafts } }
    const tampered = await say(house, `open ${code}`)
    const never = await say(opened.house, 'open D 4821 7730 9156 2041')
    expect(tampered.says).toEqual(never.says)
    expect(opened.faults).toHaveLength(1)
    expect(String(opened.faults)).not.toContain(code)
  })

  test('leaves an audit line that says neither what nor under which code', async () => {
    await kept(opened.house)
    const { rows } = await opened.house.store.audit.list({ limit: 5 })
    expect(rows).toEqual([{ seq: 1, at: start.slice(0, 10), who: 'person', what: 'draft.kept', note: 'report' }])
  })

  test('has its code put into a pushed message only on its way out', async () => {
    const sent: string[] = []
    const push = {
      name: 'web',
      delivery: 'push' as const,
      deliver: async (_: unknown, text: string) => void sent.push(text),
    }
    const house = { ...opened.house, channels: new Map([['web', push]]) }
    await say(house, 'keep')
    const { code } = await shown(house)
    const worker = startWorker(house)
    await expect.poll(() => sent, { timeout: 10_000 }).toEqual([`草稿码：${code}，请记好`])
    await worker.stop()
    expect(JSON.stringify(await log(house))).not.toContain(code)
  })

  test('cannot share its reply with another one', async () => {
    await expect(say(opened.house, 'twice')).rejects.toThrow('two drafts')
    expect(await log(opened.house)).toEqual([])
  })
})

describe('cut off while a draft is kept', () => {
  test('before it is written: there is no draft and no code, and saying it again keeps one', async () => {
    const { house } = opened
    let sealed = ''
    const cut = {
      ...house.store,
      conversations: {
        ...house.store.conversations,
        commit: (write: { drafts?: { kept?: { id: string } } }) => {
          sealed = write.drafts?.kept?.id ?? ''
          return Promise.reject(new Refused('notSaved', { retryAfter: 5 }))
        },
      },
    }
    await expect(say({ ...house, store: cut }, 'keep', 'k')).rejects.toMatchObject({ code: 'notSaved' })
    const later = await again()
    expect(await later.store.drafts.sealed(sealed, start)).toBeUndefined()
    expect(await log(later)).toEqual([])
    await say(later, 'keep', 'k')
    const { code } = await shown(later)
    expect((await say(later, `open ${code}`)).events).toContain('flow_resumed')
  })

  test('after it was written, before anybody was told: the conversation shows the code after the start', async () => {
    const { house } = opened
    const dead = new Map([
      [
        'web',
        {
          name: 'web',
          delivery: 'log' as const,
          committed: () => {
            throw new Error('cut off')
          },
        },
      ],
    ])
    await expect(say({ ...house, channels: dead }, 'keep', 'k')).rejects.toThrow('cut off')
    const later = await again()
    // The client, which heard nothing, says it again.
    expect((await say(later, 'keep', 'k')).result).toBe('seen')
    expect((await log(later)).filter((row) => row.from === 'bot')).toHaveLength(1)
    const { code } = await shown(later)
    expect((await say(later, `open ${code}`)).events).toContain('flow_resumed')
  })

  test('and lost against another turn: what was sealed first is not left behind', async () => {
    const { house } = opened
    const sealed: string[] = []
    const { commit } = house.store.conversations
    const store: House['store'] = {
      ...house.store,
      conversations: {
        ...house.store.conversations,
        async commit(write) {
          sealed.push(write.drafts?.kept?.id ?? '')
          return sealed.length === 1 ? 'stale' : commit(write)
        },
      },
    }
    await say({ ...house, store }, 'keep')
    expect(sealed).toHaveLength(2)
    const there = await Promise.all(sealed.map((id) => house.store.drafts.sealed(id, start)))
    expect(there.map((each) => each !== undefined)).toEqual([false, true])
  })
})

describe('who has the files of the house', () => {
  const spellings = (text: string) => [Buffer.from(text), Buffer.from(text, 'utf16le'), ...inBase64(text)]
  /** Base64 of the words wherever they stand in what was encoded: three offsets, whole groups only. */
  const inBase64 = (text: string) =>
    [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
      return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4))
    })
  const files = () => readdirSync(folder.path).map((name) => ({ name, bytes: readFileSync(join(folder.path, name)) }))
  const found = (text: string) =>
    files().flatMap(({ name, bytes }) => (spellings(text).some((each) => bytes.includes(each)) ? [name] : []))

  test('finds neither the words of a draft nor its code, in the database, its log or beside them', async () => {
    const { id, code } = await kept(opened.house)
    await say(opened.house, `open ${code}`)
    // The id of the draft does stand there: the search finds what there is to find.
    expect(found(id).length).toBeGreaterThan(0)
    for (const words of [planted, code, code.slice(2), code.replace(/\D/g, '')]) expect(found(words)).toEqual([])
    await opened.close()
    expect(found(id)).toEqual(['qingwen.db'])
    for (const words of [planted, code.slice(2), code.replace(/\D/g, '')]) expect(found(words)).toEqual([])
    opened = await open()
  })

  test('finds nothing of a dropped draft either', async () => {
    const { id } = await kept(opened.house)
    const sealed = (await opened.house.store.drafts.sealed(id, start)) ?? ''
    expect(found(sealed.slice(0, 60)).length).toBeGreaterThan(0)
    await say(opened.house, `drop ${id}`)
    await opened.close()
    expect(found(sealed.slice(0, 60))).toEqual([])
    opened = await open()
  })
})
