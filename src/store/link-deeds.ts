import { type LinkWrite, linkFault, type SeenLinks, type Sight } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { dayOf } from './coarse-times.ts'
import { type Db, Undo } from './engine.ts'
import { buffer, keepKeys, part } from './sealed.ts'
import { inSight, inSightAs } from './sight.ts'

type Ends = Awaited<ReturnType<typeof hold>>

/** Puts the sub to the master. Holder, fence and revision of the sub are compared; both revisions rise, nothing else of either changes. */
export async function link(tx: Db, write: LinkWrite, seen?: Sight): ReturnType<SeenLinks['link']> {
  const ends = await hold(tx, write, seen)
  if (ends === 'absent') return 'absent'
  const { sub, master, standing, held } = ends
  if (standing.some((each) => each.sub === sub.id && each.master === master.id)) throw new Undo('seen')
  if (!held) throw new Undo('lost')
  const fault = linkFault(sub, master, standing)
  if (fault) throw new Undo(fault)
  await tx
    .insertInto('case_links')
    .values({
      ...{ id: write.id, master: master.id, sub: sub.id, linked_at: write.at, linked_by: write.officer },
      new_facts: write.newFacts ? buffer(write.newFacts.locked) : null,
      ...{ revoked_at: null, revoked_by: null },
    })
    .execute()
  if (write.newFacts) await keepKeys(tx, master.id, part.link(write.id), write.newFacts.keys, 'lost')
  await noteBoth(tx, ends, 'case.linked', write)
  return 'done'
}

/** Takes a link back: the row stays, and says when and by whom. */
export async function unlink(
  tx: Db,
  write: Parameters<SeenLinks['unlink']>[0],
  seen?: Sight,
): ReturnType<SeenLinks['unlink']> {
  const ends = await hold(tx, write, seen)
  if (ends === 'absent') return 'absent'
  const { sub, master, standing, held } = ends
  if (!standing.some((each) => each.sub === sub.id && each.master === master.id)) {
    const ever = await tx
      .selectFrom('case_links')
      .select('id')
      .where('sub', '=', sub.id)
      .where('master', '=', master.id)
      .limit(1)
      .executeTakeFirst()
    throw new Undo(ever ? 'seen' : 'absent')
  }
  if (!held) throw new Undo('lost')
  await tx
    .updateTable('case_links')
    .set({ revoked_at: write.at, revoked_by: write.officer })
    .where('sub', '=', sub.id)
    .where('master', '=', master.id)
    .where('revoked_at', 'is', null)
    .execute()
  await noteBoth(tx, ends, 'case.unlinked', write)
  return 'done'
}

/**
 * Takes hold of both rows, always in the order of their ids, so that two who link the same cases at one moment wait for
 * each other instead of making a circle; then reads the links in force that this officer may know of.
 */
async function hold(tx: Db, write: Omit<LinkWrite, 'id' | 'newFacts'>, seen: Sight | undefined) {
  const found = await tx
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('number', 'in', [write.sub, write.master])
    .where(inSight(seen))
    .execute()
  const idOf = (number: string) => found.find((each) => each.number === number)?.id
  const [sub, master] = [idOf(write.sub), idOf(write.master)]
  if (sub === undefined || master === undefined) return 'absent'
  const rows: Awaited<ReturnType<typeof touch>>[] = []
  for (const id of [...new Set([sub, master])].sort()) rows.push(await touch(tx, id, write.at, seen))
  const [own, other] = [sub, master].map((id) => rows.find((row) => row?.id === id))
  if (!own || !other) throw new Undo('absent')
  const standing = await tx
    .selectFrom('case_links')
    .innerJoin('cases as m', 'm.id', 'case_links.master')
    .innerJoin('cases as s', 's.id', 'case_links.sub')
    .select(['case_links.sub', 'case_links.master'])
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('case_links.sub', 'in', [sub, master]), eb('case_links.master', 'in', [sub, master])]))
    .where(inSightAs(seen, 'm'))
    .where(inSightAs(seen, 's'))
    .execute()
  // Its revision has just risen by one.
  const held = own.holder === write.officer && own.fence === write.fence && own.revision === write.revision + 1
  return { sub: own, master: other, standing, held }
}

const touch = (tx: Db, id: string, at: string, seen: Sight | undefined) =>
  tx
    .updateTable('cases')
    .set((eb) => ({ changed: dayOf(at), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where(inSight(seen))
    .returning(['id', 'number', 'unit', 'kind', 'purpose', 'holder', 'fence', 'revision'])
    .executeTakeFirst()

/** One line for each of the two, with both numbers and no content. Whoever sees only one of them is not shown it. */
async function noteBoth(
  tx: Db,
  ends: Exclude<Ends, 'absent'>,
  what: string,
  { audit, at }: Pick<LinkWrite, 'audit' | 'at'>,
): Promise<void> {
  const note = `${ends.master.number}<-${ends.sub.number}`
  const lines = [ends.sub, ends.master].map(({ number }) => ({ ...audit, what, object: number, note }))
  await record(tx, lines, at)
}
