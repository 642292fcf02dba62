import type { Selectable, Updateable } from 'kysely'
import { Refused } from '../base/index.ts'
import { localUnit, type NewAccount, type Officer, type Officers, type Session } from '../runtime/index.ts'
import { unbind } from './bindings.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { factors } from './factors.ts'
import type { Tables } from './tables.ts'

type Row = Selectable<Tables['officers']>

/** Officers' accounts and sessions. Passwords come here only as finished scrypt records. */
export function officers(engine: Engine): Officers {
  const find = (column: 'login' | 'id', value: string | number) =>
    engine.read((db) => db.selectFrom('officers').selectAll().where(column, '=', value).executeTakeFirst())

  return {
    list: () =>
      engine.read(async (db) => (await db.selectFrom('officers').selectAll().orderBy('id').execute()).map(asOfficer)),

    add: (officer) =>
      engine.write(async (tx): Promise<Officer | 'taken'> => {
        await setUp(tx)
        return (await insert(tx, officer)) ?? 'taken'
      }),

    addFirst: (officer) =>
      engine.write(async (tx): Promise<Officer | 'setupDone'> => {
        if (!(await setUp(tx))) return 'setupDone'
        const added = await insert(tx, officer)
        if (!added) throw new Undo('setupDone')
        return added
      }),

    async byAccount(account) {
      const row = await find('login', login(account))
      return row && { ...asOfficer(row), password: row.password }
    },

    async byId(id) {
      const row = isId(id) ? await find('id', Number(id)) : undefined
      return row && asOfficer(row)
    },

    setRole: (id, role) => engine.write((tx) => change(tx, id, { role }, true)),
    setDisabled: (id, disabled) =>
      engine.write(async (tx) => {
        if (disabled && isId(id)) await unbind(tx, Number(id))
        return change(tx, id, { disabled: disabled ? 1 : 0 }, disabled)
      }),
    setPassword: (id, password) => engine.write((tx) => change(tx, id, { password }, true)),

    openSession: ({ idHash, officer, csrf, idleUntil, until, half, freshUntil }) =>
      engine.write(async (tx) => {
        if (!isId(officer)) throw new Refused('notFound')
        await tx
          .insertInto('sessions')
          .values({
            id_hash: idHash,
            officer: Number(officer),
            csrf,
            idle_until: idleUntil,
            until,
            half: half ? 1 : 0,
            fresh_until: freshUntil ?? null,
          })
          .execute()
      }),

    session: (idHash) =>
      engine.read(async (db): Promise<Session | undefined> => {
        const row = await db.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst()
        if (!row) return undefined
        const { csrf, until } = row
        return {
          idHash,
          officer: String(row.officer),
          csrf,
          idleUntil: row.idle_until,
          until,
          ...(row.half === 1 ? { half: true as const } : {}),
          ...(row.fresh_until === null ? {} : { freshUntil: row.fresh_until }),
        }
      }),

    touchSession: (idHash, idleUntil) =>
      engine.write(async (tx) => {
        await tx.updateTable('sessions').set({ idle_until: idleUntil }).where('id_hash', '=', idHash).execute()
      }),

    closeSession: (idHash) =>
      engine.write(async (tx) => {
        await tx.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
      }),

    closeSessionsOf: (officer) =>
      engine.write(async (tx) => {
        if (isId(officer)) await tx.deleteFrom('sessions').where('officer', '=', Number(officer)).execute()
      }),

    freshen: (idHash, until) =>
      engine.write(async (tx) => {
        await tx.updateTable('sessions').set({ fresh_until: until }).where('id_hash', '=', idHash).execute()
      }),

    factors: factors(engine),
  }
}

/** Whether a text can be an account id at all. */
export const isId = (id: string) => /^[1-9][0-9]{0,14}$/.test(id)

/** Changes an account. @param ends whether its sessions end with it, in the same transaction. */
async function change(tx: Db, id: string, to: Updateable<Tables['officers']>, ends: boolean): Promise<boolean> {
  if (!isId(id)) return false
  const done = await tx.updateTable('officers').set(to).where('id', '=', Number(id)).executeTakeFirst()
  if (ends) await tx.deleteFrom('sessions').where('officer', '=', Number(id)).execute()
  return done.numUpdatedRows === 1n
}

/** Marks that there are officers. @returns false if there were; two who race meet on the mark's unique key. */
async function setUp(tx: Db): Promise<boolean> {
  const mark = await tx
    .insertInto('marks')
    .values({ name: 'setup' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return mark.numInsertedOrUpdatedRows === 1n
}

async function insert(
  tx: Db,
  { account, name, role, password, unit = localUnit }: NewAccount,
): Promise<Officer | undefined> {
  const row = await tx
    .insertInto('officers')
    .values({ account, login: login(account), name, role, password, disabled: 0, unit })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asOfficer(row)
}

/** Account names are one whether typed in capitals, full width or not. */
function login(account: string): string {
  return account.normalize('NFKC').trim().toLowerCase()
}

/** A row without its password. */
export function asOfficer({ id, account, name, role, unit, disabled }: Row): Officer {
  return { id: String(id), account, name, role, unit, disabled: disabled === 1 }
}
