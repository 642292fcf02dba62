import { handedIn } from './hand-in.ts'
import type { House } from './house.ts'
import type { Address, PlainCase, PlainSealed, Thread } from './ports.ts'
import { purposeOf } from './seal-turn.ts'

type Parts = Pick<House, 'store' | 'sealer' | 'receipts' | 'identity'>

/**
 * Seals what was written before anything was sealed, one case after the other, and then has the database rewritten, so
 * that nothing of it lies in a free page. Cut off in between, the next start goes on where it ended.
 *
 * @returns how many cases were sealed.
 */
export async function sealOld(parts: Parts): Promise<number> {
  const { plain } = parts.store
  let count = 0
  for (let old = await plain.next(); old; old = await plain.next()) {
    await plain.replace(await sealed(parts, old))
    count++
  }
  if (count > 0) await plain.scrub()
  return count
}

async function sealed({ sealer, receipts, identity }: Parts, old: PlainCase): Promise<PlainSealed> {
  const { id, form, thread, area, at, receiptNonce } = old
  const reporterKey = receiptNonce === undefined ? undefined : await receipts.publicKeyOf(receiptNonce)
  const to = {
    ...(await sealer.group('local', purposeOf(old.kind))),
    ...(reporterKey ? { reporter: reporterKey } : {}),
  }
  // Nobody has its conversation any more: what lay in clear was deleted, and nobody holds a secret for it.
  const patterns = identity[form.flow] ?? []
  const whole = { form, thread: addressOf(thread), ...(area === undefined ? {} : { area }), at, heard: [] }
  const { body, identity: who } = handedIn(whole, patterns)
  return {
    id,
    sealed: sealer.form(to, id, body, who),
    ...(reporterKey ? { reporterKey } : {}),
    messages: old.messages.map(({ n, message }) => ({ n, message: sealer.message(to, id, message) })),
    files: old.files.map(({ id: file, bytes, ...face }) =>
      sealer.file(to, id, file, { ...face, size: bytes.byteLength }, bytes),
    ),
  }
}

/** A browser is reached through its secret, and had none then: whoever it is asks with the receipt. */
function addressOf({ channel, person }: Thread): Address {
  return channel === 'web' ? { channel, person: '', row: true } : { channel, person }
}
