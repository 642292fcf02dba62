import { sql } from 'kysely'
import type { PlainRows, PlainSealed } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { buffer, keepKeys, part } from './sealed.ts'

/** Rows from before sealing. What is read here was written by this program, so its JSON is believed. */
export function plainRows(engine: Engine): PlainRows {
  return {
    next: () =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('cases')
          .select(['id', 'kind', 'form', 'channel', 'person', 'area', 'created', 'receipt_nonce'])
          .where('body', 'is', null)
          .limit(1)
          .executeTakeFirst()
        if (!row) return undefined
        const { id, kind, channel, person, area, created, receipt_nonce } = row
        return {
          id,
          kind,
          form: JSON.parse(row.form),
          thread: { channel, person },
          ...(area === null ? {} : { area }),
          at: created,
          ...(receipt_nonce === null ? {} : { receiptNonce: receipt_nonce }),
          messages: await messagesOf(db, id),
          files: await filesOf(db, id),
        }
      }),

    replace: (sealed) => engine.write((tx) => replace(tx, sealed)),
    scrub: () => engine.scrub(),
  }
}

async function messagesOf(db: Db, caseId: string) {
  const rows = await db
    .selectFrom('messages')
    .select(['n', 'message'])
    .where('case_id', '=', caseId)
    .orderBy('n')
    .execute()
  return rows.map(({ n, message }) => ({ n, message: JSON.parse(message) }))
}

async function filesOf(db: Db, caseId: string) {
  const rows = await db.selectFrom('attachments').selectAll().where('case_id', '=', caseId).orderBy('n').execute()
  return rows.map(({ id, name, type, sha256, stripped, at, bytes }) => ({
    id,
    type,
    extension: name.slice(name.lastIndexOf('.') + 1),
    bytes,
    sha256,
    stripped: stripped === 1,
    at,
  }))
}

async function replace(tx: Db, { id, sealed, reporterKey, messages, files }: PlainSealed): Promise<void> {
  const { body, head, identity } = sealed
  await tx
    .updateTable('cases')
    .set({
      body: buffer(body.locked),
      head: buffer(head),
      identity: identity ? buffer(identity.locked) : null,
      reporter_key: reporterKey ? buffer(reporterKey) : null,
      ...{ form: '', channel: '', person: '', area: null },
      created: sql`substr(created, 1, 10)`,
      changed: sql`substr(changed, 1, 10)`,
    })
    .where('id', '=', id)
    .execute()
  await keepKeys(tx, id, part.body, body.keys)
  if (identity) await keepKeys(tx, id, part.identity, identity.keys)
  for (const { n, message } of messages) {
    await tx
      .updateTable('messages')
      .set({ id: message.id, sender: message.from, content: buffer(message.content.locked), message: '' })
      .where('case_id', '=', id)
      .where('n', '=', n)
      .execute()
    await keepKeys(tx, id, part.message(message.id), message.content.keys)
  }
  for (const file of files) {
    const { face, locked } = file
    await tx
      .updateTable('attachments')
      .set({
        bytes: buffer(locked),
        face: buffer(face),
        size: locked.byteLength,
        ...{ name: '', type: '', sha256: '', stripped: 0, at: '' },
      })
      .where('id', '=', file.id)
      .execute()
    await keepKeys(tx, id, part.file(file.id), file.keys)
  }
}
