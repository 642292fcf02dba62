import { randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Keys, Recipients, Sealer, Store } from '../runtime/index.ts'
import { dataKey, lockContent, parts, places, reporter, server } from './envelope.ts'
import { groupKeys } from './group-keys.ts'
import { mac } from './mac.ts'
import { keyPair } from './seal.ts'

/** Seals cases to their group. Holds no private key: with this alone, nothing that was sealed is opened. */
export function openSealer(store: Pick<Store, 'cases' | 'keys'>, serverKey: Buffer): Sealer {
  const groups = groupKeys(store.keys, serverKey)
  const forOlder = keyPair(mac(serverKey, 'older-cases'))

  return {
    group: async (unit, purpose) => ({ group: await groups.current(unit, purpose) }),

    async ofCase(caseId): Promise<Recipients> {
      const found = await store.cases.byId(caseId)
      const id = found?.sealed.body.keys[0]?.to
      if (!found || id === undefined) throw new Refused('notFound')
      const { unit, purpose } = readGroupId(id)
      const { reporterKey } = found
      return { group: await groups.current(unit, purpose), ...(reporterKey ? { reporter: reporterKey } : {}) }
    },

    form(to, caseId, body, identity) {
      const { key, copies } = dataKey(to, { caseId, part: parts.body })
      const { area, at } = body
      const head = lockContent(key, { ...(area === undefined ? {} : { area }), at }, places.head(caseId))
      const sealed = { body: { locked: lockContent(key, body, places.body(caseId)), keys: copies }, head }
      if (!identity) return sealed
      const own = dataKey(to, { caseId, part: parts.identity })
      return {
        ...sealed,
        identity: { locked: lockContent(own.key, identity, places.identity(caseId)), keys: own.copies },
      }
    },

    message(to, caseId, message) {
      const id = randomUUID()
      const reader = to.reporter
        ? { id: reporter, publicKey: to.reporter }
        : { id: server, publicKey: forOlder.publicKey }
      const at = { caseId, part: parts.message(id) }
      const { key, copies } = dataKey(to, at, message.from === 'officer' ? reader : undefined)
      return {
        id,
        from: message.from,
        content: { locked: lockContent(key, message, places.message(caseId, id)), keys: copies },
      }
    },

    newFacts(to, masterId, id, facts) {
      const { key, copies } = dataKey(to, { caseId: masterId, part: parts.link(id) })
      return { locked: lockContent(key, facts, places.newFacts(masterId, id)), keys: copies }
    },

    paper(to, caseId, id, content) {
      const { key, copies } = dataKey(to, { caseId, part: parts.paper(id) })
      return { locked: lockContent(key, content, places.paper(caseId, id)), keys: copies }
    },

    file(to, caseId, id, face, bytes) {
      const { key, copies } = dataKey(to, { caseId, part: parts.file(id) })
      return {
        id,
        case: caseId,
        face: lockContent(key, face, places.face(caseId, id)),
        locked: lockContent(key, bytes, places.bytes(caseId, id)),
        keys: copies,
      }
    },
  }
}

/** A group key's id says whose it is: `local/report/1`. */
function readGroupId(id: string): Pick<Parameters<Keys['addGroup']>[0], 'unit' | 'purpose'> {
  const [unit = '', purpose = ''] = id.split('/')
  return { unit, purpose }
}
