import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '../../src/base/index.ts'
import { type Arrival, fileBounds, type HandedFile, type Store, take } from '../../src/runtime/index.ts'
import { planted, plantedJpeg } from '../support/planted-photo.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { handedIn, talked, turn } from '../support/turns.ts'

const thread = { channel: 'web', person: 'p' }

const plain = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer()
const photo = (name = '我家门口.jpg', bytes: Uint8Array = plantedJpeg(plain)): HandedFile => ({
  name,
  type: 'image/jpeg',
  bytes,
})
const paper = { name: '王小明的说明.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') }

let scratch: ScratchHouse
beforeEach(async () => {
  scratch = await scratchHouse([{ name: 'web', delivery: 'log' }])
  // A person who has handed something in here.
  await scratch.house.store.conversations.commit(
    turn(thread, 'm0', 0, { newCase: handedIn(thread, 'c1'), state: { ...talked(1), case: 'c1' } }),
  )
})
afterEach(() => scratch.close())

const brings = (id: string, files: readonly HandedFile[], text = ''): Arrival => ({
  ...thread,
  id,
  event: { type: 'said', text, files },
})
const kept = async () =>
  Promise.all((await scratch.house.store.attachments.list('c1')).map((each) => scratch.unlocked.file('c1', each)))
const logged = async () =>
  (await scratch.house.store.conversations.log(thread, 2, 100)).filter((row) => row.from === 'person')

describe('a message with files', () => {
  test('adds them to the case, stripped, under names made here', async () => {
    const { events } = await take(scratch.house, brings('1', [photo(), paper, photo('b.jpg')]))
    expect(events).toEqual(expect.arrayContaining(['attachment_saved', 'exif_stripped']))
    const [first, second, third] = await kept()
    expect([first, second, third]).toMatchObject([
      { name: '附件1.jpg', type: 'image/jpeg', stripped: true },
      { name: '附件2.pdf', type: 'application/pdf', stripped: false },
      { name: '附件3.jpg', stripped: true },
    ])
    const sealed = (await scratch.house.store.attachments.open('c1', first!.id))! // listed a moment ago
    const bytes = (await scratch.unlocked.bytes('c1', sealed, sealed.locked))!
    expect(planted.filter((word) => Buffer.from(bytes).includes(word))).toEqual([])
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
  })

  test('leaves the sender’s own names nowhere: not in the log, the state or the ledger', async () => {
    await take(scratch.house, brings('1', [photo(), paper], '这是照片和说明'))
    expect(await logged()).toMatchObject([
      {
        text: '这是照片和说明',
        files: [
          { name: '照片1.jpg', type: 'image/jpeg' },
          { name: '文件1.pdf', type: 'application/pdf', size: paper.bytes.length },
        ],
      },
    ])
    const { state } = await scratch.house.store.conversations.load(thread)
    const { rows } = await scratch.house.store.audit.list({ limit: 20 })
    const all = JSON.stringify([state, await scratch.house.store.conversations.log(thread, 0, 100), rows, await kept()])
    expect(all).not.toMatch(/我家门口|王小明/)
    expect(rows.filter(({ what }) => what === 'file.added')).toHaveLength(2)
  })

  test('that comes twice adds them once', async () => {
    await take(scratch.house, brings('1', [photo()]))
    expect((await take(scratch.house, brings('1', [photo()]))).result).toBe('seen')
    expect(await kept()).toHaveLength(1)
  })

  test('of which one cannot be taken is refused whole, before anything is written', async () => {
    const before = await scratch.house.store.conversations.load(thread)
    const wrong: readonly (readonly [readonly HandedFile[], string])[] = [
      [[photo(), { ...paper, name: '说明.jpg' }], 'fileMismatch'],
      [[photo('a.jpg', plain.subarray(0, 100))], 'fileBroken'],
      [Array.from({ length: fileBounds.count + 1 }, () => paper), 'fileTooMany'],
      [[{ ...paper, bytes: Buffer.alloc(fileBounds.each + 1) }], 'fileTooLarge'],
      [[1, 2, 3].map(() => ({ ...paper, bytes: Buffer.alloc(7 * 1024 * 1024) })), 'fileTooLarge'],
    ]
    for (const [files, code] of wrong)
      await expect(take(scratch.house, brings('1', files, '看'))).rejects.toMatchObject({ name: 'Refused', code })
    expect(await scratch.house.store.conversations.load(thread)).toEqual(before)
    expect(await kept()).toEqual([])
    // The same message with the right file is still new.
    expect((await take(scratch.house, brings('1', [photo()]))).result).toBe('done')
  })

  test('that could not be written leaves nothing, and its next sending everything', async () => {
    const { store } = scratch.house
    const full: Store = {
      ...store,
      conversations: { ...store.conversations, commit: () => Promise.reject(new Refused('notSaved')) },
    }
    await expect(take({ ...scratch.house, store: full }, brings('1', [photo()]))).rejects.toMatchObject({
      code: 'notSaved',
    })
    expect([await kept(), await logged()]).toEqual([[], []])
    await take(scratch.house, brings('1', [photo()]))
    expect(await kept()).toHaveLength(1)
  })

  test('for a case that is full is refused, and words still come through', async () => {
    for (let n = 0; n < fileBounds.caseCount / 5; n++)
      await take(
        scratch.house,
        brings(
          `f${n}`,
          Array.from({ length: 5 }, () => paper),
        ),
      )
    await expect(take(scratch.house, brings('one more', [paper]))).rejects.toMatchObject({ code: 'caseFull' })
    expect(await kept()).toHaveLength(fileBounds.caseCount)
    expect((await take(scratch.house, { ...thread, id: 'w', event: { type: 'said', text: '还有一句' } })).result).toBe(
      'done',
    )
  })

  test('looks at each file once, however often the conversation was changed underneath', async () => {
    let looked = 0
    const { store, files } = scratch.house
    const counting = {
      check(file: HandedFile) {
        looked++
        return files.check(file)
      },
    }
    let lost = 2
    const crowded: Store = {
      ...store,
      conversations: {
        ...store.conversations,
        commit: async (write) => (lost-- > 0 ? 'stale' : store.conversations.commit(write)),
      },
    }
    await take({ ...scratch.house, store: crowded, files: counting }, brings('1', [photo(), paper]))
    expect(looked).toBe(2)
    expect(await kept()).toHaveLength(2)
  })

  test('before there is a case keeps none of them, and says so', async () => {
    const stranger = { channel: 'web', person: 'nobody yet' }
    const { events, says } = await take(scratch.house, { ...brings('1', [photo()]), ...stranger })
    expect(events).not.toContain('attachment_saved')
    expect(says.length).toBeGreaterThan(0)
    expect(await kept()).toEqual([])
  })
})
