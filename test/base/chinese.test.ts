import { describe, expect, it } from 'vitest'
import { chineseNumeral, readingsOf, readNumber, simplify, traditional, wholeNumber } from '../../src/base/index.ts'

describe('scripts', () => {
  it.each([
    ['肿么', '肿么'],
    ['什麼', '什么'],
    ['怎麼沒有', '怎么没有'],
    ['幺三八', '幺三八'],
    ['乾淨', '干净'],
    ['幹部', '干部'],
  ])('%s is %s in simplified characters', (old, fresh) => expect(simplify(old)).toBe(fresh))

  it.each([
    ['检举控告〔1〕', '檢舉控告〔1〕'],
    ['您的回执是{{receipt}}，12388', '您的回執是{{receipt}}，12388'],
    ['为什么', '為什麼'],
    ['软件和信息', '軟件和信息'],
    ['于某关于', '于某關於'],
    ['头发和发票', '頭髮和發票'],
    ['plain 123', 'plain 123'],
  ])('%s is %s in traditional ones, word for word', (fresh, old) => expect(traditional(fresh)).toBe(old))
})

describe('numbers', () => {
  it.each([
    ['3', 3],
    ['3.5万', 35_000],
    ['四十二', 42],
    ['壹拾万', 100_000],
    ['两千三', 2300],
    ['3千2', 3200],
    ['1万2', 12_000],
    ['一万二千三百四十五', 12_345],
    ['二〇二五', 2025],
    ['幺三八', 138],
    ['廿三', 23],
    ['1,000', 1000],
    ['5k', 5000],
    ['一百零五', 105],
    ['一千零五十', 1050],
    ['两万零三百', 20_300],
    ['三千万', 30_000_000],
    ['0', 0],
    ['三.五', undefined],
    ['3.4.5', undefined],
    ['', undefined],
    ['很多', undefined],
    ['9'.repeat(40).concat('万'), undefined],
  ])('%s is %s', (text, n) => expect(readNumber(text)).toBe(n))

  it.each([
    ['243', 243],
    ['二百四十三', 243],
    ['二四三', 243],
    ['3.5', undefined],
    ['条', undefined],
  ])('%s counts %s', (text, n) => expect(wholeNumber(text)).toBe(n))
})

it.each([
  ['容', 'rong'],
  ['诬', 'wu'],
  ['女', 'nü'],
])('%s is read %s', (character, sound) => expect(readingsOf(character)).toContain(sound))

it('what is no Chinese character has no reading', () => expect(readingsOf('a')).toEqual([]))

describe('counting numbers', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [103, '一百零三'],
    [110, '一百一十'],
    [1260, '一千二百六十'],
    [1006, '一千零六'],
    [10_000, '10000'],
  ])('%d is %s, and is read back', (n, numeral) => {
    expect(chineseNumeral(n)).toBe(numeral)
    expect(wholeNumber(numeral)).toBe(n)
  })
})
