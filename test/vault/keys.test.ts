import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseBody, Keyring, Sealed, SealedCase, Sealer, Store } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { keyHolder, keyOf } from '../support/key-holder.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { at, turn } from '../support/turns.ts'

let folder: ReturnType<typeof scratchFolder>
let store: Store
let keyring: Keyring
let sealer: Sealer
beforeEach(async () => {
  folder = scratchFolder()
  store = await openStore({ dataDir: folder.path, seals })
  const vault = await openVault(join(folder.path, 'server.key'))
  keyring = vault.keyring(store)
  sealer = vault.sealer(store)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const body = (text: string): CaseBody => ({
  form: {
    flow: 'report',
    edition: '1',
    answers: { what: { is: 'given', value: text, said: text, turn: 1 } },
    findings: [],
  },
  thread: { channel: 'web', person: `p-${text}` },
  area: '许昌市',
  at,
  heard: [],
})
const identity = { answers: { name: { is: 'given', value: '李秀英', said: '我叫李秀英', turn: 2 } } } as const

/** Hands in a form of these words as a turn does: what lost to a new epoch is sealed anew. */
async function handIn(id: string): Promise<SealedCase> {
  const thread = { channel: 'web', person: id }
  for (;;) {
    const sealed = sealer.form(await sealer.group('local', 'report'), id, body(id), identity)
    const newCase = {
      ...{ id, kind: 'report', state: 'received', letter: 'R', sealed },
      ...{ reporterKey: Buffer.alloc(32, 9), receiptId: `r-${id}`, receiptNonce: `n-${id}` },
    }
    if ((await store.conversations.commit(turn(thread, id, 0, { newCase }))) === 'done') break
  }
  return (await store.cases.byId(id))!
}

describe('what is handed in before there is any officer', () => {
  test('is opened by the first who works cases, who takes the keys over; then nobody else can', async () => {
    const early = await handIn('early')
    expect(await keyring.standing('local')).toEqual({ holders: [], escrow: true })
    const first = await keyHolder(keyring, '1')
    expect((await first.case(early))?.form).toEqual(body('early').form)
    expect(await first.identity(early)).toEqual(identity)
    expect(await keyring.standing('local')).toEqual({ holders: ['1'], escrow: false })
    const second = await keyOf(keyring, '2')
    expect(await keyring.takeOver(second, 'local')).toBe(false)
    expect(await second.case(early)).toBeUndefined()
    expect(await second.identity(early)).toBeUndefined()
  })

  test('is taken over by one of two who come at once', async () => {
    await handIn('early')
    const both = [await keyOf(keyring, '1'), await keyOf(keyring, '2')]
    const took = await Promise.all(both.map((each) => keyring.takeOver(each, 'local')))
    expect(took.filter(Boolean)).toHaveLength(1)
    expect((await keyring.standing('local')).holders).toHaveLength(1)
  })
})

describe('a group', () => {
  test('lets in whom a present member gives the keys, for what came before, too', async () => {
    const first = await keyHolder(keyring, '1')
    const old = await handIn('old')
    const second = await keyOf(keyring, '2')
    expect(await keyring.admit(second, 'local', '2')).toBe(false)
    expect(await keyring.admit(first, 'local', 'nobody')).toBe(false)
    expect(await keyring.admit(first, 'local', '2')).toBe(true)
    const again = await keyOf(keyring, '3')
    expect(await keyring.admit(first, 'another unit', '3')).toBe(false)
    expect(await again.case(old)).toBeUndefined()
  })

  test('of which one has left opens everything, and who left opens nothing new', async () => {
    const first = await keyHolder(keyring, '1')
    const passwordKey = Buffer.alloc(32, 5)
    await keyring.enrol('2', passwordKey)
    const leaver = (await keyring.unlock('2', passwordKey))!
    await keyring.admit(first, 'local', '2')
    const before = await handIn('before')
    const copies = await store.keys.copies('2')
    // Opened once, so that its group keys are in memory: what somebody who saw the end coming could keep.
    expect((await leaver.case(before))?.id).toBe('before')
    expect(await keyring.remove('local', '2')).toBe('done')
    const after = await handIn('after')
    expect(await leaver.case(after)).toBeUndefined()
    expect(await store.keys.copies('2')).toEqual([])
    expect(copies.length).toBeGreaterThan(0)
    const staying = (await keyring.unlock('1', Buffer.alloc(32)))?.officer
    expect(staying).toBeUndefined()
    const fresh = { ...first }
    expect((await fresh.case(before))?.id).toBe('before')
  })

  test('does not let its last member go, for then nobody would open what it holds', async () => {
    const first = await keyHolder(keyring, '1')
    const kept = await handIn('kept')
    expect(await keyring.remove('local', '1')).toBe('last')
    expect((await first.case(kept))?.id).toBe('kept')
  })

  test('loses no form while its key changes again and again under traffic, and opens them all', async () => {
    const first = await keyHolder(keyring, '1')
    const others = ['2', '3', '4', '5', '6']
    for (const other of others) {
      await keyOf(keyring, other)
      await keyring.admit(first, 'local', other)
    }
    const forms = Array.from({ length: 40 }, (_, n) => `form-${n}`)
    const [sealed] = await Promise.all([
      Promise.all(forms.map(handIn)),
      (async () => {
        for (const other of others) expect(await keyring.remove('local', other)).toBe('done')
      })(),
    ])
    expect((await store.keys.current('local', 'report'))?.epoch).toBe(6)
    const key = Buffer.alloc(32, 8)
    await keyring.enrol('7', key)
    await keyring.admit(first, 'local', '7')
    const reader = (await keyring.unlock('7', key))!
    const read = await Promise.all(sealed.map((each) => reader.case(each)))
    expect(read.map((each) => each?.id)).toEqual(forms)
  })
})

describe('an officer’s key', () => {
  test('opens under their password alone, and under a new one after it was changed', async () => {
    const key = Buffer.alloc(32, 1)
    await keyring.enrol('1', key)
    expect(await keyring.unlock('1', Buffer.alloc(32, 2))).toBeUndefined()
    const unlocked = (await keyring.unlock('1', key))!
    await unlocked.relock('scrypt$…', Buffer.alloc(32, 3))
    expect(await keyring.unlock('1', key)).toBeUndefined()
    expect((await keyring.unlock('1', Buffer.alloc(32, 3)))?.officer).toBe('1')
  })

  test('made a second time stays the first', async () => {
    const first = await keyHolder(keyring, '1')
    const form = await handIn('form')
    await keyring.enrol('1', Buffer.alloc(32, 7))
    expect(await keyring.unlock('1', Buffer.alloc(32, 7))).toBeUndefined()
    expect((await first.case(form))?.id).toBe('form')
  })

  test('comes back by the printed recovery key however it is typed, and not by an older one', async () => {
    const first = await keyHolder(keyring, '1')
    const form = await handIn('form')
    expect(await keyring.hasRecovery('1')).toBe(false)
    const old = await first.printRecovery()
    const printed = await first.printRecovery()
    expect(printed).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){7}[2-9A-HJKMNP-TV-Z]{4}$/)
    expect(await keyring.hasRecovery('1')).toBe(true)
    for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), printed.replaceAll('-', '')])
      expect((await (await keyring.recover('1', typed))?.case(form))?.id).toBe('form')
    for (const wrong of [old, '', printed.slice(1), `${printed}2`, 'O'.repeat(32)])
      expect(await keyring.recover('1', wrong)).toBeUndefined()
    expect(await keyring.recover('2', printed)).toBeUndefined()
  })

  test('is written down by nothing that writes objects down', async () => {
    const first = await keyHolder(keyring, '1')
    await first.case(await handIn('form'))
    expect(JSON.stringify(first)).toBe('{"officer":"1","entries":{}}')
  })
})

test('no ciphertext opens in the place of another: every pair of fifty forms, swapped', async () => {
  const first = await keyHolder(keyring, '1')
  const forms: SealedCase[] = []
  for (let n = 0; n < 50; n++) forms.push(await handIn(`form-${n}`))
  let rejected = 0
  for (const one of forms)
    for (const other of forms) {
      if (one === other) continue
      // The body alone, the body with its keys, the head, the identity, one after the other.
      const swaps: SealedCase[] = [
        { ...one, sealed: { ...one.sealed, body: { ...one.sealed.body, locked: other.sealed.body.locked } } },
        { ...one, sealed: other.sealed },
      ]
      for (const swapped of swaps)
        await expect(first.case(swapped))
          .rejects.toMatchObject({ name: 'Fault' })
          .then(() => rejected++)
      const who = { ...one, sealed: { ...one.sealed, ...{ identity: other.sealed.identity! } } }
      await expect(first.identity(who))
        .rejects.toMatchObject({ name: 'Fault' })
        .then(() => rejected++)
    }
  expect(rejected).toBe(50 * 49 * 3)
  // The identity of a form in the place of its own body.
  const [one] = forms
  const crossed = { ...one!, sealed: { ...one!.sealed, body: one!.sealed.identity! } }
  await expect(first.case(crossed)).rejects.toMatchObject({ name: 'Fault' })
}, 120_000)

test('sizes in the database are powers of two from one kilobyte, whatever was written', async () => {
  for (const length of [1, 100, 3000]) {
    const { sealed } = await handIn('长'.repeat(length))
    // Suite, nonce and tag come on top.
    const sizes = [sealed.body.locked, sealed.head, sealed.identity!.locked].map((each) => each.length - 29)
    for (const size of sizes) expect(Math.log2(size) % 1).toBe(0)
    expect(sizes[1]).toBe(1024)
  }
})

test('what was listed apart opens only for its own link on its own case: every pair of twenty, swapped', async () => {
  const first = await keyHolder(keyring, '1')
  const links: { readonly master: string; readonly id: string; readonly newFacts: Sealed }[] = []
  for (let n = 0; n < 20; n++) {
    const master = (await handIn(`form-${n}`)).id
    const facts = { from: 'R-1', facts: [{ what: `第 ${n} 件` }], people: [], more: [] }
    links.push({ master, id: `l${n}`, newFacts: sealer.newFacts(await sealer.ofCase(master), master, `l${n}`, facts) })
  }
  let rejected = 0
  for (const one of links) {
    expect((await first.newFacts(one.master, one))?.facts).toHaveLength(1)
    for (const other of links) {
      if (one === other) continue
      const swaps = [
        [one.master, { ...one, newFacts: { ...one.newFacts, locked: other.newFacts.locked } }],
        [one.master, { ...one, newFacts: other.newFacts }],
        [other.master, one],
        [one.master, { ...one, id: other.id }],
      ] as const
      for (const [master, swapped] of swaps)
        await expect(first.newFacts(master, swapped))
          .rejects.toMatchObject({ name: 'Fault' })
          .then(() => rejected++)
    }
  }
  expect(rejected).toBe(20 * 19 * 4)
})
