import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { person, type WholeHouse, wholeHouse } from '../support/house.ts'
import { original } from '../support/originals.ts'
import { publish } from '../support/publish.ts'
import { command } from '../support/terminal.ts'

const rule = original(['第一条　青禾晒谷场的钥匙由会计保管，每月换一次锁。'], {
  title: '青禾晒谷场办法',
  from: '2020-01-01',
})
const penalty = original(
  ['第五十条　捏造事实诬告陷害他人，企图使他人受到刑事追究的，处五日以下拘留或者一千元以下罚款。'],
  {
    title: '中华人民共和国治安管理处罚法',
    from: '2026-01-01',
    carries: { 'nat.psl.50.3': ['a50'] },
  },
)
const question = '青禾晒谷场的钥匙由谁保管'

let house: WholeHouse
beforeEach(async () => {
  house = await wholeHouse()
})
afterEach(() => house.close())

describe('an original published while the house runs', () => {
  it('is quoted, shown and taken down again without a restart, and forms quote it, too', async () => {
    const someone = await person(house.url)
    const { running } = house
    expect((await someone.say(question)).at(-1)?.text).not.toContain('会计')

    const id = await publish(running.house.store, rule)
    await publish(running.house.store, penalty)
    await running.refresh()
    const told = (await someone.say(question)).at(-1)
    expect(told?.text).toContain('「第一条　青禾晒谷场的钥匙由会计保管，每月换一次锁。」〔1〕')
    expect(told?.cites).toEqual(['t1.a1'])
    expect(await (await fetch(`${house.url}/texts/t1/1`)).text()).toContain('钥匙由会计保管')
    expect(running.house.bot.clauses['nat.psl.50.3']).toMatchObject({ held: 'original', opens: '/texts/t2/1#a50' })

    const row = await running.house.store.texts.open(id)
    await running.house.store.texts.withdraw({
      id,
      revision: row?.row.revision ?? 0,
      by: 'officer:1',
      at: '2026-11-23T09:30:00+08:00',
    })
    await running.refresh()
    expect((await fetch(`${house.url}/texts/t1/1`)).status).toBe(404)
    expect((await someone.say(question)).at(-1)?.text).not.toContain('会计')
  })

  it('is there after a restart, and for who asks at the command line beside the running server', async () => {
    await publish(house.running.house.store, rule)
    const beside = await atCommandLine(house.folder)
    expect(beside.complaint).toBe('')
    expect(beside.out).toContain('钥匙由会计保管')
    house = await house.again()
    const someone = await person(house.url)
    expect((await someone.say(question)).at(-1)?.cites).toEqual(['t1.a1'])
  })
})

describe('asking at the command line', () => {
  it('makes no data folder where there is none', async () => {
    const nowhere = join(house.folder, 'none')
    const { code, complaint } = await atCommandLine(nowhere)
    expect([code, complaint, existsSync(nowhere)]).toEqual([0, '', false])
  })
})

async function atCommandLine(folder: string) {
  const before = process.env['QINGWEN_DATA']
  process.env['QINGWEN_DATA'] = folder
  try {
    return await command('ask', question)
  } finally {
    if (before === undefined) delete process.env['QINGWEN_DATA']
    else process.env['QINGWEN_DATA'] = before
  }
}
