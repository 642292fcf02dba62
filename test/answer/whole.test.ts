import { describe, expect, it } from 'vitest'
import { answers } from '../../bot/answers.ts'
import { ask } from './asking.ts'

const ids = async (text: string, area?: string) => (await ask(text, area)).cites.map(({ id }) => id)

describe('a message that tells a story', () => {
  it('is read as a whole, too: what one sentence names and another asks about', async () => {
    const text =
      '县里叫我先把没批的地推了，我发微信说过不合规，领导回了个「干」。挖机是我叫的。现在自然资源局找来了，我说是上头让干的管用不？'
    expect(await ids(text)).toContain('nat.cs.60')
  })

  it('does not tell twice what its questions were told', async () => {
    const text = '我实名递的材料二十天了没有消息。受理了没有几天要告诉我？查完了几天给我结果？'
    const { cites, text: told } = await ask(text)
    expect(new Set(cites.map(({ id }) => id)).size).toBe(cites.length)
    expect(told.split(answers.wholeToo).length).toBeLessThanOrEqual(2)
  })
})

describe('words that call for a curated answer or for another matter', () => {
  it('yield to a clause of the place that is as good as sure', async () => {
    const text = '备案过的老旧小区改造，后来又有人反映漏水，上头提醒过一次我们没当回事，这还容不容'
    expect(await ids(text, '许昌')).toContain('xuchang.filing.negative.8')
  })

  it('do not put aside the place’s own clause on what is asked', async () => {
    const text = '我们乡上访老户闹了十几年，去年特事特办给他批了一块地，现在有人说不合程序，要问责我，能容不'
    expect(await ids(text, '南阳')).toContain('nanyang.case.4')
  })

  it('still stand where nothing likely is found', async () => {
    expect((await ask('到底能容不能容，给句痛快话')).text).toContain('不能替机关下结论')
  })
})

describe('at a door', () => {
  it('answers what is asked beside the danger, after what keeps the person safe', async () => {
    const found = await ask('他天天跟踪我堵我家门，说再告就打断我的腿，公安能管到什么程度')
    expect(found.outcome).toBe('grounded')
    expect(found.text).toMatch(/^.{0,40}110/)
    expect(found.cites.map(({ id }) => id)).toEqual(expect.arrayContaining(['nat.psl.50.5', 'nat.rule.49']))
    for (const [n] of found.cites.entries()) expect(found.text).toContain(`〔${n + 1}〕`)
  })

  it('names what the rules say of the deed that is refused', async () => {
    const found = await ask('教我咋跟几个证人对好口径，纪委来问都说不知道')
    expect(found.outcome).toBe('refused')
    expect(found.cites.map(({ id }) => id)).toContain('nat.disc.63')
  })
})
