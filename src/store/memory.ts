import type { Kysely } from 'kysely'
import type { Memory, Seals } from '../runtime/index.ts'
import type { Engine } from './engine.ts'

/** Longest value, in characters: a conversation reference has about one thousand. */
const longest = 16_384

/** What channels keep for themselves, sealed, because their keys and addresses name people. A forgotten key keeps its row, so that revisions never start again. */
export function memory(engine: Engine, seals: Seals): Memory {
  const tagOf = (channel: string, key: string) => seals.tag(`memory\0${channel}\0${key}`)
  const at = (tag: string) => ({ table: 'memory', row: tag, field: 'value' })

  return {
    async recall(channel, name) {
      const key = tagOf(channel, name)
      const row = await engine.read((db) =>
        db
          .selectFrom('memory')
          .select(['value', 'revision'])
          .where('channel', '=', channel)
          .where('key', '=', key)
          .executeTakeFirst(),
      )
      if (!row) return { revision: 0 }
      const { revision, value } = row
      if (value === null) return { revision }
      return { revision, value: seals.house(key).open(Buffer.from(value, 'base64'), at(key)) }
    },

    async keep(channel, name, text, revision) {
      if (text.length > longest) throw new RangeError(`a channel may keep ${longest} characters, not ${text.length}`)
      const key = tagOf(channel, name)
      const value = Buffer.from(seals.house(key).seal(text, at(key))).toString('base64')
      return engine.write(async (tx) => {
        if (revision === 0) {
          const made = await tx
            .insertInto('memory')
            .values({ channel, key, value, revision: 1 })
            .onConflict((conflict) => conflict.columns(['channel', 'key']).doNothing())
            .executeTakeFirst()
          return made.numInsertedOrUpdatedRows === 1n ? 'kept' : 'stale'
        }
        const done = await tx
          .updateTable('memory')
          .set({ value, revision: revision + 1 })
          .where('channel', '=', channel)
          .where('key', '=', key)
          .where('revision', '=', revision)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n ? 'kept' : 'stale'
      })
    },

    forget: (channel, key) =>
      engine.write(async (tx) => {
        await tx
          .updateTable('memory')
          .set((eb) => ({ value: null, revision: eb('revision', '+', 1) }))
          .where('channel', '=', channel)
          .where('key', '=', tagOf(channel, key))
          .where('value', 'is not', null)
          .execute()
      }),
  }
}

/** Migration 0007. */
export async function memoryTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('memory')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('memory_pk', ['channel', 'key'])
    .execute()
}
