import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillsReport, handsIn, person, type WholeHouse, wholeHouse } from '../support/house.ts'
import { type ModelServer, modelServer } from '../support/model-server.ts'

let stub: ModelServer
let house: WholeHouse
beforeEach(async () => {
  stub = await modelServer('good')
  house = await wholeHouse({ LLM_BASE_URL: stub.url, LLM_API_KEY: 'sk-canary', LLM_MODEL: 'stub' })
})
afterEach(async () => {
  await house.close()
  await stub.close()
})

const question = '上级交办的检举控告多久办结'

describe('a house with a language model', () => {
  test('marks what the model has worded, in the text and for Direct Line', async () => {
    const who = await person(house.url)
    const [answer] = await who.say(question)
    expect(answer?.ai).toBe(true)
    expect(answer?.text).toContain('人工智能')
    expect(answer?.cites).toContain('nat.rule.21')
    expect(stub.seen.length).toBe(1)
  })

  test('sends nothing of a report, whatever is asked in the middle of it, beside it and after it', async () => {
    const canaries = ['柳树村', '周明', '水泥', '新房', '村道', '柳树镇']
    const who = await person(house.url)
    await who.say(`我要匿名举报柳树镇柳树村村支书周明，${question}？`)
    await who.say(question)
    await who.say('去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的')
    await who.say('柳树村东头他家新房，匿名举报有人管吗？')
    await who.say(`暂停`)
    await who.say(question)
    await who.say('柳树村的事他们多久给答复')
    expect(stub.seen).toEqual([])

    const other = await person(house.url)
    await handsIn(other)
    await other.say('我刚才说的周明家的新房还能补充材料吗')
    await other.say(question)
    const third = await person(house.url)
    await fillsReport(third)
    await third.say(question)
    await third.say('取消')
    await third.say(question)
    const fourth = await person(house.url)
    await fourth.say('柳树村书记周明把修村道的水泥拉回家了，这事归谁管')
    await fourth.say('柳树村周明这个人怎么举报')
    for (const body of stub.seen) for (const canary of canaries) expect(body).not.toContain(canary)
    expect(stub.seen).toEqual([])
  })

  test('holds no transaction while the model thinks, and answers without it when the line breaks', async () => {
    stub.mode = 'silence'
    const waiting = await person(house.url)
    const answer = waiting.say(question)
    await stub.untilAsked(1)
    // Somebody else hands in a whole report meanwhile.
    const other = await person(house.url)
    expect(await handsIn(other)).toMatch(/^\d{4}( \d{4}){4}$/)
    await stub.close()
    const [said] = await answer
    expect(said?.ai).toBeUndefined()
    expect(said?.text).toContain('3个月')
  })

  test('lets the person go on speaking while the model thinks: the late turn is answered without it', async () => {
    stub.mode = 'silence'
    const who = await person(house.url)
    const late = who.post(question, 'first')
    await stub.untilAsked(1)
    await who.post('你好', 'second')
    await stub.close()
    expect((await late).ok).toBe(true)
    const all = await who.all()
    expect(all.filter(({ from, text }) => from === 'bot' && text.includes('3个月'))).toHaveLength(1)
  })
})
