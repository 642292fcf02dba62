import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answers } from '../bot/answers.ts'
import { cases } from '../bot/cases/index.ts'
import { bot as content } from '../bot/index.ts'
import { type ModelAccess, openAnswerer, openModelFor, readPrompts } from './answer/index.ts'
import { Fault } from './base/index.ts'
import type { ClosingText } from './console/index.ts'
import type { Bot, Clause } from './dialogue/index.ts'
import { openFiles } from './files/index.ts'
import { check as checkFlows } from './flow/index.ts'
import { type Library, loadLibrary } from './knowledge/index.ts'
import { openPress, oursOf, type Press } from './publishing/index.ts'
import type { Answerer, Channel, Clock, DraftCodes, House, Receipts, Store } from './runtime/index.ts'

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
  /** Ends what is being asked of a language model; does nothing where there is none. */
  stop(): void
}

/**
 * Reads bot/, knowledge/ and prompts/ and holds them against each other.
 *
 * @param access where a language model is; absent: answers are the clauses' own words, always.
 * @throws Fault with every fault found.
 */
export function openContent(onFault: (fault: unknown) => void = () => undefined, access?: ModelAccess): Content {
  const library = loadLibrary(join(projectFolder(), 'knowledge'))
  const faults = contentFaults(library)
  if (faults.length > 0) throw new Fault(faults)
  const flows = [...new Set(content.flows.map((f) => f.id))]
  const prompts = readPrompts(promptFolder())
  const plain = openAnswerer({ library, doors: content.doors, phrases: answers, flows, failed: onFault })
  const { answerer, stop } = openModelFor({ plain, library, phrases: answers, prompts, access, failed: onFault })
  return {
    library,
    stop,
    bot: { ...content, places: library.places, clauses: clausesOf(library) },
    answerer,
  }
}

/** What bot/ gets wrong about knowledge/: cites that resolve nowhere, rules that read what is not asked. */
export function contentFaults(library: Library): string[] {
  const ids = new Set(library.clauses.keys())
  const doors = content.doors.flatMap((d) =>
    d.cites.filter((c) => !ids.has(c)).map((c) => `door ${d.id}: cites ${c}, which is not in knowledge/`),
  )
  const kinds = cases.flatMap((k) =>
    citesIn(k)
      .filter((c) => !ids.has(c))
      .map((c) => `case kind ${k.id}: cites ${c}, which is not in knowledge/`),
  )
  return [...checkFlows(content.flows, content.rules, ids), ...doors, ...kinds, ...promptFaults()]
}

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

function clausesOf(library: Library): Readonly<Record<string, Clause>> {
  return Object.fromEntries([...library.clauses].map(([id, { cite, entry }]) => [id, { ...cite, text: entry.text }]))
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
  clock: Clock
  channels: ReadonlyMap<string, Channel>
  area?: string
  onFault: (fault: unknown) => void
}): House {
  const { content: opened, area, ...rest } = parts
  return {
    ...rest,
    bot: opened.bot,
    answerer: opened.answerer,
    kinds: cases,
    files: openFiles(),
    calendar: opened.library.calendar,
    newId: randomUUID,
    ...(area === undefined ? {} : { area }),
  }
}
