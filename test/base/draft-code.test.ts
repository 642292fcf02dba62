import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkDigit,
  groupDraftCode,
  groupReceipt,
  isDraftCode,
  isReceipt,
  maskCodes,
  maskDraftCodes,
  readDraftCode,
  readReceipt,
} from '../../src/base/index.ts'

const code = '4821773091562041'
const shown = 'D 4821 7730 9156 2041'
const stars = '**** **** **** ****'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''))
const checked = (length: number) => digits(length - 1).map((random) => random + checkDigit(random))
const codes = checked(16).filter(isDraftCode)
const receipts = checked(20)
/** How somebody may write a number down. */
const separators = fc.constantFrom(' ', '-', '—', '　', '', '·', '  ')
const grouped = (number: string, separator: string) => number.match(/.{4}/g)!.join(separator)

describe('reading a draft code', () => {
  test('the one these tests use is one', () => {
    expect(isDraftCode(code)).toBe(true)
    expect(groupDraftCode(code)).toBe(shown)
  })

  test.each([
    ['as shown', shown],
    ['without its letter', '4821 7730 9156 2041'],
    ['without spaces', code],
    ['letter and digits in one', `D${code}`],
    ['with a small letter', `d ${code}`],
    ['in full width', 'Ｄ　４８２１　７７３０　９１５６　２０４１'],
    ['with hyphens', 'D-4821-7730-9156-2041'],
    ['in pairs', '48 21 77 30 91 56 20 41'],
    ['in a sentence', `我的草稿码是${shown}，接着填`],
    ['after a telephone number', `13812345678，4821 7730 9156 2041`],
    ['before a number, by its name', `草稿码：${code} 12`],
  ])('%s', (_, text) => {
    expect(readDraftCode(text)).toBe(code)
  })

  test.each([
    ['15 digits', code.slice(0, 15)],
    ['17 digits in one', `${code}1`],
    ['a wrong check digit', 'D 4821 7730 9156 2042'],
    ['digits within a longer number', `1${code}`],
    ['an ID card number', '410102199001011234'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(readDraftCode(text)).toBeUndefined()
  })

  test('a number that a bank card could have is never one', () => {
    const card = digits(15).map((random) => random + checkDigit(random))
    const luhn = (number: string) =>
      [...number].reverse().reduce((sum, digit, n) => {
        const value = Number(digit) * (1 + (n % 2))
        return sum + (value > 9 ? value - 9 : value)
      }, 0) % 10
    let met = 0
    fc.assert(
      fc.property(card, (number) => {
        if (luhn(number) !== 0) return
        met++
        expect(readDraftCode(number)).toBeUndefined()
        expect(maskDraftCodes(grouped(number, ' '))).toBe(grouped(number, ' '))
      }),
      { numRuns: 500 },
    )
    expect(met).toBeGreaterThan(10)
  })

  test('no part of a receipt is ever one, and no draft code is ever a receipt', () => {
    const around = fc.constantFrom('', '编号', '我的回执 ', 'D ', '草稿码：', '2026 ')
    fc.assert(
      fc.property(receipts, separators, around, around, (receipt, separator, before, after) => {
        const text = `${before}${grouped(receipt, separator)} ${after}`
        if (readReceipt(text) === receipt) expect(readDraftCode(text)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(codes, separators, (draft, separator) => {
        expect(readReceipt(`D ${grouped(draft, separator)}`)).toBeUndefined()
        expect(isReceipt(draft)).toBe(false)
      }),
    )
  })

  test('a mistyped receipt is not taken for one either', () => {
    fc.assert(
      fc.property(receipts, fc.nat(19), fc.integer({ min: 1, max: 9 }), (receipt, at, more) => {
        const wrong = `${receipt.slice(0, at)}${(Number(receipt[at]) + more) % 10}${receipt.slice(at + 1)}`
        expect(readDraftCode(groupReceipt(wrong))).toBeUndefined()
        expect(readDraftCode(wrong)).toBeUndefined()
      }),
    )
  })
})

describe('masking', () => {
  test('no draft code is left in a text, wherever it stands and however it is grouped', () => {
    fc.assert(
      fc.property(codes, separators, fc.string(), fc.string(), (draft, separator, before, after) => {
        const text = `${before}：${grouped(draft, separator)}。${after}`
        expect(readDraftCode(maskDraftCodes(text))).toBeUndefined()
        expect(maskDraftCodes(text)).not.toContain(draft)
      }),
    )
  })

  test('the words around it stay', () => {
    expect(maskDraftCodes(`草稿码 ${shown}，谢谢`)).toBe(`草稿码 D ${stars}，谢谢`)
  })

  test('a mistyped one is masked where it is called a draft code', () => {
    expect(maskDraftCodes('D 4821 7730 9156 2042')).toBe(`D ${stars}`)
    expect(maskDraftCodes('草稿码4821773091562042')).toBe(`草稿码${stars}`)
  })

  test.each([
    '卡号 6225 7583 0910 0179',
    '订单 4821773091562042',
    '身份证号 410102199001011234',
    'ID 4821773091562042',
    '电话 13812345678，13912345678',
  ])('%s stays, because it may be evidence', (text) => {
    expect(maskDraftCodes(text)).toBe(text)
  })

  test('masks receipts and draft codes beside each other, and what is masked stays as it is', () => {
    expect(maskCodes(`回执 4821 7730 9156 2048 3175，草稿码 ${shown}`)).toBe(`回执 **** ${stars}，草稿码 D ${stars}`)
    const pieces = fc.oneof(digits(4), codes, receipts, fc.constantFrom(' ', '，', 'D ', '草稿码', '的'))
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const once = maskCodes(parts.join(' '))
        expect(maskCodes(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})
