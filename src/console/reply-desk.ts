import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Clause } from '../dialogue/index.ts'
import type { ReplyTemplate } from '../intake/index.ts'
import { mayOf, type Officer } from '../runtime/index.ts'
import { type ClauseView, clauseOf } from './form-view.ts'
import type { ConsoleOptions } from './options.ts'

/** A template as a case page offers it. */
export interface ReplyView {
  readonly id: string
  readonly title: string
  readonly action: string
  readonly text: string
  readonly clause?: ClauseView
}

export interface ReplyState extends ReplyView {
  /** A clause it rests on is not as it was when somebody looked: it is not offered. */
  readonly stale: boolean
}

/** Templates for replies, offered only while the clauses they rest on stand as they were looked at. */
export interface ReplyDesk {
  /** For a kind of case, those that are not stale. */
  offered(kind: string): Promise<readonly ReplyView[]>
  /** All of them. @throws Refused `notFound` for a role that keeps no texts. */
  list(officer: Officer): Promise<readonly ReplyState[]>
  /** Somebody looked at it again: it is offered as long as its clauses stay as they are now. @throws Refused `notFound`. */
  looked(officer: Officer, id: string): Promise<void>
}

const shelf = 'replies'

export function openReplyDesk(options: ConsoleOptions): ReplyDesk {
  // Not the clauses: they are another record whenever a text is published.
  const { replies, store, now } = options
  const { memory } = store
  const printOf = ({ rests }: ReplyTemplate) => rests.map(({ cite }) => clausePrint(options.clauses[cite])).join(' ')

  async function stale(reply: ReplyTemplate): Promise<boolean> {
    if (reply.rests.some(({ cite }) => options.clauses[cite] === undefined)) return true
    if (reply.rests.every(({ cite, looked }) => clausePrint(options.clauses[cite]) === looked)) return false
    return (await memory.recall(shelf, reply.id)).value !== printOf(reply)
  }
  const view = ({ id, title, action, text, rests }: ReplyTemplate): ReplyView => ({
    ...{ id, title, action, text },
    ...clauseOf(rests[0]?.cite, options.clauses),
  })
  const keeps = async (officer: Officer) => {
    if (!mayOf(officer, await store.officers.list()).texts) throw new Refused('notFound')
  }

  return {
    async offered(kind) {
      const own = replies.filter(({ of }) => of.includes(kind))
      const old = await Promise.all(own.map(stale))
      return own.filter((_, n) => !old[n]).map(view)
    },

    async list(officer) {
      await keeps(officer)
      return Promise.all(replies.map(async (reply) => ({ ...view(reply), stale: await stale(reply) })))
    },

    async looked(officer, id) {
      await keeps(officer)
      const reply = replies.find((each) => each.id === id)
      if (!reply) throw new Refused('notFound')
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'reply.looked', object: id }], now())
      const { revision } = await memory.recall(shelf, id)
      await memory.keep(shelf, id, printOf(reply), revision)
    },
  }
}

/** What a clause says, in sixteen characters: another word in it, or its original beside the digest, makes it another. */
export function clausePrint(clause: Clause | undefined): string {
  const says = clause ? [clause.label, clause.text, clause.held] : ['absent']
  return createHash('sha256').update(JSON.stringify(says)).digest('hex').slice(0, 16)
}
