import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answers } from '../bot/answers.ts'
import { cases } from '../bot/cases/index.ts'
import { identity } from '../bot/identity.ts'
import { bot as content } from '../bot/index.ts'
import { papers } from '../bot/papers/index.ts'
import { replies } from '../bot/replies.ts'
import { retention } from '../bot/retention.ts'
import { doorsFor, type HouseModel, type ModelAccess, openAnswerer, openModelFor, readPrompts } from './answer/index.ts'
import { Fault } from './base/index.ts'
import type { ClosingText } from './console/index.ts'
import type { Bot, Clause } from './dialogue/index.ts'
import { openFiles } from './files/index.ts'
import { check as checkFlows } from './flow/index.ts'
import { unkept } from './intake/index.ts'
import { citeOn, type Library, loadLibrary, stock, stockAside } from './knowledge/index.ts'
import type { OriginalText } from './originals/index.ts'
import { openPress, oursOf, type Press } from './publishing/index.ts'
import {
  type Answerer,
  type Channel,
  type Clock,
  type DraftCodes,
  type House,
  openTraffic,
  presence,
  type Receipts,
  type Sealer,
  type Seals,
  type Store,
} from './runtime/index.ts'
import { openSearch, openSearchAside, type Search } from './search/index.ts'

// What main and the command line share: the content read, checked and put together with a store into a house.

/** The project's own folder, from the sources or from a build of them. */
export function projectFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, 'knowledge', 'instruments'))) return at
    if (dirname(at) === at) throw new Fault(['找不到 knowledge/ 文件夹，请在完整的项目里运行。'])
  }
}

/** Beijing time, seconds precision, ISO 8601 with +08:00: days and deadlines are counted there, wherever the server stands. */
export const beijing = (now: Date): string =>
  `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** @param fixed ISO instant for tests; absent means the machine's clock. */
export function clockFrom(fixed: string | undefined): Clock {
  return fixed === undefined ? () => beijing(new Date()) : () => beijing(new Date(fixed))
}

/** All that is read once at start. */
export interface Content {
  readonly library: Library
  readonly bot: Bot
  readonly answerer: Answerer
  /** The language model the answers have beside them, or what stands for none. */
  readonly model: HouseModel
  /** Ends what is being asked of a language model; does nothing where there is none. */
  stop(): void
}

/**
 * Reads bot/, knowledge/ and prompts/ and holds them against each other.
 *
 * @param originals what is published of originals, to be quoted.
 * @param access where a language model is; absent: answers are the clauses' own words, always.
 * @throws Fault with every fault found.
 */
export function openContent(
  onFault: (fault: unknown) => void = () => undefined,
  { originals = [], access }: { readonly originals?: readonly OriginalText[]; readonly access?: ModelAccess } = {},
): Content {
  const digest = loadLibrary(join(projectFolder(), 'knowledge'))
  const faults = contentFaults(digest)
  if (faults.length > 0) throw new Fault(faults)
  const library = stock(digest, originals)
  return contentOf(library, openSearch(library), openModelFor({ access, failed: onFault }), onFault)
}

function contentOf(library: Library, search: Search, model: HouseModel, onFault: (fault: unknown) => void): Content {
  const flows = [...new Set(content.flows.map((f) => f.id))]
  const doors = doorsFor(content.doors, library)
  const plain = openAnswerer({ library, search, doors, phrases: answers, flows, failed: onFault })
  return {
    library,
    model,
    bot: { ...content, doors, places: library.places, clauses: clausesOf(library) },
    answerer: model.beside({ plain, library, phrases: answers, prompts: readPrompts(promptFolder()) }),
    stop: model.stop,
  }
}

/** Content that may change under a running house; what is read of it at one moment is one version. */
export interface LiveContent extends Content {
  /** Without originals: what texts are held against before they are published. */
  readonly digest: Library
  /** What is published and in use. */
  readonly originals: readonly OriginalText[]
  /** Builds the content anew beside the one in use, with these originals, then takes its place at once. */
  restock(originals: readonly OriginalText[]): Promise<void>
}

/** @param digest content without originals. @param today ISO day, for the edition that forms quote. */
export function liveContent(
  digest: Content,
  today: () => string,
  onFault: (fault: unknown) => void = () => undefined,
): LiveContent {
  let now: Content = digest
  let serving = false
  let originals: readonly OriginalText[] = []
  return {
    digest: digest.library,
    model: digest.model,
    stop: digest.stop,
    get library() {
      return now.library
    },
    get bot() {
      return now.bot
    },
    get answerer() {
      return now.answerer
    },
    get originals() {
      return originals
    },
    async restock(published) {
      const library = await stockAside(digest.library, published)
      // The first time nobody is being answered yet, and a thread would only take longer.
      const search = async () => (serving ? await openSearchAside(library) : openSearch(library))
      const next =
        library.version === now.library.version ? now : contentOf(library, await search(), digest.model, onFault)
      serving = true
      now = { ...next, bot: { ...next.bot, clauses: clausesOf(library, today()) } }
      originals = published
    },
  }
}

/** What bot/ gets wrong about knowledge/: cites that resolve nowhere, rules that read what is not asked. */
export function contentFaults(library: Library): string[] {
  const ids = new Set(library.clauses.keys())
  const doors = content.doors.flatMap((d) =>
    d.cites.filter((c) => !ids.has(c)).map((c) => `door ${d.id}: cites ${c}, which is not in knowledge/`),
  )
  const cited = [...uncited('case kind', cases, ids), ...uncited('paper', papers, ids)]
  const flowFaults = checkFlows(content.flows, content.rules, ids)
  return [...flowFaults, ...doors, ...cited, ...unkept(retention, cases), ...promptFaults()]
}

const uncited = (what: string, all: readonly { readonly id: string }[], ids: ReadonlySet<string>): readonly string[] =>
  all.flatMap((each) =>
    citesIn(each).flatMap((c) => (ids.has(c) ? [] : [`${what} ${each.id}: cites ${c}, which is not in knowledge/`])),
  )

/** What is wrong in prompts/, whether or not there is a model to say it to. */
function promptFaults(): readonly string[] {
  try {
    readPrompts(promptFolder())
    return []
  } catch (error) {
    if (error instanceof Fault) return error.faults
    throw error
  }
}

const promptFolder = () => join(projectFolder(), 'prompts')

/** Every `cite` anywhere in a piece of content. */
function citesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cite' && typeof inner === 'string' ? [inner] : citesIn(inner),
  )
}

/** Clauses that content may cite: those of the digest, quoting the edition of the day. */
function clausesOf(library: Library, day?: string): Readonly<Record<string, Clause>> {
  return Object.fromEntries(
    [...library.clauses]
      .filter(([, { passage }]) => passage === undefined)
      .map(([id, clause]) => [
        id,
        { ...(day === undefined ? clause.cite : citeOn(clause, day)), text: clause.entry.text },
      ]),
  )
}

/** What a gap of the ledger may be closed by: every instrument whose text is held at least in digest, and every guide. */
export function closingTexts({ instruments, guides }: Library): readonly ClosingText[] {
  return [
    ...guides.map(({ id, title }) => ({ id, title, kind: '答法' })),
    ...instruments.filter(({ held }) => held !== 'name-only').map(({ id, title }) => ({ id, title, kind: '文件' })),
  ]
}

/** The flows every edition of which may have open or handed-in forms. */
export const flows = content.flows
export const rules = content.rules
export const kinds = cases
export { identity, papers, replies, retention }

/** The way from an uploaded file to a published original, over an open store. */
export function pressOf(library: Library, store: Store, now: Clock): Press {
  const { doors } = content
  return openPress({ store, library, ours: oursOf({ rules, flows, kinds, doors, guides: library.guides }), now })
}

/** A house over an open store. Channels may be added to the map until the first turn. */
export function openHouse(parts: {
  content: Content
  store: Store
  receipts: Receipts
  draftCodes: DraftCodes
  sealer: Sealer
  /** The store's own. */
  seals: Seals
  clock: Clock
  channels: ReadonlyMap<string, Channel>
  officerDesk?: NonNullable<House['officerDesk']>
  area?: string
  onFault: (fault: unknown) => void
}): House {
  const { content: opened, area, ...rest } = parts
  return {
    ...rest,
    // Read anew each time: live content changes, and a turn keeps what it found at its start.
    get bot() {
      return opened.bot
    },
    get answerer() {
      return opened.answerer
    },
    kinds: cases,
    identity,
    files: openFiles(),
    present: presence(rest.seals),
    calendar: opened.library.calendar,
    traffic: openTraffic(rest.store.memory, rest.clock),
    newId: randomUUID,
    ...(area === undefined ? {} : { area }),
  }
}
