import { describe, expect, test } from 'vitest'
import { type LinkWrite, type Officer, type Store, sight } from '../../../src/runtime/index.ts'
import { fileCases } from '../../support/claims.ts'
import { asSealed, at, handedIn, turn } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function linksContract(subject: Subject): void {
  describe('links of cases', () => {
    const officer = (id: string, more: Partial<Officer> = {}): Officer => ({
      ...{ id, name: id, account: id, role: '受理、承办', unit: 'local', disabled: false },
      ...more,
    })
    const wang = sight(officer('3'))
    const of = (store: Store = subject().store) => store.links.seenBy(wang)
    const read = async (number: string) => (await subject().store.cases.byNumber(number))!

    /** Four reports, all held by officer 3. */
    async function four(): Promise<readonly string[]> {
      const numbers = await fileCases(subject().store, 4)
      for (const number of numbers) await subject().store.cases.claim(number, '3', at)
      return numbers
    }

    let ids = 0
    async function write(sub: string, master: string, more: Partial<LinkWrite> = {}): Promise<LinkWrite> {
      const { fence, revision } = await read(sub)
      const audit = { who: 'officer:3' }
      return { ...{ id: `link-${++ids}`, sub, master, officer: '3', fence, revision, audit, at }, ...more }
    }

    test('one is put to the other: both know of it, and nothing else of either changes but that it was touched', async () => {
      const [a = '', b = ''] = await four()
      const before = [await read(a), await read(b)]
      expect(await of().link(await write(b, a))).toBe('done')
      const after = [await read(a), await read(b)]
      for (const [n, each] of after.entries()) {
        expect(each.revision).toBe(before[n]!.revision + 1)
        expect({ ...each, revision: 0, changedAt: '' }).toEqual({ ...before[n]!, revision: 0, changedAt: '' })
      }
      for (const each of after)
        expect(await of().of(each.id)).toMatchObject([{ master: { number: a }, sub: { number: b }, by: '3', at }])
      const lines = (await subject().store.audit.list({ limit: 9 })).rows.filter(({ what }) => what === 'case.linked')
      expect(lines.map(({ object, note }) => [object, note])).toEqual(
        expect.arrayContaining([
          [a, `${a}<-${b}`],
          [b, `${a}<-${b}`],
        ]),
      )
    })

    test('linked again it is as it was, and no line more', async () => {
      const [a = '', b = ''] = await four()
      await of().link(await write(b, a))
      const { revision } = await read(b)
      const before = (await subject().store.audit.list({ limit: 99 })).rows.length
      expect(await of().link(await write(b, a, { revision: 1, fence: 0 }))).toBe('seen')
      expect((await read(b)).revision).toBe(revision)
      expect((await subject().store.audit.list({ limit: 99 })).rows).toHaveLength(before)
      expect(await of().of((await read(b)).id)).toHaveLength(1)
    })

    test('taken back, it says so and stays written down; both can be linked anew', async () => {
      const [a = '', b = ''] = await four()
      const { id } = await read(b)
      await of().link(await write(b, a, { newFacts: asSealed('new') }))
      expect(await of().unlink(await write(b, a))).toBe('done')
      expect(await of().of(id)).toMatchObject([{ revoked: { at, by: '3' } }])
      expect(await of().unlink(await write(b, a))).toBe('seen')
      expect(await of().link(await write(a, b))).toBe('done')
      expect((await of().of(id)).map(({ revoked }) => revoked === undefined).sort()).toEqual([false, true])
      expect((await of().list({ standing: 'linked', limit: 9 })).rows).toHaveLength(1)
      expect((await of().list({ standing: 'revoked', limit: 9 })).rows).toHaveLength(1)
      expect((await of().list({ limit: 9 })).total).toBe(2)
    })

    test('what was never linked cannot be taken back', async () => {
      const [a = '', b = ''] = await four()
      expect(await of().unlink(await write(b, a))).toBe('absent')
    })

    test('new facts come back sealed as they were, with the keys of the master', async () => {
      const [a = '', b = ''] = await four()
      await of().link(await write(b, a, { newFacts: asSealed('new') }))
      const [link] = await of().of((await read(a)).id)
      expect(Buffer.from(link!.newFacts!.locked).toString()).toBe(Buffer.from(asSealed('new').locked).toString())
      expect(link!.newFacts!.keys.map(({ to }) => to).sort()).toEqual(['local/report/1', 'reporter'])
    })

    test('nothing is put to itself, to what is put to another, or away with what was put to it', async () => {
      const [a = '', b = '', c = '', d = ''] = await four()
      const link = async (sub: string, master: string) => of().link(await write(sub, master))
      expect(await link(a, a)).toBe('self')
      expect(await link(b, a)).toBe('done')
      expect(await link(c, b)).toBe('master-is-sub')
      expect(await link(a, b)).toBe('master-is-sub')
      expect(await link(a, c)).toBe('sub-is-master')
      expect(await link(b, d)).toBe('linked')
      expect(await link(c, a)).toBe('done')
      expect((await of().list({ limit: 9 })).total).toBe(2)
      for (const number of [a, b, c, d]) expect((await read(number)).fence).toBe(1)
    })

    test('two who link crosswise at one moment make no circle', async () => {
      const [a = '', b = ''] = await four()
      const { store, rival } = subject()
      const both = await Promise.all([of(store).link(await write(a, b)), of(rival).link(await write(b, a))])
      expect(both.filter((outcome) => outcome === 'done')).toHaveLength(1)
      expect((await of().list({ limit: 9 })).total).toBe(1)
    })

    test('whoever does not hold the sub as it stands links and unlinks nothing', async () => {
      const [a = '', b = ''] = await four()
      for (const more of [{ officer: '4' }, { fence: 0 }, { revision: 1 }])
        expect(await of().link(await write(b, a, more))).toBe('lost')
      await of().link(await write(b, a))
      for (const more of [{ officer: '4' }, { fence: 0 }, { revision: 1 }])
        expect(await of().unlink(await write(b, a, more))).toBe('lost')
      expect((await read(b)).revision).toBe(3)
    })

    test('a case out of sight is linked to nothing, and a link with an end out of sight is not there', async () => {
      const [a = '', b = '', c = ''] = await four()
      await of().link(await write(b, a, { newFacts: asSealed('new') }))
      const { cases, links } = subject().store
      await cases.wall((await read(a)).id, 'officer:5', true, at)
      const li = links.seenBy(sight(officer('5')))
      expect(await li.of((await read(b)).id)).toEqual([])
      expect(await li.list({ limit: 9 })).toEqual({ rows: [], total: 0 })
      await cases.release(b, '3', 1, at)
      await cases.claim(b, '5', at)
      expect(await li.link(await write(b, a, { officer: '5' }))).toBe('absent')
      expect(await li.unlink(await write(b, a, { officer: '5' }))).toBe('absent')
      // What is hidden from them cannot be in their way either, or its being in the way would tell.
      expect(await li.link(await write(b, c, { officer: '5' }))).toBe('done')
      expect((await links.of((await read(b)).id)).filter(({ revoked }) => !revoked)).toHaveLength(2)
    })

    test('another unit and a role that works no cases see and do nothing', async () => {
      const [a = '', b = ''] = await four()
      await of().link(await write(b, a))
      const { store } = subject()
      await store.units.add({ id: 'city', name: '市纪委' })
      for (const who of [officer('7', { unit: 'city' }), officer('8', { role: '审计管理' })]) {
        const links = store.links.seenBy(sight(who))
        expect(await links.list({ limit: 9 })).toEqual({ rows: [], total: 0 })
        expect(await links.link(await write(b, a, { officer: who.id }))).toBe('absent')
        expect(await links.apartOf()).toEqual([])
        expect(
          await links.apart({ one: (await read(a)).id, other: (await read(b)).id, apart: true, who: who.id, at }),
        ).toBe(false)
      }
    })

    test('cases of another unit, kind or circle of readers are never put to one another', async () => {
      const [a = ''] = await four()
      const person = { channel: 'web', person: 'other' }
      const { conversations, units } = subject().store
      await units.add({ id: 'city', name: '市纪委' })
      const others = [
        { unit: 'city', letter: 'U' },
        { kind: 'tolerance', letter: 'T' },
        { purpose: 'report-upper', letter: 'V' },
      ] as const
      for (const [n, more] of others.entries())
        await conversations.commit(turn(person, `o${n}`, n, { newCase: handedIn(person, `o${n}`, more) }))
      for (const master of ['U-1001', 'T-1001', 'V-1001'])
        expect(await subject().store.links.link(await write(a, master))).toBe('kind')
    })

    test('two matters are remembered as two, once, until that is taken back', async () => {
      const [a = '', b = '', c = ''] = await four()
      const [one, other, third] = [(await read(a)).id, (await read(b)).id, (await read(c)).id]
      const apart = (x: string, y: string, is: boolean) => of().apart({ one: x, other: y, apart: is, who: '3', at })
      expect(await apart(one, other, true)).toBe(true)
      expect(await apart(other, one, true)).toBe(true)
      const pairs = await of().apartOf(one)
      expect(pairs).toHaveLength(1)
      expect([pairs[0]!.one.number, pairs[0]!.other.number].sort()).toEqual([a, b].sort())
      expect(await of().apartOf(third)).toEqual([])
      await apart(other, one, false)
      expect(await of().apartOf()).toEqual([])
      expect(await apart(one, 'nobody', true)).toBe(false)
    })

    test('the list pages through every link once, newest first', async () => {
      const numbers = await fileCases(subject().store, 12)
      for (const number of numbers) await subject().store.cases.claim(number, '3', at)
      for (const [n, sub] of numbers.slice(1).entries())
        await of().link(
          await write(sub, numbers[0]!, { at: `2026-11-21T09:00:${String(n % 4).padStart(2, '0')}+08:00` }),
        )
      const seen: string[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await of().list({ limit: 4, ...(cursor === undefined ? {} : { cursor }) })
        expect(page.total).toBe(11)
        seen.push(...page.rows.map(({ sub }) => sub.number))
        cursor = page.next
        if (cursor === undefined) break
      }
      expect(new Set(seen).size).toBe(11)
      expect(seen).toHaveLength(11)
      await expect(of().list({ limit: 4, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'badRequest' })
    })
  })
}
