import type { Db } from './engine.ts'
import { part } from './sealed.ts'

/** Destroys the keys of what a case added to others: its facts go with it, wherever they are listed. */
export async function dropLinkKeys(tx: Db, caseId: string): Promise<void> {
  const links = await tx.selectFrom('case_links').select(['id', 'master']).where('sub', '=', caseId).execute()
  for (const { id, master } of links)
    await tx.deleteFrom('sealed_keys').where('case_id', '=', master).where('part', '=', part.link(id)).execute()
}

/** Deletes the links of a case that is destroyed; the audit keeps that there were any. */
export async function dropLinks(tx: Db, caseId: string): Promise<void> {
  await dropLinkKeys(tx, caseId)
  await tx
    .deleteFrom('case_links')
    .where((eb) => eb.or([eb('sub', '=', caseId), eb('master', '=', caseId)]))
    .execute()
  await tx
    .deleteFrom('case_apart')
    .where((eb) => eb.or([eb('one', '=', caseId), eb('other', '=', caseId)]))
    .execute()
}
