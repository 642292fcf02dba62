import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/store/index.ts'
import { at } from '../../support/turns.ts'
import type { Subject } from './subject.ts'

export function auditChainContract(subject: Subject): void {
  describe('the chain of the audit', () => {
    const fill = async (count = 6) => {
      const { audit } = subject().store
      for (let n = 1; n <= count; n++)
        await audit.append([{ who: 'officer:3', what: 'case.viewed', object: `R-${1000 + n}` }], at)
    }
    /** As somebody who holds the database: the guard taken off, a deed done, the guard put back. */
    const tamper = async (...deeds: readonly string[]) => {
      const { run } = subject()
      const postgres = await run('alter table audit disable trigger user').then(
        () => true,
        () => false,
      )
      if (postgres) {
        for (const deed of deeds) await run(deed)
        return run('alter table audit enable trigger user')
      }
      await run(`drop trigger audit_no_update; drop trigger audit_no_delete; ${deeds.join(';')};
        create trigger audit_no_update before update on audit begin select raise(abort, 'append-only'); end;
        create trigger audit_no_delete before delete on audit begin select raise(abort, 'append-only'); end;`)
    }
    const head = async () => (await subject().store.audit.head())!
    const breaks = async (...heads: Awaited<ReturnType<typeof head>>[]) =>
      (await verifyAudit(subject().store.audit, heads)).breaks

    test('is whole when nobody touched it, and holds the heads that were taken outside', async () => {
      await fill(3)
      const early = await head()
      await fill(3)
      const { events, last, breaks: found } = await verifyAudit(subject().store.audit, [early, await head()])
      expect([events, last?.seq, found]).toEqual([6, 6, []])
    })

    test('names an event that was deleted, and two in a row', async () => {
      await fill()
      await tamper('delete from audit where seq = 3')
      expect(await breaks()).toEqual([{ type: 'deleted', seq: 3, until: 3 }])
      await tamper('delete from audit where seq = 4')
      expect(await breaks()).toEqual([{ type: 'deleted', seq: 3, until: 4 }])
    })

    test('names the first event if that was deleted', async () => {
      await fill()
      await tamper('delete from audit where seq = 1')
      expect(await breaks()).toEqual([{ type: 'deleted', seq: 1, until: 1 }])
    })

    test.each([
      ['who', "'officer:4'"],
      ['what', "'case.released'"],
      ['object', "'R-9999'"],
      ['object', 'null'],
      ['note', "'x'"],
      ['unit', "'other'"],
      ['at', "'2020-01-01T00:00:00+08:00'"],
      ['hash', "'x'"],
    ])('names an event whose %s was changed to %s', async (column, value) => {
      await fill()
      await tamper(`update audit set ${column} = ${value} where seq = 4`)
      expect(await breaks()).toEqual([{ type: 'changed', seq: 4 }])
    })

    test('names events that changed places', async () => {
      await fill()
      await tamper(
        'update audit set seq = 99 where seq = 2',
        'update audit set seq = 2 where seq = 5',
        'update audit set seq = 5 where seq = 99',
      )
      expect(await breaks()).toEqual([
        { type: 'moved', seq: 2, from: 5 },
        { type: 'moved', seq: 5, from: 2 },
      ])
    })

    test('shows a tail that was cut off by the head that is kept outside', async () => {
      await fill()
      const kept = await head()
      await tamper('delete from audit where seq > 4')
      expect(await breaks()).toEqual([])
      expect(await breaks(kept)).toEqual([{ type: 'cut-off', seq: 4, until: 6 }])
    })

    test('shows a tail that was written anew, and behind which head', async () => {
      await fill(2)
      const early = await head()
      await fill(2)
      const late = await head()
      await tamper(
        'delete from audit where seq > 2',
        `update audit_head set seq = 2, hash = '${early.hash}' where id = 1`,
      )
      await subject().store.audit.append(
        Array.from({ length: 2 }, () => ({ who: 'officer:9', what: 'session.opened' })),
        at,
      )
      expect(await breaks()).toEqual([])
      expect(await breaks(early, late)).toEqual([{ type: 'rewritten', seq: 4, after: 2 }])
    })

    test('stays one chain when two programs append at the same moment', async () => {
      const { store, rival } = subject()
      const line = { who: 'officer:3', what: 'case.viewed' }
      await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? store : rival).audit.append([line, line], at)))
      const { events, last, breaks: found } = await verifyAudit(store.audit, [])
      expect([events, last?.seq, found]).toEqual([80, 80, []])
    })
  })
}
