import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDraftCode } from '../../src/base/index.ts'
import type { DraftCodes } from '../../src/runtime/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { scratchFolder } from '../support/scratch.ts'

const folder = scratchFolder()
const keyFile = join(folder.path, 'server.key')
let codes: DraftCodes
beforeAll(async () => {
  codes = (await openVault(keyFile)).draftCodes
})
afterAll(folder.remove)

const words = JSON.stringify({ what: '石桥村修井的钱，账上多出两万', who: '😀'.repeat(3) })

describe('a draft code', () => {
  test('is a D and sixteen digits in four groups that check', async () => {
    const { code } = await codes.seal(words)
    expect(code).toMatch(/^D \d{4} \d{4} \d{4} \d{4}$/)
    expect(isDraftCode(code.replace(/\D/g, ''))).toBe(true)
  })

  test('opens what was sealed under it, also after a restart, and however it is typed', async () => {
    const { code, id, sealed } = await codes.seal(words)
    const later = (await openVault(keyFile)).draftCodes
    const plain = code.replace(/\D/g, '')
    for (const typed of [code, plain, ` ${plain.match(/.{4}/g)!.join('-')} `, `草稿码是${code}`]) {
      const lock = await later.unlock(typed)
      expect(lock?.id).toBe(id)
      expect(lock?.open(sealed)).toBe(words)
    }
  })

  test('comes back from its nonce, and from no other', async () => {
    const { code, nonce } = await codes.seal(words)
    expect((await openVault(keyFile)).draftCodes.show(nonce)).toBe(code)
    expect(codes.show(`${nonce}x`)).not.toBe(code)
  })

  test('of every nonce is one of its own, and no receipt’s digits', async () => {
    const { receipts } = await openVault(keyFile)
    const seen = new Set<string>()
    for (let n = 0; n < 2000; n++) {
      const code = codes.show(`nonce${n}`).replace(/\D/g, '')
      expect(isDraftCode(code)).toBe(true)
      seen.add(code)
    }
    expect(seen.size).toBe(2000)
    expect(receipts.show('nonce1').replace(/\D/g, '').slice(0, 15)).not.toBe(
      codes.show('nonce1').replace(/\D/g, '').slice(0, 15),
    )
  })

  test.each(['', '1234', 'D 4821 7730 9156 2042', '4821 7730 9156 2048 3175', '四八二一'])(
    '%j cannot be one',
    async (typed) => {
      expect(await codes.unlock(typed)).toBeUndefined()
    },
  )

  test('that nobody was given has an id like any other, and opens nothing', async () => {
    const { id, sealed } = await codes.seal(words)
    const lock = await codes.unlock('D 4821 7730 9156 2041')
    expect(lock?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(lock?.id).not.toBe(id)
    expect(lock?.open(sealed)).toBeUndefined()
  })
})

describe('a sealed draft', () => {
  test('is another one each time, says nothing of its words and little of their length', async () => {
    const one = await codes.seal(words)
    const two = await codes.seal(words)
    const short = await codes.seal('{}')
    expect(one.sealed).not.toBe(two.sealed)
    expect(one.id).not.toBe(two.id)
    expect(one.sealed.length).toBe(short.sealed.length)
    expect(Buffer.from(one.sealed, 'base64').includes('石桥村')).toBe(false)
    expect((await codes.seal(JSON.stringify('长'.repeat(5000)))).sealed.length).toBeGreaterThan(15_000)
  })

  test('does not open once a single byte of it was changed, cut off or put behind', async () => {
    const { code, sealed } = await codes.seal(words)
    const lock = await codes.unlock(code)
    const bytes = Buffer.from(sealed, 'base64')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const wrong = Buffer.from(bytes)
        wrong[at]! ^= by
        expect(lock?.open(wrong.toString('base64'))).toBeUndefined()
        expect(lock?.open(bytes.subarray(0, at).toString('base64'))).toBeUndefined()
        expect(lock?.open(Buffer.concat([bytes, Buffer.from([by])]).toString('base64'))).toBeUndefined()
      }),
      { numRuns: 200 },
    )
    expect(lock?.open('')).toBeUndefined()
    expect(lock?.open(sealed)).toBe(words)
  })

  test('does not open in the place of another one', async () => {
    const one = await codes.seal(words)
    const two = await codes.seal(words)
    expect((await codes.unlock(one.code))?.open(two.sealed)).toBeUndefined()
    expect((await codes.unlock(two.code))?.open(one.sealed)).toBeUndefined()
  })

  test('is not opened by its code under another server key', async () => {
    const { code, id, sealed } = await codes.seal(words)
    const elsewhere = (await openVault(join(folder.path, 'other', 'server.key'))).draftCodes
    const lock = await elsewhere.unlock(code)
    expect(lock?.id).not.toBe(id)
    expect(lock?.open(sealed)).toBeUndefined()
  })

  test('and its code leave nothing in the folder of the key', async () => {
    const { code } = await codes.seal(words)
    const key = readFileSync(keyFile)
    expect(key).toHaveLength(32)
    expect(key.includes(code.replace(/\D/g, ''))).toBe(false)
    expect(existsSync(`${keyFile}.drafts`)).toBe(false)
  })
})

describe('guessing at draft codes', () => {
  test('waits in the lane of receipts: six places for both, the rest refused', async () => {
    const { receipts, draftCodes } = await openVault(keyFile, 6)
    const guesses = Array.from({ length: 11 }, (_, n) =>
      n % 2 ? receipts.idOf('4821 7730 9156 2048 3175') : draftCodes.unlock('D 4821 7730 9156 2041'),
    )
    const outcomes = await Promise.allSettled(guesses)
    expect(outcomes.slice(0, 8).map((outcome) => outcome.status)).toEqual(Array(8).fill('fulfilled'))
    expect(outcomes.slice(8)).toMatchObject(Array(3).fill({ status: 'rejected', reason: { code: 'tooMany' } }))
  })

  test('does not keep a draft from being kept', async () => {
    const { draftCodes } = await openVault(keyFile)
    const order: string[] = []
    const guesses = Array.from({ length: 12 }, () =>
      draftCodes.unlock('D 4821 7730 9156 2041').then(() => order.push('guess')),
    )
    const sealed = draftCodes.seal(words).then(() => order.push('sealed'))
    await Promise.all([...guesses, sealed])
    // Last but for its turn; how many of those before it end first is up to the machine.
    expect(order.indexOf('sealed')).toBeLessThan(8)
  })
})
