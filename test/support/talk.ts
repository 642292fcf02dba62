import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkDigit } from '../../src/base/index.ts'
import {
  type Bot,
  type Conversation,
  type Effect,
  type Event,
  type Found,
  type Frame,
  fresh,
  merged,
  type Say,
  type Setting,
  step,
} from '../../src/dialogue/index.ts'

export const AT = '2026-11-23T09:30:00+08:00'

const trap = (name: string) => (): never => {
  throw new Error(`${name} was used: the engine may only know what the event tells it`)
}

/** Reckoning with days that were given is allowed; asking what time it is is not. */
class Days extends Date {
  constructor(...given: [] | [number | string | Date]) {
    super(given[0] ?? trap('new Date()')())
  }
  static override now = trap('Date.now')
}

/** A clock or a die in the engine would make a conversation impossible to repeat, so while tests of this file run they bite. */
export function withoutClockOrChance(): void {
  beforeEach(() => {
    vi.stubGlobal('Date', Days)
    vi.spyOn(Math, 'random').mockImplementation(trap('Math.random'))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}

/** What a message came to: the one reply, the domain events, the deeds, and the state as it comes back from the database. */
export interface Told {
  readonly text: string
  readonly say: Say | undefined
  readonly events: readonly string[]
  readonly effects: readonly Effect[]
  readonly state: Conversation
}

/** The code every draft of a test is kept under, as a person types it. */
export const DRAFT_CODE = `1234567812345 67${checkDigit('123456781234567')}`.replace(/\s/g, '')
/** The one draft there is. */
let box: Frame | undefined

const answer: Found = { outcome: 'grounded', text: '（答复）', cites: [], suggestions: [] }

/** A conversation by hand: lookups are answered by `found`, and the state crosses JSON after each step as in real life. */
export function tell(bot: Bot, state: Conversation, text: string, found: Found = answer, setting: Setting = {}): Told {
  let now = state
  const queue: Event[] = [{ type: 'said', text, at: AT, newCase: 'case-1' }]
  const effects: Effect[] = []
  const events: string[] = []
  for (let event = queue.shift(); event; event = queue.shift()) {
    const turn = step(bot, now, event, setting)
    now = JSON.parse(JSON.stringify(turn.state)) as Conversation
    expect(now, 'the state is plain JSON').toEqual(turn.state)
    effects.push(...turn.effects)
    events.push(...turn.events)
    const searches = turn.effects.filter((e) => e.type === 'search')
    for (const [n, { question }] of searches.entries())
      queue.push({ type: 'found', question, answer: found, more: searches.length - 1 - n, at: AT })
    if (turn.effects.some((e) => e.type === 'checkTail')) queue.push({ type: 'tailChecked', ok: true, at: AT })
    if (turn.effects.some((e) => e.type === 'openReceipt')) queue.push({ type: 'opened', at: AT })
    for (const effect of turn.effects) {
      if (effect.type === 'keepDraft') box = effect.frame
      if (effect.type === 'openDraft')
        queue.push(
          effect.code === DRAFT_CODE && box
            ? { type: 'draftOpened', frame: box, id: 'draft-1', at: AT }
            : { type: 'draftOpened', at: AT },
        )
    }
  }
  const say = merged(effects.filter((e): e is Say => e.type === 'say'))
  return { text: say?.text ?? '', say, events, effects, state: now }
}

/** Says several things one after the other. @returns the last reply with the state it left. */
export function tellAll(bot: Bot, said: readonly string[], from: Conversation = fresh): Told {
  return said.reduce<Told>((last, text) => tell(bot, last.state, text), {
    text: '',
    say: undefined,
    events: [],
    effects: [],
    state: from,
  })
}

/**
 * A conversation as a table: [what the person says, what must stand in the reply …]. A line with `→` is a deed, one with
 * `+` an event, one with `-` words that must not stand in the reply, one with `=` an answer as it is now kept
 * (`=facts[0].time 2025-08-01`).
 */
export function talk(
  bot: Bot,
  title: string,
  lines: readonly (readonly [string, ...string[]])[],
  from: Conversation = fresh,
  setting: Setting = {},
): void {
  it(title, () => {
    let { state } = { state: from }
    for (const [text, ...expected] of lines) {
      const told = tell(bot, state, text, answer, setting)
      for (const line of expected) check(line, text, told)
      expect(told.text, `a reply to “${text}”`).not.toBe('')
      state = told.state
    }
  })
}

function check(line: string, text: string, { text: reply, events, effects, state }: Told): void {
  const after = `after “${text}”`
  const rest = line.slice(1)
  if (line.startsWith('→')) expect(effects.map(deed), after).toContain(line)
  else if (line.startsWith('+')) expect(events, after).toContain(rest)
  else if (line.startsWith('-')) expect(reply, after).not.toContain(rest)
  else if (line.startsWith('=')) {
    const [path = '', ...value] = rest.split(' ')
    expect(kept(state, path), `${path} ${after}`).toBe(value.join(' '))
  } else expect(reply, after).toContain(line)
}

/** An answer in one word: its value, the kind of not-answering, or 无. Periods and amounts by their bounds. */
export function kept({ frame }: Conversation, path: string): string {
  const answer = frame?.answers[path]
  if (!answer) return '无'
  if (answer.is !== 'given') return answer.is
  const { value } = answer
  if (typeof value === 'string' || value === true) return String(value)
  if (Array.isArray(value)) return value.join('、')
  const bounds = value as { from?: string; to?: string; min?: number; max?: number }
  return [bounds.from, bounds.to, bounds.min, bounds.max].filter((b) => b !== undefined).join('~')
}

function deed(effect: Effect): string {
  switch (effect.type) {
    case 'say':
      return `→ 说：${effect.text.slice(0, 20)}`
    case 'search':
      return `→ 检索：${effect.question}`
    case 'openReceipt':
      return '→ 查回执'
    case 'openDraft':
      return '→ 查草稿'
    case 'checkTail':
      return `→ 核对：${effect.tail}`
    case 'submit':
      return `→ 提交：${effect.flow} → ${effect.kind}`
    case 'reply':
      return `→ 补充：${effect.text}`
    case 'receiptKept':
      return '→ 回执已留'
    case 'attach':
      return `→ 存附件：${effect.file}`
    case 'draftDeleted':
      return `→ 删草稿：${effect.flow}`
    case 'keepDraft':
      return `→ 存草稿：${effect.frame.flow}`
    case 'dropDraft':
      return '→ 删存稿'
    case 'gap':
      return `→ 缺口：${effect.question}`
  }
}
