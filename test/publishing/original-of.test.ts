import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/knowledge/index.ts'
import { originalOf } from '../../src/publishing/original-of.ts'
import { filing, instrument, library } from '../support/press.ts'

const { places } = library
const source = (title: string) => ({ source: { title, kind: '答问' } })
const explained = instrument('q.opinion', '清河市纪委监委关于激励干部的实施意见', '清河市', [], {
  authority: '官方答问',
  ...source('清河市就“一加六”制度答记者问'),
})
const sibling = instrument('q.system', '清河市“一加六”制度', '清河市', [], {
  authority: '官方答问',
  ...source('清河市就“一加六”制度答记者问'),
})
const law = instrument('nat.rule', '纪检监察机关处理检举控告工作规则', '全国', [], { aliases: ['检举控告规则'] })
const other = instrument('nat.other', '中国共产党问责条例', '全国', [])
const written = instrument('open', '材料里没有写明的问题', '全国', [], { authority: '编写建议' })
const instruments: readonly Instrument[] = [...library.instruments, explained, sibling, law, other, written]

const ids = (title: string, region: string, more: { authority?: '正式条文' | '官方答问'; text?: string } = {}) =>
  originalOf({ title, region, authority: more.authority ?? '正式条文' }, more.text ?? '', { instruments, places }).map(
    ({ id }) => id,
  )

describe('which digest a text is the original of', () => {
  it.each([
    ['清河市容错事项事前备案办法', '清河市'],
    ['容错事项事前备案办法（试行）', '清河市'],
    ['中共清河市委办公室关于印发《清河市容错事项事前备案办法》的通知', '清河市'],
  ])('%s of %s is known by its name', (title, region) => {
    expect(ids(title, region)).toEqual([filing.id])
  })

  it('never takes a neighbour’s, however alike the names', () => {
    expect(ids('容错事项事前备案办法', '白泉市')).toEqual(['baiquan.filing'])
    expect(ids('容错事项事前备案办法', '全国')).toEqual([])
  })

  it('takes what an interview names, and all that was digested from the same source', () => {
    const text = '问：《容错事项事前备案办法》和《关于激励干部的实施意见》有哪些要点？'
    expect(ids('清河负责人答问', '清河市', { authority: '官方答问', text })).toEqual([
      filing.id,
      'q.opinion',
      'q.system',
    ])
    expect(ids('清河市就“一加六”制度答记者问', '清河市', { authority: '官方答问' })).toEqual(['q.opinion', 'q.system'])
  })

  it('does not take what a regulation only mentions', () => {
    const text = '根据《中国共产党问责条例》《检举控告规则》，制定本规则。'
    expect(ids('纪检监察机关处理检举控告工作规则', '全国', { text })).toEqual(['nat.rule'])
    expect(ids('别的规则', '清河市', { text: '依照《容错事项事前备案办法》办理。' })).toEqual([])
  })

  it('takes nothing before title and region are known, and nothing the house itself wrote', () => {
    expect(originalOf({ title: filing.title }, '', { instruments, places })).toEqual([])
    expect(originalOf({ region: '清河市' }, '', { instruments, places })).toEqual([])
    expect(ids('材料里没有写明的问题', '全国')).toEqual([])
  })
})
