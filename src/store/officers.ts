import { Refused } from '../base/index.ts'
import type { Officer, Officers, Session } from '../runtime/index.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import type { Tables } from './tables.ts'

type NewOfficer = Parameters<Officers['add']>[0]
type Row = Omit<Tables['officers'], 'id'> & { readonly id: number }

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
      const row = /^[1-9][0-9]{0,14}$/.test(id) ? await find('id', Number(id)) : undefined
      return row && asOfficer(row)
    },

    openSession: ({ idHash, officer, csrf, idleUntil, until }) =>
      engine.write(async (tx) => {
        if (!/^[1-9][0-9]{0,14}$/.test(officer)) throw new Refused('notFound')
        await tx
          .insertInto('sessions')
          .values({ id_hash: idHash, officer: Number(officer), csrf, idle_until: idleUntil, until })
          .execute()
      }),

    session: (idHash) =>
      engine.read(async (db): Promise<Session | undefined> => {
        const row = await db.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst()
        if (!row) return undefined
        const { csrf, until } = row
        return { idHash, officer: String(row.officer), csrf, idleUntil: row.idle_until, until }
      }),

    touchSession: (idHash, idleUntil) =>
      engine.write(async (tx) => {
        await tx.updateTable('sessions').set({ idle_until: idleUntil }).where('id_hash', '=', idHash).execute()
      }),

    closeSession: (idHash) =>
      engine.write(async (tx) => {
        await tx.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
      }),
  }
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

async function insert(tx: Db, { account, name, role, password }: NewOfficer): Promise<Officer | undefined> {
  const row = await tx
    .insertInto('officers')
    .values({ account, login: login(account), name, role, password, disabled: 0 })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asOfficer(row)
}

/** Account names are one whether typed in capitals, full width or not. */
function login(account: string): string {
  return account.normalize('NFKC').trim().toLowerCase()
}

function asOfficer({ id, account, name, role, disabled }: Row): Officer {
  return { id: String(id), account, name, role, disabled: disabled === 1 }
}
