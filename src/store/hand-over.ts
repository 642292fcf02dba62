import { type HandedOver, type HandOver, type Officer, sight } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { dayOf } from './coarse-times.ts'
import { type Db, Undo } from './engine.ts'
import { present, shut } from './hold-account.ts'
import { isId } from './officers.ts'
import { inSight } from './sight.ts'

/** Gives cases of one officer to others, in turns; all of it in the caller's transaction. */
export async function handOver(tx: Db, deed: HandOver): Promise<HandedOver | 'cannot'> {
  const { key, from, by, unit, at } = deed
  const first = await tx
    .insertInto('handovers')
    .values({ key, giver: from, unit, done_by: by, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows !== 1n)
    return tx.selectFrom('handovers').select(['moved', 'freed']).where('key', '=', key).executeTakeFirstOrThrow()

  const receivers = await receiversOf(tx, deed)
  const rows = await heldBy(tx, deed)
  const shares = await shareOut(tx, rows, deed, receivers)
  const moved: Moved[] = []
  for (const [to, ids] of shares) moved.push(...(await move(tx, ids, to, deed)))
  const counts = {
    moved: moved.filter(({ to }) => to !== null).length,
    freed: moved.filter(({ to }) => to === null).length,
  }
  if (deed.giver === 'walled' && moved.length > 0)
    await tx
      .insertInto('walls')
      .values(moved.map(({ id }) => ({ case_id: id, who: `officer:${from}` })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (deed.giver === 'closed') await shut(tx, from)
  await tx.updateTable('handovers').set(counts).where('key', '=', key).execute()
  const who = `officer:${by}`
  const lines = moved.map(({ number, to }) => ({
    ...{ who, what: 'case.handedOver', object: number },
    note: `officer:${from} → ${to === null ? '待认领' : `officer:${to}`}`,
  }))
  const closed = deed.giver === 'closed' ? [{ who, what: 'officer.closed', object: from }] : []
  await record(tx, [...lines, { who, what: 'handover.done', object: from, note: `${moved.length} 件` }, ...closed], at)
  return counts
}

interface Held {
  readonly id: string
  readonly kind: string
  readonly unit: string
}
interface Moved {
  readonly id: string
  readonly number: string
  /** Null: back to the queue. */
  readonly to: string | null
}

/** Locks every account that has a part in it, in one order, so that two deeds at once wait instead of blocking each other. */
async function receiversOf(
  tx: Db,
  { from, to }: HandOver,
): Promise<readonly (Officer & { kinds: readonly string[] })[]> {
  const found = new Map<string, Officer>()
  for (const id of [...new Set([from, ...to.map(({ officer }) => officer)])].sort((a, b) => Number(a) - Number(b))) {
    const officer = await present(tx, id)
    if (officer) found.set(id, officer)
    else if (id !== from || !isId(id)) throw new Undo('cannot')
  }
  return to.flatMap(({ officer, kinds }) => {
    const known = officer === from ? undefined : found.get(officer)
    return known ? [{ ...known, kinds }] : []
  })
}

async function heldBy(tx: Db, { from, numbers, seen }: HandOver): Promise<readonly Held[]> {
  let query = tx.selectFrom('cases').select(['id', 'kind', 'unit']).where('holder', '=', from)
  if (seen !== 'house') query = query.where(inSight(seen))
  if (numbers) query = query.where('number', 'in', numbers.length === 0 ? [''] : [...numbers])
  return query.orderBy('due').orderBy('created').orderBy('number').execute()
}

/** In turns, by due day: nobody gets only the urgent ones. Walls are asked here, for the receivers alone. */
async function shareOut(
  tx: Db,
  rows: readonly Held[],
  { seen }: HandOver,
  receivers: readonly (Officer & { kinds: readonly string[] })[],
) {
  const shares = new Map<string | null, string[]>()
  if (rows.length === 0) return shares
  const walls = await tx
    .selectFrom('walls')
    .innerJoin('cases', 'cases.id', 'walls.case_id')
    .select(['walls.case_id', 'walls.who'])
    .where((eb) => inSight(seen === 'house' ? undefined : seen)(eb))
    .where('walls.who', 'in', receivers.flatMap((each) => [`officer:${each.id}`, `unit:${each.unit}`]).concat(''))
    .execute()
  const walled = new Set(walls.map(({ case_id, who }) => `${case_id} ${who}`))
  let turn = 0
  for (const { id, kind, unit } of rows) {
    const may = (officer: (typeof receivers)[number]) => {
      const view = sight(officer)
      return (
        view.type === 'cases' &&
        view.units.includes(unit) &&
        officer.kinds.includes(kind) &&
        !view.walled.some((who) => walled.has(`${id} ${who}`))
      )
    }
    const order = receivers.map((_, n) => receivers[(turn + n) % receivers.length]!)
    const to = order.find(may)
    if (to) turn = receivers.indexOf(to) + 1
    shares.set(to?.id ?? null, [...(shares.get(to?.id ?? null) ?? []), id])
  }
  return shares
}

/** A statement holds so many ids at most. */
const most = 500

async function move(
  tx: Db,
  ids: readonly string[],
  to: string | null,
  { from, at }: HandOver,
): Promise<readonly Moved[]> {
  const moved: Moved[] = []
  for (let start = 0; start < ids.length; start += most) {
    const rows = await tx
      .updateTable('cases')
      .set((eb) => ({
        ...{ holder: to, given_by: null, changed: dayOf(at) },
        ...{ fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) },
      }))
      .where('id', 'in', ids.slice(start, start + most))
      // Claims that changed hands since they were read are no longer this officer's to give.
      .where('holder', '=', from)
      .returning(['id', 'number'])
      .execute()
    moved.push(...rows.map((row) => ({ ...row, to })))
  }
  return moved
}
