import type { GroupCopy, Keys, OfficerKey } from '../runtime/index.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { buffer } from './sealed.ts'
import type { Tables } from './tables.ts'

/** Keys: public halves in clear, private halves sealed to officers or locked under what only they know. */
export function keys(engine: Engine): Keys {
  return {
    current: (unit, purpose) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('group_keys')
          .selectAll()
          .where('unit', '=', unit)
          .where('purpose', '=', purpose)
          .orderBy('epoch', 'desc')
          .limit(1)
          .executeTakeFirst()
        return row && asGroup(row)
      }),

    addGroup: ({ id, unit, purpose, epoch, publicKey }, copies, leaver) =>
      engine.write(async (tx) => {
        const added = await tx
          .insertInto('group_keys')
          .values({ id, unit, purpose, epoch, public_key: buffer(publicKey) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows !== 1n) return false
        await insert(tx, copies)
        if (leaver !== undefined)
          await tx
            .deleteFrom('group_copies')
            .where('holder', '=', leaver)
            .where('key_id', 'in', (eb) => eb.selectFrom('group_keys').select('id').where('unit', '=', unit))
            .execute()
        return true
      }),

    groups: (unit) =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('group_keys').selectAll().where('unit', '=', unit).orderBy('epoch').execute()
        return rows.map(asGroup)
      }),

    copies: (holder) =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('group_copies').selectAll().where('holder', '=', holder).execute()
        return rows.map(({ key_id, sealed }) => ({ key: key_id, holder, sealed }))
      }),

    holders: (unit) =>
      engine.read((db) =>
        db
          .selectFrom('group_copies')
          .innerJoin('group_keys', 'group_keys.id', 'group_copies.key_id')
          .select(['group_copies.key_id as key', 'group_copies.holder as holder'])
          .where('group_keys.unit', '=', unit)
          .execute(),
      ),

    async addCopies(copies, fromEscrow) {
      const outcome = await engine.write(async (tx): Promise<string> => {
        if (fromEscrow) {
          const ids = copies.map(({ key }) => key)
          const gone = await tx
            .deleteFrom('group_copies')
            .where('holder', '=', 'escrow')
            .where('key_id', 'in', ids)
            .executeTakeFirst()
          // Somebody else was first: then it is theirs to admit others.
          if (Number(gone.numDeletedRows) !== ids.length) throw new Undo('late')
        }
        await insert(tx, copies)
        return 'done'
      })
      return outcome === 'done'
    },

    officer: (id) =>
      engine.read(async (db): Promise<OfficerKey | undefined> => {
        const row = await db.selectFrom('officer_keys').selectAll().where('officer', '=', id).executeTakeFirst()
        if (!row) return undefined
        const { public_key, by_password, by_recovery } = row
        return {
          publicKey: public_key,
          byPassword: by_password,
          ...(by_recovery === null ? {} : { byRecovery: by_recovery }),
        }
      }),

    addOfficer: (id, key) =>
      engine.write(async (tx) => {
        const added = await tx
          .insertInto('officer_keys')
          .values({
            officer: id,
            public_key: buffer(key.publicKey),
            by_password: buffer(key.byPassword),
            by_recovery: key.byRecovery ? buffer(key.byRecovery) : null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return added.numInsertedOrUpdatedRows === 1n
      }),

    printRecovery: (id, byRecovery) =>
      engine.write(async (tx) => {
        await tx
          .updateTable('officer_keys')
          .set({ by_recovery: buffer(byRecovery) })
          .where('officer', '=', id)
          .execute()
      }),

    changePassword: (id, password, byPassword) =>
      engine.write(async (tx) => {
        await tx.updateTable('officers').set({ password }).where('id', '=', Number(id)).execute()
        await tx
          .updateTable('officer_keys')
          .set({ by_password: buffer(byPassword) })
          .where('officer', '=', id)
          .execute()
        await tx.deleteFrom('sessions').where('officer', '=', Number(id)).execute()
      }),

    keepSession: (idHash, locked) =>
      engine.write(async (tx) => {
        await tx
          .insertInto('session_keys')
          .values({ id_hash: idHash, locked: buffer(locked) })
          .onConflict((conflict) => conflict.column('id_hash').doUpdateSet({ locked: buffer(locked) }))
          .execute()
      }),

    session: (idHash) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('session_keys')
          .select('locked')
          .where('id_hash', '=', idHash)
          .executeTakeFirst()
        return row?.locked
      }),

    copiesOf: (caseId) =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('sealed_keys').selectAll().where('case_id', '=', caseId).execute()
        return rows.map(({ part, holder, sealed }) => ({ part, to: holder, sealed }))
      }),
  }
}

async function insert(tx: Db, copies: readonly GroupCopy[]): Promise<void> {
  if (copies.length === 0) return
  await tx
    .insertInto('group_copies')
    .values(copies.map(({ key, holder, sealed }) => ({ key_id: key, holder, sealed: buffer(sealed) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function asGroup({ id, unit, purpose, epoch, public_key }: Tables['group_keys']) {
  return { id, unit, purpose, epoch, publicKey: public_key }
}
