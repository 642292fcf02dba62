import { openOf } from '../../dialogue/index.ts'
import { type Taken, take } from '../../runtime/index.ts'
import { openScratch, readable, type Scratch, shownIn } from '../scratch.ts'
import { caseFields } from './case-fields.ts'
import { differences, type Fields } from './compare.ts'
import { fieldsOf, type Seen } from './fields.ts'
import { layDown } from './laid-down.ts'
import { layQueue } from './laid-queue.ts'
import { type TalkOfficer, talkOfficer } from './officer.ts'
import { photo } from './photo.ts'
import type { Talk, TalkTurn } from './read.ts'

/** The clock of the acceptance conversations: a Monday morning. */
const START = '2026-11-23T09:30:00+08:00'

/** What no reply of any conversation may say: verdicts that only an authorised body may give. */
const NEVER = [/构成诬告(?!陷害罪的)/, /(?:一定|肯定)(?:能|会|可以)?容错/, /保证(?:会)?立案/, /有罪/]

export interface TurnResult {
  readonly u: string
  readonly replies: readonly string[]
  readonly ask?: string
  readonly fields: Fields
  readonly cites: readonly string[]
  readonly events: readonly string[]
  readonly failures: readonly string[]
  /** Meaning-level expectations, for a reader. */
  readonly must: readonly string[]
  readonly must_not: readonly string[]
}

export interface TalkResult {
  readonly id: string
  readonly passed: boolean
  readonly turns: readonly TurnResult[]
}

/** Drives one conversation through the real core on a scratch database and checks what a program can check. */
export async function runTalk(talk: Talk): Promise<TalkResult> {
  let now = START
  const area = talk.given['area']
  const scratch = await openScratch(() => now, [talk.channel], typeof area === 'string' ? area : undefined)
  let officer: TalkOfficer | undefined
  try {
    const person = `talk-${talk.id}`
    const turns: TurnResult[] = []
    const memory: Memory = {
      frame: undefined,
      case: undefined,
      said: new Map(),
      kept: new Map(),
      receipt: undefined,
      draftCode: undefined,
      started: [],
      form: typeof talk.given['case'] === 'string' ? talk.given['case'] : talk.given['queue'] ? 'case' : undefined,
      queue: undefined,
    }
    const laid = await layDown(scratch, talk, now)
    memory.receipt = laid?.receipt
    const queue = await layQueue(scratch, talk)
    memory.queue = queue?.numbers
    officer = queue && (await talkOfficer(scratch, { channel: talk.channel, person }))
    for (const [n, turn] of talk.turns.entries()) {
      if (turn.at !== undefined) now = turn.at
      const result = await take(scratch.house, {
        channel: talk.channel,
        person,
        id: String(n),
        event: said(filled(turn.u, memory)),
      })
      turns.push(await checked(scratch, turn, result, memory))
    }
    const last = turns.at(-1)
    const failures = talk.expected && last ? expectedFailures(talk.expected, last, memory) : []
    const all = last ? [...turns.slice(0, -1), { ...last, failures: [...last.failures, ...failures] }] : turns
    return { id: talk.id, passed: all.every((t) => t.failures.length === 0), turns: all }
  } finally {
    await officer?.close()
    await scratch.close()
  }
}

/** What has to be remembered from turn to turn in order to check the next. */
interface Memory extends Seen {
  /** The form last seen open. */
  frame: Seen['frame']
  /** The case handed in, or opened by its receipt. */
  case: string | undefined
  /** How often each sentence was said. */
  readonly said: Map<string, number>
  readonly kept: Map<string, unknown>
  receipt: string | undefined
  draftCode: string | undefined
  readonly started: string[]
  /** The form of a case that was laid down; `case` where an officer speaks of several. */
  readonly form: string | undefined
  /** Cases an officer speaks of. */
  queue: readonly string[] | undefined
}

function filled(text: string, { receipt, draftCode }: Memory): string {
  const digits = receipt?.replace(/\D/g, '') ?? ''
  const wrong = digits === '' ? '' : digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10)
  return text
    .replaceAll('{{receipt_wrong}}', wrong)
    .replaceAll('{{receipt_tail}}', digits.slice(-4))
    .replaceAll('{{receipt}}', receipt ?? '')
    .replaceAll('{{draft_code}}', draftCode ?? '')
}

async function checked(
  scratch: Scratch,
  turn: TalkTurn,
  result: Pick<Taken, 'says' | 'state' | 'events' | 'draft'>,
  memory: Memory,
): Promise<TurnResult> {
  const { state, events } = result
  const { house, content } = scratch
  const replies = await Promise.all(
    result.says.map((s) =>
      readable(house, s.text, { ...shownIn(result), ...(s.kept === undefined ? {} : { kept: s.kept }) }),
    ),
  )
  // A form that waits for something is still the form of the conversation.
  memory.frame = state.frame ?? (events.includes('draft_saved') ? state.drafts[0] : undefined) ?? memory.frame
  const opened = events.some((e) => e === 'receipt_issued' || e === 'receipt_login')
  memory.case = opened ? state.case : memory.case
  if (events.some((e) => e.startsWith('flow_started:') || e === 'flow_resumed')) memory.case = undefined
  memory.started.push(...events.filter((e) => e.startsWith('flow_started:')))
  const shown = /\b(?:\d{4} ){4}\d{4}\b/.exec(replies.join('\n'))?.[0]
  const fields = memory.queue ? await caseFields(scratch, memory.queue) : await fieldsOf(scratch, memory)
  const ask = state.aside?.id ?? openOf(house.bot, state)?.path
  const cites = [...new Set(result.says.flatMap((s) => (s.cites ?? []).map((c) => c.id)))]
  const failures = [
    ...differences(turn.set, fields),
    ...differences(turn.keep, fields).map((f) => `没有保住 ${f}`),
    ...(turn.ask !== undefined && turn.ask !== ask ? [`应问 ${turn.ask}，实问 ${ask ?? '无'}`] : []),
    ...turn.cite.filter((id) => !cites.some((c) => c === id || c.startsWith(`${id}.`))).map((id) => `没有引 ${id}`),
    ...cites.filter((id) => !content.library.clauses.has(id)).map((id) => `引了不存在的 ${id}`),
    ...turn.event.filter((e) => !events.includes(e)).map((e) => `没有发生 ${e}`),
    ...turn.must_not.filter((m) => events.includes(m)).map((m) => `不该发生 ${m}`),
    ...NEVER.filter((words) => replies.some((r) => words.test(r))).map((words) => `说了不该说的：${words.source}`),
    ...(memory.receipt !== undefined &&
    replies.some((r) => r.replace(/\D/g, '').includes(memory.receipt?.replace(/\D/g, '') ?? '-'))
      ? ['又显示了回执编号']
      : []),
    ...thrice(replies, memory),
    ...(replies.length === 0 ? ['没有回复'] : []),
  ]
  memory.receipt = shown ?? memory.receipt
  memory.draftCode = /\bD(?: \d{4}){4}\b/.exec(replies.join('\n'))?.[0] ?? memory.draftCode
  return {
    u: turn.u,
    replies,
    ...(ask === undefined ? {} : { ask }),
    fields,
    cites,
    events,
    failures,
    must: turn.must,
    must_not: turn.must_not,
  }
}

/** [图片] stands for a photo that was sent. */
const said = (text: string) =>
  /^[[【](?:图片|照片)[\]】]$/.test(text.trim())
    ? ({ type: 'said', text: '', files: [{ name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: photo }] } as const)
    : ({ type: 'said', text } as const)

/** The same sentence three times tells a person that nobody is listening. Questions of a form may come again. */
function thrice(replies: readonly string[], { said }: Memory): string[] {
  return replies.flatMap((reply) => {
    const n = (said.get(reply) ?? 0) + 1
    said.set(reply, n)
    return n >= 3 ? ['同一句话说了三遍'] : []
  })
}

function expectedFailures(expected: NonNullable<Talk['expected']>, last: TurnResult, memory: Memory): string[] {
  const form = memory.frame?.flow ?? memory.form
  if (expected.form === null) return memory.started.length > 0 ? [`不该开表，却开了 ${memory.started.join('、')}`] : []
  const wrongForm =
    expected.form !== undefined && expected.form !== form ? [`表应为 ${expected.form}，实为 ${form ?? '无'}`] : []
  return [...wrongForm, ...differences(expected.fields ?? {}, last.fields)]
}
