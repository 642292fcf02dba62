import { Refused } from '../base/index.ts'
import type { Found } from '../dialogue/index.ts'
import { actOnTopic, type TopicDeed } from '../ledger/index.ts'
import { type Gap, type GapTopic, has, mayOf, type Officer, sortGaps, type TopicState } from '../runtime/index.ts'
import { type TopicView, topicView } from './gap-view.ts'
import type { ConsoleOptions } from './options.ts'

/** What is done with a topic. Without `revision` whatever stands now is taken. */
export type GapDeed = (
  | { readonly type: 'give' /** Account name; absent means to oneself. */; readonly to?: string | undefined }
  | { readonly type: 'close'; readonly text?: string | undefined; readonly note?: string | undefined }
  | { readonly type: 'reopen' }
) & { readonly revision?: number | undefined }

/** The gap ledger as officers work on it; every view and every deed leaves an audit line. @throws Refused as named at each. */
export interface GapDesk {
  list(
    officer: Officer,
    state?: TopicState,
  ): Promise<{ readonly gaps: readonly Gap[]; readonly topics: readonly TopicView[] }>
  /** @throws Refused `notFound` */
  open(officer: Officer, id: string): Promise<TopicView>
  /** @throws Refused `notFound`; `forbidden` for a role that may not; `illegalMove`; `stale`; `badRequest`. */
  act(officer: Officer, id: string, deed: GapDeed): Promise<TopicView>
  /** Moves wordings (`all`: everything) to another topic, or to a new one. @throws Refused as `act`. @returns where they are now. */
  move(
    officer: Officer,
    id: string,
    move: { readonly wordings: readonly string[] | 'all'; readonly to?: string; readonly revision: number },
  ): Promise<string>
  /** Asks the house once more and keeps what came of it. @throws Refused `notFound`. */
  ask(officer: Officer, id: string): Promise<{ readonly topic: TopicView; readonly found: Found }>
}

/** So many topics are listed: the most asked, which is where the work is. */
const mostListed = 200
/** A note is a sentence or two, for colleagues. */
const longestNote = 500

/** Who gives topics and closes anybody's; whoever is given one may close that one. */
const tends = (officer: Officer) => has(officer, '系统管理', '政策')

/** Questions people asked are no business of who keeps roles or reads the audit. @throws Refused `notFound` */
function maySee(officer: Officer): void {
  if (!mayOf(officer, []).gaps) throw new Refused('notFound')
}

export function openGapDesk(options: ConsoleOptions): GapDesk {
  const { store, now } = options
  const line = (officer: Officer, what: string, object?: string) => ({
    who: `officer:${officer.id}`,
    what,
    ...(object === undefined ? {} : { object }),
  })
  const view = async (topic: GapTopic, officer: Officer) =>
    topicView(topic, officer, await store.officers.list(), options, tends(officer))

  async function find(id: string, officer: Officer): Promise<GapTopic> {
    maySee(officer)
    const found = /^Q-\d{1,12}$/.test(id) ? await store.gaps.topic(id) : undefined
    if (!found) throw new Refused('notFound')
    return found
  }

  async function holderOf(deed: Extract<GapDeed, { type: 'give' }>, officer: Officer): Promise<string> {
    if (deed.to === undefined || deed.to === '') return officer.id
    const to = (await store.officers.list()).find(({ account, disabled }) => account === deed.to && !disabled)
    if (!to) throw new Refused('badRequest')
    return to.id
  }

  async function decided(deed: GapDeed, officer: Officer): Promise<TopicDeed> {
    if (deed.type === 'give') return { type: 'give', to: await holderOf(deed, officer) }
    if (deed.type === 'reopen') return { type: 'reopen' }
    const text = deed.text?.trim() ?? ''
    const note = deed.note?.trim() ?? ''
    // One of the two: a text that answers, or why there will be none.
    if ((text === '') === (note === '') || note.length > longestNote || /\p{Cc}/u.test(note.replace(/[\r\n]/g, '')))
      throw new Refused('badRequest')
    if (text === '') return { type: 'dismiss', note }
    if (!options.texts().some(({ id }) => id === text)) throw new Refused('badRequest')
    return { type: 'close', text }
  }

  return {
    async list(officer, state) {
      maySee(officer)
      await sortGaps(store, options.places, now())
      await store.audit.append([line(officer, 'gaps.viewed')], now())
      const topics = await store.gaps.topics({ limit: mostListed, ...(state === undefined ? {} : { state }) })
      const officers = await store.officers.list()
      const may = tends(officer)
      return {
        gaps: await store.gaps.list(mostListed),
        topics: topics.map((topic) => topicView(topic, officer, officers, options, may)),
      }
    },

    async open(officer, id) {
      const found = await find(id, officer)
      await store.audit.append([line(officer, 'gap.viewed', id)], now())
      return view(found, officer)
    },

    async act(officer, id, deed) {
      const found = await find(id, officer)
      const own = deed.type === 'close' && found.holder === officer.id
      if (!tends(officer) && !own) throw new Refused('forbidden')
      if (deed.revision !== undefined && deed.revision !== found.revision) throw new Refused('stale')
      const at = now()
      const standing = actOnTopic(found, await decided(deed, officer), at.slice(0, 10))
      const audit = line(officer, did[deed.type], id)
      const saved = await store.gaps.save({ id, revision: found.revision, standing, audit, at })
      if (saved !== 'done') throw new Refused(saved === 'stale' ? 'stale' : 'notFound')
      return view(await find(id, officer), officer)
    },

    async move(officer, id, { wordings, to, revision }) {
      if (!tends(officer)) throw new Refused('forbidden')
      await find(id, officer)
      if (to !== undefined) await find(to, officer)
      if (wordings.length === 0 || to === id || (wordings === 'all' && to === undefined))
        throw new Refused('badRequest')
      const moving = { from: id, revision, wordings, ...(to === undefined ? {} : { to }), at: now() }
      const moved = await store.gaps.move({ ...moving, audit: line(officer, 'gap.moved', id) })
      if (typeof moved === 'object') return moved.to
      throw new Refused(moved === 'stale' ? 'stale' : 'badRequest')
    },

    async ask(officer, id) {
      const topic = await find(id, officer)
      const at = now()
      const area = topic.place === '' || topic.place.includes('、') ? {} : { area: topic.place }
      const found = await options.answerer.answer({ text: topic.question, today: at.slice(0, 10), ...area })
      await store.gaps.tried(id, found.outcome, line(officer, 'gap.tried', id), at)
      return { topic: await view(await find(id, officer), officer), found }
    },
  }
}

const did = { give: 'gap.given', close: 'gap.closed', reopen: 'gap.reopened' } as const
