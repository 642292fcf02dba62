import { type Answers, type Flow, fieldsOf } from '../flow/index.ts'
import type { Thread } from './arrival.ts'
import type { TalkLine } from './cases.ts'
import type { LogEntry, LogRow } from './conversations.ts'
import type { House } from './house.ts'

/**
 * The conversation an officer may read with a form: as it stands when the form is handed in, for afterwards nobody but the
 * person can open it. Absent for a report without a name: its conversation may hold a name that was taken back, and the
 * person was told that it is not handed on.
 */
export async function handedTalk(
  house: House,
  thread: Thread,
  form: { readonly flow: string; readonly edition: string; readonly answers: Answers },
  now: readonly LogEntry[],
  at: string,
): Promise<readonly TalkLine[] | undefined> {
  const flow = house.bot.flows.find(({ id, edition }) => id === form.flow && edition === form.edition)
  if (!flow || withoutName(flow, form.answers)) return undefined
  const before = await wholeLog(house, thread)
  return talkLines([...before, ...now.map((entry) => ({ ...entry, at }))])
}

function withoutName(flow: Flow, answers: Answers): boolean {
  if (!flow.anonymous) return false
  return ![...fieldsOf(flow)].some(([path, field]) => field.kind === 'name' && answers[path]?.is === 'given')
}

/** A conversation is read in pieces, so that a long one costs several queries and not one that holds up the rest. */
async function wholeLog({ store }: House, thread: Thread): Promise<readonly LogRow[]> {
  const rows: LogRow[] = []
  // 20 pieces are 4,000 messages, more than a month of talking.
  for (let piece = 0; piece < 20; piece++) {
    const next = await store.conversations.log(thread, rows.at(-1)?.seq ?? 0, 200)
    rows.push(...next)
    if (next.length < 200) break
  }
  return rows
}

/** What was said, the person's messages counted as answers count them. Codes in it are placeholders or masked already. */
function talkLines(log: readonly (LogEntry & { readonly at: string })[]): readonly TalkLine[] {
  let turn = 0
  return log.map((row) =>
    row.from === 'person'
      ? { from: row.from, at: row.at, text: spoken(row), turn: ++turn }
      : { from: row.from, at: row.at, text: row.say.text },
  )
}

/** What the person wrote, and what they handed in with it. */
function spoken({ text, files = [] }: Extract<LogEntry, { from: 'person' }>): string {
  return [text, ...files.map(({ name }) => `［${name}］`)].filter(Boolean).join('\n')
}
