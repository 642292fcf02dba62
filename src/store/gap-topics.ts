import type { SelectQueryBuilder } from 'kysely'
import type { AuditEntry, GapTopic, TopicClosing, TopicState, TopicWrite } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { byTopic } from './by-topic.ts'
import type { Db } from './engine.ts'
import type { Tables, TopicTable } from './tables.ts'

type Narrow = <O>(
  query: SelectQueryBuilder<Tables & { t: TopicTable; g: Tables['gaps'] }, 't' | 'g', O>,
) => SelectQueryBuilder<Tables & { t: TopicTable; g: Tables['gaps'] }, 't' | 'g', O>

/** Topics that have questions, most asked first. */
export async function readTopics(db: Db, limit: number, narrow: Narrow): Promise<readonly GapTopic[]> {
  const rows = await narrow(
    db
      .selectFrom('gap_topics as t')
      .innerJoin('gaps as g', 'g.topic', 't.id')
      .select((eb) => ['t.id', eb.fn.sum('g.times').as('count'), eb.fn.max('g.last_at').as('last')]),
  )
    .groupBy('t.id')
    .orderBy('count', 'desc')
    .orderBy('last', 'desc')
    .orderBy('t.id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const topics = await db.selectFrom('gap_topics').selectAll().where('id', 'in', ids).execute()
  const asked = await db
    .selectFrom('gaps')
    .selectAll()
    .where('topic', 'in', ids)
    .orderBy('times', 'desc')
    .orderBy('key')
    .execute()
  const reasons = await db
    .selectFrom('gap_reasons as r')
    .innerJoin('gaps as g', 'g.key', 'r.key')
    .select((eb) => ['g.topic', 'r.reason', eb.fn.sum('r.times').as('count')])
    .where('g.topic', 'in', ids)
    .groupBy(['g.topic', 'r.reason'])
    .execute()
  const all = new Map(topics.map((topic) => [topic.id, topic]))
  const own = byTopic(asked)
  const said = byTopic(reasons)
  return ids.map((id) =>
    asTopic(
      all.get(id)!,
      own.get(id) ?? [],
      // Sums are numbers in SQLite and strings in PostgreSQL.
      (said.get(id) ?? []).map(({ reason, count }) => ({ reason, count: Number(count) })),
    ),
  )
}

type Asked = Pick<Tables['gaps'], 'key' | 'question' | 'why' | 'times' | 'last_at'> & { downs: number; ups: number }

function asTopic(
  row: TopicTable,
  asked: readonly Asked[],
  reasons: readonly { readonly reason: string; readonly count: number }[],
): GapTopic {
  const sum = (of: (each: Asked) => number) => asked.reduce((total, each) => total + of(each), 0)
  const whys = new Map<string, number>()
  for (const { why, times } of asked) whys.set(why, (whys.get(why) ?? 0) + times)
  const kept = asked.filter(({ question }) => question !== '')
  const closing = closingOf(row)
  return {
    id: row.id,
    question: row.question,
    place: row.place,
    ...(row.about === null ? {} : { about: row.about }),
    state: row.state as TopicState, // written by `saveTopic` and here, from the same type
    ...(row.holder === null ? {} : { holder: row.holder }),
    ...(row.given_on === null ? {} : { givenOn: row.given_on }),
    ...(closing ? { closing } : {}),
    since: row.since,
    reopened: row.reopened,
    revision: row.revision,
    count: sum(({ times }) => times),
    downs: sum(({ downs }) => downs),
    ups: sum(({ ups }) => ups),
    whys: [...whys]
      .map(([why, count]) => ({ why, count }))
      .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1)),
    reasons: [...reasons].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    firstOn: row.first_on,
    lastOn: asked.reduce((last, { last_at }) => (last_at > last ? last_at : last), row.first_on),
    wordings: kept.map(({ key, question, times }) => ({ key, question, count: times })),
    unkept: asked.length - kept.length,
    ...(row.tried === null || row.tried_on === null ? {} : { tried: { outcome: row.tried, on: row.tried_on } }),
  }
}

function closingOf({ closing, note, closed_on: on }: TopicTable): TopicClosing | undefined {
  if (on === null) return undefined
  return closing === null ? { type: 'note', note: note ?? '', on } : { type: 'text', text: closing, on }
}

/** A topic closed by a note opens again only when so many still ask: whoever wrote it meant that it stays unanswered. */
const noteHolds = 5

/** Counts what is asked since the topic was closed; one closed by a text opens at once, because the text did not help. */
export async function askedAgain(tx: Db, id: string, times: number, at: string): Promise<void> {
  await tx
    .updateTable('gap_topics')
    .set((eb) => ({ since: eb('since', '+', times) }))
    .where('id', '=', id)
    .where('closed_on', 'is not', null)
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('gap_topics')
    .set((eb) => ({
      state: eb.case().when('holder', 'is', null).then('open').else('given').end(),
      reopened: eb('reopened', '+', 1),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'closed')
    .where((eb) => eb.or([eb('closing', 'is not', null), eb('since', '>=', noteHolds)]))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await record(tx, [{ who: 'system', what: 'gap.reopened', object: id }], at)
}

/** As the port says; the audit line is written only with the change. */
export async function saveTopic(tx: Db, write: TopicWrite): Promise<'done' | 'stale' | 'absent'> {
  const { state, holder, givenOn, closing, since, reopened } = write.standing
  const { numUpdatedRows } = await tx
    .updateTable('gap_topics')
    .set((eb) => ({
      state,
      holder: holder ?? null,
      given_on: givenOn ?? null,
      closing: closing?.type === 'text' ? closing.text : null,
      note: closing?.type === 'note' ? closing.note : null,
      closed_on: closing?.on ?? null,
      since,
      reopened,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', write.id)
    .where('revision', '=', write.revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    const row = await tx.selectFrom('gap_topics').select('id').where('id', '=', write.id).executeTakeFirst()
    return row ? 'stale' : 'absent'
  }
  await record(tx, [write.audit], write.at)
  return 'done'
}

export async function tryTopic(tx: Db, id: string, outcome: string, audit: AuditEntry, at: string): Promise<void> {
  await tx
    .updateTable('gap_topics')
    .set({ tried: outcome, tried_on: at.slice(0, 10) })
    .where('id', '=', id)
    .execute()
  await record(tx, [audit], at)
}
