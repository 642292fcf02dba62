import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IndexedCase, Keyring, SealedEntry, Sealer, Store, Unlocked } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { keyOf } from '../support/key-holder.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { at, handedIn, turn } from '../support/turns.ts'

let folder: ReturnType<typeof scratchFolder>
let store: Store
let keyring: Keyring
let sealer: Sealer
let wang: Unlocked
let li: Unlocked
beforeEach(async () => {
  folder = scratchFolder()
  store = await openStore({ dataDir: folder.path, seals })
  const vault = await openVault(join(folder.path, 'server.key'))
  keyring = vault.keyring(store)
  sealer = vault.sealer(store)
  await sealer.group('local', 'report')
  for (const officer of ['1', '2']) await keyring.enrol(officer, passwordKey)
  ;[wang, li] = [await signedIn('1'), await signedIn('2')]
  await keyring.takeOver(wang, 'local')
  await keyring.admit(wang, 'local', '2')
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

/** As the next request has them: group keys are looked up once in each. */
const passwordKey = Buffer.alloc(32, 7)
const signedIn = async (officer: string) => (await keyring.unlock(officer, passwordKey))!

const of = { unit: 'local', purpose: 'report' } as const
const entry = (id: string, lines = 0): IndexedCase => ({
  ...{ id, number: `R-${id}`, kind: 'report', unit: 'local', at, people: [], facts: [], lines },
  ...{ text: `水泥 ${id}`, labels: ['经过'] },
})
const sealed = async (id: string, by = wang, lines = 0) => (await by.entries.seal(of, entry(id, lines)))!
const opened = async (who: Unlocked, ...entries: readonly SealedEntry[]) => who.entries.open(entries)

test('what one officer of the unit has read the others open, and a stranger does not', async () => {
  const one = await sealed('c1')
  expect(one).toMatchObject({ caseId: 'c1', key: 'local/report/1', lines: 0 })
  expect(one.locked.byteLength).toBe(1024 + 29)
  expect(await opened(li, one, await sealed('c2', li))).toEqual([entry('c1'), entry('c2')])
  const stranger = await keyOf(keyring, '9')
  expect(await opened(stranger, one)).toEqual([undefined])
  expect(await stranger.entries.seal(of, entry('c3'))).toBeUndefined()
  expect(await stranger.entries.keys()).toEqual([])
})

test('an entry moved to another case, another key or another reading opens nowhere: none of 2,450 pairs', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, (_, n) => sealed(`c${n}`, wang, n % 3)))
  expect(await opened(wang, ...all)).toEqual(all.map(({ caseId, lines }) => entry(caseId, lines)))
  const swapped = all.flatMap((one) =>
    all.flatMap((other) => (one === other ? [] : [{ ...one, locked: other.locked }])),
  )
  expect(swapped).toHaveLength(2450)
  expect((await opened(wang, ...swapped)).filter((each) => each !== undefined)).toEqual([])
  await sealer.group('local', 'tolerance')
  const other = (await wang.entries.seal({ ...of, purpose: 'tolerance' }, entry('c0')))!
  const moved = [
    { ...all[0]!, lines: 9 },
    { ...all[0]!, key: other.key },
    { ...other, key: all[0]!.key },
  ]
  expect(await opened(wang, other, ...moved)).toEqual([entry('c0'), undefined, undefined, undefined])
})

test('whoever leaves opens nothing that is read from then on, though they kept their keys; who stays opens all', async () => {
  const before = await sealed('c1')
  expect(await opened(li, before)).toEqual([entry('c1')])
  // What they hold in memory is theirs: nobody can take that back.
  await keyring.remove('local', '2')
  const stays = await signedIn('1')
  const after = await sealed('c2', stays)
  expect(after.key).toBe('local/report/2')
  expect(await opened(li, before, after)).toEqual([entry('c1'), undefined])
  expect(await opened(stays, before, after)).toEqual([entry('c1'), entry('c2')])
  expect(await opened(await signedIn('2'), before, after)).toEqual([undefined, undefined])
})

test('an entry made before somebody left, and written after it, is not taken', async () => {
  const thread = { channel: 'web', person: 'p' }
  await store.conversations.commit(turn(thread, 'm1', 0, { newCase: handedIn(thread, 'c1') }))
  const late = await sealed('c1')
  await keyring.remove('local', '2')
  await store.entries.put([late])
  expect(await store.entries.count('local/report/1')).toBe(0)
  await store.entries.put([await sealed('c1', await signedIn('1'))])
  expect(await store.entries.count('local/report/2')).toBe(1)
})

test('two who read at once, each the first, seal under one key', async () => {
  const [one, two] = await Promise.all([sealed('c1', wang), sealed('c2', li)])
  expect(await opened(wang, one, two)).toEqual([entry('c1'), entry('c2')])
  expect(await opened(li, one, two)).toEqual([entry('c1'), entry('c2')])
})
