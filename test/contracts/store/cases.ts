import { describe, expect, test } from 'vitest'
import type { Told } from '../../../src/runtime/index.ts'
import { asMessage, at, deed, handedIn, textOf, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

const wang = { channel: 'web', person: 'wang' }

export function casesContract(subject: Subject): void {
  const file = async (id = 'c1') => {
    const { conversations, cases } = subject().store
    const { revision } = await conversations.load(wang)
    await conversations.commit(turn(wang, `hand-in-${id}`, revision, { newCase: handedIn(wang, id) }))
    return (await cases.byId(id))!
  }
  /** A case on the desk of officer 3. */
  const onDesk = async () => {
    const { number } = await file()
    const claimed = await subject().store.cases.claim(number, '3', at)
    if (typeof claimed !== 'object') throw new Error(`not claimed: ${claimed}`)
    return claimed
  }
  const answer = async (text: string, id: string) => {
    const { conversations } = subject().store
    const { revision } = await conversations.load(wang)
    await conversations.commit(
      turn(wang, id, revision, { replies: [{ case: 'c1', message: asMessage('person', text) }] }),
    )
  }

  describe('cases', () => {
    test('a form handed in is a case with the next number of its letter', async () => {
      const { conversations, cases } = subject().store
      const limit = { due: '2026-12-01', dueCite: 'nat.clock.1' }
      await conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1', limit) }))
      await conversations.commit(turn(wang, 'm2', 1, { newCase: handedIn(wang, 'c2', { letter: 'T' }) }))
      await conversations.commit(turn(wang, 'm3', 2, { newCase: handedIn(wang, 'c3') }))
      const { id, kind, state, sealed, reporterKey } = handedIn(wang, 'c1')
      expect(await cases.byNumber('R-1001')).toEqual({
        ...{ id, kind, state, sealed, reporterKey, ...limit, number: 'R-1001', messages: [], closed: false },
        ...{
          fence: 0,
          revision: 1,
          createdAt: at.slice(0, 10),
          changedAt: at.slice(0, 10),
          unit: 'local',
          purpose: 'report',
        },
        ...{ clocks: [], steps: [] },
      })
      expect((await cases.byId('c2'))?.number).toBe('T-1001')
      expect((await cases.byId('c3'))?.number).toBe('R-1002')
    })

    test('forty forms handed in at once get forty numbers without a hole', async () => {
      const { store, rival } = subject()
      const ids = Array.from({ length: 40 }, (_, n) => `c${n}`)
      await Promise.all(
        ids.map((id, n) => {
          const thread = { channel: 'web', person: id }
          return (n % 2 ? store : rival).conversations.commit(turn(thread, id, 0, { newCase: handedIn(thread, id) }))
        }),
      )
      const numbers = (await Promise.all(ids.map((id) => store.cases.byId(id)))).map((each) => each?.number)
      expect(numbers.sort()).toEqual(ids.map((_, n) => `R-${1001 + n}`))
    })

    test('a receipt finds its case; it can be shown again until the person has kept it, and never after', async () => {
      const { conversations, cases } = subject().store
      await file()
      expect((await cases.byReceipt('receipt:c1'))?.id).toBe('c1')
      expect(await cases.byReceipt('receipt:c2')).toBeUndefined()
      expect(await cases.receiptNonce('c1')).toBe('nonce:c1')
      await conversations.commit(turn(wang, 'm2', 1, { receiptsKept: ['c1'] }))
      expect(await cases.receiptNonce('c1')).toBeUndefined()
      expect((await cases.byReceipt('receipt:c1'))?.id).toBe('c1')
    })

    test('an officer’s deed is written once, however often it is sent', async () => {
      const { cases, audit } = subject().store
      const seen = await onDesk()
      const message = asMessage('officer', '已办结')
      const write = deed(seen, '3', 'k1', { closed: true, due: '2026-12-31', message })
      expect(await cases.save(write)).toBe('done')
      expect(await cases.save(write)).toBe('seen')
      expect(await cases.byNumber(seen.number)).toMatchObject({
        state: 'accepted',
        closed: true,
        due: '2026-12-31',
        revision: seen.revision + 1,
        messages: [message],
      })
      expect((await audit.list({ object: seen.number, limit: 9 })).rows).toHaveLength(1)
    })

    test('a case keeps its clocks and the history of its states', async () => {
      const { conversations, cases } = subject().store
      const first = { id: 'a', cite: 'a.1', length: { workingDays: 5 }, began: '2026-11-20', pauses: [] }
      const case1 = handedIn(wang, 'c1', { clocks: [first], dueCite: 'a.1' })
      await conversations.commit(turn(wang, 'm1', 0, { newCase: case1 }))
      const seen = await cases.claim('R-1001', '3', at)
      if (typeof seen !== 'object') throw new Error(`not claimed: ${seen}`)
      expect(seen.clocks).toEqual([first])
      expect(await cases.undated('', 9)).toEqual([{ id: 'c1', clocks: [first] }])
      await cases.date('c1', { due: '2026-11-27', dueCite: 'a.1' })
      expect(await cases.undated('', 9)).toEqual([])
      expect(await cases.byId('c1')).toMatchObject({ due: '2026-11-27', revision: seen.revision })
      const clocks = [
        { ...first, pauses: [{ from: '2026-11-23', to: '2026-11-24' }], ended: '2026-11-25' },
        { id: 'b', cite: 'b.1', length: { months: 3 }, began: '2026-11-25', pauses: [{ from: '2026-11-26' }] },
      ]
      const step = { at, officer: '3', action: 'accept', from: 'received', to: 'accepted', cite: 'a.1' }
      expect(await cases.save(deed(seen, '3', 'k1', { clocks, step }))).toBe('done')
      const { cite: _, ...uncited } = step
      const again = (await cases.byId('c1'))!
      expect(await cases.save(deed(again, '3', 'k2', { step: uncited }))).toBe('done')
      expect(await cases.byId('c1')).toMatchObject({
        clocks,
        steps: [step, uncited].map((each) => ({ ...each, at: each.at.slice(0, 10) })),
      })
    })

    test('ten sendings of one deed at once are one deed', async () => {
      const { store, rival } = subject()
      const write = deed(await onDesk(), '3', 'k1', { message: asMessage('officer', '收到') })
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? store : rival).cases.save(write)),
      )
      expect(outcomes.sort()).toEqual(['done', ...Array(9).fill('seen')])
      expect((await store.cases.byId('c1'))?.messages).toHaveLength(1)
    })

    test('the same key from another officer or for another case is another deed', async () => {
      const { cases } = subject().store
      const mine = await onDesk()
      await cases.save(deed(mine, '3', 'k1'))
      const free = await cases.release(mine.number, '3', mine.fence, at)
      expect(free).toMatchObject({ number: mine.number })
      const theirs = await cases.claim(mine.number, '4', at)
      if (typeof theirs !== 'object') throw new Error('not claimed')
      expect(await cases.save(deed(theirs, '4', 'k1', { state: 'closed' }))).toBe('done')
      expect((await cases.byNumber(mine.number))?.state).toBe('closed')
    })

    test('a deed over something the officer has not seen is lost, and its key may be used again', async () => {
      const { cases } = subject().store
      const seen = await onDesk()
      await answer('还有一件事', 'm2')
      expect(await cases.save(deed(seen, '3', 'k1', { closed: true }))).toBe('lost')
      const fresh = (await cases.byNumber(seen.number))!
      expect(fresh).toMatchObject({ closed: false, state: 'received' })
      expect(await cases.save(deed(fresh, '3', 'k1', { closed: true }))).toBe('done')
    })

    test('what the officer tells the person arrives in their conversation, once', async () => {
      const { cases, conversations } = subject().store
      const seen = await onDesk()
      const event: Told = { type: 'told', case: 'c1', text: '请补充时间', question: '是哪一天？' }
      const told = { thread: wang, event }
      const message = asMessage('officer', '请补充时间')
      expect(await cases.save(deed({ ...seen, fence: seen.fence - 1 }, '3', 'k1', { told, message }))).toBe('lost')
      expect(await conversations.claimArrivals(5, 0)).toEqual([])
      for (let sent = 0; sent < 2; sent++) await cases.save(deed(seen, '3', 'k1', { told, message }))
      const arrivals = await conversations.claimArrivals(5, 0)
      expect(arrivals).toMatchObject([{ ...wang, event }])
      await conversations.commit(turn(wang, arrivals[0]!.id, 1))
      expect(await conversations.claimArrivals(5, 0)).toEqual([])
      expect((await cases.byId('c1'))?.messages).toEqual([message])
    })

    test('the queue shows that the person has answered until an officer acts on it', async () => {
      const { cases } = subject().store
      const seen = await onDesk()
      const answered = async () => (await cases.list({ today: '2026-11-21', limit: 5 })).rows[0]?.answered
      expect(await answered()).toBe(false)
      await answer('是五号', 'm2')
      expect(await answered()).toBe(true)
      await cases.save(deed((await cases.byNumber(seen.number))!, '3', 'k1'))
      expect(await answered()).toBe(false)
    })

    test('messages stay in the order they were written, whoever wrote them', async () => {
      const { cases } = subject().store
      await onDesk()
      const say = async (text: string) =>
        cases.save(deed((await cases.byId('c1'))!, '3', text, { message: asMessage('officer', text) }))
      await say('问一')
      await answer('答一', 'm2')
      await say('问二')
      await answer('答二', 'm3')
      const texts = (await cases.byId('c1'))?.messages.map((message) => `${message.from}:${textOf(message)}`)
      expect(texts).toEqual(['officer:问一', 'person:答一', 'officer:问二', 'person:答二'])
    })
  })
}
