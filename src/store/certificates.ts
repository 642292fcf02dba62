import type { Certificate, Retention } from '../runtime/index.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** What is left of cases that were destroyed. */
export function certificates(
  engine: Engine,
): Pick<Retention, 'certificates' | 'certificate' | 'destroyed' | 'present'> {
  return {
    certificates: (unit, limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('certificates')
          .selectAll()
          .where('unit', '=', unit)
          .orderBy('audit_seq', 'desc')
          .limit(limit)
          .execute()
        return rows.map(asCertificate)
      }),

    certificate: (unit, number) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('certificates')
          .selectAll()
          .where('unit', '=', unit)
          .where('number', '=', number)
          .executeTakeFirst()
        return row && asCertificate(row)
      }),

    destroyed: (receiptId) =>
      engine.read((db) =>
        db
          .selectFrom('certificates')
          .select(['kind', 'destroyed_on as destroyedOn'])
          .where('receipt_id', '=', receiptId)
          .executeTakeFirst(),
      ),

    present: (caseIds) =>
      engine.read(async (db) => {
        const found: string[] = []
        for (let at = 0; at < caseIds.length; at += piece) {
          const rows = await db
            .selectFrom('cases')
            .select('id')
            .where('id', 'in', caseIds.slice(at, at + piece))
            .execute()
          found.push(...rows.map(({ id }) => id))
        }
        return found
      }),
  }
}

/** Fewer than the variables a statement may have in any SQLite there is. */
const piece = 500

function asCertificate(row: Tables['certificates']): Certificate {
  const { number, unit, kind, months, basis } = row
  return {
    ...{ number, unit, kind, months, basis },
    caseNumber: row.case_number,
    closedOn: row.closed_on,
    askedBy: row.asked_by,
    agreedBy: row.agreed_by,
    agreedAt: row.agreed_at,
    destroyedOn: row.destroyed_on,
    auditSeq: row.audit_seq,
    auditHash: row.audit_hash,
  }
}
