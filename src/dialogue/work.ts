import type { Cite } from '../base/index.ts'
import { inScript } from './script.ts'
import type { Aside, Bot, Choice, Conversation, Effect, HeardFile, ReviewCard, Say, Setting, Turn } from './types.ts'

/** A paragraph of the reply. `cites` are clause ids put behind it; `found` brings its own 〔n〕 marks and their cites. */
export interface Part {
  readonly text: string
  readonly cites?: readonly string[]
  readonly found?: readonly Cite[]
  /** Belongs to the line before: no blank line between. */
  readonly tight?: true
}

/** One turn while it is being worked out. Local to `step`, so its fields may be written to. */
export interface Work {
  readonly bot: Bot
  readonly at: string
  readonly text: string
  readonly newCase: string
  readonly files: readonly HeardFile[]
  readonly setting: Setting
  state: Conversation
  parts: Part[]
  events: string[]
  effects: Effect[]
  /** What the reply ends by asking, if it was settled on the way. */
  question?: { readonly text: string; readonly choices?: readonly Choice[]; readonly card?: ReviewCard }
  /** The reply shows a receipt. */
  receipt?: true
  /** The reply has sentences a language model has worded. */
  ai?: true
  /** Paths filled in this turn, with how they read, to be shown back. */
  filled: string[]
  /** What was said beside the answer to a side question, still to be understood. */
  rest?: string
  /** A form to open next, chosen where the last one ended. */
  opens?: string
  /** What an answer in the reply was answered from. */
  version?: string
  /** Lookups still out: the question is asked only when they have come back. */
  waiting: number
}

export function begin(
  bot: Bot,
  state: Conversation,
  event: { at: string; text?: string; newCase?: string; files?: readonly HeardFile[] },
  setting: Setting = {},
): Work {
  const { at, text = '', newCase = '', files = [] } = event
  return { bot, at, text, newCase, files, setting, state, parts: [], events: [], effects: [], filled: [], waiting: 0 }
}

export function say(work: Work, text: string, cites: readonly string[] = []): void {
  if (text !== '') work.parts.push({ text, ...(cites.length > 0 ? { cites } : {}) })
}

/** Says a phrase by key; of several wordings the one used longest ago, so that no sentence comes twice running. */
export function phrase(work: Work, key: string, values: Readonly<Record<string, string>> = {}): string {
  const wording = work.bot.phrases[key]
  if (wording === undefined) throw new Error(`bot/phrases.ts has no phrase ${key}`)
  return fillIn((typeof wording === 'string' ? wording : nextOf(work, key, wording)) ?? '', values)
}

/** Of several wordings the one used longest ago, which counts as used now. */
export function nextOf<T>(work: Work, key: string, all: readonly T[]): T | undefined {
  const tag = (n: number) => `${key}#${n}`
  const { used } = work.state
  const rank = (n: number) => (used.includes(tag(n)) ? used.indexOf(tag(n)) : Number.POSITIVE_INFINITY)
  const n = all.reduce((best, _, at) => (rank(at) > rank(best) ? at : best), 0)
  if (all.length > 1) work.state = { ...work.state, used: [tag(n), ...used.filter((u) => u !== tag(n))].slice(0, 24) }
  return all[n]
}

/** `{name}` in a phrase becomes its value; nothing a person typed is ever read as a phrase. A value that ends a sentence ends it. */
const fillIn = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}(。)?/g, (all, name: string, stop = '') => {
    const value = values[name]
    return value === undefined ? all : value + (/[。！？!?…]$/.test(value) ? '' : stop)
  })

/** Puts a side question; it stays until it is answered or something else is settled. */
export function putAside(work: Work, aside: Aside, words = phrase(work, `aside.${aside.id}`)): void {
  work.state = { ...work.state, aside }
  work.question = { text: words, ...(aside.choices ? { choices: aside.choices } : {}) }
}

export const dropAside = (state: Conversation): Conversation => {
  const { aside: _settled, ...rest } = state
  return rest
}

/** Closes the work: one message with all its parts, its cites numbered through, and the question last. */
export function finish(work: Work): Turn {
  const text = [...work.parts, ...(work.question && work.question.text !== '' ? [{ text: work.question.text }] : [])]
  if (text.length === 0) return { state: work.state, effects: work.effects, events: work.events }
  const message = joined(text, work.bot)
  const said: Say = {
    type: 'say',
    ...message,
    ...(work.question?.choices ? { choices: work.question.choices } : {}),
    ...(work.question?.card ? { card: work.question.card } : {}),
    ...(work.version === undefined ? {} : { version: work.version }),
    ...(work.receipt ? { receipt: true as const } : {}),
    ...(work.ai ? { ai: true as const } : {}),
  }
  const inTheirs = inScript(said, work.state.script)
  return { state: work.state, effects: [...work.effects, inTheirs], events: work.events }
}

/** Several messages of one turn become one, so that a person gets one reply to what they said. */
export function merged(says: readonly Say[]): Say | undefined {
  const [first, ...rest] = says
  return rest.reduce<Say | undefined>((one, next) => (one ? two(one, next) : next), first)
}

function two(a: Say, b: Say): Say {
  const cites = [...(a.cites ?? [])]
  const text = renumbered(b.text, b.cites ?? [], cites)
  const choices = b.choices ?? a.choices
  const card = b.card ?? a.card
  const version = b.version ?? a.version
  return {
    type: 'say',
    text: `${a.text}\n\n${text}`,
    ...(cites.length > 0 ? { cites } : {}),
    ...(choices ? { choices } : {}),
    ...(card ? { card } : {}),
    ...(version === undefined ? {} : { version }),
    ...(a.receipt || b.receipt ? { receipt: true as const } : {}),
    ...(a.ai || b.ai ? { ai: true as const } : {}),
  }
}

function joined(parts: readonly Part[], bot: Bot): { text: string; cites?: readonly Cite[] } {
  const cites: Cite[] = []
  const lines = parts.map((part) => {
    if (part.found) return renumbered(part.text, part.found, cites)
    const marks = (part.cites ?? []).flatMap((id) => (bot.clauses[id] ? [mark(shown(bot, id), cites)] : []))
    return part.text + [...new Set(marks)].join('')
  })
  const text = lines.map((line, n) => (n === 0 ? '' : parts[n]?.tight ? '\n' : '\n\n') + line).join('')
  return { text, ...(cites.length > 0 ? { cites } : {}) }
}

/** 〔n〕 of a text with cites of its own → 〔m〕 in the list of the whole message; the list grows by what is new. */
function renumbered(text: string, own: readonly Cite[], all: Cite[]): string {
  return text.replace(/〔(\d+)〕/g, (whole, n: string) => {
    const cite = own[Number(n) - 1]
    return cite ? mark(cite, all) : whole
  })
}

function mark(cite: Cite, all: Cite[]): string {
  const at = all.findIndex((c) => c.id === cite.id)
  if (at < 0) all.push(cite)
  return `〔${at < 0 ? all.length : at + 1}〕`
}

function shown(bot: Bot, id: string): Cite {
  const clause = bot.clauses[id]
  if (!clause) throw new Error(`clause ${id} is not in the library; check should have found it`)
  const { text: _text, ...cite } = clause
  return cite
}
