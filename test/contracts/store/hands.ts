import { describe, expect, test } from 'vitest'
import { type HandOver, type Officer, sight } from '../../../src/runtime/index.ts'
import { fileCases } from '../../support/claims.ts'
import { at, deed } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function handsContract(subject: Subject): void {
  let made = 0
  const officer = async (more: Partial<Officer> = {}): Promise<Officer> => {
    const account = `hand${++made}`
    const added = await subject().store.officers.add(
      { account, name: account, role: '受理、承办', password: 'x', ...more },
      at,
    )
    if (added === 'taken') throw new Error('account names of tests are unique')
    return added
  }
  const give = (number: string, by: Officer, to: Officer, store = subject().store) =>
    store.hands.give({ number, by: by.id, to: to.id, seen: sight(by), at })
  const back = (number: string, by: Officer) =>
    subject().store.hands.takeBack({ number, by: by.id, seen: sight(by), at })
  const over = (from: Officer, to: readonly Officer[], more: Partial<HandOver> = {}): HandOver => ({
    ...{ key: 'k1', from: from.id, by: from.id, unit: 'local', seen: sight(from), giver: 'walled', at },
    to: to.map(({ id }) => ({ officer: id, kinds: ['report'] })),
    ...more,
  })
  const file = async (count: number, holder?: Officer) => {
    const numbers = await fileCases(subject().store, count)
    if (holder) for (const number of numbers) await subject().store.cases.claim(number, holder.id, at)
    return numbers
  }
  const holders = (numbers: readonly string[]) =>
    Promise.all(numbers.map(async (number) => (await subject().store.cases.byNumber(number))?.holder))

  describe('giving a case away', () => {
    test('the colleague holds it, and a late write of the giver fails', async () => {
      const [wang, li] = [await officer(), await officer()]
      const [number = ''] = await file(1, wang)
      const mine = (await subject().store.cases.byNumber(number))!
      const given = await give(number, wang, li)
      expect(given).toMatchObject({ holder: li.id, givenBy: wang.id, fence: mine.fence + 1 })
      expect(await subject().store.cases.save(deed(mine, wang.id, 'late'))).toBe('lost')
      expect(await subject().store.cases.release(number, wang.id, mine.fence, at)).toBe('lost')
      expect(await give(number, wang, li)).toEqual(given)
    })

    test('a free one may be given; one that a third holds may not', async () => {
      const [wang, li, chen] = [await officer(), await officer(), await officer()]
      const [free = ''] = await file(1)
      expect(await give(free, wang, li)).toMatchObject({ holder: li.id })
      expect(await give(free, chen, wang)).toBe('taken')
    })

    test('whoever is closed, of another unit, works no cases or stands behind the wall is given nothing', async () => {
      const { store } = subject()
      await store.units.add({ id: 'city', name: '市纪委' })
      const wang = await officer()
      const [number = ''] = await file(1, wang)
      const closed = await officer()
      await store.officers.setDisabled(closed.id, true)
      const found = (await store.cases.byNumber(number))!
      const walled = await officer()
      await store.cases.wall(found.id, `officer:${walled.id}`, true, at)
      for (const to of [closed, walled, await officer({ unit: 'city' }), await officer({ role: '系统管理' })])
        expect(await give(number, wang, to)).toBe('cannot')
      expect(await holders([number])).toEqual([wang.id])
      expect(await give('R-9', wang, walled)).toBe('absent')
      expect(await give(number, walled, wang)).toBe('absent')
    })

    test('it may be taken back until the colleague has done something with it', async () => {
      const { cases } = subject().store
      const [wang, li] = [await officer(), await officer()]
      const [number = ''] = await file(1, wang)
      await give(number, wang, li)
      expect(await back(number, wang)).toMatchObject({ holder: wang.id })
      const again = await give(number, wang, li)
      if (typeof again !== 'object') throw new Error(again)
      expect(await cases.save(deed(again, li.id, 'k'))).toBe('done')
      expect(await back(number, wang)).toBe('lost')
      expect(await holders([number])).toEqual([li.id])
    })

    test('fifty at once give one free case to fifty others: one holder, one rise of the fence', async () => {
      const { store, rival } = subject()
      const all = await Promise.all(Array.from({ length: 10 }, () => officer()))
      const [number = ''] = await file(1)
      const got = await Promise.all(
        Array.from({ length: 50 }, (_, n) => give(number, all[n % 5]!, all[5 + (n % 5)]!, n % 2 ? store : rival)),
      )
      const winners = new Set(got.flatMap((each) => (typeof each === 'object' ? [each.holder] : [])))
      expect(winners.size).toBe(1)
      expect(await store.cases.byNumber(number)).toMatchObject({ fence: 1, holder: [...winners][0] })
    }, 60_000)
  })

  describe('handing over when somebody leaves', () => {
    test('all go to several in turns, the giver sees none of them any more, and late writes fail', async () => {
      const { store } = subject()
      const [wang, li, chen] = [await officer(), await officer(), await officer()]
      const numbers = await file(5, wang)
      const mine = (await store.cases.byNumber(numbers[0]!))!
      expect(await store.hands.handOver(over(wang, [li, chen]))).toEqual({ moved: 5, freed: 0 })
      expect((await holders(numbers)).toSorted()).toEqual([li, li, li, chen, chen].map(({ id }) => id).toSorted())
      expect(await store.cases.seenBy(sight(wang)).byNumber(numbers[0]!)).toBeUndefined()
      expect(await store.cases.save(deed(mine, wang.id, 'late'))).toBe('lost')
      expect(await store.hands.holding(wang.id)).toBe(0)
      const { rows } = await store.audit.list({ limit: 50, object: numbers[0]! })
      expect(rows.map(({ what }) => what)).toContain('case.handedOver')
      expect(await store.hands.history('local')).toMatchObject([{ from: wang.id, by: wang.id, moved: 5, freed: 0 }])
    })

    test('chosen ones go and the others stay', async () => {
      const [wang, li] = [await officer(), await officer()]
      const [one = '', two = '', three = ''] = await file(3, wang)
      expect(await subject().store.hands.handOver(over(wang, [li], { numbers: [one, three] }))).toEqual({
        moved: 2,
        freed: 0,
      })
      expect(await holders([one, two, three])).toEqual([li.id, wang.id, li.id])
    })

    test('sent again it changes nothing, and is answered as the first time', async () => {
      const { store } = subject()
      const [wang, li] = [await officer(), await officer()]
      const [later = '', ...numbers] = await file(3)
      for (const number of numbers) await store.cases.claim(number, wang.id, at)
      const done = await store.hands.handOver(over(wang, [li]))
      await store.cases.claim(later, wang.id, at)
      expect(await store.hands.handOver(over(wang, [li]))).toEqual(done)
      expect(await holders([later])).toEqual([wang.id])
    })

    test('what nobody may take goes back to the queue; a wall is never crossed', async () => {
      const { store } = subject()
      const [wang, li, chen] = [await officer(), await officer(), await officer()]
      const [one = '', two = ''] = await file(2, wang)
      const { id } = (await store.cases.byNumber(one))!
      await store.cases.wall(id, `officer:${li.id}`, true, at)
      expect(await store.hands.handOver(over(wang, [li]))).toEqual({ moved: 1, freed: 1 })
      expect(await holders([one, two])).toEqual([undefined, li.id])
      expect(
        await store.hands.handOver(over(li, [chen], { key: 'k2', to: [{ officer: chen.id, kinds: [] }] })),
      ).toEqual({
        moved: 0,
        freed: 1,
      })
    })

    test('a receiver who is closed stops all of it, and nothing is kept of it', async () => {
      const { store } = subject()
      const [wang, li, gone] = [await officer(), await officer(), await officer()]
      const numbers = await file(2, wang)
      await store.officers.setDisabled(gone.id, true)
      expect(await store.hands.handOver(over(wang, [li, gone]))).toBe('cannot')
      expect(await holders(numbers)).toEqual([wang.id, wang.id])
      expect(await store.hands.handOver(over(wang, [li]))).toEqual({ moved: 2, freed: 0 })
    })

    test('fifty clients at once, half of them handing over and half of them claiming: nobody loses and nobody doubles', async () => {
      const { store, rival } = subject()
      const [wang, ...others] = await Promise.all(Array.from({ length: 6 }, () => officer()))
      const numbers = await file(20, wang!)
      await Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          const at2 = n % 2 ? store : rival
          if (n % 5 === 0) return at2.hands.handOver(over(wang!, others, { key: `k${n}` }))
          for (const number of numbers.slice(0, 4)) await at2.cases.claim(number, others[n % 5]!.id, at)
          return undefined
        }),
      )
      const held = await holders(numbers)
      expect(held.every((id) => others.some((each) => each.id === id))).toBe(true)
      const moved = (await store.hands.history('local')).reduce((sum, each) => sum + each.moved, 0)
      expect(moved).toBe(20)
      expect((await Promise.all(numbers.map((number) => store.cases.byNumber(number)))).map((c) => c?.fence)).toEqual(
        numbers.map(() => 2),
      )
    }, 60_000)
  })

  describe('closing an account', () => {
    test('one that holds a case is not closed; with its cases it goes in one deed', async () => {
      const { store } = subject()
      const [wang, li] = [await officer(), await officer()]
      const numbers = await file(2, wang)
      expect(await store.hands.close(wang.id)).toBe('holds')
      expect((await store.officers.byId(wang.id))?.disabled).toBe(false)
      expect(await store.hands.handOver(over(wang, [li], { giver: 'closed', seen: 'house' }))).toEqual({
        moved: 2,
        freed: 0,
      })
      expect((await store.officers.byId(wang.id))?.disabled).toBe(true)
      expect(await holders(numbers)).toEqual([li.id, li.id])
      expect(await store.hands.close((await officer()).id)).toBe('done')
      expect(await store.hands.close('999')).toBe('absent')
    })

    test('with nobody to take them, its cases are free again', async () => {
      const wang = await officer()
      const numbers = await file(2, wang)
      const shut = over(wang, [], { giver: 'closed', seen: 'house' })
      expect(await subject().store.hands.handOver(shut)).toEqual({ moved: 0, freed: 2 })
      expect(await holders(numbers)).toEqual([undefined, undefined])
    })
  })
}
