import { createHash } from 'node:crypto'
import { Refused } from '../../base/index.ts'
import { type DeskCommand, type DeskMemory, type DeskRead, readDesk, type Say } from '../../dialogue/index.ts'
import { type DeskAnswer, type DeskSaid, type Officer, type OfficerDesk, worksCases } from '../../runtime/index.ts'
import type { BindingCodes } from './binding-codes.ts'
import { type DoingParts, doing } from './doing.ts'
import { namesOfMoves } from './move-names.ts'
import type { OpenedDesks } from './opened-desks.ts'
import type { Part, Speaking } from './part.ts'
import { chatSays, refusedSays } from './says.ts'
import { shortKeeping } from './short-keeping.ts'

export interface OfficerChatParts extends DoingParts {
  readonly codes: BindingCodes
  readonly opened: OpenedDesks
}

/** Messages remembered of one conversation, to know a repeat by: a platform repeats within minutes. */
const remembered = 12
/** `绑定` with its code, or a command that shows that somebody means the desk. */
const longestOfStrangers = 40
/** A question that was asked in between is forgotten. */
const pendingMs = 5 * 60_000

interface Waiting {
  readonly command: DeskCommand
  readonly until: number
}

/**
 * Officers' words on Teams and WeCom. Who speaks is known by a code of the console and the channel's own verified id; content
 * needs the officer's desk to be open; every deed is done by the desk the pages use.
 */
export function officerChat(parts: OfficerChatParts): OfficerDesk {
  const { store, kinds, codes, opened, now } = parts
  const names = namesOfMoves(kinds)
  const waiting = new Map<string, Waiting>()
  const kept = shortKeeping(() => Date.parse(now()))
  const act = doing(parts)

  async function officerOf({ channel, member }: DeskSaid): Promise<Officer | undefined> {
    const id = member === undefined ? undefined : await store.bindings.of(channel, member)
    const officer = id === undefined ? undefined : await store.officers.byId(id)
    return officer && !officer.disabled && worksCases(officer) ? officer : undefined
  }

  /** Whoever is not an officer is told how to become one here, where the words are an officer's beyond doubt. */
  async function stranger(said: DeskSaid, reads: readonly DeskRead[]): Promise<DeskAnswer | undefined> {
    const [first] = reads
    if (first?.command.type === 'bind') return bind(said, first.command.code)
    return reads.some(plainlyOfficers) ? answer(said, [plain(chatSays.notBound(consoleLink()))]) : undefined
  }

  async function bind(said: DeskSaid, code: string | undefined): Promise<DeskAnswer> {
    const { channel, member = '' } = said
    if (code === undefined) return answer(said, [plain(chatSays.howToBind(consoleLink()))])
    const typed = await codes.typed(code, channel, member)
    if (typed === 'wrong') return answer(said, [plain(chatSays.wrongCode)])
    if (typed === 'tooMany') return answer(said, [plain(chatSays.tooManyCodes)])
    return answer(said, [{ ...plain(chatSays.bound), events: ['desk_bound'] }])
  }

  const consoleLink = () => `${parts.origin()}/console/chat`

  async function speak(
    said: DeskSaid,
    officer: Officer,
    reads: readonly DeskRead[],
    rest: string,
  ): Promise<DeskAnswer> {
    const done: Part[] = []
    let talk = said.talk ?? { turn: 0, heard: [] }
    for (const [n, read] of reads.entries()) {
      const seat = (await opened.seat(officer.id)) ?? { officer }
      const speaking: Speaking = {
        ...{ seat, officer, channel: said.channel, talk },
        key: `chat-${shortOf(said.key)}-${n}`,
        sure: !said.spoken && !read.repaired,
        agreed: false,
      }
      const part = await one(said, speaking, read.command)
      done.push(part)
      talk = remembering(talk, part)
    }
    if (rest !== '') done.push(plain(chatSays.rest))
    return answer(said, done)
  }

  async function one(said: DeskSaid, speaking: Speaking, command: DeskCommand): Promise<Part> {
    const { officer, channel } = speaking
    const where = `${channel} ${said.person}`
    const asked = waiting.get(where)
    waiting.delete(where)
    try {
      if (command.type === 'bind') return plain(chatSays.alreadyBound(officer.name))
      if (command.type === 'unbind') {
        await store.bindings.drop(officer.id, channel)
        await store.audit.append([{ who: `officer:${officer.id}`, what: 'chat.unbound', object: channel }], now())
        return { ...plain(chatSays.unbound), events: ['desk_unbound'] }
      }
      if (command.type === 'yes' || command.type === 'no') {
        if (!asked || asked.until < Date.parse(now())) return plain(chatSays.nothingAsked)
        if (command.type === 'no') return plain(chatSays.notDone)
        return await act({ ...speaking, sure: true, agreed: true }, asked.command)
      }
      const part = await act(speaking, command)
      if (part.pending) waiting.set(where, { command: part.pending, until: Date.parse(now()) + pendingMs })
      return part
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { ...plain(refusedSays(error, consoleLink())), events: [`desk_refused:${error.code}`] }
    }
  }

  /** Puts the parts together; what is content goes out by memory and stands in no row. */
  function answer(said: DeskSaid, done: readonly Part[]): DeskAnswer {
    const words = done.flatMap(({ kept }) => (kept === undefined ? [] : [kept])).join('\n')
    const texts = done.map(({ text, kept }) => (kept === undefined ? text.replace('{{kept}}', '') : text))
    const key = shortOf(said.key)
    if (words !== '') kept.keep(key, words)
    const last = done.at(-1)
    const say: Say = {
      type: 'say',
      text: onlyFirst(texts.join('\n\n')),
      ...(last?.choices && last.choices.length > 0 ? { choices: last.choices } : {}),
      ...(last?.card && done.length === 1 ? { card: last.card } : {}),
      ...(words === '' ? {} : { kept: key }),
    }
    const talk = done.reduce(remembering, said.talk ?? { turn: 0, heard: [] })
    const heard = [key, ...(said.talk?.heard ?? [])].slice(0, remembered)
    return { say, talk: { ...talk, turn: said.turn + 1, heard }, events: done.flatMap(({ events }) => events) }
  }

  return {
    async hear(said) {
      const officer = await officerOf(said)
      // Nobody else's long words are worth reading for a command.
      const read = officer || said.text.length <= longestOfStrangers ? readDesk(said.text, { names }) : undefined
      if (!read) return undefined
      const { reads, rest = '' } = read
      if (said.overheard) return reads.some(plainlyOfficers) ? inGroup(said) : undefined
      if (said.member === undefined) return undefined
      if (!officer) return stranger(said, reads)
      // 是, 撤销, 帮助 are said to forms, too: they are the desk's where it spoke last.
      const spoken = said.talk !== undefined && said.talk.turn === said.turn
      if (!spoken && reads.some(({ soft, command }) => soft && (said.busy || ANSWERS.has(command.type))))
        return undefined
      // A repeat of a message that was answered: the store drops this turn, and nothing may be done twice.
      if (said.talk?.heard.includes(shortOf(said.key))) return answer(said, [plain(chatSays.heardBefore)])
      return speak(said, officer, reads, rest)
    },
    kept: kept.find,
  }

  async function inGroup(said: DeskSaid): Promise<DeskAnswer> {
    const before = said.talk?.heard.length ?? 0
    return answer(said, [plain(before === 0 ? chatSays.group : chatSays.groupAgain)])
  }
}

/** Answers to a question of the desk's, and to a form's. */
const ANSWERS: ReadonlySet<DeskCommand['type']> = new Set(['yes', 'no', 'more'])

const plain = (text: string): Part => ({ text, events: [] })

/** What is known after a command: what it names takes the place of what was there. */
function remembering({ linked: before, ...talk }: DeskMemory, { talk: now = {} }: Part): DeskMemory {
  const { linked = 'linked' in now ? undefined : before, ...more } = now
  return { ...talk, ...more, ...(linked ? { linked } : {}) }
}

/** Nobody but an officer says it: it names a case, or asks for the queue. */
const plainlyOfficers = ({ command, soft }: DeskRead): boolean =>
  soft !== true &&
  (command.type === 'queue' ||
    (command.type === 'link' && command.to?.type === 'number') ||
    ('case' in command && command.case.type === 'number' && command.type !== 'look' && command.type !== 'identity'))

const onlyFirst = (text: string) => {
  const [head = '', ...more] = text.split('{{kept}}')
  return more.length === 0 ? head : `${head}{{kept}}${more.join('')}`
}

const shortOf = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 16)
