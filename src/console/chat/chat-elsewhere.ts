import { createHash } from 'node:crypto'
import { readDesk } from '../../dialogue/index.ts'
import { type OfficerDesk, type Store, worksCases } from '../../runtime/index.ts'
import { type CaseKind, namesOfMoves } from './move-names.ts'
import { chatSays } from './says.ts'

interface Parts {
  readonly store: Pick<Store, 'bindings' | 'officers'>
  readonly kinds: readonly CaseKind[]
  readonly origin: () => string
}

/**
 * The officers' desk of a process that takes in for everybody and holds no officer's key: a bound officer's command is told
 * where it can be given, and never becomes a question or an answer of the public conversation.
 */
export function chatElsewhere({ store, kinds, origin }: Parts): OfficerDesk {
  const names = namesOfMoves(kinds)
  return {
    async hear({ channel, member, overheard, text, key, talk, busy, turn }) {
      const id = member === undefined || overheard ? undefined : await store.bindings.of(channel, member)
      const officer = id === undefined ? undefined : await store.officers.byId(id)
      if (!officer || officer.disabled || !worksCases(officer)) return undefined
      const read = readDesk(text, { names })
      if (!read || read.reads.every(({ soft }) => soft) || (busy && read.reads.some(({ soft }) => soft)))
        return undefined
      const heard = [createHash('sha256').update(key).digest('base64url').slice(0, 16), ...(talk?.heard ?? [])]
      return {
        say: { type: 'say', text: chatSays.elsewhere(`${origin()}/console`) },
        talk: { ...talk, turn: turn + 1, heard: heard.slice(0, 12) },
        events: ['desk_elsewhere'],
      }
    },
    kept: () => undefined,
  }
}
