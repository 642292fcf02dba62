import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groundsOf } from '../../src/answer/composing.ts'
import { doubtOf } from '../../src/answer/grounded.ts'
import { openRarity } from '../../src/answer/grounded-align.ts'
import { evened } from '../../src/answer/grounded-text.ts'
import { library } from './asking.ts'

const places = library.places.flatMap(({ name, short }) => [name, short]).filter((name) => name.length > 1)
const rarity = openRarity([...library.clauses.values()].map(({ entry }) => evened(entry.text)))

const doubt = (text: string, ...ids: readonly string[]) =>
  doubtOf(text, groundsOf(ids.flatMap((id) => library.clauses.get(id) ?? [])), { rarity, places })

interface Pair {
  readonly cites: readonly string[]
  readonly text: string
  readonly supported: boolean
  readonly kind?: string
}
const pairs = (half: string): readonly Pair[] =>
  readFileSync(new URL(`grounded-${half}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair) // Written by us, and read by nobody else.

/** @returns shares of labelled sentences: of those shown, how many are supported; of the supported, how many are shown; of the wrong, how many are stopped. */
function figures(half: string) {
  const judged = pairs(half).map((pair) => ({ ...pair, shown: doubt(pair.text, ...pair.cites) === undefined }))
  const count = (keep: (pair: (typeof judged)[number]) => boolean) => judged.filter(keep).length
  const [good, wrong] = [count((p) => p.supported && p.shown), count((p) => !p.supported && p.shown)]
  return {
    pairs: judged.length,
    precision: good / (good + wrong),
    recall: good / count((p) => p.supported),
    stopped: 1 - wrong / count((p) => !p.supported),
  }
}

describe('a sentence held against its clauses', () => {
  test('is shown or dropped as people labelled it: nothing wrong passes in the half it was built on', () => {
    const found = figures('development')
    expect(found.pairs).toBeGreaterThanOrEqual(100)
    expect(found.stopped).toBe(1)
    expect(found.recall).toBeGreaterThanOrEqual(0.75)
  })

  test('holds in the half that was never looked at', () => {
    const found = figures('held-out')
    expect(found.pairs).toBeGreaterThanOrEqual(100)
    expect(found.precision).toBeGreaterThanOrEqual(0.95)
    expect(found.stopped).toBeGreaterThanOrEqual(0.96)
    expect(found.recall).toBeGreaterThanOrEqual(0.65)
  })

  test('passes where it is the clause’s own', () => {
    const own = [...library.clauses.values()]
      .filter(({ cite }) => cite.authority === '正式条文' || cite.authority === '官方答问')
      .flatMap(({ entry }) =>
        entry.text
          .replace(/\s+/gu, '')
          .split(/(?<=。)/u)
          .map((text) => [text, entry.id] as const),
      )
    expect(own.length).toBeGreaterThan(200)
    const shown = own.filter(([text, id]) => doubt(text, id) === undefined)
    expect(shown.length / own.length).toBeGreaterThan(0.96)
  })

  // Each of these turns every clause it can be applied to into something no clause says.
  test.each<[string, (text: string) => string, share: number]>([
    ['a figure is one more', (t) => t.replace(/\d+(?=个?[日月年天%元项种工])/u, (n) => String(Number(n) + 1)), 0.97],
    ['working days become days', (t) => t.replace('个工作日', '日'), 1],
    ['months become years', (t) => t.replace('个月', '年'), 1],
    ['a duty becomes a choice', (t) => t.replace('应当', '可以'), 0.95],
    ['a choice becomes a duty', (t) => t.replace('可以', '应当'), 1],
    ['at most becomes at least', (t) => t.replace(/(\d\S{0,2})以下/u, '$1以上'), 1],
    ['within becomes after', (t) => t.replace(/(\d\S{0,4})内/u, '$1后'), 1],
    ['a prohibition becomes a permission', (t) => t.replace(/不得(?!超过)/u, '可以'), 1],
    ['no longer becomes still', (t) => t.replace('不再', '仍'), 1],
    [
      'another place',
      (t) => t.replace(/^在(?:许昌|南阳|湖南|云南)，/u, (p) => (p === '在许昌，' ? '在南阳，' : '在许昌，')),
      1,
    ],
    ['a penalty is added', (t) => t.replace(/。?$/u, '，并处2000元罚款。'), 1],
    ['a promise is added', (t) => t.replace(/。?$/u, '，一定能容错。'), 1],
    ['somebody else decides', (t) => t.replace('纪委监委', '公安机关'), 1],
    ['the reporter and the respondent change places', (t) => t.replace(/被举报人/u, '举报人'), 1],
    ['lighter becomes heavier', (t) => t.replace('从轻', '从重'), 1],
    ['grave becomes slight', (t) => t.replace('情节较重', '情节较轻').replace('情节严重', '情节轻微'), 1],
    ['the article is another', (t) => t.replace(/第(\d+)条/u, (_, n) => `第${Number(n) + 1}条`), 0.9],
  ])('is dropped where %s', (_, turn, share) => {
    const turned = [...library.clauses.values()].flatMap(({ entry }) =>
      entry.text
        .replace(/\s+/gu, '')
        .split(/(?<=。)/u)
        .flatMap((text) => (turn(text) === text ? [] : [doubt(turn(text), entry.id)])),
    )
    expect(turned.length).toBeGreaterThan(1)
    expect(turned.filter((why) => why !== undefined).length / turned.length).toBeGreaterThanOrEqual(share)
  })

  test.each([
    ['no cite at all', '上级交办的检举控告一般在3个月内办结。', []],
    ['a clause that is not there', '上级交办的检举控告一般在3个月内办结。', ['nat.nowhere']],
    ['a link', '上级交办的检举控告一般在3个月内办结，见 http://example.org。', ['nat.rule.21']],
    ['markup', '上级交办的检举控告<b>一般</b>在3个月内办结。', ['nat.rule.21']],
    ['a mark of its own', '上级交办的检举控告一般在3个月内办结〔1〕。', ['nat.rule.21']],
    ['a phone number', '上级交办的检举控告一般在3个月内办结，电话13800138000。', ['nat.rule.21']],
    ['hidden characters', '上级交办的检举控告\u200b一般在3个月内办结。', ['nat.rule.21']],
    ['a title no clause has', '《保密法》规定，上级交办的检举控告一般在3个月内办结。', ['nat.rule.21']],
    ['a threat', '您将被追究，上级交办的检举控告一般在3个月内办结。', ['nat.rule.21']],
    ['a quotation that is none', '上级交办的检举控告“一律在3个月内办结”。', ['nat.rule.21']],
  ] as const)('is dropped where it has %s', (_, text, ids) => {
    expect(doubt(text, ...ids)).toBeDefined()
  })

  test('carries no duty out of a newspaper', () => {
    expect(library.clauses.get('hunan.case.miao')?.cite.authority).toBe('新闻报道')
    expect(doubt('查否以后应当及时澄清。', 'hunan.case.miao')).toBe('authority')
  })
})
