import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isReceipt } from '../../src/base/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { scratchFolder } from '../support/scratch.ts'

let folder: ReturnType<typeof scratchFolder>
let keyFile: string
beforeEach(() => {
  folder = scratchFolder()
  keyFile = join(folder.path, 'data', 'server.key')
})
afterEach(() => folder.remove())

/** The receipts of a vault. */
const openReceipts = async (file: string, waiting?: number) => (await openVault(file, waiting)).receipts

describe('a receipt', () => {
  test('is twenty digits in five groups that check', async () => {
    const { receipt } = await (await openReceipts(keyFile)).issue()
    expect(receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4} \d{4}$/)
    expect(isReceipt(receipt.replaceAll(' ', ''))).toBe(true)
  })

  test('comes back from its nonce, and its look-up id from itself, also after a restart', async () => {
    const issued = await (await openReceipts(keyFile)).issue()
    const later = await openReceipts(keyFile)
    expect(later.show(issued.nonce)).toBe(issued.receipt)
    expect(await later.idOf(issued.receipt)).toBe(issued.id)
  })

  test('is recognised however it is typed', async () => {
    const receipts = await openReceipts(keyFile)
    const { receipt, id } = await receipts.issue()
    const plain = receipt.replaceAll(' ', '')
    const fullWidth = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    for (const typed of [plain, receipt.replaceAll(' ', '-'), fullWidth, ` ${receipt} `])
      expect(await receipts.idOf(typed)).toBe(id)
  })

  test.each(['', '1234', '4821 7730 9156 2048 3176', '四八二一'])('%j cannot be one', async (typed) => {
    expect(await (await openReceipts(keyFile)).idOf(typed)).toBeUndefined()
  })

  test('one that was never issued has a look-up id like any other', async () => {
    const receipts = await openReceipts(keyFile)
    const { id } = await receipts.issue()
    const other = await receipts.idOf('4821 7730 9156 2048 3175')
    expect(other).toMatch(/^[0-9a-f]{64}$/)
    expect(other).not.toBe(id)
  })

  test('says nothing without the key: another installation has other receipts and other ids', async () => {
    const one = await openReceipts(keyFile)
    const two = await openReceipts(join(folder.path, 'other', 'server.key'))
    const { receipt, id, nonce } = await one.issue()
    expect(two.show(nonce)).not.toBe(receipt)
    expect(await two.idOf(receipt)).not.toBe(id)
  })

  test('every nonce has a receipt of its own that checks, and all digits are equally likely', async () => {
    const receipts = await openReceipts(keyFile)
    const seen = new Set<string>()
    const first = Array.from({ length: 10 }, () => 0)
    for (let n = 0; n < 5000; n++) {
      const digits = receipts.show(`nonce${n}`).replaceAll(' ', '')
      seen.add(digits)
      first[Number(digits[0])]!++
      if (n < 100) expect(isReceipt(digits)).toBe(true)
    }
    expect(seen.size).toBe(5000)
    // 500 expected each, standard deviation 21. Cutting 64 bits down without drawing again would give the nines 271.
    for (const count of first) expect(Math.abs(count - 500)).toBeLessThan(130)
  })

  test('any text at all may be asked for', async () => {
    const receipts = await openReceipts(keyFile)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await receipts.idOf(text)).toBeUndefined()
      }),
    )
  })
})

describe('guessing', () => {
  test('is held back: two at a time, so many waiting, the rest refused', async () => {
    const receipts = await openReceipts(keyFile, 6)
    const guesses = Array.from({ length: 11 }, () => receipts.idOf('4821 7730 9156 2048 3175'))
    const outcomes = await Promise.allSettled(guesses)
    expect(outcomes.slice(0, 8).map((outcome) => outcome.status)).toEqual(Array(8).fill('fulfilled'))
    expect(outcomes.slice(8)).toMatchObject(
      Array(3).fill({ status: 'rejected', reason: { code: 'tooMany', retryAfter: 5 } }),
    )
  })

  test('does not keep a new report from its receipt', async () => {
    const receipts = await openReceipts(keyFile)
    const order: string[] = []
    const guesses = Array.from({ length: 12 }, () =>
      receipts.idOf('4821 7730 9156 2048 3175').then(() => order.push('guess')),
    )
    const issued = receipts.issue().then(() => order.push('issued'))
    await Promise.all([...guesses, issued])
    // Two guesses were running before it, and one more may end beside it.
    expect(order.indexOf('issued')).toBeLessThan(4)
  })
})

describe('the server key', () => {
  test('is made once, for nobody else to read, and nothing else is left beside it', async () => {
    await openReceipts(keyFile)
    const key = readFileSync(keyFile)
    expect(key).toHaveLength(32)
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    await openReceipts(keyFile)
    expect(readFileSync(keyFile)).toEqual(key)
    expect(readdirSync(join(folder.path, 'data'))).toEqual(['server.key'])
  })

  test('is one, even if several programs start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openReceipts(keyFile)))
    expect(new Set(all.map((receipts) => receipts.show('nonce'))).size).toBe(1)
    expect(readdirSync(join(folder.path, 'data'))).toEqual(['server.key'])
  })

  test.each([0, 31, 33, 64])('of %d bytes is a fault, and is not replaced', async (size) => {
    mkdirSync(join(folder.path, 'data'))
    writeFileSync(keyFile, Buffer.alloc(size, 7))
    await expect(openReceipts(keyFile)).rejects.toMatchObject({
      name: 'Fault',
      faults: [expect.stringContaining(keyFile)],
    })
    expect(readFileSync(keyFile)).toEqual(Buffer.alloc(size, 7))
  })

  test('that cannot be read is a fault', async () => {
    mkdirSync(keyFile, { recursive: true })
    await expect(openReceipts(keyFile)).rejects.toMatchObject({ faults: [expect.stringContaining('EISDIR')] })
  })

  test('that cannot be made is a fault that names the file', async () => {
    writeFileSync(join(folder.path, 'data'), 'a file where the folder should be')
    await expect(openReceipts(keyFile)).rejects.toMatchObject({ faults: [expect.stringContaining(keyFile)] })
  })

  test.skipIf(process.getuid?.() === 0)('without permission is a fault', async () => {
    await openReceipts(keyFile)
    chmodSync(keyFile, 0o000)
    await expect(openReceipts(keyFile)).rejects.toMatchObject({ faults: [expect.stringContaining('EACCES')] })
  })
})
