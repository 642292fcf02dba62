import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, findReceipts, groupReceipt, isReceipt, maskReceipts, readReceipt } from '../../src/base/index.ts'

const stars = '**** **** **** **** ****'
const receipt = '48217730915620483175'
const shown = '4821 7730 9156 2048 3175'

/** Any 20 digits that check. */
const receipts = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })
  .map((digits) => digits.join(''))
  .map((digits) => digits + checkDigit(digits))

describe('reading a receipt', () => {
  test.each([
    ['as shown', shown],
    ['without spaces', receipt],
    ['with hyphens', '4821-7730-9156-2048-3175'],
    ['with Chinese dashes and dots', '4821—7730－9156·2048．3175'],
    ['in full width', '４８２１　７７３０　９１５６　２０４８　３１７５'],
    ['with full-width commas', '4821，7730，9156、2048,3175'],
    ['with several spaces', '4821  7730   9156 2048 3175'],
    ['over two lines', '4821 7730 9156\n2048 3175'],
    ['with characters nobody sees', '4821\u200b7730\ufeff9156 2048 3175'],
    ['in other groups', '48 21 77 30 91 56 20 48 31 75'],
    ['in a sentence', `我的回执是${shown}，请帮我查一下`],
    ['after a telephone number', `13812345678，${shown}`],
    ['before a number', `${shown} 12`],
  ])('%s', (_, text) => {
    expect(readReceipt(text)).toBe(receipt)
  })

  test.each([
    ['19 digits', receipt.slice(0, 19)],
    ['21 digits in one', `${receipt}1`],
    ['20 digits inside a longer number', `1${receipt}`],
    ['a wrong check digit', '4821 7730 9156 2048 3176'],
    ['words between', '4821 7730 9156 然后 2048 3175'],
    ['a wide gap', '4821 7730 9156    2048 3175'],
    ['nothing', ''],
    ['an ID card number', '410102199001011234'],
  ])('%s is none', (_, text) => {
    expect(readReceipt(text)).toBeUndefined()
  })

  test('every receipt of a text is found, in order', () => {
    const other = `${'0'.repeat(19)}${checkDigit('0'.repeat(19))}`
    expect(findReceipts(`一是 ${shown}，二是 ${groupReceipt(other)}。`)).toEqual([receipt, other])
  })
})

describe('the check digit', () => {
  test('catches every wrong digit and every swap of two neighbours', () => {
    fc.assert(
      fc.property(receipts, fc.nat(19), fc.integer({ min: 1, max: 9 }), (right, at, more) => {
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + more) % 10}${right.slice(at + 1)}`
        expect(isReceipt(right)).toBe(true)
        expect(isReceipt(wrong)).toBe(false)
        const [a, b] = [right[at]!, right[at + 1]]
        if (b !== undefined && a !== b) expect(isReceipt(right.slice(0, at) + b + a + right.slice(at + 2))).toBe(false)
      }),
    )
  })

  test('agrees with the published example (572, check digit 4)', () => {
    expect(checkDigit('572')).toBe('4')
  })
})

describe('masking', () => {
  test('no receipt is left in a text, wherever it stands and however it is grouped', () => {
    const separators = fc.constantFrom(' ', '-', '—', '　', '', '·')
    fc.assert(
      fc.property(receipts, separators, fc.string(), fc.string(), (right, separator, before, after) => {
        const text = `${before}：${right.match(/.{4}/g)!.join(separator)}。${after}`
        expect(findReceipts(maskReceipts(text))).toEqual([])
        expect(maskReceipts(text)).not.toContain(right)
      }),
    )
  })

  test('the words around it stay', () => {
    expect(maskReceipts(`编号${shown}，谢谢`)).toBe(`编号${stars}，谢谢`)
  })

  test('a mistyped one in five groups of four is masked too', () => {
    expect(maskReceipts('4821 7730 9156 2048 3176')).toBe(stars)
    expect(maskReceipts('４８２１-７７３０-９１５６-２０４８-３１７６')).toBe(stars)
  })

  test('where two readings overlap, both are masked', () => {
    expect(readReceipt('2026 4821 7730 9156 2048')).toBeDefined()
    expect(maskReceipts(`2026 ${shown}`)).toBe(stars)
  })

  test.each(['发票号 12345678901234567890', '卡号 6222 0202 0000 1234 567', '电话 13812345678', '2026-11-21 09:00:00'])(
    '%s stays, because it may be evidence',
    (text) => {
      expect(maskReceipts(text)).toBe(text)
    },
  )
})
