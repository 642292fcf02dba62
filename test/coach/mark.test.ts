import { describe, expect, it } from 'vitest'
import { flagsOf, mark } from '../../src/coach/index.ts'
import { figures, type Labelled, lines } from './figures.ts'
import { own, unbracketed } from './own.ts'

const development = lines<Labelled>(new URL('labelled-development.jsonl', import.meta.url).pathname)

describe('写举报时的小提醒：标得准，也标得全', () => {
  it.each(Object.entries(figures(development)))(
    '标注集，%s：查准不低于 0.9，查全不低于 0.8',
    (_, { precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.9)
      expect(recall).toBeGreaterThanOrEqual(0.8)
    },
  )

  const later = lines<Labelled>(new URL('labelled-later.jsonl', import.meta.url).pathname)
  it.each(Object.entries(figures(later)))(
    '后来写的句子，多是只像不是的，%s：同样的尺度',
    (_, { precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.9)
      expect(recall).toBeGreaterThanOrEqual(0.8)
    },
  )

  const ours = own.map((sentence, n) => ({ id: String(n), ...unbracketed(sentence) }))
  it.each(Object.entries(figures(ours)))('自己写的句子，%s：同样的尺度', (_, { precision, recall }) => {
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.8)
  })
})

describe('只是像：提到、转述、否认、说自己的，一处也不标', () => {
  it.each(own.filter((sentence) => !sentence.includes('〔')))('%s', (sentence) => {
    expect(mark(sentence)).toEqual([])
  })
})

describe('标出来的位置', () => {
  it('是原文里的位置，繁体、全角、表情都不移位', () => {
    for (const text of ['😡他就是個貪汙犯，８月拿了錢', '聽說㎡多算了，那個畜生', '他就是个,贪污犯'])
      for (const { from, to, span } of mark(text)) expect(text.slice(from, to)).toBe(span)
    expect(mark('😡他就是個貪汙犯').map(({ span }) => span)).toEqual(['貪汙犯'])
  })

  it('几条消息里见过哪几样，每样只说一次', () => {
    expect(flagsOf(['听说他收了钱', '那个畜生', '据说还有一套房'])).toEqual(['insult', 'hearsay'])
    expect(flagsOf(['2023年5月他让我签了三张空白收据'])).toEqual([])
  })

  it('没说完的、没内容的、很长的都读得下来', () => {
    for (const text of [
      '',
      '，，，',
      '。',
      '🙂',
      '他',
      '听'.repeat(4000),
      '大'.repeat(4000),
      '从'.repeat(4000),
      '我的'.repeat(2000),
      '他就是个'.repeat(1500),
      '1'.repeat(4000),
    ])
      expect(() => mark(text)).not.toThrow()
  })
})
