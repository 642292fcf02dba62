import type { ListedCase, Retention, ShredList, ShredOrder, ShredRecord } from './retention.ts'

/** Destroys cases two people agreed on. */
export interface Shredder {
  /** Works a list off. Cut off anywhere, it goes on where it ended when it is called again. */
  run(list: string): Promise<void>
  /** What a start owes: lists that were cut off, and cases that a restored backup brought back. @returns how many cases went. */
  catchUp(): Promise<number>
}

interface Parts {
  readonly retention: Retention
  readonly record: ShredRecord
  readonly now: () => string
}

/**
 * One order for every case: keys, then the line outside the database, then files, then rows. Once the keys are gone the
 * rest is noise, so whatever cuts it off afterwards leaves nothing that could be read; and the line stands outside before
 * the first row is deleted, so that an older backup can always be told.
 */
export function openShredder({ retention, record, now }: Parts): Shredder {
  async function one(list: ShredList, each: ListedCase): Promise<void> {
    const order = orderOf(list, each)
    const stage = each.stage === 'listed' ? await retention.dropKeys(list.id, each.caseId) : each.stage
    if (stage === 'kept' || stage === 'done') return
    if (stage === 'keys') {
      await record.keep(order)
      await retention.dropFiles(list.id, each.caseId)
    }
    await retention.dropRows(order, now())
  }

  async function run(id: string): Promise<void> {
    const list = await retention.byId(id)
    if (list?.state !== 'agreed') return
    for (const each of list.cases) await one(list, each)
    await retention.scrub()
    await retention.finish(id)
  }

  return {
    run,

    async catchUp() {
      const orders = await record.read()
      const back = new Set(await retention.present(orders.map(({ caseId }) => caseId)))
      const again = orders.filter(({ caseId }) => back.has(caseId))
      for (const order of again) await retention.relist(order, now())
      for (const list of await retention.unfinished()) await run(list)
      return again.length
    },
  }
}

function orderOf(list: ShredList, { stage: _, why: __, ...due }: ListedCase): ShredOrder {
  const { id, unit, askedBy, agreedBy, agreedAt } = list
  if (agreedBy === undefined || agreedAt === undefined) throw new Error('nobody agreed to this list')
  return { ...due, list: id, unit, askedBy, agreedBy, agreedAt }
}
