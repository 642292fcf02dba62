import type { Selectable } from 'kysely'
import { Refused } from '../base/index.ts'
import type { CaseLink, CasePair, KeyCopy, LinkedCase, Links, SeenLinks, Sight } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { link, unlink } from './link-deeds.ts'
import { keysOf, part, sealedOf } from './sealed.ts'
import { inSight, inSightAs } from './sight.ts'
import type { Tables } from './tables.ts'

/** Links of cases: for the house itself, and for one officer only those with both ends in sight. */
export function links(engine: Engine): Links {
  return { ...seenLinks(engine), seenBy: (sight) => seenLinks(engine, sight) }
}

function seenLinks(engine: Engine, seen?: Sight): SeenLinks {
  return {
    of: (caseId) =>
      engine.read(async (db) => {
        const rows = await linked(db, seen)
          .where((eb) => eb.or([eb('sub', '=', caseId), eb('master', '=', caseId)]))
          .orderBy('linked_at', 'desc')
          .orderBy('case_links.id')
          .execute()
        return withKeys(db, rows)
      }),

    list: (query) => engine.read((db) => list(db, query, seen)),
    link: (write) => engine.write((tx) => link(tx, write, seen), true),
    unlink: (write) => engine.write((tx) => unlink(tx, write, seen), true),

    apart: ({ one, other, apart, who, at }) =>
      engine.write(async (tx) => {
        const [lesser = '', greater = ''] = [one, other].sort()
        const both = await tx
          .selectFrom('cases')
          .select('id')
          .where('id', 'in', [one, other])
          .where(inSight(seen))
          .execute()
        if (both.length !== 2) return false
        if (!apart) await tx.deleteFrom('case_apart').where('one', '=', lesser).where('other', '=', greater).execute()
        else
          await tx
            .insertInto('case_apart')
            .values({ one: lesser, other: greater, at, who })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        return true
      }),

    apartOf: (caseId) =>
      engine.read(async (db): Promise<readonly CasePair[]> => {
        let query = db
          .selectFrom('case_apart')
          .innerJoin('cases as a', 'a.id', 'case_apart.one')
          .innerJoin('cases as b', 'b.id', 'case_apart.other')
          .select(['one', 'other', 'at', 'who', 'a.number as oneNumber', 'b.number as otherNumber'])
          .select(['a.state as oneState', 'b.state as otherState'])
          .where(inSightAs(seen, 'a'))
          .where(inSightAs(seen, 'b'))
        if (caseId !== undefined) query = query.where((eb) => eb.or([eb('one', '=', caseId), eb('other', '=', caseId)]))
        const rows = await query.orderBy('at', 'desc').execute()
        return rows.map((row) => ({
          one: { id: row.one, number: row.oneNumber, state: row.oneState },
          other: { id: row.other, number: row.otherNumber, state: row.otherState },
          at: row.at,
          by: row.who,
        }))
      }),
  }
}

/** Every statement about links carries the condition of sight for both ends: there is no second place to forget it. */
function linked(db: Db, seen: Sight | undefined) {
  return db
    .selectFrom('case_links')
    .innerJoin('cases as m', 'm.id', 'case_links.master')
    .innerJoin('cases as s', 's.id', 'case_links.sub')
    .selectAll('case_links')
    .select(['m.number as masterNumber', 's.number as subNumber', 'm.state as masterState', 's.state as subState'])
    .where(inSightAs(seen, 'm'))
    .where(inSightAs(seen, 's'))
}

async function list(
  db: Db,
  { standing, cursor, limit }: Parameters<Links['list']>[0],
  seen: Sight | undefined,
): ReturnType<Links['list']> {
  let matching = linked(db, seen)
  if (standing !== undefined) matching = matching.where('revoked_at', standing === 'linked' ? 'is' : 'is not', null)
  const { total } = await matching
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let page = matching
    .orderBy('linked_at', 'desc')
    .orderBy('case_links.id')
    .limit(limit + 1)
  if (cursor !== undefined) {
    const [at = '', id = ''] = placeIn(cursor)
    page = page.where((eb) =>
      eb.or([eb('linked_at', '<', at), eb.and([eb('linked_at', '=', at), eb('case_links.id', '>', id)])]),
    )
  }
  const found = await page.execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: await withKeys(db, rows),
    total: Number(total),
    ...(last && found.length > limit
      ? { next: Buffer.from(JSON.stringify([last.linked_at, last.id])).toString('base64url') }
      : {}),
  }
}

function placeIn(cursor: string): readonly string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 2 && place.every((each) => typeof each === 'string')) return place
  } catch {
    // Not JSON: somebody else's cursor, answered below like every other bad one.
  }
  throw new Refused('badRequest')
}

type Row = Selectable<Tables['case_links']> & Record<'masterNumber' | 'subNumber' | 'masterState' | 'subState', string>

async function withKeys(db: Db, rows: readonly Row[]): Promise<readonly CaseLink[]> {
  const masters = [...new Set(rows.filter(({ new_facts }) => new_facts !== null).map(({ master }) => master))]
  const keys = await keysOf(db, masters)
  return rows.map((row) => asLink(row, keys(row.master, part.link(row.id))))
}

function asLink(row: Row, keys: readonly KeyCopy[]): CaseLink {
  const master: LinkedCase = { id: row.master, number: row.masterNumber, state: row.masterState }
  const sub: LinkedCase = { id: row.sub, number: row.subNumber, state: row.subState }
  return {
    ...{ id: row.id, master, sub, at: row.linked_at, by: row.linked_by },
    ...(row.new_facts === null ? {} : { newFacts: sealedOf(row.new_facts, keys) }),
    ...(row.revoked_at === null ? {} : { revoked: { at: row.revoked_at, by: row.revoked_by ?? '' } }),
  }
}
