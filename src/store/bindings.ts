import type { Kysely } from 'kysely'
import type { Bindings, Seals } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'

/** Officers' bindings to members of vendors' organisations. Their ids and the codes stand here as tags only, which nobody without the server key can turn round. */
export function bindings(engine: Engine, seals: Seals): Bindings {
  const codeTag = (code: string) => seals.tag(`binding code\0${code}`)
  const tagOf = (channel: string, member: string) => seals.tag(`officer\0${channel}\0${member}`)

  return {
    offer: (officer, code, until) =>
      engine.write(async (tx) => {
        await tx.deleteFrom('binding_codes').where('officer', '=', Number(officer)).execute()
        await tx
          .insertInto('binding_codes')
          .values({ hash: codeTag(code), officer: Number(officer), until })
          .execute()
      }),

    redeem: ({ code, channel, member, at }) =>
      engine.write(async (tx) => {
        const used = await tx
          .deleteFrom('binding_codes')
          .where('hash', '=', codeTag(code))
          .where('until', '>', at)
          .returning('officer')
          .executeTakeFirst()
        if (!used) return undefined
        const { officer } = used
        const tag = tagOf(channel, member)
        await tx
          .deleteFrom('bindings')
          .where('channel', '=', channel)
          .where((eb) => eb.or([eb('officer', '=', officer), eb('member', '=', tag)]))
          .execute()
        await tx.insertInto('bindings').values({ channel, member: tag, officer, since: at }).execute()
        return String(officer)
      }),

    of: (channel, member) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('bindings')
          .select('officer')
          .where('channel', '=', channel)
          .where('member', '=', tagOf(channel, member))
          .executeTakeFirst()
        return row && String(row.officer)
      }),

    list: (officer) =>
      engine.read((db) =>
        db
          .selectFrom('bindings')
          .select(['channel', 'since'])
          .where('officer', '=', Number(officer))
          .orderBy('channel')
          .execute(),
      ),

    drop: (officer, channel) =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('bindings')
          .where('officer', '=', Number(officer))
          .where('channel', '=', channel)
          .executeTakeFirst()
        return done.numDeletedRows > 0n
      }),
  }
}

/** Nothing of an officer who goes is left to come back by. */
export async function unbind(tx: Db, officer: number): Promise<void> {
  await tx.deleteFrom('bindings').where('officer', '=', officer).execute()
  await tx.deleteFrom('binding_codes').where('officer', '=', officer).execute()
}

/** Migration 0017. */
export async function bindingTables<T>(db: Kysely<T>): Promise<void> {
  await db.schema
    .createTable('bindings')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('member', 'text', (c) => c.notNull())
    .addColumn('officer', 'bigint', (c) => c.notNull().references('officers.id'))
    .addColumn('since', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('bindings_pk', ['channel', 'member'])
    .addUniqueConstraint('bindings_officer', ['officer', 'channel'])
    .execute()
  await db.schema
    .createTable('binding_codes')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('officer', 'bigint', (c) => c.notNull().unique().references('officers.id'))
    .addColumn('until', 'text', (c) => c.notNull())
    .execute()
}
